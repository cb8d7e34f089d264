/** The items whose points are earned by planned tasks. */
import type { Policy } from './policy.ts';

export function taskItems({ kinds, items }: Policy): ReadonlySet<string> {
  const plans = new Set(kinds.filter(({ mechanism }) => mechanism === 'plan').map(({ id }) => id));
  return new Set(items.filter(({ kind }) => plans.has(kind)).map(({ id }) => id));
}
