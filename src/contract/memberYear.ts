/** One member's year: figures as doors, the quarters against their plan, every entry on record. */
import { z } from 'zod';
import { entryWords } from './statement.ts';
import { asking, dayText, door, heading, pointsText, yearHead, yearPath } from './wire.ts';

export const memberYear = z.object({
  head: yearHead,
  member: heading.extend({
    number: z.string(),
    type: heading,
    standing: heading,
    particulars: z.array(z.object({ label: z.string(), text: z.string() })),
  }),
  kinds: z.array(heading),
  periods: z.array(
    z.object({
      period: z.int(),
      name: z.string(),
      counted: z.boolean(),
      why: z.string().nullable(),
      /** Most that can be had in the period without bonuses, by the plan in force when there is one. */
      plan: pointsText,
      figures: z.array(door),
      points: door,
      cumulative: door,
    }),
  ),
  /** The version of the task plan in force; null: none is, and the shares of the measure stand for it. */
  planInForce: z.int().nullable(),
  /** Results of the unit's performance appraisal, for information: never points. */
  marks: z.array(z.object({ label: z.string(), result: z.string() })),
  year: z.array(door),
  total: door,
  /** Periods that wait to be registered, as words; null: the year is whole. */
  awaited: z.string().nullable(),
  /** What the year was graded with; nothing while a period is awaited. */
  result: z.array(door),
  /** 为什么不是更高一等: the distance to the next grade and what was lost where. */
  distance: z.string(),
  entries: z.array(entryWords.extend({ told: z.string() })),
  grounds: z.array(
    z.object({
      ground: heading,
      day: dayText,
      reason: z.string().nullable(),
      evidence: z.string().nullable(),
      supplier: z.string().nullable(),
    }),
  ),
  form: door,
});
export type MemberYearPage = z.infer<typeof memberYear>;
export type PeriodFigures = MemberYearPage['periods'][number];

export const memberYearScreen = {
  memberYear: asking('readBooks', 'readOwnYear')
    .route({
      method: 'GET',
      path: '/books/{organisation}/years/{year}/members/{member}',
      summary: '一名党员的一年',
    })
    .input(yearPath.extend({ member: z.string().min(1).max(100) }))
    .output(memberYear),
};
