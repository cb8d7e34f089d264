/** The branch's desk for a quarter's round: the rounds of a year, and what surrounds one of them. */
import { z } from 'zod';
import { at, here } from './roundPlace.ts';
import { asking, dayText, yearPath } from './wire.ts';

const steps = z.array(
  z.object({
    id: z.string(),
    clause: z.string(),
    name: z.string(),
    text: z.string(),
    now: z.enum(['done', 'here', 'later', 'yearEnd']),
    count: z.int(),
  }),
);

const desk = z.object({
  label: z.string(),
  today: dayText,
  first: dayText,
  last: dayText,
  /** Empty: not begun. `left`: working days after today; null: past. */
  terms: z.array(
    z.object({
      id: z.enum(['application', 'opinion', 'appraisal', 'filing']),
      until: dayText,
      left: z.int().nullable(),
    }),
  ),
  steps,
  noticeDays: z.object({ usual: z.int(), least: z.int(), fresh: z.int() }),
  /** What the reader may do in every member's matter but those of `apart`. */
  abilities: z.array(z.string()),
  /** The reader's own matter and those of office holders. */
  apart: z.array(
    z.object({
      member: z.string(),
      abilities: z.array(z.string()),
      /** Who acts in it instead of the secretary and of the scorekeeper, and why; null: they do. */
      appraiser: z.string().nullable(),
      keeper: z.string().nullable(),
    }),
  ),
  /** For whoever drafts the notice: who could take an objection in, and about whom nobody could. */
  receiving: z.object({ names: z.array(z.string()), without: z.array(z.string()) }).nullable(),
  /** Objections that nobody has opened keep these from being registered; empty for whoever does not register. */
  waiting: z.array(z.object({ member: z.string(), count: z.int() })),
});
export type RoundDesk = z.infer<typeof desk>;

const rounds = z.object({
  periods: z.array(
    z.object({
      period: z.int(),
      label: z.string(),
      first: dayText,
      /** Null: not begun. */
      filingOn: dayText.nullable(),
      people: z.int(),
      states: z.array(z.object({ name: z.string(), count: z.int() })),
    }),
  ),
});
export type Rounds = z.infer<typeof rounds>;

export const roundDeskScreen = {
  rounds: asking('readRound')
    .route({
      method: 'GET',
      path: '/books/{organisation}/years/{year}/rounds',
      summary: '一年的各轮积分工作',
    })
    .input(yearPath)
    .output(rounds),
  roundDesk: asking('readRound')
    .route({ method: 'GET', path: at('/desk'), summary: '一轮的期限、步骤和办理权限' })
    .input(here)
    .output(desk),
};
