/** What of a matter names a file of evidence: a bonus claimed, or a deduction proposed with the body that supplied it. */
import { seesEvidence, type Sight, type Viewer } from '../../domain/access/evidence.ts';
import { yearBook } from '../../domain/fact.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Matter } from '../../domain/round/matter.ts';
import type { EvidenceRow } from '../ports/evidence.ts';
import type { Reading } from '../ports.ts';
import type { ProposalWords } from '../round/proposeDeduction.ts';
import type { Here } from '../round/roundState.ts';

/** By the seq of a proposal: the body that supplied its evidence. */
export type Suppliers = ReadonlyMap<number, string>;

export async function suppliersOf(
  tx: Reading,
  { organisationId, year }: Here,
  { proposals }: Matter,
): Promise<Suppliers> {
  const texts = await tx.textsOf(
    organisationId,
    yearBook(year),
    proposals.map(({ seq }) => seq),
  );
  return new Map(
    texts.map(({ seq, content }) => [seq, (JSON.parse(content) as ProposalWords).supplier ?? '']),
  );
}

export const isClosed = ({ findings }: Policy, supplier: string): boolean =>
  findings?.closed.includes(supplier) === true;

/** Whether that viewer sees the file, by all that names it in the matter. */
export function sees(
  viewer: Viewer,
  row: EvidenceRow,
  { matter, suppliers, policy }: { matter: Matter; suppliers: Suppliers; policy: Policy },
): boolean {
  return seesEvidence(viewer, { ...row, cited: citedBy(row, matter, suppliers, policy) });
}

function citedBy(
  { evidenceId, purpose }: EvidenceRow,
  { application, proposals }: Matter,
  suppliers: Suppliers,
  policy: Policy,
): Sight['cited'] {
  if (purpose === 'claim')
    return (application?.bonuses ?? [])
      .filter(({ evidence }) => evidence.includes(evidenceId))
      .map(() => ({ supplier: null, closed: false }));
  return proposals
    .filter(({ evidence }) => evidence.includes(evidenceId))
    .map(({ seq }) => {
      const supplier = suppliers.get(seq) ?? '';
      return { supplier, closed: isClosed(policy, supplier) };
    });
}

/** Whether anything in the matter names it, so that it stays. */
export const isCited = ({ evidenceId }: EvidenceRow, { application, proposals }: Matter): boolean =>
  [...(application?.bonuses ?? []), ...proposals].some(({ evidence }) => evidence.includes(evidenceId));
