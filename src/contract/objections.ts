/** 异议 at the receiver's desk: what waits, what an objection says, and the acts on it. Who objected comes by an act of its own. */
import { z } from 'zod';
import { at, about, id, nothing, post, words } from './roundPlace.ts';
import { due } from './roundMember.ts';
import { asking, askingInCommand, dayText, heading, pointsText } from './wire.ts';

const state = z.enum(['waiting', 'received', 'answered', 'declined']);
const capacity = z.enum(['member', 'staff', 'served']);

const objection = z.object({
  id: z.string(),
  year: z.int(),
  period: z.int(),
  round: z.string(),
  member: heading,
  on: dayText,
  how: z.enum(['page', 'spoken', 'paper']),
  state,
  /** Of what waits or is taken in: by when it is to be answered. */
  due: due.nullable(),
  changed: z.boolean().nullable(),
});
export type ObjectionLine = z.infer<typeof objection>;

const desk = z.object({
  /** What waits first, then what is to be answered, by the day it is due; then the latest settled. */
  objections: z.array(objection),
  /** Notices one may object to, for what is told to the receiver; with the lines the reader may take objections about. */
  notices: z.array(
    z.object({
      noticeId: z.string(),
      year: z.int(),
      period: z.int(),
      round: z.string(),
      from: dayText,
      until: dayText,
      lines: z.array(z.object({ member: heading, points: pointsText })),
    }),
  ),
});
export type ObjectionDesk = z.infer<typeof desk>;

const page = objection.extend({
  words: z.string(),
  files: z.array(
    z.object({
      number: z.int(),
      name: z.string(),
      size: z.int(),
      /** What its reader should know before opening it. */
      warnings: z.array(z.string()),
    }),
  ),
  /** The written answer, or why it was not taken in. */
  answer: z.string().nullable(),
  /** What the reader may do with it now. */
  acts: z.array(z.enum(['receive', 'decline', 'reveal', 'answer'])),
});
export type ObjectionPage = z.infer<typeof page>;

const one = about.extend({ objection: id });

export const objectionsScreen = {
  objections: asking('readObjection')
    .route({ method: 'GET', path: '/organisations/{organisation}/objections', summary: '异议' })
    .input(z.object({ organisation: id }))
    .output(desk),
  objection: askingInCommand('readObjection')
    .route({ method: 'GET', path: at('/members/{member}/objections/{objection}'), summary: '一件异议' })
    .input(one)
    .output(page),
  recordObjection: asking('receiveObjection')
    .route(post(at('/members/{member}/objections'), '登记口头或书面的异议'))
    .input(
      about.extend({
        notice: id,
        on: dayText,
        how: z.enum(['spoken', 'paper']),
        name: z.string().trim().max(50),
        reach: z.string().trim().max(100),
        capacity,
        words,
      }),
    )
    .output(z.object({ objection: z.string(), code: z.string() })),
  receiveObjection: askingInCommand('receiveObjection')
    .route(post(at('/members/{member}/objections/{objection}/acceptance'), '受理异议'))
    .input(one)
    .output(z.object({ answerUntil: dayText })),
  declineObjection: askingInCommand('receiveObjection')
    .route(post(at('/members/{member}/objections/{objection}/refusal'), '不予受理异议'))
    .input(one.extend({ reason: words }))
    .output(nothing),
  revealObjector: askingInCommand('revealObjector')
    .route(post(at('/members/{member}/objections/{objection}/objector'), '查看异议人的身份'))
    .input(one.extend({ reason: words }))
    .output(z.object({ name: z.string(), reach: z.string(), capacity: heading })),
};
