/** What a register says of the rules a branch lives by. */
import { z } from 'zod';
import { hash, id } from '../field.ts';

/** measure – the one the program brings, `id` its policy's · rules – an adopted version · year – the version a year's book was opened under. */
export const rulesBase = z.strictObject({ from: z.enum(['measure', 'rules', 'year']), id });
export type RulesBase = z.output<typeof rulesBase>;

export const policyFacts = [
  /** Register, stream `rules:<rulesId>`: an immutable version, in force from `year` until a later one is. */
  z.strictObject({
    type: z.literal('rulesAdopted'),
    v: z.literal(1),
    rulesId: id,
    policyId: id,
    version: id,
    year: z.int(),
    basedOn: rulesBase,
    /** Over the policy as the text keeps it, and as a year opened under it will. */
    contentHash: hash,
    /** Over the meeting's record, the warnings acknowledged, and the policy itself. */
    textHash: hash,
  }),
] as const;
