/**
 * 受理异议 (An1.6, G30): that somebody objects is a fact, who it is is not. The words and the objector are sealed apart from
 * the books; only the number of the objection leads there. Its days run from the day it was handed in.
 */
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { ObjectionRow } from '../ports/objections.ts';
import type { Decision, Making } from '../step.ts';
import { roundDays } from './roundDays.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';
import { handedIn, waitingRefusal } from './waitingObjection.ts';

export type ReceiveObjection = Here & {
  readonly type: 'receiveObjection';
  readonly personId: string;
  /** Under which the objector's words are kept. */
  readonly objectionId: string;
};

/** Refuses one that was not handed in about that member, or is settled already (objectionUnknown), and one too late for the notice. */
export const receiveObjectionStep = roundStep<ReceiveObjection, ObjectionRow | undefined>({
  ability: 'receiveObjection',
  about: ({ personId }) => [personId],
  reads: 'all',
  more: handedIn,
  decide: receive,
});

function receive(
  command: ReceiveObjection,
  state: RoundState,
  row: ObjectionRow | undefined,
  making: Making,
): Decision | Refusal {
  const { personId, objectionId, period } = command;
  const matter = matterFor(state, command, personId, 'object', making);
  if (isRefusal(matter)) return matter;
  const refusal = waitingRefusal(row, matter);
  if (refusal !== undefined || row === undefined) return refusal ?? refuse('objectionUnknown', 'An1.6', {});
  const days = roundDays(state.policy).redetermination;
  const answerUntil = addWorkdays(making.holidays, row.handedInOn, days);
  const fact = { type: 'objectionReceived', v: 1, period, personId, objectionId, answerUntil } as const;
  return { facts: [inRound(command, fact)], outcome: { objectionId, answerUntil } };
}
