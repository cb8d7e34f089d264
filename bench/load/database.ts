// A database of its own on the server the benchmark was given.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

export async function databaseOn(server: string): Promise<string> {
  const name = `jifen_load_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
