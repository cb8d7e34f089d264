// A fresh database on the test server, gone afterwards.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const SERVER = process.env['TEST_DATABASE_URL'];
export const ENGINES = SERVER ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const);

export type Fresh = { readonly url: string | undefined; readonly drop: () => Promise<void> };

export async function freshDatabase(engine: 'sqlite' | 'postgres'): Promise<Fresh> {
  if (engine === 'sqlite') return { url: undefined, drop: async () => undefined };
  const name = `jifen_test_${randomUUID().replaceAll('-', '')}`;
  await asServer(`create database ${name}`);
  const url = new URL(SERVER ?? '');
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asServer(`drop database ${name} with (force)`) };
}

async function asServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  await client.query(text);
  await client.end();
}
