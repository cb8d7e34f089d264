/** What an earlier registration of the same round put into the ledger and still stands there. */
import { yearBook } from '../../domain/fact.ts';
import type { Day } from '../../domain/period.ts';
import type { Matter } from '../../domain/round/matter.ts';
import type { EntryRow, Reading } from '../ports.ts';
import { type EntryWords, naturalKey } from '../posting.ts';

/** `key` tells whether a decision asks for this very entry again. */
export type Standing = { readonly entryId: string; readonly key: string };
/** By person id; only of those who were registered before. */
export async function earlierEntries(
  tx: Reading,
  organisationId: string,
  year: number,
  matters: readonly Matter[],
) {
  const earlier = new Map<string, Standing[]>();
  for (const { personId, entries } of matters) {
    if (entries.length === 0) continue;
    const rows = await tx.entries(organisationId, yearBook(year), { after: '', upTo: personId });
    const mine = rows.filter((row) => row.personId === personId && entries.includes(row.entryId));
    earlier.set(personId, await withKeys(tx, organisationId, year, mine));
  }
  return earlier;
}

async function withKeys(tx: Reading, organisationId: string, year: number, rows: readonly EntryRow[]) {
  const texts = await tx.textsOf(
    organisationId,
    yearBook(year),
    rows.map(({ seq }) => seq),
  );
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as EntryWords]));
  return rows.flatMap(({ entryId, seq, day, item, amount }): Standing[] => {
    const said = words.get(seq);
    const key = said === undefined ? entryId : keyOf({ day, item, amount, ...said });
    return [{ entryId, key }];
  });
}

/** Equal for an entry and a posting that say the same of the same thing. */
export const keyOf = ({ amount, day, ...words }: Keyed): string =>
  `${amount} ${naturalKey({ ...words, day: day as Day })}`;
type Keyed = EntryWords & { readonly day: string; readonly item: string; readonly amount: number };
