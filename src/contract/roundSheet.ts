/** The scorekeeper's sheet of a round, and its draft. */
import { z } from 'zod';
import { attached } from './evidence.ts';
import { about, at, corrects, done, here, id, quality, words } from './roundPlace.ts';
import { asking, dayText, heading, pointsText } from './wire.ts';

/** As typed: what is no amount yet is kept too. */
const typed = z.array(z.object({ taskId: id, points: z.string().max(12) })).max(60);

const task = z.object({
  taskId: z.string(),
  kind: z.enum(['assigned', 'pledge']),
  wording: z.string(),
  planned: pointsText,
  own: z.object({ done, claimed: pointsText }).nullable(),
  leader: done.nullable(),
  /** Handed in. */
  sheet: pointsText.nullable(),
});
const deduction = z.object({
  proposalId: z.string(),
  item: heading,
  day: dayText,
  amount: pointsText,
  reason: z.string(),
  basis: z.string(),
  supplier: z.string(),
  ...attached,
  answerUntil: dayText,
  corrects,
  answer: z.object({ words: z.string(), spoken: z.boolean() }).nullable(),
  withdrawn: z.boolean(),
});
const line = z.object({
  member: heading,
  number: z.string(),
  group: z.string().nullable(),
  state: z.string(),
  /** At this step, whoever the reader is. */
  isDue: z.boolean(),
  mayAssess: z.boolean(),
  /** Who fills in the scorekeeper's own line, and why; null: the scorekeeper does. */
  assessor: z.string().nullable(),
  mayPropose: z.boolean(),
  unsigned: z.boolean(),
  quality: quality.nullable(),
  tasks: z.array(task),
  /** Registered points may be put right (G31). */
  mayCorrect: z.boolean(),
  /** Earlier quarters by name whose appeal the organisation above upheld: what to put right in this round. */
  upheldAppeals: z.array(z.string()),
  deductions: z.array(deduction),
  draft: z.object({ version: z.int(), tasks: typed, words: z.string() }).nullable(),
});
const sheet = z.object({
  label: z.string(),
  today: dayText,
  /** What may be proposed; `amount` null: up to `most`. */
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      text: z.string(),
      amount: pointsText.nullable(),
      most: pointsText,
    }),
  ),
  suppliers: z.array(z.string()),
  lines: z.array(line),
});
export type Sheet = z.infer<typeof sheet>;

const correctable = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      item: heading,
      day: dayText,
      period: z.string(),
      amount: pointsText,
      reason: z.string(),
    }),
  ),
});

export const roundSheetScreen = {
  correctable: asking('readMatter')
    .route({ method: 'GET', path: at('/members/{member}/registered'), summary: '可以更正的已登记积分' })
    .input(about)
    .output(correctable),
  roundSheet: asking('readMatter')
    .route({ method: 'GET', path: at('/sheet'), summary: '考核登记表' })
    .input(here)
    .output(sheet),
  /** `expected`: version of the member's draft that was seen; 0: none. */
  saveSheetLine: asking('assess')
    .route({ method: 'PUT', path: at('/members/{member}/sheet'), summary: '保存一名党员的考核登记草稿' })
    .input(about.extend({ expected: z.int().min(0), tasks: typed, words }))
    .output(z.object({ version: z.int() })),
};
