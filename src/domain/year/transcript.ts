/**
 * 转移证明: what a branch says of a member who goes to another one in the course of a year (G22). It is the text of a fact of
 * the branch that is left; the file that travels is that text, its salt and the hash by which the fact holds it.
 */
import { z } from 'zod';
import { amount, day, hash, id } from '../field.ts';
import { ALGORITHMS } from '../ledger/envelope.ts';

const words = z.string().nullable();
const period = z.int().min(1).max(12);

/** An entry or a ground of disqualification (amount 0); `from`: the branch that recorded it, when an earlier transcript brought it. */
const entry = z.strictObject({
  from: words,
  item: id,
  day,
  period,
  amount,
  reason: words,
  evidence: words,
  supplier: words,
  incident: words,
  achievement: words,
});
export type TranscriptEntry = z.output<typeof entry>;

const year = z.strictObject({
  year: z.int(),
  policy: z.strictObject({ id, version: id, title: z.string() }),
  /** What the figures depend on: entries add up only where it is the same. */
  rules: z.record(z.string(), z.unknown()),
  /** Head of the year's book when the transcript was issued. */
  head: z.strictObject({ seq: z.int(), hash }),
  /** Periods that counted, ascending. */
  periods: z.array(period),
  /** Points of every period, by kind. */
  figures: z.array(z.strictObject({ period, kinds: z.record(id, amount), points: amount })),
  entries: z.array(entry),
});

const content = z.strictObject({
  transcriptId: id,
  /** Counts the transcripts of this person from 1: a later one corrects the earlier. */
  issue: z.int().min(1),
  from: z.strictObject({ organisationId: id, personId: id, name: z.string(), example: z.boolean() }),
  /** As it was written: the branch may be in no books we know. */
  to: z.string(),
  issuedOn: day,
  /** The first day outside the branch. */
  leftOn: day,
  basis: z.string(),
  person: z.strictObject({
    number: z.string(),
    name: z.string(),
    gender: words,
    bornOn: day.nullable(),
    admittedOn: day.nullable(),
    post: words,
  }),
  standing: z.strictObject({
    type: z.enum(['full', 'probationary', 'applicant']),
    fullOn: day.nullable(),
    examPassedOn: day.nullable(),
    extendedUntil: day.nullable(),
  }),
  /** Null when the branch keeps no book of that year. */
  year: year.nullable(),
});
export type Transcript = z.output<typeof content>;

const file = z.strictObject({
  form: z.literal('jifen-transcript'),
  v: z.literal(1),
  algorithm: z.enum(ALGORITHMS),
  salt: z.string().regex(/^[0-9a-f]{16,64}$/),
  hash,
  content,
});
export type TranscriptFile = z.output<typeof file>;

/** The file's text read, or undefined when it is no transcript of this kind. */
export function readTranscript(text: string): TranscriptFile | undefined {
  try {
    const parsed = file.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
