/**
 * Mechanism: of the entries that share a key, up to a period, only the largest counts; if equal, the first in reading order.
 * Incidents of deductions (G10) and achievements of bonuses (G18) are both this.
 */
import type { Entry } from './line.ts';
import type { Placed } from './placed.ts';

export type Verdict = {
  readonly counts: (placed: Placed) => void;
  readonly absorbed: (placed: Placed, by: Entry) => void;
  /** `placed` counted in an earlier period and now gives way to a larger entry. */
  readonly replaced: (placed: Placed, by: Entry) => void;
};

/** Judges one period's entries after another, each list in reading order. `keyOf` undefined: the entry stands alone. */
export function openLargest(
  keyOf: (entry: Entry) => string | undefined,
): (entries: readonly Placed[], verdict: Verdict) => void {
  const holders = new Map<string, Placed>();
  return (entries, verdict) => {
    const before = new Map<string, Placed | undefined>();
    for (const placed of entries) {
      const key = keyOf(placed.entry);
      if (key === undefined) continue;
      const holder = holders.get(key);
      if (!before.has(key)) before.set(key, holder);
      if (holder === undefined || placed.entry.amount > holder.entry.amount) holders.set(key, placed);
    }
    for (const placed of entries) {
      const key = keyOf(placed.entry);
      const holder = key === undefined ? placed : holders.get(key);
      if (holder === undefined || holder === placed) verdict.counts(placed);
      else verdict.absorbed(placed, holder.entry);
    }
    for (const [key, earlier] of before) {
      const holder = holders.get(key);
      if (earlier !== undefined && holder !== undefined && holder !== earlier)
        verdict.replaced(earlier, holder.entry);
    }
  };
}
