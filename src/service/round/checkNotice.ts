/** 保密审查 (An1.6, G29): somebody other than whoever drafted it finds the notice sound, or says what must not be shown. */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { noticeActors, noticeOf } from './noticeOf.ts';
import type { Here } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';

export type CheckNotice = Here & {
  readonly type: 'checkNotice';
  readonly noticeId: string;
  /** False sends it back to be drafted anew. */
  readonly sound: boolean;
  readonly words: string;
};

/** Refuses a notice that is not there (noticeUnknown) or was checked already (noticeChecked). Whoever drafted it does not check it. */
export const checkNoticeStep = roundStep<CheckNotice, null>({
  ability: 'checkNotice',
  about: () => [],
  reads: 'all',
  before: (state, { noticeId }) => noticeActors(state, noticeId, ({ draftedSeq }) => [draftedSeq]),
  more: async () => null,
  decide: (command, state, _more, making) => {
    const { noticeId, period, year, sound, words } = command;
    const notice = noticeOf(state, noticeId);
    if (isRefusal(notice)) return notice;
    if (notice.checked !== null) return refuse('noticeChecked', 'An1.6', {});
    if (!sound && words.trim() === '') return refuse('missing-reason', 'An1.6', {});
    const text = making.seal(yearBook(year), { words });
    const fact = { type: 'noticeChecked', v: 1, period, noticeId, sound, textHash: text.hash } as const;
    return { facts: [inRound(command, fact, text)], outcome: {} };
  },
});
