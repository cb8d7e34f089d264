/**
 * 异议 (An1.6, G30): that somebody objects is a fact, who it is is not. The words and the objector are sealed apart from the
 * books; only the number of the objection leads there.
 */
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Decision, Making } from '../step.ts';
import { roundDays } from './roundDays.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';

export type ReceiveObjection = Here & {
  readonly type: 'receiveObjection';
  readonly personId: string;
  /** Under which the objector's words are kept; made by whoever keeps them. */
  readonly objectionId: string;
};

export const receiveObjectionStep = roundStep<ReceiveObjection, null>({
  ability: 'receiveObjection',
  about: ({ personId }) => [personId],
  reads: 'all',
  more: async () => null,
  decide: receive,
});

function receive(
  command: ReceiveObjection,
  state: RoundState,
  _more: null,
  making: Making,
): Decision | Refusal {
  const { personId, objectionId, period } = command;
  const matter = matterFor(state, command, personId, 'object', making);
  if (isRefusal(matter)) return matter;
  const days = roundDays(state.policy).redetermination;
  const answerUntil = addWorkdays(making.holidays, making.today, days);
  const fact = { type: 'objectionReceived', v: 1, period, personId, objectionId, answerUntil } as const;
  return { facts: [inRound(command, fact)], outcome: { objectionId, answerUntil } };
}
