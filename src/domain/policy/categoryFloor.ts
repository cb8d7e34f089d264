/** Mechanism: a category loses at most its own points in the year (reading G9). Year-to-date first; a period's loss is a difference. */
import { type Points, points } from '../points.ts';
import type { Line } from './line.ts';
import type { Scoring } from './scoring.ts';

export type CategoryLosses = {
  /** Takes (or, when negative, gives back) an entry's own amount from a category, by its position. */
  readonly take: (category: number, amount: number) => void;
  /** The loss of the period over all categories; tells each category in which the floor made a difference. */
  readonly settle: (period: number, kind: string, lines: Line[]) => number;
};

export function openCategories(scoring: Scoring): CategoryLosses {
  const floored = scoring.policy.categoryFloor === 'year';
  const taken = scoring.caps.map(() => 0);
  const lost = scoring.caps.map(() => 0);
  const takenBefore = scoring.caps.map(() => 0);
  return {
    take(category, amount) {
      taken[category] = (taken[category] ?? 0) + amount;
    },
    settle(period, kind, lines) {
      let loss = 0;
      for (const [position, cap] of scoring.caps.entries()) {
        const total = taken[position] ?? 0;
        const inPeriod = total - (takenBefore[position] ?? 0);
        const effective = floored ? Math.min(cap, total) : total;
        const effect = effective - (lost[position] ?? 0);
        takenBefore[position] = total;
        lost[position] = effective;
        loss += effect;
        if (effect !== inPeriod)
          lines.push(
            floorLine(
              period,
              kind,
              points(inPeriod - effect),
              scoring.policy.categories[position]?.id ?? null,
            ),
          );
      }
      return loss;
    },
  };
}

function floorLine(period: number, kind: string, amount: Points, category: string | null): Line {
  return { period, kind, told: 'categoryFloor', amount, entry: null, by: null, category };
}
