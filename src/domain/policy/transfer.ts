/** Reading G22: what a member brings from another branch by its transcript. */
import type { Policy } from './policy.ts';

/** Whether it enters the sum here, or stays on record alone. */
export const addsUp = ({ transfer = 'both' }: Policy): boolean => transfer === 'both';

/** Everything of a policy that an entry's figure depends on: two branches' entries add up where this is the same. */
export function rulesOfSum(policy: Policy): object {
  const { periods, kinds, incident, achievement, categoryFloor, categories, items, grounds } = policy;
  return {
    periods: periods.count,
    incident,
    achievement,
    categoryFloor,
    kinds: kinds.map(({ name: _name, clause: _clause, ...kind }) => kind),
    categories: categories.map(({ id, cap }) => ({ id, cap })),
    items: items.map(({ id, kind, group, category, amount, most }) => ({
      id,
      kind,
      group,
      category,
      amount,
      most,
    })),
    grounds: grounds.map(({ id }) => id),
  };
}
