/** The first page: the example branch, or a branch's own two files. */
import { z } from 'zod';
import { askingInCommand, dayText, idempotencyKey } from './wire.ts';

/** One cell that cannot be taken: where it is, what stands there, what was expected, how to mend it. */
export const rowProblem = z.object({
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
  value: z.string(),
  expected: z.string(),
  mend: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

const opened = z.object({
  organisation: z.string(),
  year: z.int(),
  members: z.int(),
  /** Entries newly written; the same files a second time add none. */
  added: z.int(),
  unchanged: z.int(),
  /** Rows of the books that the files have otherwise or not at all: reversed, for the reason given. */
  reversed: z.int(),
  /** Numbers of people in the books who are not on the roster: they stay in the register. */
  absent: z.array(z.string()),
  /** Numbers of people whose decided standing or exemption the roster has otherwise: the books' stays. */
  otherwise: z.array(z.string()),
  /** Rows left to others: about the importer, and about whoever they may not post for. */
  heldBack: z.object({
    own: z.int(),
    others: z.int(),
    /** The first of them: number, clause and day; a line of the roster has neither clause nor day. */
    named: z.array(z.object({ number: z.string(), item: z.string().nullable(), day: dayText.nullable() })),
  }),
});
export type Opened = z.infer<typeof opened>;

export const openingScreen = {
  openExample: askingInCommand('importYear')
    .route({
      method: 'POST',
      path: '/opening/example',
      summary: '打开示例账册',
      inputStructure: 'detailed',
    })
    .input(z.object({ headers: idempotencyKey }))
    .output(opened),
  openFiles: askingInCommand('importYear')
    .route({
      method: 'POST',
      path: '/opening/files',
      summary: '把名册和一年的记录登记入账',
      inputStructure: 'detailed',
    })
    .input(
      z.object({
        headers: idempotencyKey,
        body: z.object({
          organisation: z.string().trim().min(2).max(60),
          year: z.coerce.number().int().min(1900).max(2199),
          /** Why rows that differ from the books are to be reversed; without it such files are refused. */
          correction: z.string().trim().min(2).max(200).optional(),
          roster: z.file(),
          records: z.file(),
        }),
      }),
    )
    .output(opened),
};
