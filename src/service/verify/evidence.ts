/** Whether every file a fact names is still there, with its row, byte for byte: its name is the hash of what it held (promises D6). */
import { readFact } from '../../domain/fact.ts';
import type { BookRow, Reading } from '../ports.ts';
import type { EvidenceFiles } from '../ports/evidence.ts';
import { type Findings, wrongRow } from './wrong.ts';

const NAMING = ['applicationHandedIn', 'deductionProposed'];

export async function checkEvidence(
  tx: Reading,
  { organisationId, book }: BookRow,
  files: EvidenceFiles,
  found: Findings,
): Promise<void> {
  const states = new Map<string, 'sound' | 'missing' | 'changed'>();
  for (const row of await tx.factsOfTypes(organisationId, book, NAMING)) {
    const fact = readFact(row);
    if (fact.type !== 'applicationHandedIn' && fact.type !== 'deductionProposed') continue;
    const named =
      fact.type === 'deductionProposed' ? fact.evidence : fact.bonuses.flatMap(({ evidence }) => evidence);
    if (named.length === 0) continue;
    const rows = await tx.evidenceOf(organisationId, book, fact.period, [fact.personId]);
    for (const id of named) {
      const state = states.get(id) ?? (await files.check(id));
      states.set(id, state);
      if (state !== 'sound') found.add(wrongRow(row, 'evidence', state, id, ''));
      if (!rows.some(({ evidenceId }) => evidenceId === id))
        found.add(wrongRow(row, 'evidence', 'missing', id, ''));
    }
  }
}
