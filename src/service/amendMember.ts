/** Puts a member's particulars right (变更基本情况): number, name, group, post and the like, never the standing. */
import { memberStream, REGISTER } from '../domain/fact.ts';
import type { Person } from '../domain/member/person.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { Reading } from './ports.ts';
import { personRow, standingFact } from './reconcilePeople.ts';
import type { AmendMember } from './registerCommands.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';
import type { Decision, Making, Step } from './step.ts';

/** Refuses an unknown member, a number somebody else has (numberTaken), and what particularsRefusal does. What is so already is no new fact. */
export const amendMemberStep: Step<AmendMember, RegisteredMember> = {
  ability: 'keepRegister',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ personId }) => ({ book: REGISTER, stream: memberStream(personId) }),
  load,
  decide,
};

async function load(tx: Reading, command: AmendMember): Promise<RegisteredMember | Refusal> {
  const { organisationId, personId, person } = command;
  const known = await registeredMember(tx, organisationId, personId);
  if (isRefusal(known)) return known;
  const other = await tx.personByNumber(organisationId, person.number);
  return other === undefined || other.personId === personId
    ? known
    : refuse('numberTaken', null, { number: person.number });
}

function decide(command: AmendMember, known: RegisteredMember, making: Making): Decision | Refusal {
  const wrong = particularsRefusal(command.person);
  if (wrong !== undefined) return wrong;
  const { organisationId, personId, person } = command;
  const row = personRow(organisationId, person, known.row, making);
  const same =
    row.number === known.row.number && row.name === known.row.name && row.details === known.row.details;
  if (same) return { facts: [], outcome: { personId } };
  return {
    facts: [standingFact(known, row, 'memberAmended', making)],
    persons: [row],
    outcome: { personId },
  };
}

/** A number or name that says nothing (missing-number, missing-name). */
export function particularsRefusal({ number, name }: Person): Refusal | undefined {
  if (number.trim() === '') return refuse('missing-number', null);
  return name.trim() === '' ? refuse('missing-name', null) : undefined;
}
