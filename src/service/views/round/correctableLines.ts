/** Registered entries of earlier periods as the scorekeeper picks one to put right (G31). */
import { yearBook } from '../../../domain/fact.ts';
import { formatPoints } from '../../../domain/points.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Reading } from '../../ports.ts';
import type { EntryWords } from '../../posting.ts';
import { correctableEntries } from '../../round/correctable.ts';
import { type Here, loadMatters, matterOf } from '../../round/roundState.ts';
import { periodName } from '../naming.ts';

/** By day. Refuses a round that is not open and somebody who is not in it. */
export async function correctableLines(tx: Reading, here: Here, personId: string) {
  const state = await loadMatters(tx, here, [personId]);
  if (isRefusal(state)) return state;
  const matter = matterOf(state, here, personId);
  if (isRefusal(matter)) return matter satisfies Refusal;
  const entries = await correctableEntries(tx, here, personId);
  const seqs = entries.map(({ seq }) => seq);
  const texts = await tx.textsOf(here.organisationId, yearBook(here.year), seqs);
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as EntryWords]));
  const { items, grounds } = state.policy;
  return entries
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ entryId, item, day, period, amount, seq }) => ({
      id: entryId,
      item: { id: item, name: [...items, ...grounds].find(({ id }) => id === item)?.name ?? item },
      day,
      period: periodName(state.policy, period),
      amount: formatPoints(amount),
      reason: words.get(seq)?.reason ?? '',
    }));
}
