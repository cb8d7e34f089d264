/** 职务: who may hold what, where, from when to when. An office is given and ended by facts of an organisation's register. */
import type { Day } from '../period.ts';

/** `member` is never given: whoever is linked to a registered member holds it. */
export const OFFICES = {
  secretary: '党支部（党委）书记',
  deputySecretary: '副书记',
  committeeMember: '支部委员',
  scorekeeper: '记分员',
  checker: '核对人',
  groupLeader: '党小组负责人',
  leaderInCharge: '分管领导',
  leadingGroupMember: '积分考核领导小组成员',
  committeeOfficer: '党委经办人',
  evidenceBody: '证明材料提供单位',
  member: '党员',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全保密管理员',
  auditAdministrator: '安全审计员',
} as const;
export type OfficeKind = keyof typeof OFFICES;

export const OFFICE_KINDS = Object.keys(OFFICES) as readonly OfficeKind[];

/** 三员: they exclude each other and every other office, and never touch points (等保 三权分立). */
export const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
export type Administrator = (typeof ADMINISTRATORS)[number];

export const isAdministrator = (office: OfficeKind): office is Administrator =>
  (ADMINISTRATORS as readonly OfficeKind[]).includes(office);

/** 组织层级. `machine` is no Party organisation: its register holds the three administrators, and lists of branches leave it out. */
export const LEVELS = {
  branch: '党支部',
  generalBranch: '党总支',
  committee: '党委',
  machine: '本系统',
} as const;
export type Level = keyof typeof LEVELS;

/** The one organisation of level `machine`. */
export const MACHINE = 'machine';

/** Whether one of that level can stand directly below the other: committee → (general branch →) branch. */
export function standsBelow(level: Level, above: Level): boolean {
  switch (above) {
    case 'committee':
      return level !== 'machine';
    case 'generalBranch':
      return level === 'branch';
    default:
      return false;
  }
}

/** Whether an office of that kind can be held in an organisation of that level. */
export function isHeldAt(office: OfficeKind, level: Level): boolean {
  if (office === 'member') return false;
  if (isAdministrator(office)) return level === 'machine';
  if (office === 'committeeOfficer') return level === 'committee' || level === 'generalBranch';
  return level !== 'machine';
}

/** An office somebody holds now, as an actor carries it. A member's `officeId` is `member:<personId>`. */
export type HeldOffice = {
  readonly officeId: string;
  readonly organisationId: string;
  readonly office: OfficeKind;
  /** Who holds it, as the register of that organisation names them. */
  readonly personId: string;
  /** Party group of a groupLeader, name of an evidenceBody; null: the whole organisation. */
  readonly scope: string | null;
  /** Id of the office whose deputy this is. */
  readonly deputyOf: string | null;
};

/** An office as the register has it: `until` is its last day, `endedOn` the first day on which it was no longer held. */
export type Office = HeldOffice & {
  readonly from: Day;
  readonly until: Day | null;
  readonly endedOn: Day | null;
};

export function isHeldOn(
  { from, until, endedOn }: Pick<Office, 'from' | 'until' | 'endedOn'>,
  day: Day,
): boolean {
  return from <= day && (until === null || day <= until) && (endedOn === null || day < endedOn);
}

/** An office held now, with the accounts of whoever holds it and whoever named them: what the rule of substitutes looks at. */
export type Holder = HeldOffice & { readonly userId: string | null; readonly namedBy: string | null };
