/** Exemptions as the books have them, and who decides on them above. */
import type { AccessObject } from '../domain/access/actor.ts';
import {
  EXEMPTION_FACTS,
  type ExemptionMatter,
  type Matters,
  takeExemption,
} from '../domain/exemption/matter.ts';
import { isOwn } from '../domain/access/grant.ts';
import { readFact, REGISTER } from '../domain/fact.ts';
import { type DecidingAbove, decidingAbove } from '../domain/office/decidingAbove.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Reading } from './ports.ts';
import { yearOfBook } from './project.ts';
import type { Making } from './step.ts';
import { policyOf } from './viewRows.ts';

export async function exemptionMatters(tx: Reading, organisationId: string): Promise<Matters> {
  const matters: Matters = new Map();
  for (const row of await tx.factsOfTypes(organisationId, REGISTER, EXEMPTION_FACTS))
    takeExemption(matters, readFact(row), row);
  return matters;
}

/** Refuses one that is not that member's, like one that is not there (exemptionUnknown). */
export async function matterOf(
  tx: Reading,
  { organisationId, personId, exemptionId }: Record<'organisationId' | 'personId' | 'exemptionId', string>,
): Promise<ExemptionMatter | Refusal> {
  const matter = (await exemptionMatters(tx, organisationId)).get(exemptionId);
  return matter?.personId === personId ? matter : refuse('exemptionUnknown', null);
}

export const decidingBody = ({
  above = [],
  users = [],
  roll = [],
  away,
}: AccessObject): DecidingAbove | null =>
  decidingAbove({ above, users, roll, ...(away === undefined ? {} : { away }) });

/** The measure of the branch's latest year; undefined before any year is open. */
export async function latestMeasure(tx: Reading, organisationId: string): Promise<Measure | undefined> {
  const policies = await tx.policies(organisationId);
  const latest = policies.toSorted((a, b) => yearOfBook(a.book) - yearOfBook(b.book)).at(-1);
  return latest === undefined ? undefined : { policy: policyOf(latest.content), sha256: latest.sha256 };
}

type Measure = { readonly policy: Policy; readonly sha256: string };

/** A member writes in their own name; for somebody else a helper is named (missing-helper), for oneself none (needlessHelper). */
export function helperRefusal({ actor, object }: Making, helper: string | null): Refusal | undefined {
  const own = actor.kind === 'person' && isOwn(actor, object);
  if (own) return helper === null ? undefined : refuse('needlessHelper', '2');
  return (helper ?? '').trim() === '' ? refuse('missing-helper', '2') : undefined;
}
