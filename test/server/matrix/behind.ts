// The tables as whoever owns the machine sees them: what stands in them, and passwords that are cheap to compute.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import pg from 'pg';
import { v7 } from 'uuid';
import { openHashing } from '../../../src/signIn/hashing.ts';
import { PASSWORD } from '../person.ts';

type Row = Record<string, unknown>;
type Sql = (text: string, values?: SQLInputValue[]) => Promise<Row[]>;
export type Behind = {
  readonly signIn: Sql;
  /** One hash for all that is kept, but for what every request moves: instants of sessions and counters of failures. */
  readonly state: () => Promise<string>;
  /** Every row of every table as text, to look for what should not be there. */
  readonly everything: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Who looked at whom is written a little after the look. */
const MOVING = new Set([
  'sign_in_attempt',
  'sign_in_session',
  'look',
  'kysely_migration',
  'kysely_migration_lock',
]);

export async function openBehind(place: { url: string | undefined; dataDir: string }): Promise<Behind> {
  const bases = place.url === undefined ? embedded(place.dataDir) : [await server(place.url)];
  const rows = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const { sql, tables } of bases)
      for (const table of await tables()) {
        if (MOVING.has(table)) continue;
        const text = (await sql(`select * from "${table}"`)).map((row) => `${table} ${JSON.stringify(row)}`);
        found.push(...text.toSorted());
      }
    return found;
  };
  const { sql } = bases.at(-1) ?? { sql: async () => [] };
  return {
    signIn: sql,
    state: async () => {
      const [sessions] = await sql('select count(*) as n from sign_in_session');
      return createHash('sha256')
        .update([String(sessions?.['n']), ...(await rows())].join('\n'))
        .digest('hex');
    },
    everything: async () => (await rows()).join('\n'),
    close: async () => {
      for (const { close } of bases) await close();
    },
  };
}

type Base = {
  readonly sql: Sql;
  readonly tables: () => Promise<string[]>;
  readonly close: () => Promise<void>;
};

/** The books first, sign-in last. */
function embedded(dataDir: string): Base[] {
  return ['jifen.db', 'signin.db'].map((file) => {
    const database = new DatabaseSync(join(dataDir, file), { timeout: 5_000 });
    const sql: Sql = async (text, values = []) => {
      const statement = database.prepare(text);
      return statement.columns().length > 0 ? statement.all(...values) : (statement.run(...values), []);
    };
    const tables = async () =>
      (await sql("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")).map(
        ({ name }) => String(name),
      );
    return { sql, tables, close: async () => database.close() };
  });
}

async function server(url: string): Promise<Base> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const sql: Sql = async (text, values = []) => {
    let place = 0;
    return (
      await client.query<Row>(
        text.replace(/\?/g, () => `$${(place += 1)}`),
        values,
      )
    ).rows;
  };
  const tables = async () =>
    (
      await sql(
        "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
      )
    ).map(({ name }) => String(name).replaceAll('"', ''));
  return { sql, tables, close: () => client.end() };
}

/** An account with a password, without the quarter of a second each real hash takes: Argon2id as ever, at the least cost. */
export async function addAccount({ signIn }: Behind, username: string, name: string): Promise<string> {
  const userId = v7();
  const hash = await openHashing({ memory: 64, passes: 1, parallelism: 1 }).hash(PASSWORD);
  const now = new Date().toISOString();
  const given = { name, email: `${userId}@account.invalid`, username, password_set_at: now };
  await insert(signIn, 'sign_in_user', { id: userId, ...given, created_at: now, updated_at: now });
  const kept = { user_id: userId, account_id: userId, provider_id: 'credential', password: hash };
  await insert(signIn, 'sign_in_account', { id: v7(), ...kept, created_at: now, updated_at: now });
  return userId;
}

async function insert(sql: Sql, table: string, row: Record<string, string>): Promise<void> {
  const places = Object.keys(row).map(() => '?');
  await sql(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}
