/** What a register says of its members. */
import { z } from 'zod';
import { amount, day, hash, id } from '../field.ts';

/** What was decided of a person's standing. `on`: the day from which it holds; of an extension, the day of the meeting. Marks in hundredths. */
export const standingDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('admitted'), on: day }),
  z.strictObject({ kind: z.literal('turnedFull'), on: day }),
  z.strictObject({ kind: z.literal('probationExtended'), on: day, until: day }),
  z.strictObject({ kind: z.literal('probationCancelled'), on: day }),
  z.strictObject({ kind: z.literal('examTaken'), on: day, mark: amount, passMark: amount }),
  z.strictObject({ kind: z.literal('left'), on: day }),
]);

const exemption = z.strictObject({ from: day, until: day.nullable() });

const standing = {
  personId: id,
  /** Over salt, number, name and the other personal data of the person's row. */
  personHash: hash,
  member: z.strictObject({
    type: z.enum(['full', 'probationary', 'applicant']),
    joinedOn: day,
    leftOn: day.nullable(),
    fullOn: day.nullable(),
    exemption: exemption.nullable(),
    /** Granted before it; a year keeps the exemption it had. */
    earlierExemptions: z.array(exemption).readonly().optional(),
    examPassedOn: day.nullable(),
  }),
  /** Over the reason of the exemption (免予原因); null when none is given. */
  textHash: hash.nullable(),
};

export const memberFacts = [
  /** Register, stream `member:<personId>`. */
  z.strictObject({ type: z.literal('memberRegistered'), v: z.literal(1), ...standing }),
  z.strictObject({ type: z.literal('memberAmended'), v: z.literal(1), ...standing }),
  /** Register, stream `member:<personId>`. The new standing, where it changes, is a memberAmended after it. */
  z.strictObject({
    type: z.literal('standingDecided'),
    v: z.literal(1),
    personId: id,
    decision: standingDecision,
    /** Over the basis (依据: 会议、文号). */
    textHash: hash,
  }),
  /** Register of the branch that is left, stream `member:<personId>`: 转移证明. `issue` counts those of one person from 1. */
  z.strictObject({
    type: z.literal('transcriptIssued'),
    v: z.literal(1),
    transcriptId: id,
    personId: id,
    leftOn: day,
    issue: z.int().min(1),
    /** Over the whole content of the transcript, which is the text. */
    textHash: hash,
  }),
  /** Register of the next branch, stream `member:<personId>`, under the id by which the other register has it. */
  z.strictObject({
    type: z.literal('transcriptReceived'),
    v: z.literal(1),
    transcriptId: id,
    personId: id,
    fromOrganisation: id,
    fromPerson: id,
    issue: z.int().min(1),
    contentHash: hash,
    /** Whether the books of the branch it comes from are here and say the same. */
    checked: z.boolean(),
    /** Of a probation that was extended there. */
    extendedUntil: day.nullable(),
    /** Over the name of that branch, and the basis. */
    textHash: hash,
  }),
  /** Register, stream `organisation`: whether names are shown masked above the organisation and outside sign-in (G29). */
  z.strictObject({ type: z.literal('namesMasked'), v: z.literal(1), masked: z.boolean() }),
  /** Register, stream `member:<personId>`. The leader in charge as a person of the register; null: nobody any more. */
  z.strictObject({
    type: z.literal('leaderAssigned'),
    v: z.literal(1),
    personId: id,
    leaderId: id.nullable(),
  }),
] as const;
