/** What differs between two versions of a measure, by clause, for the meeting that votes on it. Pure; the order of lists is no difference. */
import type { ClauseId } from '../clause.ts';
import { described } from './described.ts';
import type { Policy } from './policy.ts';
import type { Subject } from './subject.ts';

/** Null: the version does not have it. An added or removed thing tells all it says. */
export type ValueChange = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

export type SubjectChange = {
  readonly how: 'added' | 'removed' | 'changed';
  readonly name: string;
  readonly values: readonly ValueChange[];
};

/** `clause` null: the measure as a whole. `title` is the newer version's. */
export type ClauseDifference = {
  readonly clause: ClauseId | null;
  readonly title: string;
  readonly changes: readonly SubjectChange[];
};

/** Nothing when both say the same. The whole first, then clauses in the newer version's order, then those it lacks. */
export function policyDifference(older: Policy, newer: Policy): ClauseDifference[] {
  const before = byKey(older);
  const after = byKey(newer);
  const changes = new Map<ClauseId | null, SubjectChange[]>();
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const change = changeOf(before.get(key), after.get(key));
    if (change === undefined) continue;
    const clause = (after.get(key) ?? before.get(key))?.clause ?? null;
    changes.set(clause, [...(changes.get(clause) ?? []), change]);
  }
  const titles = new Map([...older.clauses, ...newer.clauses].map(({ id, title = '' }) => [id, title]));
  const order = [null, ...newer.clauses.map(({ id }) => id), ...older.clauses.map(({ id }) => id)];
  return [...new Set([...order, ...changes.keys()])].flatMap((clause) => {
    const found = changes.get(clause);
    if (found === undefined) return [];
    return [{ clause, title: clause === null ? '' : (titles.get(clause) ?? ''), changes: found }];
  });
}

const byKey = (policy: Policy) => new Map(described(policy).map((subject) => [subject.key, subject]));

function changeOf(before: Subject | undefined, after: Subject | undefined): SubjectChange | undefined {
  const labels = new Set([...labelsOf(before), ...labelsOf(after)]);
  const values = [...labels]
    .map((label): ValueChange => ({ label, before: valueOf(before, label), after: valueOf(after, label) }))
    .filter((one) => one.before !== one.after);
  const name = (after ?? before)?.name ?? '';
  if (before === undefined) return { how: 'added', name, values };
  if (after === undefined) return { how: 'removed', name, values };
  return values.length === 0 ? undefined : { how: 'changed', name, values };
}

const labelsOf = (subject: Subject | undefined) => subject?.values.map(([label]) => label) ?? [];

const valueOf = (subject: Subject | undefined, wanted: string): string | null =>
  subject?.values.find(([label]) => label === wanted)?.[1] ?? null;
