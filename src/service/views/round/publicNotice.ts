/**
 * What a public notice says (An1.6, G29): the lines written down when it was drafted, never reckoned again, and what surrounds
 * them. No ids of people, no reasons, nothing else of the books.
 */
import { yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import type { NoticeWords } from '../../round/draftNotice.ts';
import type { Reading } from '../../ports.ts';
import { roundDays } from '../../round/roundDays.ts';
import { policyOf } from '../../viewRows.ts';
import { placeOf } from '../measure.ts';
import type { HangingNotice } from './hangingNotices.ts';
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
  /** In the order of the notice; whole names, to be masked by whoever shows them outside sign-in. */
  readonly lines: readonly { readonly name: string; readonly points: string; readonly note: string }[];
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
    head: { seq, hash },
  };
}
