import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { verify } from '../../src/service/verify/verify.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';
import { open, type Place } from '../../src/store/open.ts';
import type { Database } from '../../src/store/tables.ts';
import { imported, importing } from './branch.ts';
import { type Engine, engines, newWorld, SURROUNDINGS } from './engines.ts';
import { connect } from './migrating.ts';

/** In the order of their making: the migrator's own two, the ten of the books, the last index. */
const MADE = [
  'kysely_migration',
  'kysely_migration_lock',
  'organisation',
  'book',
  'fact',
  'person',
  'text',
  'policy',
  'member',
  'entry',
  'member_year',
  'command',
  'entry_by_person',
];

for (const engine of engines) {
  describe(`migrations on ${engine.name}`, () => {
    let made: Awaited<ReturnType<Engine['newPlace']>>;
    afterEach(() => made.remove());

    it('killed at any table, has made all of its tables or none; the next start finishes', async () => {
      made = await engine.newPlace();
      for (const table of MADE) {
        expect(`${table}: ${await killed(made.place, table)}`).toBe(`${table}: SIGKILL`);
        const db = connect(made.place);
        expect(await tablesOf(db)).toEqual([]);
        await db.destroy();
      }
      const world = await newWorld(made.place);
      await imported(world, importing());
      expect((await verify({ store: world.store, digests: DIGESTS })).sound).toBe(true);
      await world.store.close();
    });

    it('a second start changes nothing', async () => {
      made = await engine.newPlace();
      await (await open(made.place, SURROUNDINGS)).close();
      const before = await made.sql('select name, timestamp from kysely_migration');
      await (await open(made.place, SURROUNDINGS)).close();
      expect(await made.sql('select name, timestamp from kysely_migration')).toEqual(before);
      expect(before).toHaveLength(Object.keys(MIGRATIONS).length);
    });

    it('an older program refuses what a newer one has upgraded', async () => {
      made = await engine.newPlace();
      await (await open(made.place, SURROUNDINGS)).close();
      await made.sql(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`);
      await expect(open(made.place, SURROUNDINGS)).rejects.toThrow(
        /较新版本的程序升级过（9999-later）.*较旧，不能打开/,
      );
    });
  });
}

const server = engines.find(({ name }) => name === 'postgres');
describe.skipIf(server === undefined)('several programs on one server', () => {
  it('five that start together migrate once', async () => {
    const made = await (server as Engine).newPlace();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(made.place, SURROUNDINGS)));
    expect(await made.sql('select name from kysely_migration')).toHaveLength(Object.keys(MIGRATIONS).length);
    await Promise.all(stores.map((store) => store.close()));
    await made.remove();
  });
});

async function killed(place: Place, table: string): Promise<NodeJS.Signals | null> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    'test/store/migrating.ts',
    JSON.stringify(place),
    table,
  ];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

async function tablesOf(db: Database): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
}
