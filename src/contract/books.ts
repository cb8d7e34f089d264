/** Which books this machine holds, and whether they verify. */
import { z } from 'zod';
import { asking, bookHead, heading } from './wire.ts';

const verification = z.object({
  sound: z.boolean(),
  facts: z.int(),
  heads: z.array(bookHead.extend({ organisation: z.string() })),
  /** What is wrong, each as a sentence: book, fact, what was expected and found. */
  wrong: z.array(z.string()),
});
export type VerificationSummary = z.infer<typeof verification>;

const earlier = z.object({
  /** An earlier head from a printed paper: its hash, or the first 12 characters at least. */
  head: z
    .string()
    .regex(/^[0-9a-f]{12,64}$/)
    .optional(),
});

export const booksScreen = {
  books: asking('signedIn')
    .route({ method: 'GET', path: '/books', summary: '自己可以查看的账册' })
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
  verify: asking('verifyBooks', 'readBooks')
    .route({ method: 'GET', path: '/verification', summary: '立即核验本机的账册' })
    .input(earlier)
    .output(verification),
  verifyOrganisation: asking('verifyBooks')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/verification',
      summary: '立即核验一个组织的账册',
    })
    .input(earlier.extend({ organisation: z.string().min(1).max(100) }))
    .output(verification),
};
