/** Which books this machine holds, and whether they verify. */
import { z } from 'zod';
import { asking, bookHead, heading } from './wire.ts';

export const booksScreen = {
  books: asking('readBooks')
    .route({ method: 'GET', path: '/books', summary: '本机已开立的账册' })
    .output(
      z.object({
        empty: z.boolean(),
        engine: z.string(),
        durability: z.string(),
        organisations: z.array(
          heading.extend({ example: z.boolean(), years: z.array(z.int()), heads: z.array(bookHead) }),
        ),
      }),
    ),
  verify: asking('readBooks')
    .route({ method: 'GET', path: '/books/{organisation}/verification', summary: '立即核验账册' })
    .input(
      z.object({
        organisation: z.string().min(1).max(100),
        /** An earlier head from a printed paper: its hash or the first 12 characters at least. */
        head: z
          .string()
          .regex(/^[0-9a-f]{12,64}$/)
          .optional(),
      }),
    )
    .output(
      z.object({
        clean: z.boolean(),
        heads: z.array(bookHead),
        /** Each fault as a sentence: book, fact, what was expected and found. */
        faults: z.array(z.string()),
        facts: z.int(),
      }),
    ),
};
