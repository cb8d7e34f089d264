/** Mechanism: the graded score of a year in which not every period counts (reading G21). */
import { type Points, points, scaleHalfUp } from '../points.ts';
import type { Policy } from './policy.ts';

/**
 * The year's points when all periods count, or when the policy does not scale. Otherwise the kinds named in `partYear.kinds`
 * × periods ÷ counted periods, half up to the hundredth, plus the others as they are. `counted` ≥ 1.
 */
export function gradedScore(
  policy: Policy,
  yearByKind: Readonly<Record<string, Points>>,
  counted: number,
): Points {
  const { scaling, kinds } = policy.partYear;
  const full = policy.periods.count;
  let scaled = 0;
  let kept = 0;
  for (const [kind, amount] of Object.entries(yearByKind)) {
    if (kinds.includes(kind)) scaled += amount;
    else kept += amount;
  }
  if (scaling === 'none' || counted >= full) return points(scaled + kept);
  return points(scaleHalfUp(points(scaled), full, counted) + kept);
}
