/** 重新审定 (An1.6, G30): answered in writing by people not concerned; what is decided anew goes on a notice of its own. */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Decision, Making } from '../step.ts';
import { concernedWith } from './concernedWith.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';

export type AnswerObjection = Here & {
  readonly type: 'answerObjection';
  readonly personId: string;
  readonly objectionId: string;
  /** Whether the points are to be decided anew. */
  readonly changed: boolean;
  /** The written answer, which the objector reads. */
  readonly answer: string;
};

/** Refuses an objection that is not open (objectionUnknown) and an answer without words. */
export const answerObjectionStep = roundStep<AnswerObjection, null>({
  ability: 'redetermine',
  about: ({ personId }) => [personId],
  reads: 'all',
  before: (state, { personId }) => concernedWith(state, personId),
  more: async () => null,
  decide: answer,
});

function answer(
  command: AnswerObjection,
  state: RoundState,
  _more: null,
  making: Making,
): Decision | Refusal {
  const { personId, objectionId, period, year, changed } = command;
  const matter = matterFor(state, command, personId, changed ? 'redetermine' : 'reject', making);
  if (isRefusal(matter)) return matter;
  const isOpen = matter.objections.some((one) => one.objectionId === objectionId && one.changed === null);
  if (!isOpen) return refuse('objectionUnknown', 'An1.6', {});
  if (command.answer.trim() === '') return refuse('missing-reason', 'An1.6', {});
  const text = making.seal(yearBook(year), { answer: command.answer });
  const fact = {
    type: 'objectionAnswered',
    v: 1,
    period,
    personId,
    objectionId,
    changed,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: {} };
}
