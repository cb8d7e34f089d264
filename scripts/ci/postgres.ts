// A PostgreSQL database of our own for the tests: on the server we are given, or on a throw-away one.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startCluster } from './cluster.ts';

const OLDEST = 150_000;

/** `url` undefined: no server to be had; `missing` then names it. `close` removes everything that was made. */
export type Database = { url: string | undefined; missing: string[]; close: () => Promise<void> };

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  const version = Number(rows[0]?.server_version_num);
  if (version < OLDEST) throw new Error(`PostgreSQL 版本过低（${version}），需要 15 或更新。`);
}

/** A database of our own beside whatever lives there; a schema of our own where the role may not create one. */
async function ownCorner(given: string): Promise<Database> {
  const name = `jifen_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(given);
  const kind = await onServer(given, async (client) => {
    await refuseOldServer(client);
    const { rows } = await client.query<{ may: boolean }>(
      'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
    );
    const chosen = rows[0]?.may ? 'DATABASE' : 'SCHEMA';
    await client.query(`CREATE ${chosen} ${name}`);
    return chosen;
  });
  if (kind === 'DATABASE') url.pathname = `/${name}`;
  else url.searchParams.set('options', `-c search_path=${name}`);
  const drop = kind === 'DATABASE' ? `DROP DATABASE ${name} WITH (FORCE)` : `DROP SCHEMA ${name} CASCADE`;
  const close = () => onServer(given, async (client) => void (await client.query(drop)));
  return { url: url.href, missing: [], close };
}

/** TEST_DATABASE_URL or DATABASE_URL name a server to use; without them a throw-away one is started. */
export async function provideDatabase(): Promise<Database> {
  const given = process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL'];
  if (given) return ownCorner(given);
  const cluster = await startCluster();
  if (cluster) return { url: cluster.url, missing: [], close: cluster.stop };
  return { url: undefined, missing: ['PostgreSQL'], close: () => Promise.resolve() };
}
