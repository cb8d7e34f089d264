/** Every id stands for one thing: entries, papers and readings name things by id. */
import type { Policy } from '../policy.ts';
import { error, type Finding } from './finding.ts';

export function ids(policy: Policy): Finding[] {
  const { clauses, kinds, categories, items, grounds, procedure, readings } = policy;
  return [
    ...repeated('clauses.yaml', '', idsOf(clauses)),
    ...repeated('policy.yaml', 'kinds', idsOf(kinds)),
    ...repeated('policy.yaml', 'grades.bands', idsOf(policy.grades.bands)),
    ...repeated('policy.yaml', 'eligibility.bands', idsOf(policy.eligibility.bands)),
    ...repeated('base-items.yaml', 'categories', idsOf(categories)),
    ...repeated(
      'base-items.yaml',
      'categories.indicators',
      idsOf(categories.flatMap(({ indicators }) => indicators)),
    ),
    ...repeated('bonuses.yaml、deductions.yaml、base-items.yaml、disqualifiers.yaml', 'items', [
      ...idsOf(items),
      ...idsOf(grounds),
    ]),
    ...repeated('procedure.yaml', '', idsOf(procedure)),
    ...repeated('readings.yaml', '', idsOf(readings)),
    ...readings.flatMap(({ id, alternatives }) =>
      repeated('readings.yaml', `[${id}].alternatives`, idsOf(alternatives)),
    ),
    ...repeated('deductions.yaml', 'suppliers', policy.suppliers),
  ];
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

function repeated(file: string, list: string, names: readonly string[]): Finding[] {
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) =>
    error(file, `${list}[${name}]`, `“${name}”出现了不止一次，每个编号只能用一次`),
  );
}
