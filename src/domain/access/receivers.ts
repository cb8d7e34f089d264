/** Who could take in an objection as the offices are held now (An1.6, reading G30): asked before a notice names one of them. */
import { can } from '../access.ts';
import type { Holder } from '../office/office.ts';
import type { AccessObject, PersonActor } from './actor.ts';

/** One row for each person with an account, in the order of the roll. */
export function receiversOf(object: AccessObject): readonly Holder[] {
  const byUser = Map.groupBy(object.roll ?? [], ({ userId }) => userId ?? '');
  return [...byUser].flatMap(([userId, offices]) => {
    const [first] = offices;
    const actor: PersonActor = { kind: 'person', userId, name: '', offices, selves: offices };
    return first !== undefined && userId !== '' && can(actor, 'receiveObjection', object) === true
      ? [first]
      : [];
  });
}

/** Of those of the roll: about whom nobody could take one in, because all who could are concerned. */
export const withoutReceiver = (object: AccessObject): ReadonlySet<string> =>
  new Set(
    (object.roll ?? [])
      .filter(({ organisationId, personId, userId }) => {
        if (organisationId !== object.organisation) return false;
        const own = { ...object, about: [personId], users: userId === null ? [] : [userId] };
        return receiversOf(own).length === 0;
      })
      .map(({ personId }) => personId),
  );
