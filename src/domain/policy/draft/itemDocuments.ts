/** The items of a Policy as their files would have them, amounts as text. An empty list keeps the kind it is for. */
import type { Category, Item, Kind, Policy } from '../policy.ts';
import { said } from './settingsDocument.ts';

const entryOf = ({ id, name, text, amount, most }: Item): object => ({
  id,
  name,
  text,
  amount: said(amount ?? most),
});

export function listOf(policy: Policy, group: Item['group'], mechanism: Kind['mechanism']): object {
  const items = policy.items.filter((item) => item.group === group);
  const kind = policy.kinds.find((one) => one.mechanism === mechanism);
  const [first] = items;
  return {
    kind: first?.kind ?? kind?.id,
    clause: first?.clause ?? kind?.clause,
    requires: first?.requires ?? [],
    items: items.map(entryOf),
  };
}

export function baseItemsOf(policy: Policy): object {
  const pool = policy.kinds.find(({ mechanism }) => mechanism === 'pool');
  const any = policy.items.find(({ category }) => category !== null);
  return {
    kind: any?.kind ?? pool?.id,
    requires: any?.requires ?? [],
    categories: policy.categories.map((category) => categoryOf(policy, category)),
  };
}

function categoryOf({ items }: Policy, { id, name, cap, standardsText, indicators }: Category): object {
  const own = items.filter(({ category }) => category === id);
  const discretionary = own.find(({ group }) => group === 'discretionary');
  return {
    id,
    name,
    cap: said(cap),
    standardsText,
    indicators: indicators.map((one) => ({ ...one, amount: said(one.amount) })),
    standards: own.filter(({ group }) => group === 'standard').map(entryOf),
    discretionary: { id: discretionary?.id, text: discretionary?.text },
  };
}

export function disqualifiersOf({ grounds, disqualification }: Policy): object {
  const [first] = grounds;
  return {
    clause: first?.clause ?? disqualification.clause,
    requires: first?.requires ?? [],
    items: grounds.map(({ id, name, text }) => ({ id, name, text })),
  };
}
