// Both engines, real ones, each test with its own books; PostgreSQL when TEST_DATABASE_URL names a server.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Algorithm } from '../../src/domain/ledger/envelope.ts';
import type { World } from '../../src/service/ports.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { readHolidays } from '../../src/store/holidaysFile.ts';
import { open, type Place } from '../../src/store/open.ts';
import { openSealing } from '../../src/store/sealing.ts';

export type Books = {
  readonly world: World;
  readonly place: Place;
  /** As whoever owns the database, past every check of the program. */
  readonly sql: (text: string) => Promise<Record<string, unknown>[]>;
  readonly close: () => Promise<void>;
};

export type Engine = {
  readonly name: 'sqlite' | 'postgres';
  readonly newPlace: () => Promise<{
    place: Place;
    sql: Books['sql'];
    remove: () => Promise<void>;
  }>;
};

const sqlite: Engine = {
  name: 'sqlite',
  async newPlace() {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'jifen-books-')), 'data');
    return {
      place: { dataDir },
      sql: async (text) => {
        const database = new DatabaseSync(join(dataDir, 'jifen.db'), { timeout: 5_000 });
        try {
          const statement = database.prepare(text);
          return statement.columns().length > 0 ? statement.all() : (statement.run(), []);
        } finally {
          database.close();
        }
      },
      remove: async () => rmSync(join(dataDir, '..'), { recursive: true, force: true }),
    };
  },
};

const postgres = (server: string): Engine => ({
  name: 'postgres',
  async newPlace() {
    const name = `jifen_test_${randomUUID().replaceAll('-', '')}`;
    await asServer(server, `create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return {
      place: { url: url.href, dataDir: '' },
      sql: (text) => asServer(url.href, text),
      remove: async () => {
        await asServer(server, `drop database ${name} with (force)`);
      },
    };
  },
});

async function asServer(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const TEST_DATABASE_URL = process.env['TEST_DATABASE_URL'];
export const engines: readonly Engine[] = [
  sqlite,
  ...(TEST_DATABASE_URL ? [postgres(TEST_DATABASE_URL)] : []),
];

const read = await readHolidays(fileURLToPath(new URL('../../calendar/cn.yaml', import.meta.url)));
if ('problems' in read) throw new Error('calendar/cn.yaml cannot be read');
const HOLIDAYS = read.holidays;

/** Of tests alone: 32 bytes that count up. */
const SEALING_KEY = Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64url');

const NOW = '2026-04-02T01:00:00.000Z';
export const SURROUNDINGS = { now: () => NOW, jitter: () => 0.5 };

/** A world whose ids and salts count up, so that two runs write the same books. */
export async function newWorld(place: Place, algorithm: Algorithm = 'sha256', first = 1): Promise<World> {
  let made = first;
  const hex = (width: number) => (made++).toString(16).padStart(width, '0');
  return {
    store: await open(place, SURROUNDINGS),
    digests: DIGESTS,
    algorithm,
    holidays: HOLIDAYS,
    now: () => NOW,
    newId: () => `00000000-0000-7000-8000-${hex(12)}`,
    newSalt: () => hex(32),
    sealing: openSealing(place.dataDir, SEALING_KEY),
  };
}

export async function newBooks(engine: Engine, algorithm: Algorithm = 'sha256'): Promise<Books> {
  const { place, sql, remove } = await engine.newPlace();
  const world = await newWorld(place, algorithm);
  return {
    world,
    place,
    sql,
    close: async () => {
      await world.store.close();
      await remove();
    },
  };
}
