/** The things of a draft by clause, each with its changes and what the lints found there. */
import { readBase } from '../../domain/policy/draft/baseDocuments.ts';
import { additionsOf } from '../../domain/policy/draft/additions.ts';
import type { Change } from '../../domain/policy/draft/change.ts';
import type { Documents } from '../../domain/policy/draft/documents.ts';
import { placeOf } from '../../domain/policy/draft/place.ts';
import type { Addition, Thing } from '../../domain/policy/draft/thing.ts';
import { addedThing, thingsOf } from '../../domain/policy/draft/things.ts';
import type { Finding } from '../../domain/policy/lint/finding.ts';

export type PlacedFinding = Finding & { readonly place: string };

export type ShownThing = Thing & {
  readonly changes: readonly Change[];
  readonly findings: readonly PlacedFinding[];
  readonly state: 'base' | 'added' | 'removed';
};

export type Group = {
  readonly clause: string | null;
  readonly title: string;
  readonly text: string;
  readonly things: readonly ShownThing[];
  readonly additions: readonly Addition[];
  readonly changed: number;
  readonly found: number;
};

const inside = (place: string, outer: string) => place === outer || place.startsWith(`${outer}/`);

/** Of the base: they do not change while a draft is worked on. */
export type Form = { readonly things: readonly Thing[]; readonly additions: readonly Addition[] };
export const formOf = (documents: Documents): Form => ({
  things: thingsOf(documents),
  additions: additionsOf(documents),
});

export const placed = (findings: readonly Finding[]): PlacedFinding[] =>
  findings.map((one) => ({ ...one, place: placeOf(one) }));

/** Everything of the form, what the draft adds included. */
export function shownThings(
  { things, additions }: Form,
  changes: readonly Change[],
  findings: readonly PlacedFinding[],
): ShownThing[] {
  const added = additions.flatMap(({ list, clause, keys }) =>
    changes
      .filter(({ place, to }) => to !== null && place.slice(0, place.lastIndexOf('/')) === list)
      .map(({ place }) => addedThing(place, clause, keys)),
  );
  const isAdded = new Set(added.map(({ place }) => place));
  return [...things, ...added].map((thing) => {
    const own = changes.filter(({ place }) => belongs(thing, place));
    const removed = own.some(({ place, to }) => place === thing.place && to === null);
    return {
      ...thing,
      changes: own,
      findings: findings.filter(({ place }) => belongs(thing, place)),
      state: removed ? 'removed' : isAdded.has(thing.place) ? 'added' : 'base',
    };
  });
}

/** A standard lies inside its category's place, and yet is a thing of its own. */
function belongs({ place, fields }: Thing, found: string): boolean {
  if (place === found || fields.some((field) => inside(found, field.place))) return true;
  return fields.length > 0 && inside(found, place) && !/\/standards\//.test(found.slice(place.length));
}

export function groupsOf(documents: Documents, { additions }: Form, things: readonly ShownThing[]): Group[] {
  const { clauses } = readBase(documents);
  const byClause = Map.groupBy(things, ({ clause }) => clause);
  const known = clauses.filter(({ id }) => byClause.has(id));
  const group = (clause: string | null, title: string, text: string): Group => {
    const own = byClause.get(clause) ?? [];
    return {
      clause,
      title,
      text,
      things: own,
      additions: additions.filter((one) => one.clause === clause),
      changed: own.reduce((sum, one) => sum + one.changes.length, 0),
      found: own.reduce((sum, one) => sum + one.findings.length, 0),
    };
  };
  return [
    ...(byClause.has(null) ? [group(null, '', '')] : []),
    ...known.map(({ id, title = '', text }) => group(id, title, text)),
  ];
}

export function narrowedGroups(groups: readonly Group[], wanted: string, onlyTouched: boolean): Group[] {
  const q = wanted.trim();
  return groups.flatMap((group) => {
    const whole =
      q === '' ||
      group.clause === q ||
      group.clause?.startsWith(`${q}.`) === true ||
      [group.title, group.text].some((text) => text.includes(q));
    const things = group.things.filter(
      (one) =>
        (whole || one.name.includes(q) || one.fields.some(({ label }) => label.includes(q))) &&
        (!onlyTouched || one.changes.length > 0 || one.findings.length > 0),
    );
    return things.length === 0 ? [] : [{ ...group, things }];
  });
}
