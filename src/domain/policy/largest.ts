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
  const holderOf = (placed: Placed): Placed => {
    const key = keyOf(placed.entry);
    return (key === undefined ? undefined : holders.get(key)) ?? placed;
  };
  return (entries, verdict) => {
    const displaced: Placed[] = [];
    for (const placed of entries) {
      const key = keyOf(placed.entry);
      if (key === undefined) continue;
      const holder = holders.get(key);
      if (holder !== undefined && placed.entry.amount <= holder.entry.amount) continue;
      if (holder !== undefined && holder.entry.period < placed.entry.period) displaced.push(holder);
      holders.set(key, placed);
    }
    for (const placed of entries) {
      const holder = holderOf(placed);
      if (holder === placed) verdict.counts(placed);
      else verdict.absorbed(placed, holder.entry);
    }
    for (const earlier of displaced) verdict.replaced(earlier, holderOf(earlier).entry);
  };
}
