/** What a claim or a proposal names must have been brought to that very matter, for that very purpose. */
import { yearBook } from '../../domain/fact.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { EvidenceRow } from '../ports/evidence.ts';
import type { Reading } from '../ports.ts';
import type { AboutMember, Purpose } from './about.ts';

export async function broughtTo(
  tx: Reading,
  { organisationId, year, period, personId }: AboutMember,
  purpose: Purpose,
): Promise<readonly EvidenceRow[]> {
  const rows = await tx.evidenceOf(organisationId, yearBook(year), period, [personId]);
  return rows.filter((row) => row.purpose === purpose);
}

/** `addedBy`: only what that actor brought counts; absent: whoever brought it. Refuses evidenceMissing. */
export function citedRefusal(
  ids: readonly string[],
  brought: readonly EvidenceRow[],
  addedBy?: string,
): Refusal | undefined {
  const known = new Set(
    brought.filter((row) => addedBy === undefined || row.addedBy === addedBy).map((row) => row.evidenceId),
  );
  return ids.every((id) => known.has(id)) && new Set(ids).size === ids.length
    ? undefined
    : refuse('evidenceMissing', null);
}
