// A committee with two branches of the same make, and the three administrators: everybody holds one office.
import type { AccessObject, PersonActor } from '../../../src/domain/access/actor.ts';
import {
  type HeldOffice,
  type Holder,
  isAdministrator,
  MACHINE,
  OFFICE_KINDS,
  type OfficeKind,
} from '../../../src/domain/office/office.ts';

export const COMMITTEE = '局党委';
export const BRANCH = '机关一支部';
export const TWIN = '机关二支部';
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  [BRANCH]: [COMMITTEE],
  [TWIN]: [COMMITTEE],
  [COMMITTEE]: [],
  [MACHINE]: [],
};

/** Where an office of the tests is held: officers in the committee, administrators on the machine, all others in the branch. */
export function homeOf(office: OfficeKind): string {
  if (isAdministrator(office)) return MACHINE;
  return office === 'committeeOfficer' ? COMMITTEE : BRANCH;
}

export function holder(organisationId: string, office: OfficeKind, more: Partial<Holder> = {}): Holder {
  const personId = `${organisationId}的${office}`;
  return {
    officeId: `${personId}之职`,
    organisationId,
    office,
    personId,
    scope: office === 'groupLeader' ? '第一党小组' : null,
    deputyOf: null,
    userId: `${personId}的账号`,
    namedBy: null,
    ...more,
  };
}

const BRANCH_OFFICES = OFFICE_KINDS.filter((office) => homeOf(office) === BRANCH && office !== 'member');
const ROLL: readonly Holder[] = [
  ...BRANCH_OFFICES.flatMap((office) => [holder(BRANCH, office), holder(TWIN, office)]),
  holder(COMMITTEE, 'committeeOfficer'),
  holder(COMMITTEE, 'secretary'),
];

/** Whoever holds these, and is nobody else. */
export function actorOf(...held: Holder[]): PersonActor {
  const offices: HeldOffice[] = held.map(({ userId: _userId, ...office }) => office);
  return {
    kind: 'person',
    userId: held[0]?.userId ?? 'nobody',
    name: '张建国',
    offices,
    selves: offices.map(({ organisationId, personId }) => ({ organisationId, personId })),
  };
}

export function object(organisation: string, more: Partial<AccessObject> = {}): AccessObject {
  const above = ABOVE[organisation] ?? [];
  const roll = ROLL.filter(({ organisationId }) => [organisation, ...above].includes(organisationId));
  const about = more.about ?? [`${organisation}的普通党员`];
  const leaders = new Map(about.map((personId) => [personId, `${organisation}的leaderInCharge`]));
  const groups = new Map(about.map((personId) => [personId, '第一党小组']));
  return { organisation, above, users: [], roll, leaders, groups, ...more, about };
}
