/** The member answers a proposed deduction (G41): written, or said and written down; the answer is read at the appraisal. */
import type { Here } from './roundState.ts';
import { roundStep } from './roundStep.ts';
import { saidOf } from './saidOfProposal.ts';

export type AnswerDeduction = Here & {
  readonly type: 'answerDeduction';
  readonly personId: string;
  readonly proposalId: string;
  readonly words: string;
  /** Said in person and written down by another. */
  readonly spoken: boolean;
};

/** Refuses a proposal that is not there (proposalUnknown), an empty answer, and a second one (answered). */
export const answerDeductionStep = roundStep<AnswerDeduction, null>({
  ability: 'answerDeduction',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async () => null,
  decide: (command, state, _more, making) =>
    saidOf(
      command,
      state,
      making,
      'answerDeduction',
      { words: command.words, spoken: command.spoken },
      command.words,
    ),
});
