/** An entry as it is handed in, and what may be posted: the same check for the import, a page and the command line. */
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Member } from '../domain/member/member.ts';
import { type Day, periodOf, yearOf } from '../domain/period.ts';
import { formatPoints, type Points, ZERO } from '../domain/points.ts';
import type { Ground, Item, Policy, Required } from '../domain/policy/policy.ts';
import { memberStream } from '../domain/fact.ts';
import type { NewFact, Making } from './step.ts';

/** `item` is an item or a ground of the policy; `amount` is in hundredths without sign, 0 for a ground. Absent words are null. */
export type Posting = {
  readonly item: string;
  readonly day: Day;
  readonly period: number;
  readonly amount: Points;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly supplier: string | null;
  readonly incident: string | null;
  readonly achievement: string | null;
};

/** The words of an entry as its text row keeps them. */
export type EntryWords = Pick<Posting, 'reason' | 'evidence' | 'supplier' | 'incident' | 'achievement'>;

const wordsOf = ({ reason, evidence, supplier, incident, achievement }: EntryWords): EntryWords => ({
  reason,
  evidence,
  supplier,
  incident,
  achievement,
});

/** What makes two entries of one member the same row: year-files.md "duplicate row". */
export function naturalKey({
  day,
  item,
  reason,
  incident,
  achievement,
}: Omit<Posting, 'period' | 'amount' | 'evidence' | 'supplier'>): string {
  return JSON.stringify([day, item, reason, incident, achievement]);
}

/** The first thing that keeps the entry out of the books of that year, or undefined. */
export function postingRefusal(
  policy: Policy,
  year: number,
  member: Member,
  posting: Posting,
): Refusal | undefined {
  const { item: id, day, period } = posting;
  const item = policy.items.find((one) => one.id === id) ?? policy.grounds.find((one) => one.id === id);
  if (item === undefined) return refuse('unknownItem', null, { item: id });
  if (yearOf(day) !== year) return refuse('dayOutsideYear', item.clause, { day, year });
  if (day < member.joinedOn || (member.leftOn !== null && day >= member.leftOn)) {
    return refuse('notInBranch', item.clause, {
      day,
      joinedOn: member.joinedOn,
      leftOn: member.leftOn ?? '',
    });
  }
  const earliest = periodOf({ year, count: policy.periods.count }, day);
  if (period < earliest || period > policy.periods.count) {
    return refuse('periodNotOpen', item.clause, {
      period,
      earliest,
      last: policy.periods.count,
      name: policy.periods.name,
    });
  }
  return amountRefusal(item, posting.amount) ?? wordsRefusal(item, posting);
}

/** A ground carries no amount; a fixed item its own; a task 0 to its most; a discretionary one more than 0 and at most its most. */
export function amountRefusal(item: Item | Ground, amount: Points): Refusal | undefined {
  const [least, most] = limitsOf(item);
  if (amount >= least && amount <= most) return undefined;
  return refuse('amountOutOfRange', item.clause, {
    item: item.id,
    amount: formatPoints(amount),
    least: formatPoints(least),
    most: formatPoints(most),
  });
}

function limitsOf(item: Item | Ground): readonly [least: Points, most: Points] {
  if (!('most' in item)) return [ZERO, ZERO];
  if (item.amount !== null) return [item.amount, item.amount];
  return [item.group === 'task' ? ZERO : SMALLEST, item.most];
}

const SMALLEST = 1 as Points;

function wordsRefusal(item: Item | Ground, posting: Posting): Refusal | undefined {
  const missing = item.requires.find((word: Required) => (posting[word] ?? '').trim() === '');
  return missing === undefined ? undefined : refuse(`missing-${missing}`, item.clause, { item: item.id });
}

/** Who an entry is about: the salt keeps the digests of their incidents comparable with one another and with nothing else. */
export type Subject = { readonly personId: string; readonly salt: string };

/** The fact of a posting, its words sealed beside it. */
export function entryPosted(
  book: string,
  { personId, salt }: Subject,
  posting: Posting,
  making: Making,
): NewFact {
  const text = making.seal(book, wordsOf(posting));
  const keyed = (kind: string, key: string | null) =>
    key === null ? null : making.digest(book, salt, { kind, key });
  return {
    book,
    stream: memberStream(personId),
    text,
    fact: {
      type: 'entryPosted',
      v: 1,
      entryId: making.newId(),
      personId,
      item: posting.item,
      day: posting.day,
      period: posting.period,
      amount: posting.amount,
      incident: keyed('incident', posting.incident),
      achievement: keyed('achievement', posting.achievement),
      textHash: text.hash,
    },
  };
}

export function entryReversed(
  book: string,
  { personId, entryId }: { readonly personId: string; readonly entryId: string },
  reason: string,
  making: Making,
): NewFact {
  const text = making.seal(book, { reason });
  return {
    book,
    stream: memberStream(personId),
    text,
    fact: { type: 'entryReversed', v: 1, entryId, personId, textHash: text.hash },
  };
}

/** A reversal says why; an empty reason is refused. */
export function reasonRefusal(reason: string): Refusal | undefined {
  return reason.trim() === '' ? refuse('missing-reason', null, {}) : undefined;
}
