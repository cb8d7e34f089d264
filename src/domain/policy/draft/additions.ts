/** Where a branch may add things of its own, and which id a new one gets. */
import { readBase } from './baseDocuments.ts';
import type { Change } from './change.ts';
import type { Documents } from './documents.ts';
import type { Addition } from './thing.ts';

export function additionsOf(documents: Documents): Addition[] {
  const { bonuses, deductions, disqualifiers, ...base } = readBase(documents);
  const list = (place: string, clause: string, name: string): Addition => ({
    list: place,
    clause,
    name,
    stem: `${clause}-`,
    keys: ['name', 'text', 'amount'],
  });
  return [
    list('bonuses/items', bonuses.clause, '加分项目'),
    list('deductions/items', deductions.clause, '扣分项目'),
    { ...list('disqualifiers/items', disqualifiers.clause, '不合格情形'), keys: ['name', 'text'] },
    ...base['base-items'].categories.map(({ id, name }) =>
      list(`base-items/categories/${id}/standards`, id, `“${name}”的扣分标准`),
    ),
  ];
}

/** A new thing with the next id, never one that the base or the draft has used: an id stands for one thing for good. */
export function addition(
  documents: Documents,
  changes: readonly Change[],
  { list, stem, keys }: Addition,
): Change {
  const used = [...ids(documents), ...changes.map(({ place }) => place.slice(place.lastIndexOf('/') + 1))];
  const numbers = used.flatMap((id) =>
    id.startsWith(stem) ? [Number.parseInt(id.slice(stem.length), 10)] : [],
  );
  const next = Math.max(0, ...numbers.filter((one) => Number.isInteger(one))) + 1;
  const id = `${stem}${next}`;
  return { place: `${list}/${id}`, to: { id, ...Object.fromEntries(keys.map((key) => [key, ''])) } };
}

function ids(documents: Documents): string[] {
  const { bonuses, deductions, disqualifiers, ...base } = readBase(documents);
  const lists = [bonuses.items, deductions.items, disqualifiers.items];
  return [...lists, ...base['base-items'].categories.map(({ standards }) => standards)].flatMap((list) =>
    list.map(({ id }) => id),
  );
}
