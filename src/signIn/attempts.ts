/** Counts attempts under the keys given, in one transaction before anything is verified. */
import { afterFailure, fresh, type Limits, type Wait, waitOf, withoutOne } from './attemptRules.ts';
import type { SignInDatabase } from './ports.ts';
import type { AttemptRow, Tx } from './tables.ts';

/** `judged`: a wait under this key stops the attempt; otherwise it only adds to the count. */
export type Counter = { readonly key: string; readonly limits: Limits; readonly judged: boolean };
/** `began`: this very attempt is the last before a lock or the ceiling. */
export type Reserved = { readonly wait: Wait; readonly began: boolean };

export type Attempts = {
  /** Counts the attempt as failed, unless it has to wait. */
  readonly reserve: (counters: readonly Counter[]) => Promise<Reserved>;
  /** It was no failure. `clear`: forget earlier failures under the first key as well. */
  readonly release: (counters: readonly Counter[], clear: boolean) => Promise<void>;
  /** Opens what a ceiling closed. */
  readonly forget: (keys: readonly string[], tx: Tx) => Promise<void>;
};

const KEPT_DAYS = 30;
const DAY = 86_400_000;

export function openAttempts({ db, engine }: SignInDatabase, now: () => string): Attempts {
  const lock = async (tx: Tx, keys: readonly string[], at: number): Promise<Map<string, AttemptRow>> => {
    // in one order everywhere, so that two attempts never wait for each other
    const rows = [...keys].sort().map((key) => fresh(key, at));
    await tx
      .insertInto('signInAttempt')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    const query = tx.selectFrom('signInAttempt').selectAll().where('key', 'in', keys).orderBy('key');
    const kept = await (engine === 'postgres' ? query.forUpdate() : query).execute();
    return new Map(kept.map((row) => [row.key, row]));
  };
  const put = async (tx: Tx, { key, ...row }: AttemptRow) => {
    await tx.updateTable('signInAttempt').set(row).where('key', '=', key).execute();
  };
  return {
    reserve: (counters) =>
      db.transaction().execute(async (tx) => {
        const at = Date.parse(now());
        const rows = await lock(
          tx,
          counters.map(({ key }) => key),
          at,
        );
        const of = ({ key }: Counter) => rows.get(key) ?? fresh(key, at);
        const waits = counters
          .filter(({ judged }) => judged)
          .map((counter) => waitOf(of(counter), counter.limits, at));
        const wait = longest(waits);
        if (wait !== null) return { wait, began: false };
        const next = counters.map((counter) => ({
          counter,
          row: afterFailure(of(counter), counter.limits, at),
        }));
        for (const { row } of next) await put(tx, row);
        const began = next.some(
          ({ counter, row }) =>
            counter.judged && (row.locks > of(counter).locks || row.consecutive >= counter.limits.ceiling),
        );
        // names nobody has leave rows behind; they go when they no longer matter
        await tx
          .deleteFrom('signInAttempt')
          .where('windowFrom', '<', at - KEPT_DAYS * DAY)
          .execute();
        return { wait: null, began };
      }),
    release: (counters, clear) =>
      db.transaction().execute(async (tx) => {
        const at = Date.parse(now());
        const rows = await lock(
          tx,
          counters.map(({ key }) => key),
          at,
        );
        for (const [place, { key }] of counters.entries()) {
          const row = rows.get(key) ?? fresh(key, at);
          await put(tx, clear && place === 0 ? fresh(key, at) : withoutOne(row));
        }
      }),
    forget: async (keys, tx) => {
      if (keys.length > 0) await tx.deleteFrom('signInAttempt').where('key', 'in', keys).execute();
    },
  };
}

function longest(waits: readonly Wait[]): Wait {
  return waits.reduce<Wait>((kept, wait) => {
    if (kept === null || wait === null) return kept ?? wait;
    if ('closed' in kept || 'closed' in wait) return { closed: true };
    return kept.seconds >= wait.seconds ? kept : wait;
  }, null);
}
