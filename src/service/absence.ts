/** 请假 and 销假: that whoever holds an office is away for a while, and who acts meanwhile follows by the rule of substitutes (G17). */
import type { AccessObject } from '../domain/access/actor.ts';
import { officeStream, REGISTER } from '../domain/fact.ts';
import { OFFICES } from '../domain/office/office.ts';
import type { RegisteredOffice } from '../domain/office/register.ts';
import { isOver, overlap } from '../domain/office/term.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { EndAbsence, OfOffice, RecordAbsence } from './electionCommands.ts';
import { officeRegister } from './officeRegister.ts';
import { reasonRefusal } from './posting.ts';
import type { Reading } from './ports.ts';
import type { Decision, Making, Step } from './step.ts';

const common = {
  ability: 'recordAbsence',
  object: accessTo,
  books: () => [],
  subject: ({ officeId }: OfOffice) => ({ book: REGISTER, stream: officeStream(officeId) }),
  load,
} as const;

/** Refuses an unknown office, one that is over by then (officeOver), days in the wrong order (badAbsence), no reason, and a second absence at the same time (absentAlready). */
export const recordAbsenceStep: Step<RecordAbsence, RegisteredOffice> = { ...common, decide: record };

/** Refuses an unknown office, and one whose holder is not away on that day or later (notAbsent). */
export const endAbsenceStep: Step<EndAbsence, RegisteredOffice> = { ...common, decide: end };

/** It is the matter of whoever holds the office: nobody sends themself on leave and picks the day to be back. */
async function accessTo(tx: Reading, at: OfOffice, today: Day): Promise<AccessObject> {
  const row = (await tx.offices(at.organisationId)).find((one) => one.officeId === at.officeId);
  return await accessObject(tx, at.organisationId, today, { about: row === undefined ? [] : [row.personId] });
}

async function load(
  tx: Reading,
  { organisationId, officeId }: OfOffice,
): Promise<RegisteredOffice | Refusal> {
  const office = (await officeRegister(tx, organisationId)).offices.get(officeId);
  return office ?? refuse('officeUnknown', null, { officeId });
}

function record(
  { officeId, from, until, reason }: RecordAbsence,
  office: RegisteredOffice,
  making: Making,
): Decision | Refusal {
  const unreasoned = reasonRefusal(reason);
  if (unreasoned !== undefined) return unreasoned;
  if (until !== null && until < from) return refuse('badAbsence', null, { from, until });
  if (isOver(office, from)) return refuse('officeOver', null, { office: OFFICES[office.office] });
  const { awayFrom, awayUntil } = office;
  const known = awayFrom !== null && { from: awayFrom, until: awayUntil, endedOn: null };
  if (known !== false && overlap(known, { from, until, endedOn: null })) return refuse('absentAlready', null);
  const text = making.seal(REGISTER, { reason });
  const fact = { type: 'officeAbsenceRecorded', v: 1, officeId, from, until, textHash: text.hash } as const;
  return { facts: [{ book: REGISTER, stream: officeStream(officeId), text, fact }], outcome: { officeId } };
}

function end({ officeId, on }: EndAbsence, { awayFrom, awayUntil }: RegisteredOffice): Decision | Refusal {
  if (awayFrom === null || (awayUntil !== null && awayUntil < on)) return refuse('notAbsent', null);
  const fact = { type: 'officeAbsenceEnded', v: 1, officeId, on } as const;
  return { facts: [{ book: REGISTER, stream: officeStream(officeId), fact }], outcome: { officeId } };
}
