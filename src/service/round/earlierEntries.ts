/** What an earlier registration of the same round put into the ledger and still stands there. */
import { yearBook } from '../../domain/fact.ts';
import type { Day } from '../../domain/period.ts';
import type { Matter } from '../../domain/round/matter.ts';
import type { PostedEntry } from '../fold.ts';
import type { Reading } from '../ports.ts';
import { type EntryWords, naturalKey } from '../posting.ts';

/** `key` tells whether a decision asks for this very entry again. */
export type Standing = { readonly entryId: string; readonly key: string };

/** By person id; only of those who were registered before. `booked`: their entries as the books have them; corrections are apart. */
export async function earlierEntries(
  tx: Reading,
  organisationId: string,
  year: number,
  matters: readonly Matter[],
  booked: readonly PostedEntry[],
): Promise<Map<string, Standing[]>> {
  const ofRound = new Set(matters.flatMap(({ entries }) => entries));
  const mine = booked.filter(
    ({ entryId, reversedSeq, corrects }) => ofRound.has(entryId) && reversedSeq === null && corrects === null,
  );
  const seqs = mine.map(({ seq }) => seq);
  const texts = await tx.textsOf(organisationId, yearBook(year), seqs);
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as EntryWords]));
  const earlier = new Map<string, Standing[]>();
  for (const { personId, entryId, seq, day, item, amount } of mine) {
    const said = words.get(seq);
    const key = said === undefined ? entryId : keyOf({ day, item, amount, ...said });
    earlier.set(personId, [...(earlier.get(personId) ?? []), { entryId, key }]);
  }
  return earlier;
}

/** Equal for an entry and a posting that say the same of the same thing. */
export const keyOf = ({ amount, day, ...words }: Keyed): string =>
  `${amount} ${naturalKey({ ...words, day: day as Day })}`;
type Keyed = EntryWords & { readonly day: string; readonly item: string; readonly amount: number };
