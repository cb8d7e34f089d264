/** Ends an office (免去职务): it stays on record, with the reason. */
import type { AccessObject } from '../domain/access/actor.ts';
import { officeStream, REGISTER } from '../domain/fact.ts';
import { isAdministrator, OFFICES } from '../domain/office/office.ts';
import type { OfficeRegister, RegisteredOffice } from '../domain/office/register.ts';
import { isOver } from '../domain/office/term.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { otherAdministrators } from './holdings.ts';
import type { EndOffice } from './officeCommands.ts';
import { officeRegister } from './officeRegister.ts';
import { reasonRefusal } from './posting.ts';
import type { Reading } from './ports.ts';
import type { Decision, Making, Step } from './step.ts';

type State = { readonly register: OfficeRegister; readonly office: RegisteredOffice };

/** Refuses an unknown office, one that is over by then (officeOver), a day before its first (badTerm), no reason, and the last administrator of a kind (lastAdministrator). */
export const endOfficeStep: Step<EndOffice, State> = {
  ability: 'endOffice',
  object: accessTo,
  books: () => [],
  subject: ({ officeId }) => ({ book: REGISTER, stream: officeStream(officeId) }),
  load,
  decide,
};

async function accessTo(
  tx: Reading,
  { organisationId, officeId }: EndOffice,
  today: Day,
): Promise<AccessObject> {
  const row = (await tx.offices(organisationId)).find((one) => one.officeId === officeId);
  const about = row === undefined ? [] : [row.personId];
  return await accessObject(tx, organisationId, today, { about, office: row?.office });
}

async function load(tx: Reading, { organisationId, officeId }: EndOffice): Promise<State | Refusal> {
  const register = await officeRegister(tx, organisationId);
  const office = register.offices.get(officeId);
  return office === undefined ? refuse('officeUnknown', null, { officeId }) : { register, office };
}

function decide({ officeId, on, reason }: EndOffice, state: State, making: Making): Decision | Refusal {
  const { office, register } = state;
  const unreasoned = reasonRefusal(reason);
  if (unreasoned !== undefined) return unreasoned;
  if (office.endedSeq !== null || isOver(office, on))
    return refuse('officeOver', null, { office: OFFICES[office.office] });
  if (on < office.from) return refuse('badTerm', null, { from: office.from, until: on });
  if (isAdministrator(office.office) && otherAdministrators(register, office, on).length === 0)
    return refuse('lastAdministrator', null);
  const text = making.seal(REGISTER, { reason });
  const fact = { type: 'officeEnded', v: 1, officeId, on, textHash: text.hash } as const;
  return {
    facts: [{ book: REGISTER, stream: officeStream(officeId), text, fact }],
    outcome: { officeId },
  };
}
