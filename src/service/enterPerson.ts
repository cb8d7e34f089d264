/** Enters somebody who is to hold an office without being on the roster (登记任职人员). */
import { memberStream, ORGANISATION_STREAM, REGISTER } from '../domain/fact.ts';
import { canonical } from '../domain/ledger/canonical.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { EnterPerson } from './officeCommands.ts';
import type { PersonRow, Reading } from './ports.ts';
import { personContent } from './reconcilePeople.ts';
import type { Decision, Heads, Making, Step } from './step.ts';

/** Refuses a number that somebody has (duplicateNumber), and a number or name that says nothing. */
export const enterPersonStep: Step<EnterPerson, null> = {
  ability: 'enterPerson',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: () => [],
  subject: () => ({ book: REGISTER, stream: ORGANISATION_STREAM }),
  load,
  decide,
};

async function load(
  tx: Reading,
  { organisationId, number, name }: EnterPerson,
  heads: Heads,
): Promise<null | Refusal> {
  if (!heads.has(REGISTER)) return refuse('organisationUnknown', null, { organisationId });
  if (number.trim() === '') return refuse('missing-number', null);
  if (name.trim() === '') return refuse('missing-name', null);
  if ((await tx.personByNumber(organisationId, number)) !== undefined)
    return refuse('duplicateNumber', null, { number });
  return null;
}

function decide({ organisationId, number, name, post }: EnterPerson, _state: null, making: Making): Decision {
  const blank = { gender: null, bornOn: null, admittedOn: null, group: null, leader: null };
  const personId = making.newId();
  const row: PersonRow = {
    organisationId,
    personId,
    salt: making.newSalt(),
    number,
    name,
    details: canonical({ ...blank, post }),
  };
  const personHash = making.digest(REGISTER, row.salt, personContent(row));
  const fact = { type: 'personEntered', v: 1, personId, personHash } as const;
  return {
    facts: [{ book: REGISTER, stream: memberStream(personId), fact }],
    persons: [row],
    outcome: { personId },
  };
}
