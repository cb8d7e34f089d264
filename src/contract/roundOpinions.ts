/** 分管领导签注意见: the members the reader may sign for now. */
import { z } from 'zod';
import { due } from './roundMember.ts';
import { at, done, here } from './roundPlace.ts';
import { asking, heading, pointsText } from './wire.ts';

const opinions = z.object({
  label: z.string(),
  due,
  /** The leader's days are over: whoever acts may also record 未签. */
  mayLeaveUnsigned: z.boolean(),
  lines: z.array(
    z.object({
      member: heading,
      number: z.string(),
      applied: z.boolean(),
      tasks: z.array(
        z.object({
          taskId: z.string(),
          wording: z.string(),
          planned: pointsText,
          own: z.object({ done, claimed: pointsText, words: z.string() }).nullable(),
        }),
      ),
      selfReported: z.string().nullable(),
      /** Empty for the leader; else who acts instead, and why (G17). */
      instead: z.string(),
    }),
  ),
});
export type OpinionsPage = z.infer<typeof opinions>;
export type OpinionLine = OpinionsPage['lines'][number];

export const roundOpinions = {
  opinions: asking('readRound')
    .route({ method: 'GET', path: at('/opinions'), summary: '等签注意见的党员' })
    .input(here)
    .output(opinions),
};
