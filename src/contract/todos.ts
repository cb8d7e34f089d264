/** 待办 of whoever is signed in: what waits for them, and what comes next. */
import { z } from 'zod';
import { due } from './roundMember.ts';
import { asking, dayText, heading } from './wire.ts';

const todo = z.object({
  /** What it is: a duty of the round, or another thing that waits. */
  what: z.string(),
  does: z.string(),
  organisation: heading,
  /** Empty: of no period. */
  period: z.string(),
  /** How much of it there is, in words; empty where `does` says it all. */
  says: z.string(),
  count: z.int(),
  /** Its last day and the working days left; null: none is set. `workdays` null: 逾期. */
  due: due.nullable(),
  /** The clause it rests on, as it is cited; empty: none. */
  clause: z.string(),
  /** Why the reader acts for another; empty: the office is theirs. */
  instead: z.string(),
  /** Path of the page to do it on. */
  address: z.string(),
});

export type Todo = z.infer<typeof todo>;

const next = z.object({
  organisation: heading,
  period: z.string(),
  does: z.string(),
  from: due,
  until: dayText,
});

export type NextStep = z.infer<typeof next>;

export const todosScreen = {
  todos: asking('signedIn')
    .route({ method: 'GET', path: '/me/todos', summary: '待办' })
    .output(z.object({ today: dayText, todos: z.array(todo), next: z.array(next) })),
};
