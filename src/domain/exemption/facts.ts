/** What a register says of exemptions (免予参加积分管理, clause 2). Whatever says why is sealed beside it, the category too. */
import { z } from 'zod';
import { day, hash, id } from '../field.ts';

const matter = { exemptionId: id, personId: id };
const term = { from: day.nullable(), until: day.nullable() };

/** The first five: the branch's register, stream `exemption:<exemptionId>`. */
export const exemptionFacts = [
  z.strictObject({
    type: z.literal('exemptionApplied'),
    v: z.literal(1),
    ...matter,
    /** The term asked for; null: as the rule has it (G25). */
    ...term,
    /** The exemption this one continues. */
    renews: id.nullable(),
    /** Written by a helper, for a member who cannot write it. */
    onBehalf: z.boolean(),
    /** Over category, reason, whereabouts, contact, attachments and the helper's name. */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('exemptionOpinionGiven'),
    v: z.literal(1),
    ...matter,
    agrees: z.boolean(),
    meetingOn: day,
    /** Over the opinion's words. */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('exemptionDecided'),
    v: z.literal(1),
    ...matter,
    /** The organisation above that decided. */
    bodyId: id,
    approved: z.boolean(),
    /** The term granted; both null when refused. */
    ...term,
    /** Over the decision's words. */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('exemptionWithdrawn'),
    v: z.literal(1),
    ...matter,
    onBehalf: z.boolean(),
    /** Over the reason. */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('exemptionEnded'),
    v: z.literal(1),
    ...matter,
    /** The first day that is no longer exempt. */
    on: day,
    /** The organisation above that ended it; null: the member gave it up. */
    bodyId: id.nullable(),
    /** Over the reason. */
    textHash: hash,
  }),
  /** The same act in the register of the organisation above, stream `exemption:<exemptionId>`. */
  z.strictObject({
    type: z.literal('branchExemptionDecided'),
    v: z.literal(1),
    exemptionId: id,
    branchId: id,
    approved: z.boolean(),
    ...term,
  }),
  z.strictObject({
    type: z.literal('branchExemptionEnded'),
    v: z.literal(1),
    exemptionId: id,
    branchId: id,
    on: day,
  }),
] as const;

export type ExemptionFact = z.output<(typeof exemptionFacts)[number]>;
