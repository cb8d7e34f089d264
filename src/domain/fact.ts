/**
 * The closed union of everything that is ever recorded: past tense, versioned. People appear by id; names and free text
 * are held elsewhere and only their salted hash is here, so that a lawful destruction leaves a chain that still verifies.
 */
import { z } from 'zod';
import { exemptionFacts } from './exemption/facts.ts';
import { memberFacts } from './member/facts.ts';
import { electionFacts } from './office/electionFacts.ts';
import { officeFacts } from './office/facts.ts';
import { performanceFacts, planFacts } from './taskPlan/facts.ts';
import { policyFacts } from './policy/facts.ts';
import { roundFacts } from './round/facts.ts';
import { yearFacts } from './year/facts.ts';

const fact = z.discriminatedUnion('type', [
  ...officeFacts,
  ...electionFacts,
  ...memberFacts,
  ...exemptionFacts,
  ...policyFacts,
  ...yearFacts,
  ...planFacts,
  ...performanceFacts,
  ...roundFacts,
]);

/** Every kind there is, for whoever has to go through them all. */
export const FACT_SHAPES = fact.options;

export type Fact = z.output<typeof fact>;

/** What the row's type, version and body say. An unknown fact is never skipped: it throws. */
export function readFact(row: { readonly type: string; readonly v: number; readonly body: string }): Fact {
  const parsed = fact.safeParse({ ...(JSON.parse(row.body) as object), type: row.type, v: row.v });
  if (parsed.success) return parsed.data;
  throw new UnknownFact(row.type, row.v, z.prettifyError(parsed.error));
}

/** A fact this program does not know, or not in this shape: it was written by a newer one, or by nobody's program. */
export class UnknownFact extends Error {
  override readonly name = 'UnknownFact';

  constructor(type: string, v: number, detail: string) {
    super(`unknown fact ${type} v${v}: ${detail}`);
  }
}

/** What goes into the body: the fact without its type and version, which have columns of their own. */
export function bodyOf({ type: _type, v: _v, ...body }: Fact): object {
  return body;
}

export const REGISTER = 'register';
export const ORGANISATION_STREAM = 'organisation';
export const YEAR_STREAM = 'year';
export const yearBook = (year: number): string => `year-${year}`;
export const accountStream = (personId: string): string => `account:${personId}`;
export const officeStream = (officeId: string): string => `office:${officeId}`;
export const rulesStream = (rulesId: string): string => `rules:${rulesId}`;
export const handoverStream = (officeId: string): string => `handover:${officeId}`;
export const electionStream = (electionId: string): string => `election:${electionId}`;
export const memberStream = (personId: string): string => `member:${personId}`;
export const exemptionStream = (exemptionId: string): string => `exemption:${exemptionId}`;
export const planStream = (personId: string): string => `plan:${personId}`;
export const performanceStream = (personId: string): string => `performance:${personId}`;
