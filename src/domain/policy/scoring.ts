/** A policy's amounts and switches, looked up once and held ready for the sum. */
import { ZERO, type Points } from '../points.ts';
import type { Item, Kind, Policy } from './policy.ts';

/** What an item does in the sum: `kind` and `category` are positions in the policy's lists; category -1 means none. */
export type ScoredItem = {
  readonly item: Item;
  readonly order: number;
  readonly kind: number;
  readonly category: number;
};

export type Scoring = {
  readonly policy: Policy;
  readonly periodCount: number;
  readonly kinds: readonly Kind[];
  readonly caps: readonly Points[];
  readonly items: ReadonlyMap<string, ScoredItem>;
};

/** Lint has already made sure that every item's kind and category exist; one that does not is a fault here. */
export function scoringOf(policy: Policy): Scoring {
  const items = policy.items.map((item, order) => {
    const kind = policy.kinds.findIndex(({ id }) => id === item.kind);
    const category = policy.categories.findIndex(({ id }) => id === item.category);
    if (kind < 0 || (item.category !== null && category < 0))
      throw new Error(`item ${item.id} names an unknown kind or category`);
    return [item.id, { item, order, kind, category }] as const;
  });
  return {
    policy,
    periodCount: policy.periods.count,
    kinds: policy.kinds,
    caps: policy.categories.map(({ cap }) => cap),
    items: new Map(items),
  };
}

/** The share of a pool or plan that one period holds. */
export function periodShare(kind: Kind): Points {
  return kind.mechanism === 'cappedBonus' ? ZERO : kind.period;
}
