/** 不予受理 (An1.6): with a reason the objector reads with the receipt. It is a fact: nobody lets an objection drop unseen. */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { ObjectionRow } from '../ports/objections.ts';
import type { Decision, Making } from '../step.ts';
import type { Here, RoundState } from './roundState.ts';
import { matterOf } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';
import { handedIn, waitingRefusal } from './waitingObjection.ts';

export type DeclineObjection = Here & {
  readonly type: 'declineObjection';
  readonly personId: string;
  readonly objectionId: string;
  readonly reason: string;
};

/** Refuses one that is settled already (objectionUnknown) and no reason at all. */
export const declineObjectionStep = roundStep<DeclineObjection, ObjectionRow | undefined>({
  ability: 'receiveObjection',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: handedIn,
  decide: decline,
});

function decline(
  command: DeclineObjection,
  state: RoundState,
  row: ObjectionRow | undefined,
  making: Making,
): Decision | Refusal {
  const { personId, objectionId, period, year, reason } = command;
  const matter = matterOf(state, command, personId);
  if (isRefusal(matter)) return matter;
  const refusal = waitingRefusal(row, matter);
  if (refusal !== undefined) return refusal;
  if (reason.trim() === '') return refuse('missing-reason', 'An1.6', {});
  const text = making.seal(yearBook(year), { reason });
  const fact = {
    type: 'objectionDeclined',
    v: 1,
    period,
    personId,
    objectionId,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: {} };
}
