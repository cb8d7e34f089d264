/** Who may do what: one sentence per ability. Whatever is not said here is refused. */
import type { HeldOffice, Holder, OfficeKind } from './office/office.ts';
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
  linkAccount: '把帐号与人员对应起来',
  createAccount: '建立帐号',
  resetAtDesk: '当面重置密码',
  suspend: '停用帐号',
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

/** True, or the refusal that says what may not be done. */
export function can(actor: Actor, ability: Ability, object: AccessObject): true | Refusal {
  switch (actor.kind) {
    case 'localOperator':
      return LOCAL_OPERATOR_MAY.has(ability) ? true : notAllowed(ability, object);
    case 'person':
    case 'nobody':
      return notAllowed(ability, object);
  }
}

/** What of all this the actor may do to that object: travels to the page with the object. */
export function abilitiesOf(actor: Actor, object: AccessObject): Ability[] {
  return (Object.keys(ABILITIES) as Ability[]).filter((ability) => can(actor, ability, object) === true);
}

/** The local operator keeps the books of every organisation on the machine. */
const LOCAL_OPERATOR_MAY: ReadonlySet<Ability> = new Set<Ability>([
  'foundOrganisation',
  'openYear',
  'importYear',
  'postEntry',
  'reverseEntry',
  'readBooks',
]);

function notAllowed(ability: Ability, { organisation }: AccessObject): Refusal {
  return refuse('notAllowed', null, { ability: ABILITIES[ability], organisation });
}
