/** One process per data folder (promises D7). The lock is the operating system's, held through SQLite: it dies with its holder. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFault } from './fault.ts';

export type Lock = { readonly release: () => void };

/** Refuses at once when another process holds the folder, naming its pid and since when. `now`: a UTC instant, for that message. */
export function lockFolder(folder: string, now: string): Lock {
  const database = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  const holder = join(folder, 'lock.json');
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new StoreFault('dataDirInUse', inUse(folder, holder), error);
  }
  // Only says who holds the lock; what keeps others out is the lock itself, so a stale note does no harm.
  writeFileSync(holder, JSON.stringify({ pid: process.pid, since: now }), { mode: 0o600 });
  return {
    release() {
      rmSync(holder, { force: true });
      database.exec('rollback');
      database.close();
    },
  };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' && (code & 0xff) === SQLITE_BUSY;
}

function inUse(folder: string, holder: string): string {
  const who = readHolder(holder);
  return `数据目录 ${folder} 正由${who}使用。一个数据目录同时只能由一个进程打开。请先停止那个进程，或用 DATA_DIR 另选一个目录。`;
}

function readHolder(file: string): string {
  if (!existsSync(file)) return '另一个进程';
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string };
    return `进程 ${pid}（自 ${since} 起）`;
  } catch {
    // caught while it is being written
    return '另一个进程';
  }
}
