/** The measures of the years in question: named by their digest in one query, and each version read only once. */
import { yearBook } from '../../domain/fact.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Reading } from '../ports.ts';
import { policyOf } from '../viewRows.ts';

/** Undefined: that year has no book. */
export type KnownPolicies = (organisationId: string, year: number) => Policy | undefined;

/** By digest; a version never changes, so whoever keeps the map keeps it as long as it likes. */
export type PolicyMemory = Map<string, Policy>;

export async function policiesFor(
  tx: Reading,
  memory: PolicyMemory,
  organisations: readonly string[],
  years: readonly number[],
): Promise<KnownPolicies> {
  const named = await tx.policiesIn(organisations, years.map(yearBook));
  for (const { organisationId, book, sha256 } of named) {
    if (memory.has(sha256)) continue;
    const row = await tx.policy(organisationId, book);
    if (row !== undefined) memory.set(sha256, policyOf(row.content));
  }
  const digests = new Map(named.map((one) => [`${one.organisationId} ${one.book}`, one.sha256]));
  return (organisationId, year) => memory.get(digests.get(`${organisationId} ${yearBook(year)}`) ?? '');
}
