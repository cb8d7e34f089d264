/** A quarter's round as its pages read it: where everybody stands, and one member's matter. */
import { z } from 'zod';
import { attached } from './evidence.ts';
import { ACT_NAMES, STATE_NAMES } from '../domain/round/acts.ts';
import { about, at, corrects, done, here, quality, votes } from './roundPlace.ts';
import { asking, dayText, heading, pointsText } from './wire.ts';

const state = z.enum(STATE_NAMES as [(typeof STATE_NAMES)[number], ...(typeof STATE_NAMES)[number][]]);

const roundLine = z.object({
  member: heading,
  number: z.string(),
  group: z.string().nullable(),
  state: z.object({ id: state, name: z.string() }),
  points: pointsText.nullable(),
  late: z.boolean(),
  unsigned: z.boolean(),
  unanswered: z.int(),
  objections: z.int(),
});

const notice = z.object({
  noticeId: z.string(),
  people: z.array(z.string()),
  workdays: z.int(),
  sound: z.boolean().nullable(),
  from: dayText.nullable(),
  until: dayText.nullable(),
});

const round = z.object({
  label: z.string(),
  /** Null: not begun. */
  days: z
    .object({ applyUntil: dayText, opinionUntil: dayText, appraisalOn: dayText, filingOn: dayText })
    .nullable(),
  counts: z.array(z.object({ state, name: z.string(), count: z.int() })),
  lines: z.array(roundLine),
  meetings: z.array(
    z.object({
      meetingId: z.string(),
      on: dayText,
      present: z.array(z.string()),
      absent: z.array(z.string()),
    }),
  ),
  notices: z.array(notice),
  submissions: z.array(
    z.object({ submissionId: z.string(), people: z.array(z.string()), late: z.boolean() }),
  ),
  /** What the reader may do in nobody's particular matter. */
  abilities: z.array(z.string()),
});
export type Round = z.infer<typeof round>;

const item = heading;
const matter = z.object({
  member: heading.extend({ number: z.string() }),
  state: z.object({ id: state, name: z.string() }),
  points: pointsText.nullable(),
  tasks: z.array(
    z.object({
      taskId: z.string(),
      kind: z.enum(['assigned', 'pledge']),
      wording: z.string(),
      standard: z.string(),
      planned: pointsText,
      own: z.object({ done, claimed: pointsText, words: z.string() }).nullable(),
      leader: done.nullable(),
      sheet: pointsText.nullable(),
      decided: pointsText.nullable(),
      /** Decided before it fell due (预计, G15). */
      expected: z.boolean(),
    }),
  ),
  bonuses: z.array(
    z.object({
      bonusId: z.string(),
      item,
      day: dayText,
      amount: pointsText,
      reason: z.string(),
      document: z.string(),
      achievement: z.string().nullable(),
      ...attached,
      accepted: z.boolean().nullable(),
    }),
  ),
  deductions: z.array(
    z.object({
      proposalId: z.string(),
      item,
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
      upheld: z.boolean().nullable(),
    }),
  ),
  selfReported: z.string().nullable(),
  onBehalf: z.object({ helper: z.string(), on: dayText }).nullable(),
  late: z.boolean(),
  opinion: z
    .object({ quality: quality.nullable(), unsigned: z.boolean(), as: z.string(), words: z.string() })
    .nullable(),
  sheetWords: z.string().nullable(),
  decision: z
    .object({ on: dayText.nullable(), votes, decidedAbove: z.boolean(), words: z.string() })
    .nullable(),
  notice: z.object({ from: dayText, until: dayText }).nullable(),
  objections: z.array(
    z.object({
      objectionId: z.string(),
      answerUntil: dayText,
      changed: z.boolean().nullable(),
      /** Null: not yet answered; absent for whoever may not read it. */
      answer: z.string().nullable().optional(),
    }),
  ),
  /** Acts the matter's state and the reader's offices allow now. */
  acts: z.array(z.enum(ACT_NAMES as [(typeof ACT_NAMES)[number], ...(typeof ACT_NAMES)[number][]])),
});
export type Matter = z.infer<typeof matter>;
const { tasks, bonuses, deductions } = matter.shape;
/** What a member's matter is made of, wherever several are shown together. */
export const matterLines = { tasks, bonuses, deductions };

export const roundReads = {
  round: asking('readRound')
    .route({ method: 'GET', path: at(''), summary: '一轮积分工作' })
    .input(here)
    .output(round),
  matter: asking('readMatter')
    .route({ method: 'GET', path: at('/members/{member}'), summary: '一名党员本轮的事项' })
    .input(about)
    .output(matter),
};
