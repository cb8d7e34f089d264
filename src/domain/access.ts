/** Who may do what: one sentence per ability. Whatever is not said here is refused. */
import { type Refusal, refuse } from './refusal.ts';

/** 本机操作员: until sign-in exists, whoever sits at the machine that holds the books. Missing context is `nobody`. */
export type Actor = { readonly kind: 'localOperator' } | { readonly kind: 'nobody' };

export const LOCAL_OPERATOR: Actor = { kind: 'localOperator' };
export const NOBODY: Actor = { kind: 'nobody' };

/** What can be done, as the sentence a refusal completes: 「您不能……」. */
export const ABILITIES = {
  foundOrganisation: '建立组织的账册',
  openYear: '开立一个年度的账册',
  importYear: '把名册和一年的记录登记入账',
  postEntry: '登记一笔积分',
  reverseEntry: '冲正一笔积分',
  readBooks: '查看组织的账册',
} as const;
export type Ability = keyof typeof ABILITIES;

/** What the ability is used on. */
export type AccessObject = { readonly organisation: string };

/** True, or the refusal that says what may not be done. */
export function can(actor: Actor, ability: Ability, object: AccessObject): true | Refusal {
  switch (actor.kind) {
    case 'localOperator':
      return LOCAL_OPERATOR_MAY.has(ability) ? true : notAllowed(ability, object);
    case 'nobody':
      return notAllowed(ability, object);
  }
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
