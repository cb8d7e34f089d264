import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../src/service/verify/verify.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { StoreFault } from '../../src/store/fault.ts';
import { open, openReadOnly, type Place } from '../../src/store/open.ts';
import { BRANCH, imported, importing } from './branch.ts';
import { engines, newWorld, SURROUNDINGS } from './engines.ts';

const [sqlite] = engines;

describe('one process per data folder', () => {
  let place: Place;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    if (sqlite === undefined) throw new Error('no embedded engine');
    ({ place, remove } = await sqlite.newPlace());
  });
  afterEach(() => remove());

  const holdIt = async () => {
    const source = `
      import { open } from './src/store/open.ts';
      await open(${JSON.stringify(place)}, { now: () => '2026-03-31T08:00:00.000Z', jitter: () => 0 });
      console.log('held');
      setInterval(() => undefined, 1000);`;
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    return child;
  };

  it('a second process refuses in under two seconds, naming the first and since when; after kill -9 the lock is taken over', async () => {
    const holder = await holdIt();
    try {
      const begun = performance.now();
      const refused = open(place, SURROUNDINGS);
      await expect(refused).rejects.toThrow(StoreFault);
      await expect(refused).rejects.toThrow(
        new RegExp(`正由进程 ${holder.pid}（自 2026-03-31T08:00:00.000Z 起）使用.*DATA_DIR`),
      );
      expect(performance.now() - begun).toBeLessThan(2_000);
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'close');
    }
    const store = await open(place, SURROUNDINGS);
    await store.close();
  });

  it('a second opening in the same process is refused too, and leaves the first its lock', async () => {
    const store = await open(place, SURROUNDINGS);
    await expect(open(place, SURROUNDINGS)).rejects.toMatchObject({ code: 'dataDirInUse' });
    await expect(open(place, SURROUNDINGS)).rejects.toMatchObject({ code: 'dataDirInUse' });
    await store.close();
    await (await open(place, SURROUNDINGS)).close();
  });

  it('verify reads beside the process that holds the lock, and after it was killed', async () => {
    const world = await newWorld(place);
    await imported(world, importing());
    const beside = await openReadOnly(place, SURROUNDINGS);
    expect(await verify({ store: beside, digests: DIGESTS })).toMatchObject({ sound: true, facts: 14 });
    await expect(beside.write((tx) => tx.clearViews(BRANCH))).rejects.toThrow('reading only');
    await beside.close();
    await world.store.close();
    const holder = await holdIt();
    holder.kill('SIGKILL');
    await once(holder, 'close');
    const after = await openReadOnly(place, SURROUNDINGS);
    expect(await verify({ store: after, digests: DIGESTS })).toMatchObject({ sound: true, facts: 14 });
    await after.close();
  });

  it('reading makes nothing: an empty folder is said to have no books', async () => {
    await expect(openReadOnly(place, SURROUNDINGS)).rejects.toThrow(/没有账册/);
  });

  it.skipIf(process.platform === 'win32')(
    'nobody else may look in: folder 0700, files 0600, also in a folder that was open',
    async () => {
      mkdirSync(place.dataDir, { recursive: true });
      chmodSync(place.dataDir, 0o755);
      const world = await newWorld(place);
      await imported(world, importing());
      const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
      expect(mode(place.dataDir)).toBe('700');
      for (const file of ['jifen.db', 'jifen.db-wal', 'lock.db', 'lock.json'])
        expect(`${file} ${mode(join(place.dataDir, file))}`).toBe(`${file} 600`);
      await world.store.close();
    },
  );

  it('a URL that is not PostgreSQL’s is refused', async () => {
    await expect(open({ ...place, url: 'mysql://x' }, SURROUNDINGS)).rejects.toThrow(/postgres:\/\//);
  });
});
