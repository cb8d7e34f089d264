/** 公示 as it hangs on paper, and what became of it: its lines as they were drafted, objections by their number alone (An1.6). */
import { yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { isRegistered } from '../../../domain/round/matter.ts';
import type { NoticeWords } from '../../round/draftNotice.ts';
import { noticeOf } from '../../round/noticeOf.ts';
import { type Here, loadRound, type RoundState } from '../../round/roundState.ts';
import type { Reading } from '../../ports.ts';
import { periodName } from '../naming.ts';

export type NoticeSheet = NoticeWords & {
  readonly label: string;
  /** Null: not published. */
  readonly hangs: { readonly from: Day; readonly until: Day } | null;
  readonly workdays: number;
  /** Of those on it: objections while it hung. */
  readonly objections: {
    readonly received: number;
    readonly changed: number;
    readonly kept: number;
    readonly open: number;
  };
  /** Of those on it: whose points stand in the ledger by it. */
  readonly registered: number;
};

/** Refuses a round that has no such notice (noticeUnknown). */
export async function noticeSheet(tx: Reading, here: Here, noticeId: string): Promise<NoticeSheet | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  const notice = noticeOf(state, noticeId);
  if (isRefusal(notice)) return notice;
  const { published, draftedSeq, workdays } = notice;
  const [text] = await tx.textsOf(here.organisationId, yearBook(here.year), [draftedSeq]);
  if (text === undefined) return refuse('noticeUnknown', 'An1.6', {});
  return {
    ...(JSON.parse(text.content) as NoticeWords),
    label: periodName(state.policy, here.period),
    hangs: published === null ? null : { from: published.from, until: published.until },
    workdays,
    ...becameOf(state, notice.people, published?.seq ?? null),
  };
}

/** An objection belongs to the notice that hung when it came: the last one before it. */
function becameOf({ round }: RoundState, people: readonly string[], publishedSeq: number | null) {
  const matters = people.flatMap((personId) => round.matters.get(personId) ?? []);
  const later = round.notices.flatMap(({ published, people: others }) =>
    published === null || published.seq <= (publishedSeq ?? 0) ? [] : [{ seq: published.seq, others }],
  );
  const objections = matters.flatMap(({ personId, objections: all }) => {
    const next = later.find(({ others }) => others.includes(personId))?.seq ?? Number.POSITIVE_INFINITY;
    return publishedSeq === null
      ? []
      : all.filter(({ receivedSeq }) => receivedSeq > publishedSeq && receivedSeq < next);
  });
  const answered = (changed: boolean | null) => objections.filter((one) => one.changed === changed).length;
  return {
    objections: {
      received: objections.length,
      changed: answered(true),
      kept: answered(false),
      open: answered(null),
    },
    registered: matters.filter(isRegistered).length,
  };
}
