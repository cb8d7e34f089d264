/**
 * Worked examples beside the rules (examples/*.yaml): given members with tasks and entries, then these figures. A branch reads
 * them to see what its measure means; `jifen policy check` and the tests hold the sums against them.
 */
import { z } from 'zod';
import { parseDay } from '../period.ts';
import { parsePoints, points } from '../points.ts';
import { amount, id, text } from './schema.ts';

const day = z.string().transform((value, context) => {
  const parsed = parseDay(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: '应为日历上有的日期，如 2026-03-05' });
  return z.NEVER;
});

/** A figure that comes out may be below zero: −17.5. */
const figure = z.union([z.string(), z.number()]).transform((value, context) => {
  const written = String(value);
  const size = parsePoints(written.replace(/^-/, ''));
  if (size !== undefined) return points(written.startsWith('-') ? 0 - size : size);
  context.addIssue({ code: 'custom', message: '应为至多两位小数的分值，如 7.5 或 -17.5' });
  return z.NEVER;
});

const perPeriod = z.array(figure);

/** What must come out; only what is written is compared. Amounts are per period, in order. */
const expected = z
  .strictObject({
    kinds: z.record(z.string(), perPeriod),
    deduction: perPeriod,
    points: perPeriod,
    cumulative: perPeriod,
    year: figure,
    graded: figure.nullable(),
    grade: id.nullable(),
    standing: z.enum(['graded', 'observed', 'exempt', 'unrated', 'left']),
    counted: z.array(z.number()),
    rank: z.number().nullable(),
    top: z.boolean(),
    tie: z.boolean(),
    eligible: z.array(id),
    disqualified: z.array(id),
    support: z.boolean(),
    /** Ids of the items whose entry is absorbed (并入), in the order of the statement. */
    absorbed: z.array(id),
  })
  .partial()
  .refine((value) => Object.keys(value).length > 0, '至少写出一项应得的结果');

const entry = z.strictObject({
  item: id,
  day,
  /** 计入季度; absent means the period of `day`. */
  period: z.number().int().optional(),
  /** Only where the item has no amount of its own. */
  amount: amount.optional(),
  incident: id.optional(),
  achievement: id.optional(),
});

const member = z.strictObject({
  name: text,
  type: z.enum(['full', 'probationary', 'applicant']).default('full'),
  joined: day.prefault('2000-01-01'),
  left: day.optional(),
  turnedFull: day.optional(),
  exempt: z.strictObject({ from: day, until: day.optional() }).optional(),
  examPassed: day.optional(),
  /** Points decided for the tasks of each period, in order. */
  tasks: z.array(amount).default([]),
  entries: z.array(entry).default([]),
  result: expected,
});

/** So many members, every score different or as given: how many places, who is inside, who stands at a tied edge. */
const ranking = z.strictObject({
  members: z.number().int().min(1).optional(),
  /** Between the whole pool and the whole pool and plan: made from tasks alone. */
  scores: z.array(amount).optional(),
  places: z.number().int(),
  /** How many are inside; absent means as many as there are places. */
  inside: z.number().int().optional(),
  tied: z.number().int().default(0),
  ranks: z.array(z.number().int()).optional(),
});

const exampleCase = z
  .strictObject({
    title: text,
    /** Clauses, items and readings the example shows. */
    about: z.array(id).default([]),
    /** Readings for which an alternative is chosen in this example. */
    readings: z.record(z.string(), id).default({}),
    members: z.array(member).min(1).optional(),
    ranking: ranking.optional(),
    /** Control figures: expected, participating, graded, each grade, unrated, exempt, probationary, applicants, left. */
    control: z.record(z.string(), z.number()).optional(),
  })
  .refine(
    (one) => (one.members === undefined) !== (one.ranking === undefined),
    '应写 members 或 ranking 其中之一',
  );

export const exampleFile = z.strictObject({
  title: text,
  year: z.number().int(),
  cases: z.array(exampleCase).min(1),
});

export type ExampleFile = z.output<typeof exampleFile>;
export type ExampleCase = ExampleFile['cases'][number];
export type ExampleMember = z.output<typeof member>;
export type Expected = z.output<typeof expected>;
