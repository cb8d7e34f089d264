/** The store the services see, on either engine. */
import { sql } from 'kysely';
import { BooksHeld } from '../service/ports/booksHeld.ts';
import type { Reading, Store, Writing } from '../service/ports.ts';
import { isHeld, isWorthRetrying } from './postgres.ts';
import { readingOf } from './reading.ts';
import { type Patience, retried } from './retry.ts';
import type { Database, Tx } from './tables.ts';
import { writingOf } from './writing.ts';

/** One connection writes, another reads; `writing` is absent where only reading is meant. */
export type Embedded = {
  readonly reading: Database;
  readonly writing: Database | undefined;
  readonly release: () => void;
};

export function embeddedStore({ reading, writing, release }: Embedded, patience: Patience): Store {
  return {
    engine: 'sqlite',
    durability: async () => {
      const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(reading);
      return `SQLite ${rows[0]?.version ?? ''}, journal_mode=wal, synchronous=full`;
    },
    write: async (work, options) => {
      if (writing === undefined) throw new Error('the books are open for reading only');
      return await write(writing, false, patience, work, options?.rollback === true);
    },
    read: <T>(work: (tx: Reading) => Promise<T>) =>
      reading.transaction().execute((tx) => work(readingOf(tx))),
    close: async () => {
      await reading.destroy();
      await writing?.destroy();
      release();
    },
  };
}

export function serverStore(db: Database, patience: Patience): Store {
  return {
    engine: 'postgres',
    durability: async () => {
      const setting = async (name: string) => {
        const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db);
        return rows[0]?.value ?? '';
      };
      const [version, fsync, commit] = [
        await setting('server_version'),
        await setting('fsync'),
        await setting('synchronous_commit'),
      ];
      return `PostgreSQL ${version}, fsync=${fsync}, synchronous_commit=${commit}`;
    },
    write: (work, options) => write(db, true, patience, work, options?.rollback === true),
    read: <T>(work: (tx: Reading) => Promise<T>) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((tx) => work(readingOf(tx))),
    close: () => db.destroy(),
  };
}

/** Thrown to undo a preview; carries what it answered. */
class RolledBack extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('a preview keeps nothing');
    this.answer = answer;
  }
}

async function write<T>(
  db: Database,
  lockRows: boolean,
  patience: Patience,
  work: (tx: Writing) => Promise<T>,
  rollback: boolean,
): Promise<T> {
  const once = async (tx: Tx): Promise<T> => {
    const answer = await work(writingOf(tx, lockRows));
    if (rollback) throw new RolledBack(answer);
    return answer;
  };
  try {
    return await retried(() => db.transaction().execute(once), isWorthRetrying, patience);
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as T;
    if (isHeld(error)) throw new BooksHeld('the books are held by another', { cause: error });
    throw error;
  }
}
