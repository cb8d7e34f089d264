/**
 * 查看记录: whoever reads another's points, papers or register line is noted, for that other to see (duties: access). Beside
 * the books and unchained: nothing is decided by it. Notes are kept in memory for some seconds and written together, so that
 * reading a page waits for no disk; a crash loses the last of them, an orderly end none.
 */
import type { LookRow, Store } from './ports.ts';

export type Looks = {
  /** Said once a minute for the same reader, person and page. */
  readonly note: (look: Omit<LookRow, 'at'>) => void;
  /** Writes what was noted so far. */
  readonly flush: () => Promise<void>;
  /** Removes what is older than the days it is kept; running it again removes nothing more. */
  readonly sweep: () => Promise<void>;
  /** How many days a look is kept. */
  readonly days: number;
};

type Surroundings = {
  readonly store: Store;
  readonly now: () => string;
  readonly days: number;
  /** Told when they could not be written; they are tried again. */
  readonly failed: (error: unknown) => void;
};

/** A look on nobody in particular: the whole organisation's list. */
export const EVERYBODY = '';

const SECONDS = 5;
const MOST_WAITING = 20_000;
const DAY = 86_400_000;
const MINUTE_LENGTH = '2026-03-31T01:02'.length;

export function openLooks({ store, now, days, failed }: Surroundings): Looks {
  let waiting = new Map<string, LookRow>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const put = async () => {
    clearTimeout(timer);
    timer = undefined;
    const rows = waiting;
    if (rows.size === 0) return;
    waiting = new Map();
    try {
      await store.write((tx) => tx.addLooks([...rows.values()]));
    } catch (error) {
      for (const [key, row] of rows) if (waiting.size < MOST_WAITING) waiting.set(key, row);
      throw error;
    }
  };
  const flush = () => {
    writing = writing.then(put, put);
    return writing;
  };
  return {
    days,
    note: (look) => {
      if (waiting.size >= MOST_WAITING) return;
      const row = { ...look, at: `${now().slice(0, MINUTE_LENGTH)}:00.000Z` };
      waiting.set(JSON.stringify(row), row);
      timer ??= setTimeout(() => void flush().catch(failed), SECONDS * 1_000).unref();
    },
    flush,
    sweep: async () => {
      const before = new Date(Date.parse(now()) - days * DAY).toISOString();
      await store.write((tx) => tx.removeLooks(before));
    },
  };
}
