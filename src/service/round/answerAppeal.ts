/** The organisation above answers an appeal (An1.6, G30). Upheld, the branch puts the points right in the open round (G31). */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { openAppeals } from '../../domain/round/appeal.ts';
import type { Decision, Making } from '../step.ts';
import { type Here, matterOf, type RoundState } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';

export type AnswerAppeal = Here & {
  readonly type: 'answerAppeal';
  readonly personId: string;
  readonly appealId: string;
  readonly upheld: boolean;
  /** The written answer, which the member reads. */
  readonly answer: string;
};

/** Refuses an appeal that is not open (appealUnknown) and an answer without words. */
export const answerAppealStep = roundStep<AnswerAppeal, null>({
  ability: 'answerAppeal',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async () => null,
  decide: answer,
});

function answer(command: AnswerAppeal, state: RoundState, _more: null, making: Making): Decision | Refusal {
  const { personId, appealId, upheld, period, year } = command;
  const matter = matterOf(state, command, personId);
  if (isRefusal(matter)) return matter;
  const isOpen = openAppeals(matter).some((one) => one.appealId === appealId);
  if (!isOpen) return refuse('appealUnknown', 'An1.6', {});
  if (command.answer.trim() === '') return refuse('missing-reason', 'An1.6', {});
  const text = making.seal(yearBook(year), { answer: command.answer });
  const fact = {
    type: 'appealAnswered',
    v: 1,
    period,
    personId,
    appealId,
    upheld,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: {} };
}
