/** The notice is approved and hangs (An1.6, G29), by the secretary, who is not the one who checked it. */
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Decision, Making } from '../step.ts';
import { noticeActors, noticeOf } from './noticeOf.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';

export type PublishNotice = Here & { readonly type: 'publishNotice'; readonly noticeId: string };

/** Refuses what was not found sound (noticeUnchecked), what is published already, and people who have moved on since the draft. */
export const publishNoticeStep = roundStep<PublishNotice, null>({
  ability: 'publishNotice',
  about: () => [],
  reads: 'all',
  before: (state, { noticeId }) =>
    noticeActors(state, noticeId, ({ checked }) => (checked === null ? [] : [checked.seq])),
  more: async () => null,
  decide: publish,
});

function publish(command: PublishNotice, state: RoundState, _more: null, making: Making): Decision | Refusal {
  const { noticeId, period, year } = command;
  const notice = noticeOf(state, noticeId);
  if (isRefusal(notice)) return notice;
  if (notice.checked?.sound !== true) return refuse('noticeUnchecked', 'An1.6', {});
  if (notice.published !== null) return refuse('noticePublished', 'An1.6', {});
  for (const personId of notice.people) {
    const matter = matterFor(state, command, personId, 'publish', making);
    if (isRefusal(matter)) return matter;
    if ((matter.appraisal?.seq ?? 0) > notice.draftedSeq)
      return refuse('noticeStale', 'An1.6', { person: personId });
  }
  const from = making.today;
  // whole working days: the day of publishing is not one of them
  const until = addWorkdays(making.holidays, from, notice.workdays);
  const link = `${making.newSalt()}${making.newSalt()}`;
  const text = making.seal(yearBook(year), { link });
  const fact = { type: 'noticePublished', v: 1, period, noticeId, from, until, textHash: text.hash } as const;
  return { facts: [inRound(command, fact, text)], outcome: { from, until } };
}
