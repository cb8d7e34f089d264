/** The notices of a round word for word as they were drafted: what is checked is what will hang (promises P8). */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Reading } from '../../ports.ts';
import type { NoticeWords } from '../../round/draftNotice.ts';
import type { Here } from '../../round/roundState.ts';

export type DraftedNotice = NoticeWords & { readonly noticeId: string };

/** Oldest first. */
export async function draftedNotices(
  tx: Reading,
  { organisationId, year, period }: Here,
): Promise<DraftedNotice[]> {
  const book = yearBook(year);
  const rows = await tx.factsOfTypes(organisationId, book, ['noticeDrafted']);
  const drafted = new Map<number, string>();
  for (const row of rows) {
    const fact = readFact(row);
    if (fact.type === 'noticeDrafted' && fact.period === period) drafted.set(row.seq, fact.noticeId);
  }
  const texts = await tx.textsOf(organisationId, book, [...drafted.keys()]);
  return texts
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ seq, content }) => ({
      ...(JSON.parse(content) as NoticeWords),
      noticeId: drafted.get(seq) ?? '',
    }));
}
