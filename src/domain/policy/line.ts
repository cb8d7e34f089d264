import type { Points } from '../points.ts';
import type { Day } from '../period.ts';

/**
 * One entry of a member's year as the sum reads it. `amount` is without sign, in hundredths; the item says whether it is a
 * credit or a deduction. `period` is the one it counts in (计入季度). Absent incident and achievement keys stand alone.
 */
export type Entry = {
  readonly id: string;
  readonly item: string;
  readonly day: Day;
  readonly period: number;
  readonly amount: Points;
  readonly incident?: string | undefined;
  readonly achievement?: string | undefined;
  /** The branch it came from by transcript (转移证明, G22); absent or null: recorded here. */
  readonly transferredFrom?: string | null | undefined;
  /** The period whose round corrected it (更正, G31): from that one on it counts no more. */
  readonly until?: number | undefined;
  /** The entry it stands for from then on, counting where that one did; `withdrawn`: for nothing at all. */
  readonly corrects?: string | null | undefined;
  readonly withdrawn?: boolean | undefined;
};

/**
 * What a line of the statement (说明单) tells:
 * opening – the period's share of the pool is put in · counts – an entry in full effect · absorbed (并入) – an entry of an
 * incident or achievement of which another counts · replaced (冲回, 补差) – an earlier entry gives way to a larger one, its
 * effect comes back here · corrected (更正) – what a correction of an earlier, registered period changes is told in the period
 * that decided it: `entry` is the one corrected, `by` what stands now · categoryFloor – a category is used up · floor – the pool is used up (扣完为止), or what was
 * left over is taken now · cap – more than the plan or the year's bonus holds.
 */
export type Told =
  | 'opening'
  | 'counts'
  | 'absorbed'
  | 'replaced'
  | 'corrected'
  | 'categoryFloor'
  | 'floor'
  | 'cap';

/** The lines of one kind and period add up to that kind's figure in that period. `amount` is signed, in hundredths. */
export type Line = {
  readonly period: number;
  readonly kind: string;
  readonly told: Told;
  readonly amount: Points;
  readonly entry: Entry | null;
  /** The entry that counts in place of `entry` when that is absorbed or replaced. */
  readonly by: Entry | null;
  readonly category: string | null;
};
