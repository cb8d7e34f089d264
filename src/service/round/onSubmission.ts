/** 党委审核, 退回, 备案 (An1.7, G35): two acts of the committee; one member sent back never holds up the others (G37). */
import { yearBook } from '../../domain/fact.ts';
import { refuse } from '../../domain/refusal.ts';
import type { ActName } from '../../domain/round/acts.ts';
import { allRefusal } from './allRefusal.ts';
import type { Here } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';

/** `words`: the reason of a return, the opinion of a review, the number of a filing. */
type OnSubmission = Here & {
  readonly submissionId: string;
  readonly people: readonly string[];
  readonly words: string;
};
export type ReturnRound = OnSubmission & { readonly type: 'returnRound' };
export type ReviewRound = OnSubmission & { readonly type: 'reviewRound' };
export type FileRound = OnSubmission & { readonly type: 'fileRound' };

/** Refuses people of another submission (submissionUnknown) and a return without its reason. */
export const returnRoundStep = onSubmission<ReturnRound>('reviewRound', 'sendBack', 'roundReturned', true);
export const reviewRoundStep = onSubmission<ReviewRound>('reviewRound', 'review', 'roundReviewed', false);
export const fileRoundStep = onSubmission<FileRound>('fileRound', 'file', 'roundFiled', false);

function onSubmission<C extends OnSubmission & { readonly type: string }>(
  ability: 'reviewRound' | 'fileRound',
  act: ActName,
  type: 'roundReturned' | 'roundReviewed' | 'roundFiled',
  needsWords: boolean,
) {
  return roundStep<C, null>({
    ability,
    about: ({ people }) => people,
    reads: 'all',
    more: async () => null,
    decide: (command, state, _more, making) => {
      const { people, period, year, submissionId, words } = command;
      const refusal = allRefusal(command, state, people, act, making);
      if (refusal !== undefined) return refusal;
      const stranger = people.some((one) => state.round.matters.get(one)?.submissionId !== submissionId);
      if (stranger) return refuse('submissionUnknown', 'An1.7', {});
      if (needsWords && words.trim() === '') return refuse('missing-reason', 'An1.7', {});
      const text = making.seal(yearBook(year), { words });
      const fact = { type, v: 1, period, submissionId, people: [...people], textHash: text.hash } as const;
      return { facts: [inRound(command, fact, text)], outcome: {} };
    },
  });
}
