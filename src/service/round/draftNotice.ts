/**
 * 公示 (An1.6, G29) is drafted by the scorekeeper. What it shows is number, name, points and note, written down now and never
 * again: who checks it and who reads it see the same lines.
 */
import { receiversOf } from '../../domain/access/receivers.ts';
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Decision, Making } from '../step.ts';
import { type NoticeLine, noticeLines } from './noticeLines.ts';
import { roundDays } from './roundDays.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';

export type DraftNotice = Here & {
  readonly type: 'draftNotice';
  readonly people: readonly string[];
  readonly workdays: number;
  /** 公示范围, and who takes objections, where and how. */
  readonly scope: string;
  readonly receiver: string;
};

/** What a draft's text row keeps: the whole notice as it will be read. */
export type NoticeWords = Pick<DraftNotice, 'scope' | 'receiver'> & { readonly lines: readonly NoticeLine[] };

/** Refuses people who are not yet appraised, and fewer working days than the reading allows (noticeTooShort): 3 for points decided anew; and a branch in which nobody could take an objection in (receiverNone). */
export const draftNoticeStep = roundStep<DraftNotice, readonly NoticeLine[]>({
  ability: 'draftNotice',
  about: () => [],
  reads: 'all',
  more: (tx, command, state) => noticeLines(tx, command, state, command.people),
  decide: draft,
});

function draft(
  command: DraftNotice,
  state: RoundState,
  lines: readonly NoticeLine[],
  making: Making,
): Decision | Refusal {
  const { people, period, year, workdays, scope, receiver } = command;
  if (people.length === 0) return refuse('nobodyChosen', 'An1.6', {});
  let anew = true;
  for (const personId of people) {
    const matter = matterFor(state, command, personId, 'publish', making);
    if (isRefusal(matter)) return matter;
    anew = anew && matter.appraisals > 1;
  }
  const days = roundDays(state.policy);
  const least = anew ? days.freshNotice : days.leastNotice;
  if (workdays < least) return refuse('noticeTooShort', 'An1.6', { workdays, least });
  if (making.actor.kind === 'person' && receiversOf(making.object).length === 0)
    return refuse('receiverNone', 'An1.6', {});
  if (scope.trim() === '' || receiver.trim() === '') return refuse('missing-receiver', 'An1.6', {});
  const words: NoticeWords = { scope, receiver, lines };
  const text = making.seal(yearBook(year), words);
  const noticeId = making.newId();
  const fact = {
    type: 'noticeDrafted',
    v: 1,
    period,
    noticeId,
    people,
    workdays,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: { noticeId } };
}
