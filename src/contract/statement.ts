/** 积分说明单: how one figure came about. The same words stand on screen, on paper and here. */
import { z } from 'zod';
import { asking, dayText, door, heading, pointsText, yearHead, yearPath } from './wire.ts';

/** An entry with everything a member may ask about it. */
export const entryWords = z.object({
  id: z.string(),
  item: heading.extend({ text: z.string(), clause: z.string() }),
  /** Without sign; the item says whether it is added or taken. */
  amount: pointsText,
  /** Kind of points it adds to or takes from. */
  kind: heading,
  /** Whether it earns against a plan, rather than being added or taken for cause. */
  planned: z.boolean(),
  effect: z.enum(['credit', 'deduction']),
  day: dayText,
  period: z.string(),
  /** 计入季度 when it is not that of the day. */
  later: z.boolean(),
  reason: z.string().nullable(),
  evidence: z.string().nullable(),
  supplier: z.string().nullable(),
  incident: z.string().nullable(),
  achievement: z.string().nullable(),
  postedOn: dayText.nullable(),
  /** The branch it came from by transcript (转移证明). */
  transferredFrom: z.string().nullable(),
});
export type EntryWords = z.infer<typeof entryWords>;

export const statementRow = z.object({
  told: z.enum([
    'opening',
    'counts',
    'absorbed',
    'replaced',
    'corrected',
    'categoryFloor',
    'floor',
    'cap',
    'part',
    'step',
    'apart',
  ]),
  label: z.string(),
  /** Signed; the rows that carry an amount add up to the figure. Null: told, not summed. */
  amount: pointsText.nullable(),
  remark: z.string().nullable(),
  entry: entryWords.nullable(),
  /** The figure this row is the sum of, when that has a statement of its own. */
  figure: z.string().nullable(),
});
export type StatementRow = z.infer<typeof statementRow>;

export const readingWords = z.object({
  id: z.string(),
  clauses: z.array(z.string()),
  question: z.string(),
  reading: z.string(),
  /** The alternative the branch chose, when it is not the reading itself. */
  chosen: z.string().nullable(),
});
export type ReadingWords = z.infer<typeof readingWords>;

export const statement = z.object({
  figure: z.string(),
  title: z.string(),
  text: z.string(),
  /** The whole figure in one sentence. */
  sentence: z.string(),
  rows: z.array(statementRow),
  total: z.string().nullable(),
  notes: z.array(z.string()),
  doors: z.array(door),
  readings: z.array(readingWords),
  clauses: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
});
export type Statement = z.infer<typeof statement>;

export const statementScreen = {
  statement: asking('readBooks', 'readOwnYear')
    .route({
      method: 'GET',
      path: '/books/{organisation}/years/{year}/members/{member}/statements/{figure}',
      summary: '一个数的积分说明单',
    })
    .input(yearPath.extend({ member: z.string().min(1).max(100), figure: z.string().min(1).max(60) }))
    .output(z.object({ head: yearHead, member: heading.extend({ number: z.string() }), statement })),
};
