/** 待办 of whoever is signed in: everything that waits for them, the overdue first, then by the day; with nothing, what comes next. */
import type { PersonActor } from '../../domain/access/actor.ts';
import type { OfficeKind } from '../../domain/office/office.ts';
import { yearOf } from '../../domain/period.ts';
import type { OrganisationRow, Reading } from '../ports.ts';
import { type Next, nextSteps, openingLines } from './calendarLines.ts';
import type { Line, Today } from './line.ts';
import { exemptionLines, handoverLines, rosterLines } from './otherLines.ts';
import { ownWaits } from './ownMatters.ts';
import { ownPlanLines, planLines } from './planLines.ts';
import { type Place, placesOf } from './places.ts';
import { type PolicyMemory, policiesFor } from './policies.ts';
import { decidingBody, ownLine, roundLine, together } from './roundLines.ts';
import { roundTodos } from './rounds.ts';

export type Todos = { readonly lines: readonly Line[]; readonly next: readonly Next[] };

/** Told at most: a committee of many branches has as many next steps, and they are alike. */
const MOST_NEXT = 3;

/** The number of queries is that of the kinds of things that wait, not of the organisations. */
export async function todosOf(
  tx: Reading,
  actor: PersonActor,
  memory: PolicyMemory,
  asked: Today,
): Promise<Todos> {
  const { today } = asked;
  const places = await placesOf(tx, actor, today);
  const selves = actor.selves.map(({ organisationId }) => organisationId);
  const ids = [...new Set([...places.map(({ organisation }) => organisation.organisationId), ...selves])];
  const names = new Map((await tx.organisationsNamed(ids)).map((one) => [one.organisationId, one]));
  const nameOf = (id: string) => names.get(id)?.name ?? '';
  const year = yearOf(today);
  const policies = await policiesFor(tx, memory, ids, [year, year - 1]);
  const { todos, begun } = await roundTodos(tx, actor, places, policies, asked);
  const own = await ownWaits(tx, actor, policies, today);
  const bodyOf = ({ organisation }: Line) => {
    const place = places.find((one) => one.organisation.organisationId === organisation.id);
    const id = decidingBody(actor, place?.base.above ?? []);
    return id === undefined ? undefined : { id, name: nameOf(id) };
  };
  const lines = [
    ...own.map((one) => ownLine(one, nameOf(one.organisationId), policies)),
    ...together(
      todos.map((todo) => roundLine(actor, todo, policies)),
      bodyOf,
    ),
    ...openingLines(actor, places, policies, begun, asked),
    ...(await ownPlanLines(tx, actor, nameOf, asked)),
    ...(await planLines(tx, actor, places, policies, asked)),
    ...(await exemptionLines(tx, actor, places)),
    ...(await handoverLines(tx, actor, nameOf)),
    ...(await rosterLines(tx, actor, places)),
  ];
  return {
    lines: lines.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)),
    next: nextSteps(branchesOf(actor, places, names), policies, asked).slice(0, MOST_NEXT),
  };
}

/** Days come in their order, and what has none after them. */
const rank = ({ due }: Line): string => due ?? '9999';

/** Where the reader has a part in the year's steps: an office held there, membership, or deciding above. */
function branchesOf(
  { offices }: PersonActor,
  places: readonly Place[],
  names: ReadonlyMap<string, OrganisationRow>,
) {
  const held = new Map<string, Set<OfficeKind>>();
  const add = (id: string, office: OfficeKind) => {
    if (names.get(id)?.level === 'branch') held.set(id, (held.get(id) ?? new Set()).add(office));
  };
  for (const { organisationId, office } of offices) add(organisationId, office);
  for (const { organisation, base } of places)
    if (offices.some((one) => one.office === 'committeeOfficer' && base.above?.includes(one.organisationId)))
      add(organisation.organisationId, 'committeeOfficer');
  return [...held].map(([id, kinds]) => ({ id, name: names.get(id)?.name ?? '', offices: kinds }));
}
