/** The committee's side of a round: branches by step, and one branch's submissions. */
import { z } from 'zod';
import { STATE_NAMES } from '../domain/round/acts.ts';
import { at, here } from './roundPlace.ts';
import { asking, dayText, heading, pointsText } from './wire.ts';

const state = z.object({
  id: z.enum(STATE_NAMES as [(typeof STATE_NAMES)[number], ...(typeof STATE_NAMES)[number][]]),
  name: z.string(),
});

const map = z.object({
  year: z.int(),
  /** Periods begun by some branch, and the one shown; null: none. */
  periods: z.array(z.int()),
  period: z.int().nullable(),
  branches: z.array(
    z.object({
      organisation: heading,
      filingOn: dayText.nullable(),
      people: z.int(),
      /** Where anybody stands, in the order of the round. */
      counts: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
      toReview: z.int(),
      toFile: z.int(),
      filed: z.int(),
      late: z.int(),
    }),
  ),
});
export type RoundMapPage = z.infer<typeof map>;

const submissions = z.object({
  label: z.string(),
  submissions: z.array(
    z.object({
      submissionId: z.string(),
      late: z.boolean(),
      lateReason: z.string().nullable(),
      lines: z.array(
        z.object({ member: heading, points: pointsText.or(z.literal('')), note: z.string(), state }),
      ),
    }),
  ),
  /** Members of the round who have not been submitted: they follow (G37). */
  pending: z.int(),
  /** The reader reviews and files for the organisation above. */
  mayReview: z.boolean(),
});
export type SubmissionsAnswer = z.infer<typeof submissions>;

export const roundCommittee = {
  roundMap: asking('readOverview')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/rounds/{year}',
      summary: '各支部办到哪一步',
    })
    .input(
      z.object({
        organisation: z.string().min(1).max(100),
        year: z.coerce.number().int().min(1900).max(2199),
        period: z.coerce.number().int().min(1).max(12).optional(),
      }),
    )
    .output(map),
  submissions: asking('readRound')
    .route({ method: 'GET', path: at('/submissions'), summary: '上报的积分' })
    .input(here)
    .output(submissions),
};
