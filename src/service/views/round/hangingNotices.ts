/** The public notices that hang today, found among the facts by their kind: no table of their own to keep true. */
import { readFact, yearBook } from '../../../domain/fact.ts';
import { type Day, yearOf } from '../../../domain/period.ts';
import type { Reading } from '../../ports.ts';
import type { Here } from '../../round/roundState.ts';

export type HangingNotice = Here & {
  readonly noticeId: string;
  readonly from: Day;
  readonly until: Day;
  /** 128 bits and more that nobody guesses: the last part of the address. */
  readonly link: string;
  /** The fact that published it, with the hash the book's head had then; and the fact whose text holds its lines. */
  readonly seq: number;
  readonly hash: string;
  readonly draftedSeq: number;
};

/** Newest first. A notice is gone the day after `until`; one whose text was destroyed by law cannot be found any more. */
export async function hangingNotices(
  tx: Reading,
  organisationId: string,
  today: Day,
): Promise<HangingNotice[]> {
  // the last round of a year hangs its notice in the year after
  const years = [yearOf(today), yearOf(today) - 1];
  const found: HangingNotice[] = [];
  for (const year of years) found.push(...(await inYear(tx, organisationId, year, today)));
  return found;
}

async function inYear(
  tx: Reading,
  organisationId: string,
  year: number,
  today: Day,
): Promise<HangingNotice[]> {
  const book = yearBook(year);
  const rows = await tx.factsOfTypes(organisationId, book, ['noticeDrafted', 'noticePublished']);
  const drafted = new Map<string, number>();
  const hanging: Omit<HangingNotice, 'link' | 'draftedSeq'>[] = [];
  for (const row of rows) {
    const fact = readFact(row);
    if (fact.type === 'noticeDrafted') drafted.set(fact.noticeId, row.seq);
    if (fact.type !== 'noticePublished' || fact.until < today) continue;
    const { noticeId, period, from, until } = fact;
    hanging.push({ organisationId, year, period, noticeId, from, until, seq: row.seq, hash: row.hash });
  }
  if (hanging.length === 0) return [];
  const texts = await tx.textsOf(
    organisationId,
    book,
    hanging.map(({ seq }) => seq),
  );
  const links = new Map(
    texts.map(({ seq, content }) => [seq, (JSON.parse(content) as { link: string }).link]),
  );
  return hanging.toReversed().flatMap((notice) => {
    const [link, draftedSeq] = [links.get(notice.seq), drafted.get(notice.noticeId)];
    return link === undefined || draftedSeq === undefined ? [] : [{ ...notice, link, draftedSeq }];
  });
}
