/**
 * What a public notice says (An1.6, G29): the lines written down when it was drafted, never reckoned again, and what surrounds
 * them. No ids of people, no reasons, nothing else of the books.
 */
import { yearBook } from '../../../domain/fact.ts';
import { maskedName } from '../../../domain/member/masked.ts';
import type { Day } from '../../../domain/period.ts';
import type { NoticeWords } from '../../round/draftNotice.ts';
import type { Reading } from '../../ports.ts';
import { roundDays } from '../../round/roundDays.ts';
import { policyOf } from '../../viewRows.ts';
import { placeOf } from '../measure.ts';
import { type HangingNotice, hangingNotices } from './hangingNotices.ts';
import { labelOf } from './roundDesk.ts';

export type PublicNotice = {
  readonly noticeId: string;
  readonly link: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly example: boolean;
  readonly year: number;
  readonly period: string;
  /** Both days included. */
  readonly from: Day;
  readonly until: Day;
  /** Where in which measure it is said that there is a notice. */
  readonly basis: { readonly title: string; readonly place: string };
  readonly scope: string;
  readonly receiver: string;
  /** Working days within which an objection is answered (G30). */
  readonly answerDays: number;
  /** In the order of the notice; whole names, as shown to the unit. */
  readonly lines: readonly { readonly name: string; readonly points: string; readonly note: string }[];
  /** Whether names are masked outside sign-in (G29). */
  readonly masked: boolean;
  /** The book's head when it was published. */
  readonly head: { readonly seq: number; readonly hash: string };
};

const CLAUSE = 'An1.6';

/** Undefined: its text is not there any more. */
export async function publicNotice(tx: Reading, notice: HangingNotice): Promise<PublicNotice | undefined> {
  const { organisationId, year, period, noticeId, link, from, until, seq, hash, draftedSeq } = notice;
  const book = yearBook(year);
  const organisation = await tx.organisation(organisationId);
  const row = await tx.policy(organisationId, book);
  const [text] = await tx.textsOf(organisationId, book, [draftedSeq]);
  if (organisation === undefined || row === undefined || text === undefined) return undefined;
  const policy = policyOf(row.content);
  const { scope, receiver, lines } = JSON.parse(text.content) as NoticeWords;
  return {
    noticeId,
    link,
    organisation: { id: organisationId, name: organisation.name },
    example: organisation.example === 1,
    year,
    period: labelOf(policy, period),
    from,
    until,
    basis: { title: policy.title, place: placeOf(CLAUSE) },
    scope,
    receiver,
    answerDays: roundDays(policy).redetermination,
    lines: lines.map(({ name, points, note }) => ({ name, points, note })),
    masked: (policy.publicNotice?.names ?? 'masked') === 'masked',
    head: { seq, hash },
  };
}

/** All that hang today, newest first. */
export async function noticesHanging(
  tx: Reading,
  organisationId: string,
  today: Day,
): Promise<PublicNotice[]> {
  const found: PublicNotice[] = [];
  for (const one of await hangingNotices(tx, organisationId, today)) {
    const notice = await publicNotice(tx, one);
    if (notice !== undefined) found.push(notice);
  }
  return found;
}

/** The notice as it is read outside sign-in. */
export const outside = (notice: PublicNotice): PublicNotice =>
  notice.masked ? maskedNotice(notice) : notice;

export const maskedNotice = (notice: PublicNotice): PublicNotice => ({
  ...notice,
  masked: true,
  lines: notice.lines.map((line) => ({ ...line, name: maskedName(line.name) })),
});
