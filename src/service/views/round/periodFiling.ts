/** What a period's summary says of the round beside the figures: 公示情况 of each, 待定, 上报, 审核, 备案 (forms.md, An1.6–7). */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { STATES } from '../../../domain/round/acts.ts';
import { isRegistered, type Matter, stateOn } from '../../../domain/round/matter.ts';
import { roundStream } from '../../../domain/round/facts.ts';
import { dayInShanghai } from '../../dayInShanghai.ts';
import type { Reading } from '../../ports.ts';
import { type Here, loadRound } from '../../round/roundState.ts';
import { shortDay } from '../naming.ts';

export type PeriodFiling = {
  /** By person id; whoever is not of the round has none. */
  readonly notices: ReadonlyMap<string, string>;
  readonly pending: number;
  readonly submitted: { readonly on: Day; readonly late: boolean } | null;
  readonly reviewed: { readonly on: Day; readonly words: string } | null;
  /** `words`: its number, as the committee wrote it. */
  readonly filed: { readonly on: Day; readonly words: string } | null;
};

const KINDS = ['roundSubmitted', 'roundReviewed', 'roundFiled'] as const;

/** Null where the round has not begun. Of several submissions the latest: the supplementary one (G37). */
export async function periodFiling(tx: Reading, here: Here, today: Day): Promise<PeriodFiling | null> {
  const state = await loadRound(tx, here);
  if (isRefusal(state) || state.round.opened === null) return null;
  const { organisationId, year, period } = here;
  const rows = await tx.factsOfTypes(organisationId, yearBook(year), KINDS);
  const ofPeriod = rows.filter(({ stream }) => stream === roundStream(period));
  const last = (kind: (typeof KINDS)[number]) => ofPeriod.findLast(({ type }) => type === kind);
  const [submitted, reviewed, filed] = KINDS.map(last);
  const texts = await tx.textsOf(
    organisationId,
    yearBook(year),
    [reviewed, filed].flatMap((row) => (row === undefined ? [] : [row.seq])),
  );
  const words = new Map(
    texts.map(({ seq, content }) => [seq, (JSON.parse(content) as { words: string }).words]),
  );
  const said = (row: typeof reviewed) =>
    row === undefined ? null : { on: dayInShanghai(row.at), words: words.get(row.seq) ?? '' };
  const fact = submitted === undefined ? undefined : readFact(submitted);
  const matters = [...state.round.matters.values()];
  return {
    notices: new Map(matters.map((matter) => [matter.personId, noticeWords(matter, today)])),
    pending: matters.filter((matter) => !isRegistered(matter)).length,
    submitted:
      submitted === undefined || fact?.type !== 'roundSubmitted'
        ? null
        : { on: dayInShanghai(submitted.at), late: fact.late },
    reviewed: said(reviewed),
    filed: said(filed),
  };
}

function noticeWords(matter: Matter, today: Day): string {
  const { notice } = matter;
  const term = notice === null ? '' : `${shortDay(notice.from)}至${shortDay(notice.until)}`;
  return isRegistered(matter) ? `${term}已公示` : `待定：${STATES[stateOn(matter, today)]}`;
}
