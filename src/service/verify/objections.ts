/** Whether every objection the books say was taken in or declined still stands in its table, about the same matter (An1.6). */
import { readFact, yearBook } from '../../domain/fact.ts';
import type { BookRow, Reading } from '../ports.ts';
import { type Findings, wrongRow } from './wrong.ts';

const NAMING = ['objectionReceived', 'objectionDeclined'];

export async function checkObjections(
  tx: Reading,
  { organisationId, book }: BookRow,
  found: Findings,
): Promise<void> {
  for (const row of await tx.factsOfTypes(organisationId, book, NAMING)) {
    const fact = readFact(row);
    if (fact.type !== 'objectionReceived' && fact.type !== 'objectionDeclined') continue;
    const expected = matterText(book, fact.period, fact.personId);
    const held = await tx.objection(organisationId, fact.objectionId);
    const shown = held === undefined ? '' : matterText(yearBook(held.year), held.period, held.personId);
    if (shown !== expected)
      found.add(wrongRow(row, 'objection', held === undefined ? 'missing' : 'changed', expected, shown));
  }
}

const matterText = (book: string, period: number, personId: string) => `${book} ${period} ${personId}`;
