/** 申诉 on the wire: a member's own appeals of a quarter, lodging and answering, and what waits for the organisation above. */
import { z } from 'zod';
import { due } from './roundMember.ts';
import { about, at, id, nothing, post, words } from './roundPlace.ts';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const subject = z.enum(['points', 'kept', 'changed']);

const appeals = z.object({
  appeals: z.array(
    z.object({
      id: z.string(),
      /** The registered points, or an objection that was answered: kept as it was, or decided anew. */
      about: subject,
      onBehalf: z.boolean(),
      on: dayText,
      /** Null: answered. */
      due: due.nullable(),
      upheld: z.boolean().nullable(),
      /** Absent for whoever neither lodged nor answers. */
      words: z.string().optional(),
      answer: z.string().nullable(),
    }),
  ),
  /** What the reader may appeal against for the member now; `objection` null: the registered points. */
  mayLodge: z.array(z.object({ objection: z.string().nullable(), about: subject })),
  mayAnswer: z.boolean(),
  /** Where it is put right if it is upheld: the year's last round has none after it. */
  putRight: z.enum(['laterRound', 'yearEnd']),
});
export type Appeals = z.infer<typeof appeals>;

const waiting = z.object({
  appeals: z.array(
    z.object({
      id: z.string(),
      organisation: heading,
      year: z.int(),
      period: z.int(),
      label: z.string(),
      member: heading,
      on: dayText,
      due,
    }),
  ),
});
export type WaitingAppeal = z.infer<typeof waiting>['appeals'][number];

export const appealsScreen = {
  appeals: asking('readMatter')
    .route({ method: 'GET', path: at('/members/{member}/appeals'), summary: '一名党员本轮的申诉' })
    .input(about)
    .output(appeals),
  /** Of the branches below: those the reader answers, by the day they are due. */
  waitingAppeals: asking('readOverview')
    .route({ method: 'GET', path: '/organisations/{organisation}/appeals', summary: '等待答复的申诉' })
    .input(z.object({ organisation: id }))
    .output(waiting),
  lodgeAppeal: askingInCommand('lodgeAppeal')
    .route(post(at('/members/{member}/appeals'), '向上级党组织申诉'))
    .input(about.extend({ objection: id.nullable(), words }))
    .output(z.object({ answerUntil: dayText })),
  answerAppeal: askingInCommand('answerAppeal')
    .route(post(at('/members/{member}/appeals/{appeal}/answer'), '答复申诉'))
    .input(about.extend({ appeal: id, upheld: z.boolean(), answer: words }))
    .output(nothing),
};
