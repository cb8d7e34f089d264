/** Objections that wait for their receiver: by the member they are about, until when each is to be answered. Nothing of what they say is read. */
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import type { Day } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { ACTS, type State } from '../../domain/round/acts.ts';
import { stateOn } from '../../domain/round/matter.ts';
import type { Round } from '../../domain/round/round.ts';
import type { HandedIn } from '../../domain/todo/waits.ts';
import type { Reading } from '../ports.ts';
import { roundDays } from '../round/roundDays.ts';
import type { Here } from '../round/roundState.ts';

type Known = { readonly policy: Policy; readonly today: Day; readonly holidays: Holidays };

/** One query, and none while nobody of the round may be objected to. */
export async function objectionsHandedIn(
  tx: Reading,
  { organisationId, year, period }: Here,
  { matters }: Round,
  { policy, today, holidays }: Known,
): Promise<HandedIn> {
  const open: readonly State[] = ACTS.object.from;
  if (![...matters.values()].some((matter) => open.includes(stateOn(matter, today)))) return new Map();
  const until = new Map<string, Day>();
  for (const { personId, objectionId, handedInOn } of await tx.objections(organisationId, { year, period })) {
    const matter = matters.get(personId);
    const isTaken =
      matter?.declined.includes(objectionId) === true ||
      matter?.objections.some((one) => one.objectionId === objectionId) === true;
    const day = addWorkdays(holidays, handedInOn, roundDays(policy).redetermination);
    if (!isTaken && day < (until.get(personId) ?? '9999')) until.set(personId, day);
  }
  return until;
}
