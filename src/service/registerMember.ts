/** Enters one member by hand (登记党员): type, day of joining and particulars; what is decided of them later are facts of their own. */
import { memberStream, REGISTER } from '../domain/fact.ts';
import type { Member } from '../domain/member/member.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { particularsRefusal } from './amendMember.ts';
import type { PersonRow, Reading } from './ports.ts';
import { registerOf } from './project.ts';
import { personRow, standingFact } from './reconcilePeople.ts';
import type { RegisterMember } from './registerCommands.ts';
import type { Decision, Heads, Making, Step } from './step.ts';

/** Whoever was entered under that number to hold an office, without being a member. */
type State = { readonly entered: PersonRow | undefined };

/** Refuses an unknown organisation, a member's number (numberTaken), a day ahead, a probationary member without the day of admission, and what particularsRefusal does. */
export const registerMemberStep: Step<RegisterMember, State> = {
  ability: 'keepRegister',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: () => [],
  subject: () => ({ book: REGISTER, stream: memberStream('new') }),
  load: (tx, { organisationId, person: { number } }, heads) => enteredAs(tx, organisationId, number, heads),
  decide,
};

/** Who has that number without being a member; refuses the number of a member. */
export async function enteredAs(
  tx: Reading,
  organisationId: string,
  number: string,
  heads: Heads,
): Promise<State | Refusal> {
  if (!heads.has(REGISTER)) return refuse('organisationUnknown', null, { organisationId });
  const entered = await tx.personByNumber(organisationId, number);
  if (entered === undefined) return { entered };
  const members = await registerOf(tx, organisationId, [entered.personId]);
  return members.size > 0 ? refuse('numberTaken', null, { number }) : { entered };
}

function decide(command: RegisterMember, { entered }: State, making: Making): Decision | Refusal {
  const { organisationId, person, memberType, joinedOn } = command;
  const wrong = particularsRefusal(person);
  if (wrong !== undefined) return wrong;
  if (joinedOn > making.today) return refuse('dayAhead', null, { day: joinedOn, today: making.today });
  if (memberType === 'probationary' && person.admittedOn === null) return refuse('missing-admittedOn', null);
  const member: Member = {
    type: memberType,
    joinedOn,
    leftOn: null,
    fullOn: null,
    exemption: null,
    examPassedOn: null,
  };
  const row = personRow(organisationId, person, entered, making);
  return {
    facts: [standingFact({ member, exemptionReason: null }, row, 'memberRegistered', making)],
    persons: [row],
    outcome: { personId: row.personId },
  };
}
