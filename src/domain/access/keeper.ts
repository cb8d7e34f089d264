/**
 * Whoever keeps a member's points is kept apart from objections to them (An1.6, reading G30): whatever else they are, a deputy
 * of theirs among them. Where the scorekeeper is concerned, the checker keeps the points (G34).
 */
import type { HeldOffice } from '../office/office.ts';
import type { AccessObject, PersonActor } from './actor.ts';
import type { May } from './grant.ts';

type Held = Pick<HeldOffice, 'office' | 'organisationId'>;

/** The same rule, asked as if the keepers held nothing: where one of them would act, the next in line does. */
export function apartFromKeeper(may: May): May {
  return (actor, object) => {
    if (keeps(actor, object)) return false;
    const { roll = [] } = object;
    const keepers = new Set(roll.filter(keepsIn(object)).map(({ personId }) => personId));
    return may(actor, { ...object, roll: roll.filter(({ personId }) => !keepers.has(personId)) });
  };
}

const keeps = (actor: PersonActor, object: AccessObject): boolean => actor.offices.some(keepsIn(object));

function keepsIn({ organisation, about = [], roll = [] }: AccessObject): (one: Held) => boolean {
  const isOfKeeper = roll.some(
    (one) =>
      one.organisationId === organisation && one.office === 'scorekeeper' && about.includes(one.personId),
  );
  return ({ office, organisationId }) =>
    organisationId === organisation && (office === 'scorekeeper' || (isOfKeeper && office === 'checker'));
}
