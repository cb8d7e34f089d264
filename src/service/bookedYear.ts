/** A branch's year as the books have it, for pages, papers and the command line: the same shape as from year files. */
import { REGISTER, yearBook } from '../domain/fact.ts';
import { asOfYear, belongsTo } from '../domain/member/inYear.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { awaitedPeriods } from './awaitedPeriods.ts';
import { dayInShanghai } from './dayInShanghai.ts';
import { isStanding } from './fold.ts';
import { personOf } from './personOf.ts';
import type { BookRow, Reading } from './ports.ts';
import { yearOfBook } from './project.ts';
import { policyOf } from './viewRows.ts';
import type {
  BranchYearSource,
  MemberRecord,
  RecordedEntry,
  RecordedGround,
  RecordedOpening,
} from './views/branchYear.ts';
import type { KnownPerson } from './wholeRegister.ts';
import { readWholeYear, type WholeYear, type WordedEntry } from './wholeYear.ts';

/** Refuses an organisation that is not in the books (organisationUnknown) and a year that is not open (yearNotOpen). */
export async function bookedYear(
  tx: Reading,
  organisationId: string,
  year: number,
): Promise<BranchYearSource | Refusal> {
  const organisation = await tx.organisation(organisationId);
  if (organisation === undefined) return refuse('organisationUnknown', null, { organisationId });
  const book = yearBook(year);
  const stored = await tx.policy(organisationId, book);
  const head = (await tx.books(organisationId)).find((one) => one.book === book);
  if (stored === undefined || head === undefined) return refuse('yearNotOpen', null, { year });
  const policy = policyOf(stored.content);
  const whole = await readWholeYear(tx, organisationId, year);
  const awaited = awaitedPeriods(policy, whole);
  const byPerson = Map.groupBy(whole.entries, ({ personId }) => personId);
  return {
    organisation: organisation.name,
    year,
    example: organisation.example === 1,
    version: { policy, sha256: stored.sha256 },
    origin: { from: 'books', seq: head.seq, hash: head.hash, algorithm: head.algorithm },
    records: whole.people.flatMap((person) => {
      const entries = byPerson.get(person.personId) ?? [];
      const absent = entries.length === 0 && !belongsTo(person.member, year);
      return absent
        ? []
        : [
            {
              ...recordOf(policy, year, person, entries, whole),
              opening: bookedOpening(whole, person.personId),
              awaited: awaited(person.personId),
            },
          ];
    }),
  };
}

function bookedOpening({ openings }: WholeYear, personId: string): RecordedOpening | null {
  const posted = openings.get(personId);
  return posted === undefined ? null : { amounts: posted.amounts, postedOn: dayInShanghai(posted.at) };
}

function recordOf(
  policy: Policy,
  year: number,
  known: KnownPerson,
  entries: readonly WordedEntry[],
  whole: WholeYear,
): MemberRecord {
  const received = whole.received.get(known.personId) ?? [];
  const from = new Map(received.map((one) => [one.transcriptId, one.from]));
  const nameOf = ({ transcriptId }: WordedEntry) =>
    transcriptId === null ? null : (from.get(transcriptId) ?? null);
  const grounds = new Set(policy.grounds.map(({ id }) => id));
  return {
    id: known.personId,
    person: personOf(known.row),
    member: asOfYear(known.member, year),
    exemptionReason: known.exemptionReason,
    entries: entries
      .filter(({ item }) => !grounds.has(item))
      .map((entry) => ({ ...recordedEntry(entry), transferredFrom: nameOf(entry) })),
    grounds: entries
      .filter((entry) => grounds.has(entry.item) && isStanding(entry))
      .map((entry) => ({ ...recordedGround(entry), transferredFrom: nameOf(entry) })),
    received: received.map(({ from: name, periods }) => ({ from: name, periods })),
  };
}

/** Keys as written while the words are kept; their digests, which group the same way, after a lawful destruction. */
function recordedEntry({
  entryId,
  item,
  day,
  period,
  amount,
  incident,
  achievement,
  at,
  words,
  corrected,
  corrects,
  withdrawn,
}: WordedEntry): RecordedEntry {
  return {
    id: entryId,
    item,
    day,
    period,
    amount,
    incident: words?.incident ?? incident ?? undefined,
    achievement: words?.achievement ?? achievement ?? undefined,
    ...citedWords(words),
    postedOn: dayInShanghai(at),
    until: corrected?.in,
    corrects,
    withdrawn,
  };
}

function recordedGround({ entryId, item, day, period, at, words }: WordedEntry): RecordedGround {
  return { id: entryId, ground: item, day, period, ...citedWords(words), postedOn: dayInShanghai(at) };
}

const citedWords = (words: WordedEntry['words']) => ({
  reason: words?.reason ?? null,
  evidence: words?.evidence ?? null,
  supplier: words?.supplier ?? null,
});

/** The years an organisation has books for, ascending. */
export async function bookedYears(tx: Reading, organisationId: string): Promise<number[]> {
  return yearsOf(await tx.books(organisationId));
}

export const yearsOf = (books: readonly BookRow[]): number[] =>
  books.filter(({ book }) => book !== REGISTER).map(({ book }) => yearOfBook(book));
