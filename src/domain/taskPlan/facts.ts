/** What a year's book says of task plans (目标任务) and of marks from the unit's performance appraisal. */
import { z } from 'zod';
import { amount, hash, id } from '../field.ts';

/** Counted from 1 for each member and year; agreement and approval are of exactly one version. */
const version = z.int().min(1);
const period = z.int().min(1);

/** G17: who acted instead of the leader in charge, and why. */
const substitute = z
  .strictObject({
    as: z.enum(['deputy', 'secretary', 'above', 'colleague']),
    because: z.enum(['vacant', 'concerned', 'onLeave', 'silent']),
  })
  .nullable();

export const planFacts = [
  /** Year book, stream `plan:<personId>`, like the next three. */
  z.strictObject({
    type: z.literal('planProposed'),
    v: z.literal(1),
    personId: id,
    version,
    tasks: z.array(
      z.strictObject({ taskId: id, kind: z.enum(['assigned', 'pledge']), period, points: amount }),
    ),
    /** Over wording and standard of every task, and the reason of a change. */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('planAgreed'),
    v: z.literal(1),
    personId: id,
    version,
    as: z.enum(['member', 'leader']),
    /** Agreed on paper and recorded by another. */
    onBehalf: z.boolean(),
    substitute,
    /** Over the day of the paper; null when agreed here. */
    textHash: hash.nullable(),
  }),
  z.strictObject({
    type: z.literal('planReturned'),
    v: z.literal(1),
    personId: id,
    version,
    as: z.enum(['member', 'leader', 'branch']),
    /** Over the reason. */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('planApproved'),
    v: z.literal(1),
    personId: id,
    version,
    /** Over the record of the meeting. */
    textHash: hash,
  }),
] as const;

export type PlanFact = z.output<(typeof planFacts)[number]>;

export const performanceFacts = [
  /** Year book, stream `performance:<personId>`. `period` null: the whole year; `mark` null: a word, kept in the text. */
  z.strictObject({
    type: z.literal('performanceMarked'),
    v: z.literal(1),
    personId: id,
    period: period.nullable(),
    mark: amount.nullable(),
    /** Over the result as written, and the reason when an earlier one is replaced. */
    textHash: hash,
  }),
] as const;
