/** A member's own side of a round: where the matter stands, what an application is made of, and its draft. */
import { z } from 'zod';
import { evidenceFile } from './evidence.ts';
import { about, at, done, id } from './roundPlace.ts';
import { asking, dayText, heading, pointsText } from './wire.ts';

const typed = z.string().max(2000);

/** An application as it is being written: whatever stands in the fields, right or not yet. */
const applicationForm = z.object({
  tasks: z.array(z.object({ taskId: id, done, claimed: typed, words: typed })).max(60),
  bonuses: z
    .array(
      z.object({
        item: typed,
        day: typed,
        reason: typed,
        document: typed,
        /** Ids of files already brought. */
        evidence: z.array(id).max(20).default([]),
      }),
    )
    .max(20),
  selfReported: typed,
  /** Written on paper: who helped, and the paper's day. */
  helper: typed,
  paperOn: typed,
});
export type ApplicationForm = z.infer<typeof applicationForm>;

/** A last day, and the working days left after today; null: it is over. */
export const due = z.object({ day: dayText, workdays: z.int().nullable() });
export type Due = z.infer<typeof due>;

const course = z.object({
  label: z.string(),
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      progress: z.enum(['done', 'now', 'later']),
      says: z.string(),
    }),
  ),
  due: due.nullable(),
  /** Of each proposed deduction, by when it may be answered. */
  answers: z.array(due.extend({ proposalId: z.string() })),
  /** The reader is the member. */
  own: z.boolean(),
  /** What may be claimed; empty for whoever may not apply. */
  bonusItems: z.array(heading.extend({ clause: z.string(), amount: pointsText })),
  /** Brought to claims so far; empty for whoever may not apply. */
  claimFiles: z.array(evidenceFile),
  draft: z.object({ version: z.int(), savedAt: z.string(), form: applicationForm }).nullable(),
});
export type MatterCourse = z.infer<typeof course>;

export const roundMember = {
  matterCourse: asking('readMatter')
    .route({ method: 'GET', path: at('/members/{member}/course'), summary: '一名党员本轮办到哪一步' })
    .input(about)
    .output(course),
  /** `expected`: the draft the writer has seen, 0 for none. */
  saveApplicationDraft: asking('applyPoints')
    .route({ method: 'POST', path: at('/members/{member}/application-draft'), summary: '保存积分申请草稿' })
    .input(about.extend({ expected: z.int().min(0), form: applicationForm }))
    .output(z.object({ version: z.int() })),
  ownRounds: asking('signedIn')
    .route({ method: 'GET', path: '/me/rounds', summary: '自己正在办理的积分工作' })
    .output(
      z.object({
        rounds: z.array(
          z.object({
            organisation: heading,
            year: z.int(),
            period: z.int(),
            label: z.string(),
            member: z.string(),
            state: z.string(),
            /** The application is still to be handed in. */
            toApply: z.boolean(),
            /** Proposed deductions that wait for an answer. */
            unanswered: z.int(),
            due: due.nullable(),
          }),
        ),
      }),
    ),
};
