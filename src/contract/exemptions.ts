/** 免予参加: the applications the reader has to do with, where each stands and who acts next, never why. */
import { z } from 'zod';
import { asking, dayText, heading } from './wire.ts';

const row = z.object({
  id: z.string(),
  organisation: heading,
  member: heading.extend({ number: z.string() }),
  /** Who acts next and why; of a closed one, what became of it. */
  next: z.string(),
  since: dayText,
  term: z.string().nullable(),
  acts: z.array(heading),
  part: z.enum(['open', 'running', 'closed']),
});
export type ExemptionRow = z.infer<typeof row>;

const exemptionList = z.object({
  organisation: heading,
  rows: z.array(row),
  /** Whom the reader may write an application for. */
  members: z.array(heading.extend({ number: z.string() })),
});
export type ExemptionList = z.infer<typeof exemptionList>;

export const exemptionsScreen = {
  exemptions: asking('listExemptions')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/exemptions',
      summary: '不参加积分制管理的办理情况',
    })
    .input(z.object({ organisation: z.string().min(1).max(100) }))
    .output(exemptionList),
};
