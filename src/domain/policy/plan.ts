/** Mechanism: points earned against a plan (task): what was decided for the period's tasks, at most the period's plan. */
import { points } from '../points.ts';
import type { Settle } from './placed.ts';
import type { Kind } from './policy.ts';

type Plan = Extract<Kind, { mechanism: 'plan' }>;

export function openPlan(plan: Plan): Settle {
  return (period, entries, lines) => {
    let decided = 0;
    for (const { entry } of entries) {
      decided += entry.amount;
      lines.push({
        period,
        kind: plan.id,
        told: 'counts',
        amount: entry.amount,
        entry,
        by: null,
        category: null,
      });
    }
    const figure = Math.min(plan.period, decided);
    if (figure !== decided)
      lines.push({
        period,
        kind: plan.id,
        told: 'cap',
        amount: points(figure - decided),
        entry: null,
        by: null,
        category: null,
      });
    return figure;
  };
}
