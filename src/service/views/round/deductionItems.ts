/** What may be proposed: deductions by their clause, and grounds of disqualification, which carry no amount. */
import { formatPoints, ZERO } from '../../../domain/points.ts';
import type { Policy } from '../../../domain/policy/policy.ts';

const TAKING = ['common', 'standard', 'discretionary'];

export function deductionItems({ items, grounds }: Policy) {
  const none = formatPoints(ZERO);
  return [
    ...items
      .filter(({ group }) => TAKING.includes(group))
      .map(({ id, name, text, amount, most }) => ({
        id,
        name,
        text,
        amount: amount === null ? null : formatPoints(amount),
        most: formatPoints(most),
      })),
    ...grounds.map(({ id, name, text }) => ({ id, name, text, amount: none, most: none })),
  ];
}
