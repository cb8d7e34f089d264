/** What stands behind an id of the measure: its clause, its data, the readings that touch it, the examples that use it. */
import type { ClauseId } from '../clause.ts';
import type { ExampleCase, ExampleFile } from './example.ts';
import type { Category, Clause, Ground, Indicator, Item, Policy, Reading, Step } from './policy.ts';

export type Explanation = {
  readonly id: string;
  readonly clause: Clause | null;
  readonly items: readonly Item[];
  readonly grounds: readonly Ground[];
  readonly indicators: readonly Indicator[];
  readonly category: Category | null;
  readonly steps: readonly Step[];
  readonly readings: readonly Reading[];
  readonly examples: readonly { readonly file: string; readonly title: string }[];
};

/**
 * `id`: a clause (3.4.2, A2.5, An1.5), an item (3.4.2-4, A2.5-x), a ground (3.4.3-2), an indicator (A2-12) or a reading (G7).
 * Undefined when the policy has no such id.
 */
export function explain(
  policy: Policy,
  files: ReadonlyMap<string, ExampleFile>,
  id: string,
): Explanation | undefined {
  const clauseId = clauseOf(policy, id);
  const reading = policy.readings.find((one) => one.id === id);
  if (clauseId === undefined && reading === undefined) return undefined;
  const whole = id === clauseId;
  const concerns = (one: { readonly id: string; readonly clause: ClauseId }) =>
    one.id === id || (whole && one.clause === id);
  const items = policy.items.filter(concerns);
  const grounds = policy.grounds.filter(concerns);
  const category = policy.categories.find((one) => one.id === clauseId) ?? null;
  const named = new Set([id, ...items.map((one) => one.id), ...grounds.map((one) => one.id)]);
  return {
    id,
    clause: policy.clauses.find((one) => one.id === (clauseId ?? reading?.clauses[0])) ?? null,
    items,
    grounds,
    indicators: category?.indicators.filter((one) => whole || one.id === id) ?? [],
    category,
    steps: policy.procedure.filter((one) => whole && one.clause === id),
    readings: reading === undefined ? readingsOf(policy, clauseId ?? id) : [reading],
    examples: [...files].flatMap(([file, { cases }]) =>
      cases.filter((one) => uses(one, named)).map(({ title }) => ({ file, title })),
    ),
  };
}

function clauseOf(policy: Policy, id: string): ClauseId | undefined {
  const own = [...policy.items, ...policy.grounds].find((one) => one.id === id);
  const category = policy.categories.find(({ indicators }) => indicators.some((one) => one.id === id));
  return own?.clause ?? category?.id ?? policy.clauses.find((clause) => clause.id === id)?.id;
}

/** Readings of the clause or of one it stands in: a reading of A2 touches A2.5. */
function readingsOf({ readings }: Policy, clause: ClauseId): Reading[] {
  const parts = clause.split('.');
  const around = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  return readings.filter(({ clauses }) => clauses.some((one) => around.includes(one)));
}

function uses({ about, members = [], readings }: ExampleCase, named: ReadonlySet<string>): boolean {
  const cited = [
    ...about,
    ...Object.keys(readings),
    ...members.flatMap(({ entries }) => entries.map(({ item }) => item)),
  ];
  return cited.some((one) => named.has(one));
}
