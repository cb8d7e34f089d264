/** The bulletins of a round as the branch reads them, and what the leading group is writing. */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { roundStream } from '../../../domain/round/facts.ts';
import { dayInShanghai } from '../../dayInShanghai.ts';
import type { Reading } from '../../ports.ts';
import { bulletinPaper } from '../../round/bulletinPaper.ts';
import { type BulletinSheet, bulletinSheet } from '../../round/bulletinSheet.ts';
import type { BulletinWords, Section } from '../../round/issueBulletin.ts';
import { type Here, loadRound } from '../../round/roundState.ts';
import { periodName } from '../naming.ts';

export type IssuedBulletin = BulletinWords & { readonly bulletinId: string; readonly on: Day };

type Drafted = { readonly sections: readonly Section[] };

export type BulletinWriting = {
  readonly figures: BulletinSheet;
  /** Something is filed: before that there is nothing to tell. */
  readonly mayIssue: boolean;
  readonly draft: (Drafted & { readonly version: number }) | null;
};

/** In the order they were issued. */
export async function issuedBulletins(
  tx: Reading,
  { organisationId, year, period }: Here,
): Promise<IssuedBulletin[]> {
  const rows = (await tx.factsOf(organisationId, yearBook(year), [roundStream(period)])).filter(
    ({ type }) => type === 'bulletinIssued',
  );
  const texts = await tx.textsOf(
    organisationId,
    yearBook(year),
    rows.map(({ seq }) => seq),
  );
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as BulletinWords]));
  return rows.flatMap((row) => {
    const [fact, kept] = [readFact(row), words.get(row.seq)];
    if (fact.type !== 'bulletinIssued' || kept === undefined) return [];
    return [{ ...kept, bulletinId: fact.bulletinId, on: dayInShanghai(row.at) }];
  });
}

export type BulletinPage = {
  readonly label: string;
  readonly issued: readonly IssuedBulletin[];
  readonly writing: BulletinWriting | null;
};

/** Refuses a year without books. `writes`: the reader may issue it, and sees the draft and today's figures. */
export async function bulletinPage(
  tx: Reading,
  here: Here,
  writes: boolean,
): Promise<BulletinPage | Refusal> {
  const { organisationId, year, period } = here;
  const row = await tx.policy(organisationId, yearBook(year));
  if (row === undefined) return refuse('yearNotOpen', 'An1.1', { year });
  const writing = writes ? await writingOf(tx, here) : null;
  if (isRefusal(writing)) return writing;
  const label = periodName(JSON.parse(row.content) as Policy, period);
  return { label, issued: await issuedBulletins(tx, here), writing };
}

async function writingOf(tx: Reading, here: Here): Promise<BulletinWriting | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  const draft = await tx.workingPaper(bulletinPaper(here));
  return {
    figures: await bulletinSheet(tx, here, state),
    mayIssue: [...state.round.matters.values()].some((matter) => matter.state === 'filed'),
    draft: draft === undefined ? null : { version: draft.version, ...(JSON.parse(draft.content) as Drafted) },
  };
}
