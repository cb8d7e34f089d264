/** Mechanism: credits added up to the year's cap (bonus), of each achievement the highest only (reading G18). */
import { points } from '../points.ts';
import { openLargest } from './largest.ts';
import { absorbedLine, type Settle } from './placed.ts';
import type { Kind } from './policy.ts';
import type { Scoring } from './scoring.ts';

type CappedBonus = Extract<Kind, { mechanism: 'cappedBonus' }>;

export function openCappedBonus(scoring: Scoring, bonus: CappedBonus): Settle {
  const judge = openLargest((entry) =>
    scoring.policy.achievement === 'highest' ? entry.achievement : undefined,
  );
  let earned = 0;
  let credited = 0;
  return (period, entries, lines) => {
    const earnedBefore = earned;
    judge(entries, {
      counts: ({ entry }) => {
        earned += entry.amount;
        lines.push({
          period,
          kind: bonus.id,
          told: 'counts',
          amount: entry.amount,
          entry,
          by: null,
          category: null,
        });
      },
      absorbed: (placed, by) => lines.push(absorbedLine(period, bonus.id, placed, by)),
      replaced: ({ entry }, by) => {
        earned -= entry.amount;
        lines.push({
          period,
          kind: bonus.id,
          told: 'replaced',
          amount: points(0 - entry.amount),
          entry,
          by,
          category: null,
        });
      },
    });
    const figure = Math.min(bonus.year, earned) - credited;
    credited += figure;
    const beyond = figure - (earned - earnedBefore);
    if (beyond !== 0)
      lines.push({
        period,
        kind: bonus.id,
        told: 'cap',
        amount: points(beyond),
        entry: null,
        by: null,
        category: null,
      });
    return figure;
  };
}
