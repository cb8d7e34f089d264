/** Everything a branch may change of its measure, in the order of its files. */
import type { ClauseId } from '../../clause.ts';
import { type BaseDocuments, type Entry, readBase } from './baseDocuments.ts';
import type { Documents } from './documents.ts';
import { settingThings } from './settingThings.ts';
import type { Addition, Field, Thing } from './thing.ts';

export function thingsOf(documents: Documents): Thing[] {
  const base = readBase(documents);
  return [
    ...settingThings(base),
    ...entryThings('bonuses/items', base.bonuses.clause, base.bonuses.items),
    ...entryThings('deductions/items', base.deductions.clause, base.deductions.items),
    suppliers(base),
    ...entryThings('disqualifiers/items', base.disqualifiers.clause, base.disqualifiers.items),
    ...base['base-items'].categories.flatMap(categoryThings),
    ...base.procedure.map(stepThing),
    ...base.readings.filter(({ alternatives }) => alternatives.length > 0).map(readingThing),
  ];
}

/** A thing the draft adds, as it stands in its change. */
export function addedThing(place: string, clause: ClauseId, keys: Addition['keys']): Thing {
  const id = place.slice(place.lastIndexOf('/') + 1);
  const blank: Entry = { id, name: '', text: '', ...(keys.includes('amount') ? { amount: '' } : {}) };
  const fields = entryFields(place, blank).map((field) => ({ ...field, before: null }));
  return { place, clause, name: id, fields, removable: true };
}

function entryFields(place: string, { name, text, amount }: Entry): Field[] {
  return [
    { place: `${place}/name`, label: '名称', form: 'text', before: name },
    ...(amount === undefined
      ? []
      : [{ place: `${place}/amount`, label: '分值', form: 'amount', before: amount } as const]),
    { place: `${place}/text`, label: '内容（应照录条文）', form: 'long', before: text },
  ];
}

const entryThings = (list: string, clause: ClauseId, items: readonly Entry[]): Thing[] =>
  items.map((item) => {
    const place = `${list}/${item.id}`;
    return {
      place,
      clause,
      name: `${item.id} ${item.name}`,
      fields: entryFields(place, item),
      removable: true,
    };
  });

const suppliers = ({ deductions }: BaseDocuments): Thing => ({
  place: 'deductions/suppliers',
  clause: deductions.clause,
  name: '可提供扣分依据的单位',
  fields: [
    {
      place: 'deductions/suppliers',
      label: '单位（用顿号分开）',
      form: 'list',
      before: deductions.suppliers.join('、'),
    },
  ],
  removable: false,
});

function categoryThings(category: BaseDocuments['base-items']['categories'][number]): Thing[] {
  const { id, name, cap, indicators, standards } = category;
  const place = `base-items/categories/${id}`;
  return [
    {
      place,
      clause: id,
      name: `类别 ${name}`,
      fields: [
        { place: `${place}/name`, label: '名称', form: 'text', before: name },
        { place: `${place}/cap`, label: '全年分值', form: 'amount', before: cap },
        ...indicators.map(
          (one): Field => ({
            place: `${place}/indicators/${one.id}/amount`,
            label: `指标 ${one.id} 分值：${one.text}`,
            form: 'amount',
            before: one.amount,
          }),
        ),
      ],
      removable: false,
    },
    ...entryThings(`${place}/standards`, id, standards),
  ];
}

const stepThing = ({ id, clause, name, deadline }: BaseDocuments['procedure'][number]): Thing => ({
  place: `procedure/${id}`,
  clause,
  name: `程序 ${name}`,
  fields: [{ place: `procedure/${id}/deadline`, label: '时限', form: 'long', before: deadline }],
  removable: false,
});

function readingThing({
  id,
  clauses,
  question,
  reading,
  chosen,
  alternatives,
}: BaseDocuments['readings'][number]): Thing {
  return {
    place: `readings/${id}`,
    clause: clauses[0] ?? null,
    name: `读法 ${id}：${question}`,
    fields: [
      {
        place: `readings/${id}/chosen`,
        label: '采用',
        form: 'choice',
        before: chosen ?? '',
        options: [
          { value: '', label: reading },
          ...alternatives.map((one) => ({ value: one.id, label: one.text })),
        ],
      },
    ],
    removable: false,
  };
}
