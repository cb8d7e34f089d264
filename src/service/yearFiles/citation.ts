/** 条款 as records cite them: the policy's items and grounds by id, and what a misspelt one was likely meant to be. */
import type { Item, Policy, Required } from '../../domain/policy/policy.ts';
import type { Row } from './row.ts';

/** `item` is null for a ground of disqualification. */
export type Cited = {
  readonly id: string;
  readonly item: Item | null;
  readonly requires: readonly Required[];
};

export type Citations = {
  readonly known: ReadonlyMap<string, Cited>;
  readonly likely: ReadonlyMap<string, string>;
  /** Indicators are judged, never cited: their id → an item of the same category. */
  readonly indicators: ReadonlyMap<string, string>;
};

/** Full-width characters, dashes of all kinds and letters in either case look alike to whoever types them. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212_]/g, '-')
    .replace(/\s/g, '');

export function citationsOf(policy: Policy): Citations {
  const cited: Cited[] = [
    ...policy.items.map((item) => ({ id: item.id, item, requires: item.requires })),
    ...policy.grounds.map(({ id, requires }) => ({ id, item: null, requires })),
  ];
  return {
    known: new Map(cited.map((one) => [one.id, one])),
    likely: new Map(cited.map(({ id }) => [plain(id), id])),
    indicators: new Map(
      policy.categories.flatMap(({ id: category, indicators }) => {
        const instead = policy.items.findLast((item) => item.category === category);
        return indicators.map(({ id }) => [id, instead?.id ?? category] as const);
      }),
    ),
  };
}

export function refuseCitation(row: Row, { likely, indicators }: Citations, written: string): void {
  const instead = indicators.get(written);
  const meant = likely.get(plain(written));
  if (instead !== undefined) row.wrong('条款', 'indicator', instead);
  else if (meant !== undefined) row.wrong('条款', 'likelyItem', meant);
  else row.wrong('条款', 'unknownItem');
}
