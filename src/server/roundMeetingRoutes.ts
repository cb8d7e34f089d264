/** Acts of the meeting, the notice, and the committee. */
import { dayIn, doing, pointsIn } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import type { Services } from './services.ts';

export function roundMeetingRoutes(os: Guarded, services: Services) {
  return {
    holdMeeting: os.holdMeeting.handler(async ({ input, context }) => {
      const { on, place, host, present, absent, minutes } = input;
      const { meetingId } = await doing<{ meetingId: string }>(services, context, {
        type: 'holdMeeting',
        ...hereOf(input),
        on: dayIn(on),
        place,
        host,
        present,
        absent: absent.map(({ member, reason }) => ({ personId: member, reason })),
        minutes,
      });
      return { meetingId };
    }),
    appraise: os.appraise.handler(async ({ input, context }) => {
      await doing(services, context, {
        type: 'appraise',
        ...hereOf(input),
        meetingId: input.meeting,
        decisions: input.decisions.map((one) => ({
          ...decided(one),
          votes: one.votes,
          recused: one.recused,
        })),
      });
      return {};
    }),
    referTies: os.referTies.handler(async ({ input, context }) => {
      const ties = input.ties.map(({ member: personId, ...vote }) => ({ personId, ...vote }));
      const { meeting: meetingId } = input;
      await doing(services, context, { type: 'referTies', ...hereOf(input), meetingId, ties });
      return {};
    }),
    decideTies: os.decideTies.handler(async ({ input, context }) => {
      const decisions = input.decisions.map(decided);
      await doing(services, context, { type: 'decideTies', ...hereOf(input), decisions });
      return {};
    }),
    ...noticeRoutes(os, services),
    ...committeeRoutes(os, services),
  };
}

type Decided = Parameters<Parameters<Guarded['decideTies']['handler']>[0]>[0]['input']['decisions'][number];

const decided = ({ member, tasks, bonuses, deductions, words }: Decided) => ({
  personId: member,
  bonuses,
  deductions,
  words,
  tasks: tasks.map(({ taskId, points, expected }) => ({
    taskId,
    points: pointsIn(points),
    ...(expected === true ? { expected } : {}),
  })),
});

function noticeRoutes(os: Guarded, services: Services) {
  return {
    draftNotice: os.draftNotice.handler(({ input, context }) => {
      const { people, workdays, scope, receiver } = input;
      const command = { type: 'draftNotice', ...hereOf(input), people, workdays, scope, receiver } as const;
      return doing<{ noticeId: string }>(services, context, command);
    }),
    checkNotice: os.checkNotice.handler(async ({ input, context }) => {
      const { notice: noticeId, sound, words } = input;
      await doing(services, context, { type: 'checkNotice', ...hereOf(input), noticeId, sound, words });
      return {};
    }),
    publishNotice: os.publishNotice.handler(({ input, context }) =>
      doing<{ from: string; until: string }>(services, context, {
        type: 'publishNotice',
        ...hereOf(input),
        noticeId: input.notice,
      }),
    ),
    answerObjection: os.answerObjection.handler(async ({ input, context }) => {
      const { member: personId, objection: objectionId, changed, answer } = input;
      await doing(services, context, {
        type: 'answerObjection',
        ...hereOf(input),
        personId,
        objectionId,
        changed,
        answer,
      });
      return {};
    }),
  };
}

function committeeRoutes(os: Guarded, services: Services) {
  return {
    submitRound: os.submitRound.handler(({ input, context }) => {
      const { people, lateReason } = input;
      const command = { type: 'submitRound', ...hereOf(input), people, lateReason } as const;
      return doing<{ submissionId: string; late: boolean }>(services, context, command);
    }),
    returnRound: os.returnRound.handler(async ({ input, context }) => {
      const { submission: submissionId, people, words } = input;
      await doing(services, context, { type: 'returnRound', ...hereOf(input), submissionId, people, words });
      return {};
    }),
    reviewRound: os.reviewRound.handler(async ({ input, context }) => {
      const { submission: submissionId, people, words } = input;
      await doing(services, context, { type: 'reviewRound', ...hereOf(input), submissionId, people, words });
      return {};
    }),
    fileRound: os.fileRound.handler(async ({ input, context }) => {
      const { submission: submissionId, people, words } = input;
      await doing(services, context, { type: 'fileRound', ...hereOf(input), submissionId, people, words });
      return {};
    }),
  };
}
