/** 年度积分总表 and 年终评定: everyone of the branch, in roster order. */
import { z } from 'zod';
import { asking, door, heading, pointsText, yearHead, yearPath } from './wire.ts';

const controlFigure = z.object({ id: z.string(), label: z.string(), count: z.int() });

const memberRow = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  type: heading,
  standing: heading,
  periods: z.array(
    z.object({ period: z.int(), counted: z.boolean(), points: pointsText, cumulative: pointsText }),
  ),
  year: pointsText,
  graded: pointsText.nullable(),
  grade: heading.nullable(),
  rank: z.int().nullable(),
  top: z.boolean(),
  tie: z.boolean(),
  eligible: z.array(heading),
  support: z.boolean(),
  /** 不满全年, 免予, 认定为不合格 …: what the reader of the row must know. */
  remarks: z.array(z.string()),
});
export type MemberRow = z.infer<typeof memberRow>;

export const yearTable = z.object({
  head: yearHead,
  periods: z.array(z.object({ period: z.int(), name: z.string() })),
  members: z.array(memberRow),
  groups: z.array(z.string()),
  types: z.array(heading),
  grades: z.array(heading.extend({ label: z.string() })),
  control: z.array(controlFigure),
  /** The control figures as the sentence that must hold. */
  balance: z.string(),
  places: z.int(),
  percent: z.int(),
  /** While somebody's period waits to be registered: that grades and ranks are on the way only. */
  awaited: z.string().nullable(),
  /** How the year's end is read: bands, places, ties, who decides. */
  notes: z.array(z.string()),
  forms: z.array(door),
});
export type YearTable = z.infer<typeof yearTable>;

export const yearTableScreen = {
  yearTable: asking('readBooks')
    .route({ method: 'GET', path: '/books/{organisation}/years/{year}', summary: '年度积分总表' })
    .input(yearPath)
    .output(yearTable),
};
