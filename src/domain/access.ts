/** Who may do what: one sentence per ability. Whatever is not said here is refused. */
import type { ClauseId } from './clause.ts';
import {
  ADMINISTRATORS,
  type HeldOffice,
  type Holder,
  MACHINE,
  OFFICE_KINDS,
  type OfficeKind,
} from './office/office.ts';
import { whoActs } from './office/substitute.ts';
import { type Refusal, refuse } from './refusal.ts';

/** A person as a register knows them. */
export type Self = { readonly organisationId: string; readonly personId: string };

export type PersonActor = {
  readonly kind: 'person';
  readonly userId: string;
  readonly name: string;
  /** Held today, in whatever organisation, being a member among them. */
  readonly offices: readonly HeldOffice[];
  /** Every register entry that is this person: nobody acts in their own matter. */
  readonly selves: readonly Self[];
};

/** 本机操作员: until sign-in is set up, whoever sits at the machine that holds the books. Missing context is `nobody`. */
export type Actor = { readonly kind: 'localOperator' } | { readonly kind: 'nobody' } | PersonActor;

export const LOCAL_OPERATOR: Actor = { kind: 'localOperator' };
export const NOBODY: Actor = { kind: 'nobody' };

/** How a fact names who did it: an account by its opaque id, never a name. */
export const actorText = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.userId}` : actor.kind;

/** What can be done, as the sentence a refusal completes: 「您不能……」. */
export const ABILITIES = {
  foundOrganisation: '建立组织的账册',
  placeOrganisation: '调整组织的隶属关系',
  enterPerson: '登记任职人员',
  giveOffice: '授予职务',
  endOffice: '免去职务',
  readOffices: '查看任职情况',
  linkAccount: '把账号与人员对应起来',
  createAccount: '建立账号',
  resetAtDesk: '当面重置密码',
  suspend: '停用账号',
  endSessions: '结束他人的登录',
  readAudit: '查看登录审计记录',
  openYear: '开立一个年度的账册',
  importYear: '把名册和一年的记录登记入账',
  postEntry: '登记一笔积分',
  reverseEntry: '冲正一笔积分',
  readBooks: '查看组织的账册',
  readOwnYear: '查看这名党员的积分',
  readMeasure: '查看积分制管理办法',
  verifyBooks: '核对账册',
} as const;
export type Ability = keyof typeof ABILITIES;

export const ABILITY_NAMES = Object.keys(ABILITIES) as readonly Ability[];

/** What the ability is used on. What is left out counts as none. */
export type AccessObject = {
  readonly organisation: string;
  /** The organisations above, nearest first. */
  readonly above?: readonly string[];
  /** Person ids in the organisation's register whose matter it is. */
  readonly about?: readonly string[];
  /** Accounts whose matter it is. */
  readonly users?: readonly string[];
  /** The office to be given or ended. */
  readonly office?: OfficeKind;
  /** Offices held now in the organisation and those above, for the rule of substitutes; absent: only whoever holds the office acts. */
  readonly roll?: readonly Holder[];
};

/** Who it is given to, as the refusal says it, under which clause; `notSelf`: never in one's own matter. */
type Rule = {
  readonly says: string;
  readonly clause: ClauseId | null;
  readonly may: (actor: PersonActor, object: AccessObject) => boolean;
  readonly notSelf?: true;
};

const READERS: readonly OfficeKind[] = [
  'secretary',
  'deputySecretary',
  'committeeMember',
  'scorekeeper',
  'checker',
  'leadingGroupMember',
];

const POSTING = {
  says: '积分由记分员登记；记分员本人的积分由核对人登记；不能履职时由副手、书记或上级党组织代行。',
  clause: 'An1.2',
  may: acts('scorekeeper'),
  notSelf: true,
} as const satisfies Rule;

const GIVING = {
  says: '书记、党委经办人由系统管理员登记，其他职务由书记授予；系统管理员、安全审计员由安全保密管理员授予，安全保密管理员由系统管理员授予；谁都不能授予或免去本人的职务（等保 三权分立）。',
  clause: null,
  may: mayGive,
  notSelf: true,
} as const satisfies Rule;

const ACCOUNTS = {
  says: '账号由安全保密管理员管理，本人的账号由另一名安全保密管理员管理（等保 三权分立）。',
  clause: null,
  may: administers('securityAdministrator'),
  notSelf: true,
} as const satisfies Rule;

const RULES: Readonly<Record<Ability, Rule>> = {
  foundOrganisation: {
    says: '组织由系统管理员建立。',
    clause: null,
    may: administers('systemAdministrator'),
  },
  placeOrganisation: {
    says: '隶属关系由系统管理员调整。',
    clause: null,
    may: administers('systemAdministrator'),
  },
  enterPerson: {
    says: '任职人员由书记或系统管理员登记。',
    clause: null,
    may: any(acts('secretary'), administers('systemAdministrator')),
  },
  giveOffice: GIVING,
  endOffice: GIVING,
  readOffices: {
    says: '任职情况由本组织任职人员和党员、上级党组织和管理员查看。',
    clause: null,
    may: any(belongs, above('committeeOfficer', 'secretary'), administers(...ADMINISTRATORS)),
  },
  linkAccount: ACCOUNTS,
  createAccount: ACCOUNTS,
  resetAtDesk: ACCOUNTS,
  suspend: ACCOUNTS,
  endSessions: ACCOUNTS,
  readAudit: {
    says: '审计记录由安全审计员查看（等保 三权分立）。',
    clause: null,
    may: administers('auditAdministrator'),
  },
  openYear: {
    says: '年度由书记或记分员开立。',
    clause: 'An1.1',
    may: any(acts('secretary'), acts('scorekeeper')),
  },
  importYear: {
    says: '名册和记录由记分员登记入账。',
    clause: 'An1.2',
    may: acts('scorekeeper'),
  },
  postEntry: POSTING,
  reverseEntry: POSTING,
  readBooks: {
    says: '账册由本支部书记、副书记、支部委员、记分员、核对人、积分考核领导小组成员和上级党委经办人查看。',
    clause: null,
    may: any(holds(...READERS), above('committeeOfficer')),
  },
  readOwnYear: {
    says: '党员的积分由本人查看；管理本支部积分的人从账册查看。',
    clause: null,
    may: isOwn,
  },
  readMeasure: {
    says: '办法由本组织的党员和任职人员、上级党委经办人查看。',
    clause: null,
    may: any(belongs, above('committeeOfficer')),
  },
  verifyBooks: {
    says: '账册由能查看账册的人和安全审计员核对。',
    clause: null,
    may: any(holds(...READERS), above('committeeOfficer'), administers('auditAdministrator')),
  },
};

/** True, or the refusal that says what may not be done and who may: notAllowed, or ownMatter for whoever else could. */
export function can(actor: Actor, ability: Ability, object: AccessObject): true | Refusal {
  switch (actor.kind) {
    case 'localOperator':
      return LOCAL_OPERATOR_MAY.has(ability) ? true : notAllowed(ability, object);
    case 'nobody':
      return notAllowed(ability, object, { may: '请登录后，由担任有关职务的人在页面上办理。' });
    case 'person': {
      const { may, notSelf, says, clause } = RULES[ability];
      if (!may(actor, object)) return notAllowed(ability, object, { may: says }, clause);
      if (notSelf !== true || !concerns(actor, object)) return true;
      return refuse('ownMatter', clause, { ability: ABILITIES[ability], may: says });
    }
  }
}

/** What of all this the actor may do to that object: travels to the page with the object. */
export function abilitiesOf(actor: Actor, object: AccessObject): Ability[] {
  return ABILITY_NAMES.filter((ability) => can(actor, ability, object) === true);
}

/** The offices the actor may give there; `object` names whom to, if that is known. */
export function officesToGive(actor: Actor, object: AccessObject): OfficeKind[] {
  return OFFICE_KINDS.filter((office) => can(actor, 'giveOffice', { ...object, office }) === true);
}

/** Until sign-in is set up the local operator keeps the books, and names the first people and offices. */
const LOCAL_OPERATOR_MAY: ReadonlySet<Ability> = new Set<Ability>([
  'foundOrganisation',
  'placeOrganisation',
  'enterPerson',
  'giveOffice',
  'endOffice',
  'readOffices',
  'linkAccount',
  'openYear',
  'importYear',
  'postEntry',
  'reverseEntry',
  'readBooks',
  'readMeasure',
  'verifyBooks',
]);

function notAllowed(
  ability: Ability,
  { organisation }: AccessObject,
  more: Refusal['params'] = {},
  clause: ClauseId | null = null,
): Refusal {
  return refuse('notAllowed', clause, { ability: ABILITIES[ability], organisation, ...more });
}

function any(...rules: Rule['may'][]): Rule['may'] {
  return (actor, object) => rules.some((may) => may(actor, object));
}

/** One of these offices in the organisation itself, a deputy's among them: for looking, not for acting. */
function holds(...kinds: OfficeKind[]): Rule['may'] {
  return ({ offices }, { organisation }) =>
    offices.some((one) => one.organisationId === organisation && kinds.includes(one.office));
}

/** One of these offices in an organisation above. */
function above(...kinds: OfficeKind[]): Rule['may'] {
  return ({ offices }, object) =>
    offices.some((one) => (object.above ?? []).includes(one.organisationId) && kinds.includes(one.office));
}

function administers(...kinds: OfficeKind[]): Rule['may'] {
  return ({ offices }) => offices.some((one) => one.organisationId === MACHINE && kinds.includes(one.office));
}

/** An office there, or membership. A function declaration, like the others: the table above names them before they are. */
function belongs({ offices }: PersonActor, { organisation }: AccessObject): boolean {
  return offices.some((one) => one.organisationId === organisation);
}

/** Holds that office, or acts for whoever does by the rule of substitutes (G17). */
function acts(office: OfficeKind): Rule['may'] {
  return (actor, object) => {
    const { organisation, above = [], about = [], users = [], roll = [] } = object;
    const isHolder = actor.offices.some(
      (one) => one.organisationId === organisation && one.office === office && one.deputyOf === null,
    );
    if (isHolder) return true;
    const { holders } = whoActs(office, { organisation, above, about, users, roll });
    return holders.some(({ officeId }) => actor.offices.some((one) => one.officeId === officeId));
  };
}

function mayGive(actor: PersonActor, object: AccessObject): boolean {
  switch (object.office) {
    case 'member':
      return false;
    case 'secretary':
    case 'committeeOfficer':
    case 'securityAdministrator':
      return administers('systemAdministrator')(actor, object);
    case 'systemAdministrator':
    case 'auditAdministrator':
      return administers('securityAdministrator')(actor, object);
    default:
      return acts('secretary')(actor, object);
  }
}

function isSelf({ selves }: PersonActor, organisation: string, personId: string): boolean {
  return selves.some((self) => self.organisationId === organisation && self.personId === personId);
}

function isOwn(actor: PersonActor, { organisation, about = [] }: AccessObject): boolean {
  return about.length > 0 && about.every((personId) => isSelf(actor, organisation, personId));
}

function concerns(actor: PersonActor, { organisation, about = [], users = [] }: AccessObject): boolean {
  return users.includes(actor.userId) || about.some((personId) => isSelf(actor, organisation, personId));
}
