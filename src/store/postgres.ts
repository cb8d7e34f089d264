/** The server engine: PostgreSQL through pg. A commit is acknowledged when it is on disk; whole numbers come back as numbers. */
import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

const CONNECTIONS = 10;
const INT8 = 20;

/**
 * `lost`: told when a connection breaks; the pool replaces it by itself. `heldAtMost`: for how many milliseconds a statement waits
 * for rows that another holds; 0: for as long as it takes.
 */
export function openPostgres(url: string, lost: (error: Error) => void, heldAtMost = 0): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'jifen',
    types: { getTypeParser: parserFor as never },
  });
  pool.on('error', lost);
  // A connection may also break between two statements of a transaction; nobody else listens then, and Node would end.
  pool.on('connect', (client) => client.on('error', lost));
  return new Kysely({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(
          CompiledQuery.raw(
            `set synchronous_commit = on; set time zone 'UTC'; set lock_timeout = ${Math.trunc(heldAtMost)}`,
          ),
        );
      },
    }),
    plugins: [new CamelCasePlugin()],
  });
}

/** Only this pool's parsers are changed. The tables hold text and bigint; nothing else needs one. */
function parserFor(type: number, format?: 'text' | 'binary'): unknown {
  return type === INT8 ? wholeNumber : pg.types.getTypeParser(type, format as 'text');
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond what a number holds: ${text}`);
  return value;
}

/** Another held the rows for longer than the connection waits. */
export const isHeld = (error: unknown) => (error as { code?: unknown } | null)?.code === '55P03';

/** Serialization failure, deadlock, or a key another transaction has just taken: the whole transaction is worth another run. */
export function isWorthRetrying(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '40001' || code === '40P01' || code === '23505';
}
