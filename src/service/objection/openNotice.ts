/** The notice somebody objects to, by its address: which round it is of, and whose lines it shows. */
import { yearBook } from '../../domain/fact.ts';
import type { Day } from '../../domain/period.ts';
import type { Reading, World } from '../ports.ts';
import type { NoticeWords } from '../round/draftNotice.ts';
import type { Here } from '../round/roundState.ts';
import { hangingNotices } from '../views/round/hangingNotices.ts';

export type OpenNotice = Here &
  NoticeWords & {
    readonly noticeId: string;
    readonly until: Day;
    readonly organisation: string;
    readonly example: boolean;
  };

/** Undefined: there is none, it has ended, or it is another organisation's. */
export async function openNotice(
  tx: Reading,
  { digests }: Pick<World, 'digests'>,
  { organisation: organisationId, link }: { readonly organisation: string; readonly link: string },
  today: Day,
): Promise<OpenNotice | undefined> {
  const wanted = digests.sha256(link);
  const hanging = await hangingNotices(tx, organisationId, today);
  // hashes of both: how long it takes to miss tells nothing of the links that are there
  const notice = hanging.find((one) => digests.sha256(one.link) === wanted);
  const organisation = await tx.organisation(organisationId);
  if (notice === undefined || organisation === undefined) return undefined;
  const { year, period, noticeId, until, draftedSeq } = notice;
  const [text] = await tx.textsOf(organisationId, yearBook(year), [draftedSeq]);
  if (text === undefined) return undefined;
  const words = JSON.parse(text.content) as NoticeWords;
  const { name, example } = organisation;
  return {
    organisationId,
    year,
    period,
    noticeId,
    until,
    ...words,
    organisation: name,
    example: example === 1,
  };
}
