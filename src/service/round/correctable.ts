/** What of a member's registered points may be put right in an open round (G31): standing entries of earlier periods. */
import { memberStream, yearBook } from '../../domain/fact.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { foldYear, isStanding, type PostedEntry } from '../fold.ts';
import type { Reading } from '../ports.ts';
import type { Here } from './roundState.ts';

/** What came by transcript is its own branch's to correct. */
export async function correctableEntries(
  tx: Reading,
  { organisationId, year, period }: Here,
  personId: string,
): Promise<PostedEntry[]> {
  const { entries } = foldYear(await tx.factsOf(organisationId, yearBook(year), [memberStream(personId)]));
  return [...entries.values()].filter(
    (entry) => isStanding(entry) && entry.transcriptId === null && entry.period < period,
  );
}

/** Whether an item or ground takes points rather than giving them. */
export const takesPoints = ({ kinds, items }: Policy, id: string): boolean => {
  const item = items.find((one) => one.id === id);
  return item === undefined || kinds.find((kind) => kind.id === item.kind)?.mechanism === 'pool';
};
