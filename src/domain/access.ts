/** Who may do what: one sentence per ability, by rooms under access/. Whatever is not said there is refused. */
import { BOOKS } from './access/books.ts';
import type { AccessObject, Actor, NoticeReader } from './access/actor.ts';
import { EVIDENCE_RULES } from './access/evidence.ts';
import { concerns, type Rule } from './access/grant.ts';
import { PEOPLE } from './access/people.ts';
import { PUBLIC_NOTICE } from './access/publicNotice.ts';
import { REGISTER_RULES } from './access/register.ts';
import { ROUND } from './access/round.ts';
import { YEAR_OPENING } from './access/yearOpening.ts';
import type { ClauseId } from './clause.ts';
import { OFFICE_KINDS, type OfficeKind } from './office/office.ts';
import { type Refusal, refuse } from './refusal.ts';

const TABLE = {
  ...PEOPLE,
  ...BOOKS,
  ...REGISTER_RULES,
  ...YEAR_OPENING,
  ...ROUND,
  ...PUBLIC_NOTICE,
  ...EVIDENCE_RULES,
} as const;
export type Ability = keyof typeof TABLE;
const RULES: Readonly<Record<Ability, Rule>> = TABLE;

export const ABILITY_NAMES = Object.keys(TABLE) as readonly Ability[];

/** True, or the refusal that says what may not be done and who may: notAllowed, or ownMatter for whoever else could. */
export function can(actor: Actor, ability: Ability, object: AccessObject): true | Refusal {
  const { does, says, clause, may, notSelf, beforeSetUp, onNotice } = RULES[ability];
  switch (actor.kind) {
    case 'localOperator':
      return beforeSetUp === true ? true : notAllowed(does, object, {}, clause);
    case 'publicNotice':
      if (onNotice === true && isBefore(actor, object)) return true;
      return notAllowed(does, object, { may: says }, clause);
    case 'nobody':
      return notAllowed(does, object, { may: '请登录后，由担任有关职务的人在页面上办理。' }, clause);
    case 'person': {
      if (!may(actor, object)) return notAllowed(does, object, { may: says }, clause);
      if (notSelf !== true || !concerns(actor, object)) return true;
      return refuse('ownMatter', clause, { ability: does, may: says });
    }
  }
}

const isBefore = ({ organisationId, noticeIds }: NoticeReader, { organisation, notice }: AccessObject) =>
  organisationId === organisation && notice !== undefined && noticeIds.includes(notice);

/** What of all this the actor may do to that object: travels to the page with the object. */
export function abilitiesOf(actor: Actor, object: AccessObject): Ability[] {
  return ABILITY_NAMES.filter((ability) => can(actor, ability, object) === true);
}

/** The offices the actor may give there; `object` names whom to, if that is known. */
export function officesToGive(actor: Actor, object: AccessObject): OfficeKind[] {
  return OFFICE_KINDS.filter((office) => can(actor, 'giveOffice', { ...object, office }) === true);
}

function notAllowed(
  does: string,
  { organisation }: AccessObject,
  more: Refusal['params'] = {},
  clause: ClauseId | null = null,
): Refusal {
  return refuse('notAllowed', clause, { ability: does, organisation, ...more });
}
