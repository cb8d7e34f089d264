import { ZERO } from '../points.ts';
import type { Entry, Line } from './line.ts';
import type { ScoredItem } from './scoring.ts';

/** An entry with what its item does in the sum. */
export type Placed = { readonly entry: Entry; readonly scored: ScoredItem };

/** Settles one kind of points for one counted period: appends its lines, returns its figure in hundredths. Periods come in order. */
export type Settle = (period: number, entries: readonly Placed[], lines: Line[]) => number;

/**
 * The one order in which entries are read, whatever the order they were typed in: counting period, day, item, and then
 * anything that tells two entries apart. It is also the incident rule's tie-break (readings.md "Incident").
 */
export function inReadingOrder(left: Placed, right: Placed): number {
  const a = left.entry;
  const b = right.entry;
  return (
    a.period - b.period ||
    compareText(a.day, b.day) ||
    left.scored.order - right.scored.order ||
    b.amount - a.amount ||
    compareText(a.id, b.id)
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A line about an entry that has no effect of its own because `by` counts. */
export function absorbedLine(period: number, kind: string, { entry, scored }: Placed, by: Entry): Line {
  return { period, kind, told: 'absorbed', amount: ZERO, entry, by, category: scored.item.category };
}
