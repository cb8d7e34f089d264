/** What a year's book says: the policy it was opened under, what each member was given at the beginning, and the entries. */
import { z } from 'zod';
import { amount, day, hash, id } from '../field.ts';

export const yearFacts = [
  /** Year book, stream `year`. `contentHash` is over the policy as this book keeps it, `sha256` over its source files. */
  z.strictObject({
    type: z.literal('yearOpened'),
    v: z.literal(1),
    year: z.int(),
    policy: z.strictObject({ id, version: id, sha256: hash, contentHash: hash }),
  }),
  /** Year book, stream `member:<personId>`, once: the year's amount of each kind of points (3.3.2). */
  z.strictObject({
    type: z.literal('openingPosted'),
    v: z.literal(1),
    personId: id,
    amounts: z.record(id, amount),
  }),
  /** Year book, stream `member:<personId>`. Equal incident or achievement digests are one incident, one achievement. */
  z.strictObject({
    type: z.literal('entryPosted'),
    v: z.literal(1),
    entryId: id,
    personId: id,
    item: id,
    day,
    period: z.int().min(1),
    amount,
    incident: hash.nullable(),
    achievement: hash.nullable(),
    /** Over reason, evidence, supplier, incident and achievement as written. */
    textHash: hash,
  }),
  /**
   * Year book, stream `member:<personId>`: what counted in the branch the member came from (转移证明, G22). A later one of the
   * same branch takes the place of the earlier one and of its entries.
   */
  z.strictObject({
    type: z.literal('quartersReceived'),
    v: z.literal(1),
    transcriptId: id,
    personId: id,
    fromOrganisation: id,
    periods: z.array(z.int().min(1)).readonly(),
    /** Over the name of that branch. */
    textHash: hash,
  }),
  /** Follows its quartersReceived. Read-only here: only the branch it came from corrects it. */
  z.strictObject({
    type: z.literal('entryReceived'),
    v: z.literal(1),
    transcriptId: id,
    entryId: id,
    personId: id,
    item: id,
    day,
    period: z.int().min(1),
    amount,
    incident: hash.nullable(),
    achievement: hash.nullable(),
    textHash: hash,
  }),
  /**
   * A registered entry put right in a later round (更正, G31): from `period` on this one stands in its place, with its item, day
   * and keys, counting where it counted; `withdrawn`: nothing does. The earlier periods keep the figures they were registered with.
   */
  z.strictObject({
    type: z.literal('entryCorrected'),
    v: z.literal(1),
    entryId: id,
    personId: id,
    corrects: id,
    period: z.int().min(1),
    amount,
    withdrawn: z.boolean(),
    /** Over the words of an entry: why, on what evidence. */
    textHash: hash,
  }),
  /** Of an entry that corrected another: that one stands again. */
  z.strictObject({
    type: z.literal('entryReversed'),
    v: z.literal(1),
    entryId: id,
    personId: id,
    /** Over the reason of the reversal (冲正). */
    textHash: hash,
  }),
] as const;
