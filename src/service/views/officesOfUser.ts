/** Who an account is, in all organisations at once: what makes an actor of a session. */
import type { PersonActor, Self } from '../../domain/access/actor.ts';
import { type HeldOffice, isHeldOn, MACHINE } from '../../domain/office/office.ts';
import type { Day } from '../../domain/period.ts';
import { officeRegister } from '../officeRegister.ts';
import { heldBy, isCurrent, otherAdministrators } from '../holdings.ts';
import type { LinkedRow, Reading } from '../ports.ts';

/** Asked on every request, so that an office given or ended, a link made or undone, counts from the next one on. */
export async function actorOf(
  tx: Reading,
  { userId, name }: { readonly userId: string; readonly name: string },
  today: Day,
): Promise<PersonActor> {
  const rows = await tx.linkedTo(userId);
  const selves = new Map<string, Self>();
  const offices = new Map<string, HeldOffice>();
  for (const row of rows) {
    const { organisationId, personId } = row;
    selves.set(`${organisationId} ${personId}`, { organisationId, personId });
    for (const held of heldIn(row, today)) offices.set(`${organisationId} ${held.officeId}`, held);
  }
  return { kind: 'person', userId, name, offices: [...offices.values()], selves: [...selves.values()] };
}

/** The office of that row, and membership. */
function* heldIn(row: LinkedRow, today: Day): Generator<HeldOffice> {
  const { organisationId, personId, officeId, office, since, lastDay, endedOn, joinedOn, leftOn } = row;
  const isMember = joinedOn !== null && joinedOn <= today && (leftOn === null || today < leftOn);
  if (isMember) {
    const held = { organisationId, personId, scope: null, deputyOf: null };
    yield { ...held, officeId: `member:${personId}`, office: 'member' };
  }
  if (officeId === null || office === null || since === null) return;
  if (!isHeldOn({ from: since, until: lastDay, endedOn }, today)) return;
  yield { officeId, organisationId, office, personId, scope: row.scope, deputyOf: row.deputyOf };
}

/** Asked before an account is suspended: no other administrator of one of its kinds could sign in then. */
export async function isLastAdministrator(tx: Reading, userId: string, today: Day): Promise<boolean> {
  const register = await officeRegister(tx, MACHINE);
  const people = [...register.accounts].flatMap(([personId, user]) => (user === userId ? [personId] : []));
  return people
    .flatMap((personId) => heldBy(register, personId))
    .some((office) => isCurrent(office, today) && otherAdministrators(register, office, today).length === 0);
}
