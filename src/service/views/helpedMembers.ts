/** For whom somebody may write an application down. */
import type { AccessObject, Actor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import type { Day } from '../../domain/period.ts';
import { personOf } from '../personOf.ts';
import type { Reading } from '../ports.ts';

type Helped = { readonly id: string; readonly name: string; readonly number: string };

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
