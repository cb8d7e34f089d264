/** Opens the books: a PostgreSQL server when there is a URL, else the file in the data folder. */
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import type { Store } from '../service/ports.ts';
import { StoreFault } from './fault.ts';
import { currentRole, currentSchema, grantTo, ownsFacts } from './grant.ts';
import { lockFolder } from './lock.ts';
import { isMigrated, migrate, requireMigrated } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openReading, openWriting } from './sqlite.ts';
import { embeddedStore, serverStore } from './stores.ts';

export type Place = {
  /** `postgres://…`; empty or absent: the embedded engine in `dataDir`. */
  readonly url?: string | undefined;
  /** Makes the tables, when the role of `url` may not. */
  readonly adminUrl?: string | undefined;
  readonly dataDir: string;
};

export type Surroundings = {
  /** Now, a UTC instant: written beside the lock. */
  readonly now: () => string;
  /** 0 ≤ jitter < 1. */
  readonly jitter: () => number;
  /** Told when an idle connection to the server breaks; the next query opens another. */
  readonly lost?: (error: Error) => void;
  /** Milliseconds for which an act waits for another on the same books; a server alone has such others. */
  readonly heldAtMost?: number;
};

const FILE = 'jifen.db';
const HELD_AT_MOST = 15_000;

/** For writing and reading; makes what is missing. Throws a StoreFault that says what to do. */
export async function open(place: Place, surroundings: Surroundings): Promise<Store> {
  if (!isServer(place)) return openFolder(place.dataDir, surroundings);
  // Keys and evidence lie there whatever keeps the books. Several programs on one server may share a folder that is there.
  if (place.dataDir !== '' && !existsSync(resolve(place.dataDir))) privateFolder(resolve(place.dataDir));
  return openServer(place.url, place.adminUrl, surroundings);
}

/** For reading alone, beside a running server and without its lock. Makes nothing. */
export async function openReadOnly(place: Place, surroundings: Surroundings): Promise<Store> {
  const patience = { jitter: surroundings.jitter, wait };
  if (isServer(place)) {
    const db = openPostgres(place.url, surroundings.lost ?? ignore);
    await requireMigrated(db).catch(async (error: unknown) => {
      await db.destroy();
      throw error;
    });
    return serverStore(db, patience);
  }
  const file = join(resolve(place.dataDir), FILE);
  if (!existsSync(file)) {
    throw new StoreFault(
      'noBooks',
      `数据目录 ${resolve(place.dataDir)} 里没有账册（缺少 ${FILE}）。请检查 DATA_DIR。`,
    );
  }
  const reading = openReading(file);
  await requireMigrated(reading);
  return embeddedStore({ reading, writing: undefined, release: () => undefined }, patience);
}

function isServer(place: Place): place is Place & { readonly url: string } {
  if (place.url === undefined || place.url === '') return false;
  if (/^postgres(ql)?:\/\//.test(place.url)) return true;
  throw new StoreFault('badUrl', 'DATABASE_URL 应以 postgres:// 开头；留空则使用数据目录中的内置数据库。');
}

async function openFolder(dataDir: string, { now, jitter }: Surroundings): Promise<Store> {
  const folder = privateFolder(resolve(dataDir));
  const lock = lockFolder(folder, now());
  try {
    const writing = openWriting(join(folder, FILE));
    await migrate(writing);
    const reading = openReading(join(folder, FILE));
    return embeddedStore({ reading, writing, release: lock.release }, { jitter, wait });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Only this user may look in: personal data. A worker cannot change the umask; the folder's own mode still holds. */
function privateFolder(folder: string): string {
  if (isMainThread) process.umask(0o077);
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (isNew && process.platform !== 'win32') keepOnDisk(dirname(folder));
  return folder;
}

/** A new folder's name survives a power cut only once its parent is on disk. */
function keepOnDisk(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

async function openServer(
  url: string,
  adminUrl: string | undefined,
  surroundings: Surroundings,
): Promise<Store> {
  const lost = surroundings.lost ?? ignore;
  const db = openPostgres(url, lost, surroundings.heldAtMost ?? HELD_AT_MOST);
  try {
    // of two that start together one migrates, and the other waits for as long as that takes
    const owner = openPostgres(adminUrl === undefined || adminUrl === '' ? url : adminUrl, lost);
    try {
      if (!(await isMigrated(owner))) await migrate(owner, await currentSchema(owner));
      if (await ownsFacts(owner)) await grantTo(await currentRole(db), owner);
    } finally {
      await owner.destroy();
    }
    await requireMigrated(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return serverStore(db, { jitter: surroundings.jitter, wait });
}

const ignore = () => undefined;
