/** The exemptions of an organisation and those below it that the reader has to do with: where each stands, never why. */
import type { Actor, AccessObject } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { EXEMPTION_STATES, type ExemptionAct, isOpen } from '../../domain/exemption/procedure.ts';
import { isRunning } from '../../domain/exemption/term.ts';
import type { Day } from '../../domain/period.ts';
import { organisationsAbove } from '../accessObject.ts';
import { exemptionMatters } from '../exemptionMatters.ts';
import { personOf } from '../personOf.ts';
import type { Reading } from '../ports.ts';
import { actsOf } from './exemption.ts';
import {
  nextOf,
  objectAbout,
  sinceOf,
  type Surroundings,
  surroundingsOf,
  termWords,
} from './exemptionCourse.ts';

export type ExemptionRow = {
  readonly exemptionId: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly member: { readonly id: string; readonly name: string; readonly number: string };
  readonly state: string;
  /** Who acts next and why. */
  readonly next: string;
  readonly since: Day;
  readonly term: string | null;
  readonly acts: readonly ExemptionAct[];
  readonly part: 'open' | 'running' | 'closed';
};

/** Latest first within each organisation. */
export async function exemptionRows(
  tx: Reading,
  actor: Actor,
  organisation: string,
  today: Day,
): Promise<ExemptionRow[]> {
  const placings = await tx.placings();
  const below = placings
    .map(({ organisationId }) => organisationId)
    .filter((id) => organisationsAbove(placings, id).includes(organisation));
  const rows: ExemptionRow[] = [];
  for (const id of [organisation, ...below]) rows.push(...(await rowsOf(tx, actor, id, today)));
  return rows;
}

async function rowsOf(tx: Reading, actor: Actor, organisation: string, today: Day): Promise<ExemptionRow[]> {
  const matters = [...(await exemptionMatters(tx, organisation)).values()];
  if (matters.length === 0) return [];
  const around = await surroundingsOf(tx, organisation, today);
  const people = new Map((await tx.persons(organisation, {})).map((row) => [row.personId, row]));
  return matters
    .filter(({ personId }) => can(actor, 'readExemption', objectAbout(around, personId)) === true)
    .map((matter) => {
      const { number = '', name = '' } = people.get(matter.personId) ?? {};
      const member = { id: matter.personId, name, number };
      return { ...rowOf(actor, matter, around, today), member };
    })
    .toReversed();
}

function rowOf(actor: Actor, matter: ExemptionMatter, around: Surroundings, today: Day) {
  const { organisation } = around.object;
  return {
    exemptionId: matter.exemptionId,
    organisation: { id: organisation, name: around.organisationName(organisation) },
    state: EXEMPTION_STATES[matter.state],
    next: nextOf(matter, around),
    since: sinceOf(matter),
    term: termWords(matter),
    acts: actsOf(actor, matter, around, today),
    part: isOpen(matter.state)
      ? ('open' as const)
      : isRunning(matter, today)
        ? ('running' as const)
        : ('closed' as const),
  };
}

export type Helped = { readonly id: string; readonly name: string; readonly number: string };

/** Full members the reader may write an application for; a group leader only for those of the group. */
export async function helpedMembers(
  tx: Reading,
  actor: Actor,
  object: AccessObject,
  today: Day,
): Promise<Helped[]> {
  if (actor.kind !== 'person' || can(actor, 'applyExemption', object) !== true) return [];
  const here = actor.offices.filter(({ organisationId }) => organisationId === object.organisation);
  const groups = here.flatMap(({ office, scope }) => (office === 'groupLeader' ? [scope] : []));
  const all =
    can(actor, 'giveExemptionOpinion', object) === true ||
    here.some(({ office }) => office === 'scorekeeper');
  const full = new Set(
    (await tx.members(object.organisation, {}))
      .filter(({ type, leftOn }) => type === 'full' && (leftOn === null || leftOn > today))
      .map(({ personId }) => personId),
  );
  return (await tx.persons(object.organisation, {}))
    .filter((row) => full.has(row.personId) && (all || groups.includes(personOf(row).group)))
    .map(({ personId, name, number }) => ({ id: personId, name, number }));
}
