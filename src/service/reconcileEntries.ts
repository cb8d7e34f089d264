/** A year's records against its book: what is new is posted, what is there is left, what differs is reported or put right. */
import { yearBook } from '../domain/fact.ts';
import { ZERO } from '../domain/points.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { isStanding } from './fold.ts';
import type { HeldRow, ImportYear, RowName } from './importCommand.ts';
import {
  entryPosted,
  entryReversed,
  naturalKey,
  type Posting,
  postingRefusal,
  type Subject,
} from './posting.ts';
import type { Making, NewFact } from './step.ts';
import type { MemberRecord } from './views/branchYear.ts';
import type { WholeYear, WordedEntry } from './wholeYear.ts';
import type { Writable } from './writable.ts';

export type ReconciledEntries = {
  readonly facts: readonly NewFact[];
  readonly counts: {
    readonly posted: number;
    readonly reversed: number;
    readonly unchanged: number;
    readonly changed: readonly RowName[];
    readonly missing: readonly RowName[];
  };
  readonly heldBack: readonly HeldRow[];
};

type Compared = {
  /** In the files, not in the books. */
  readonly fresh: { readonly subject: Subject; readonly posting: Posting }[];
  /** In both, but not the same. */
  readonly differing: { readonly subject: Subject; readonly posting: Posting; readonly entry: WordedEntry }[];
  /** In the books, not in the files. */
  readonly missing: WordedEntry[];
  /** Fresh, differing or missing, but not for this importer to write. */
  readonly heldBack: HeldRow[];
  unchanged: number;
};

export function reconcileEntries(
  command: ImportYear,
  subjects: ReadonlyMap<string, Subject>,
  whole: WholeYear,
  { writable, making }: { readonly writable: Writable; readonly making: Making },
): ReconciledEntries | Refusal {
  const compared = compare(command, subjects, whole, writable);
  if (!('fresh' in compared)) return compared;
  const { fresh, differing, missing, heldBack, unchanged } = compared;
  const book = yearBook(command.year);
  const { correction } = command;
  const nameOf = namesIn(whole, subjects);
  const right = correction === null ? [] : differing;
  const gone = correction === null ? [] : [...differing.map(({ entry }) => entry), ...missing];
  const posted = [...fresh, ...right].map(({ subject, posting }) =>
    entryPosted(book, subject, posting, making),
  );
  const reversed = gone.map((entry) => entryReversed(book, entry, correction ?? '', making));
  return {
    facts: [...reversed, ...posted],
    counts: {
      posted: posted.length,
      reversed: reversed.length,
      unchanged,
      changed: differing.map(({ entry }) => nameOf(entry)),
      missing: missing.map(nameOf),
    },
    heldBack,
  };
}

function compare(
  { policy, year, records }: ImportYear,
  subjects: ReadonlyMap<string, Subject>,
  whole: WholeYear,
  writable: Writable,
): Compared | Refusal {
  // what came by transcript is its branch's to correct, and in no file of this one
  const posted = whole.entries.filter((entry) => entry.transcriptId === null && isStanding(entry));
  const inBooks = new Map(
    posted.map((entry) => [keyOf(entry.personId, { ...entry, ...NO_WORDS, ...entry.words }), entry]),
  );
  const seen = new Set<string>();
  const compared: Compared = { fresh: [], differing: [], missing: [], heldBack: [], unchanged: 0 };
  for (const record of records) {
    const { number } = record.person;
    const subject = subjects.get(number);
    const may = writable(subject?.personId ?? null);
    for (const posting of postingsOf(record)) {
      const wrong = postingRefusal(policy, year, record.member, posting);
      if (wrong !== undefined) return { ...wrong, params: { ...wrong.params, number } };
      const key = keyOf(subject?.personId ?? number, posting);
      if (seen.has(key))
        return refuse('duplicateEntry', null, { number, item: posting.item, day: posting.day });
      seen.add(key);
      const entry = inBooks.get(key);
      if (entry !== undefined && isSame(entry, posting)) compared.unchanged += 1;
      else if (subject === undefined || may !== 'yes')
        compared.heldBack.push({ number, item: posting.item, day: posting.day, own: may === 'own' });
      else if (entry === undefined) compared.fresh.push({ subject, posting });
      else compared.differing.push({ subject, posting, entry });
    }
  }
  const nameOf = namesIn(whole, subjects);
  for (const [key, entry] of inBooks) {
    if (seen.has(key)) continue;
    const may = writable(entry.personId);
    if (may === 'yes') compared.missing.push(entry);
    else compared.heldBack.push({ ...nameOf(entry), own: may === 'own' });
  }
  return compared;
}

const NO_WORDS = { reason: null, evidence: null, supplier: null, incident: null, achievement: null };

const keyOf = (personId: string, posting: Posting) => `${personId} ${naturalKey(posting)}`;

function isSame(entry: WordedEntry, { period, amount, evidence, supplier }: Posting): boolean {
  return (
    entry.period === period &&
    entry.amount === amount &&
    entry.words?.evidence === evidence &&
    entry.words.supplier === supplier
  );
}

/** A record's entries and grounds in one form; the books hold a ground as an entry without amount. */
function postingsOf({ entries, grounds }: MemberRecord): Posting[] {
  return [
    ...entries.map(({ item, day, period, amount, reason, evidence, supplier, incident, achievement }) => ({
      item,
      day,
      period,
      amount,
      reason,
      evidence,
      supplier,
      incident: incident ?? null,
      achievement: achievement ?? null,
    })),
    ...grounds.map(({ ground, day, period, reason, evidence, supplier }) => ({
      ...NO_WORDS,
      item: ground,
      day,
      period,
      amount: ZERO,
      reason,
      evidence,
      supplier,
    })),
  ];
}

function namesIn(whole: WholeYear, subjects: ReadonlyMap<string, Subject>): (entry: WordedEntry) => RowName {
  const numbers = new Map(whole.people.map(({ personId, row }) => [personId, row.number]));
  for (const [number, { personId }] of subjects) numbers.set(personId, number);
  return ({ personId, item, day }) => ({ number: numbers.get(personId) ?? personId, item, day });
}
