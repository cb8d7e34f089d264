/**
 * Mechanism: points that are put in each period and kept unless lost (base). "直到扣完为止" is the year's pool by reading G7:
 * base(≤Q) = max(0, share × counted periods − loss(≤Q)), so a period's figure may fall below zero (冲减前期).
 */
import { points } from '../points.ts';
import { openCategories } from './categoryFloor.ts';
import { openLargest } from './largest.ts';
import type { Entry, Told } from './line.ts';
import { absorbedLine, type Placed, type Settle } from './placed.ts';
import type { Kind } from './policy.ts';
import type { Scoring } from './scoring.ts';

type Pool = Extract<Kind, { mechanism: 'pool' }>;

export function openPool(scoring: Scoring, pool: Pool): Settle {
  const judge = openLargest((entry) => (scoring.policy.incident === 'largest' ? entry.incident : undefined));
  const categories = openCategories(scoring);
  const share = points(pool.period);
  let opened = 0;
  let lost = 0;
  let kept = 0;
  return (period, entries, lines) => {
    let direct = 0;
    lines.push({
      period,
      kind: pool.id,
      told: 'opening',
      amount: share,
      entry: null,
      by: null,
      category: null,
    });
    const take = ({ entry, scored }: Placed, told: Told, amount: number, by: Entry | null) => {
      if (scored.category < 0) direct += amount;
      else categories.take(scored.category, amount);
      lines.push({
        period,
        kind: pool.id,
        told,
        amount: points(-amount),
        entry,
        by,
        category: scored.item.category,
      });
    };
    judge(entries, {
      counts: (placed) => take(placed, 'counts', placed.entry.amount, null),
      absorbed: (placed, by) => lines.push(absorbedLine(period, pool.id, placed, by)),
      replaced: (placed, by) => take(placed, 'replaced', 0 - placed.entry.amount, by),
    });
    const loss = direct + categories.settle(period, pool.id, lines);
    opened += share;
    lost += loss;
    const unfloored = share - loss;
    const figure = pool.floor === 'year' ? Math.max(0, opened - lost) - kept : Math.max(0, unfloored);
    kept += figure;
    if (figure !== unfloored)
      lines.push({
        period,
        kind: pool.id,
        told: 'floor',
        amount: points(figure - unfloored),
        entry: null,
        by: null,
        category: null,
      });
    return figure;
  };
}
