/** Acts of the branch for everybody: the meeting and its decisions, the notice, objections answered. */
import { z } from 'zod';
import { about, at, here, id, MOST_PEOPLE, nothing, people, post, votes, words } from './roundPlace.ts';
import { askingInCommand, dayText, pointsText } from './wire.ts';

const decision = z.object({
  member: id,
  tasks: z.array(z.object({ taskId: id, points: pointsText, expected: z.boolean().optional() })).max(60),
  bonuses: z.array(z.object({ bonusId: id, accepted: z.boolean() })).max(20),
  deductions: z.array(z.object({ proposalId: id, upheld: z.boolean() })).max(100),
  words,
});
const vote = z.object({ votes, recused: z.array(id).max(100) });
const each = <One extends z.ZodType>(one: One) => z.array(one).min(1).max(500);

export const roundMeeting = {
  holdMeeting: askingInCommand('appraise')
    .route(post(at('/meetings'), '登记评议会'))
    .input(
      here.extend({
        on: dayText,
        place: words,
        host: words,
        present: people,
        absent: z.array(z.object({ member: id, reason: words })).max(MOST_PEOPLE),
        minutes: words,
      }),
    )
    .output(z.object({ meetingId: z.string() })),
  appraise: askingInCommand('appraise')
    .route(post(at('/meetings/{meeting}/decisions'), '登记评议结果'))
    .input(
      here.extend({
        meeting: id,
        /** What the meeting decided of each. */
        decisions: each(decision.extend(vote.shape)),
      }),
    )
    .output(nothing),
  referTies: askingInCommand('appraise')
    .route(post(at('/meetings/{meeting}/ties'), '再议后票数仍相等的，报上级党组织决定'))
    .input(here.extend({ meeting: id, ties: each(vote.extend({ member: id })) }))
    .output(nothing),
  decideTies: askingInCommand('decideTie')
    .route(post(at('/tie-decisions'), '上级党组织决定票数相等的评议'))
    .input(here.extend({ decisions: each(decision) }))
    .output(nothing),
  draftNotice: askingInCommand('draftNotice')
    .route(post(at('/notices'), '拟制公示'))
    .input(here.extend({ people, workdays: z.int().min(1).max(20), scope: words, receiver: words }))
    .output(z.object({ noticeId: z.string() })),
  checkNotice: askingInCommand('checkNotice')
    .route(post(at('/notices/{notice}/check'), '保密审查'))
    .input(here.extend({ notice: id, sound: z.boolean(), words }))
    .output(nothing),
  publishNotice: askingInCommand('publishNotice')
    .route(post(at('/notices/{notice}/publication'), '批准公示'))
    .input(here.extend({ notice: id }))
    .output(z.object({ from: dayText, until: dayText })),
  answerObjection: askingInCommand('redetermine')
    .route(post(at('/members/{member}/objections/{objection}/answer'), '重新审定异议'))
    .input(about.extend({ objection: id, changed: z.boolean(), answer: words }))
    .output(nothing),
};
