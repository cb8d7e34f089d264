/** What the facts of some streams add up to. Facts must come in the order of seq. */
import { ImpossibleFact } from '../domain/ledger/impossible.ts';
import { type Fact, readFact } from '../domain/fact.ts';
import type { Chained } from '../domain/ledger/envelope.ts';
import type { Member } from '../domain/member/member.ts';
import type { Day } from '../domain/period.ts';
import type { Entry } from '../domain/policy/line.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { addsUp } from '../domain/policy/transfer.ts';
import type { Points } from '../domain/points.ts';
import type { Opening } from '../domain/year/opening.ts';

/** A person as the register has them now. `seq` is the latest fact, to which the exemption's reason belongs. */
export type RegisteredPerson = {
  readonly personId: string;
  readonly personHash: string;
  readonly member: Member;
  readonly textHash: string | null;
  readonly seq: number;
  readonly version: number;
};

/** The types of fact that say where a person stands in the register. */
export const STANDING_FACTS = [
  'memberRegistered',
  'memberAmended',
] as const satisfies readonly Fact['type'][];

export function foldRegister(facts: Iterable<Chained>): Map<string, RegisteredPerson> {
  const people = new Map<string, RegisteredPerson>();
  for (const row of facts) {
    const fact = readFact(row);
    if (fact.type !== 'memberRegistered' && fact.type !== 'memberAmended') continue;
    const { personId, personHash, member, textHash } = fact;
    people.set(personId, { personId, personHash, member, textHash, seq: row.seq, version: row.version });
  }
  return people;
}

/** An entry as the year book has it now. */
export type PostedEntry = {
  readonly entryId: string;
  readonly personId: string;
  readonly item: string;
  readonly day: Day;
  readonly period: number;
  readonly amount: Points;
  readonly incident: string | null;
  readonly achievement: string | null;
  readonly seq: number;
  /** When it was posted, a UTC instant. */
  readonly at: string;
  readonly reversedSeq: number | null;
  /** The transcript it came by; null when it was posted here. */
  readonly transcriptId: string | null;
  /** In which period's round it was corrected (G31), and by which fact. */
  readonly corrected: { readonly in: number; readonly seq: number } | null;
  /** The entry it corrects. */
  readonly corrects: string | null;
  /** A correction that takes the entry back: it says so, and counts for nothing. */
  readonly withdrawn: boolean;
};

/** Where an entry stands by itself: nobody corrected it, it corrects nothing. */
const PLAIN = { corrected: null, corrects: null, withdrawn: false } as const;

/** What one branch's transcript says of a member's year. Its name belongs to fact `seq`. */
export type ReceivedQuarters = {
  readonly transcriptId: string;
  readonly fromOrganisation: string;
  readonly periods: readonly number[];
  readonly seq: number;
};

/** What a member's record was given when the year opened. */
export type PostedOpening = { readonly amounts: Opening; readonly seq: number; readonly at: string };

export type FoldedYear = {
  /** By person. */
  readonly openings: ReadonlyMap<string, PostedOpening>;
  readonly entries: ReadonlyMap<string, PostedEntry>;
  /** By person: the latest of each branch they came from. */
  readonly received: ReadonlyMap<string, readonly ReceivedQuarters[]>;
  /** By person: the version of their stream. */
  readonly versions: ReadonlyMap<string, number>;
};

export function foldYear(facts: Iterable<Chained>): FoldedYear {
  const openings = new Map<string, PostedOpening>();
  const entries = new Map<string, PostedEntry>();
  const received = new Map<string, readonly ReceivedQuarters[]>();
  const versions = new Map<string, number>();
  for (const row of facts) {
    const fact = readFact(row);
    if (fact.type === 'openingPosted') {
      if (openings.has(fact.personId))
        throw new ImpossibleFact(row.seq, `opens the year of ${fact.personId} a second time`);
      openings.set(fact.personId, { amounts: fact.amounts, seq: row.seq, at: row.at });
      versions.set(fact.personId, row.version);
    } else if (fact.type === 'entryPosted') {
      const { type: _type, v: _v, textHash: _textHash, ...posted } = fact;
      entries.set(fact.entryId, {
        ...posted,
        seq: row.seq,
        at: row.at,
        reversedSeq: null,
        transcriptId: null,
        ...PLAIN,
      });
      versions.set(fact.personId, row.version);
    } else if (fact.type === 'entryReceived') {
      const { type: _type, v: _v, textHash: _textHash, ...posted } = fact;
      entries.set(fact.entryId, { ...posted, seq: row.seq, at: row.at, reversedSeq: null, ...PLAIN });
      versions.set(fact.personId, row.version);
    } else if (fact.type === 'quartersReceived') {
      receive(received, entries, fact, row.seq);
      versions.set(fact.personId, row.version);
    } else if (fact.type === 'entryCorrected') {
      correct(entries, fact, row);
      versions.set(fact.personId, row.version);
    } else if (fact.type === 'entryReversed') {
      reverse(entries, fact.entryId, row.seq);
      versions.set(fact.personId, row.version);
    }
  }
  return { openings, entries, received, versions };
}

/** The right content takes the place of the registered one, from the period that decided it. */
function correct(
  entries: Map<string, PostedEntry>,
  { entryId, corrects, period, amount, withdrawn }: Extract<Fact, { type: 'entryCorrected' }>,
  { seq, at }: Chained,
): void {
  const entry = entries.get(corrects);
  if (entry === undefined || entry.corrected !== null)
    throw new ImpossibleFact(seq, `corrects the entry ${corrects}, which does not stand`);
  entries.set(corrects, { ...entry, corrected: { in: period, seq } });
  entries.set(entryId, { ...entry, entryId, amount, seq, at, corrects, withdrawn });
}

/** What a reversed correction had corrected stands again. */
function reverse(entries: Map<string, PostedEntry>, entryId: string, seq: number): void {
  const entry = entries.get(entryId);
  if (entry === undefined) throw new ImpossibleFact(seq, `reverses the unknown entry ${entryId}`);
  entries.set(entryId, { ...entry, reversedSeq: seq });
  const corrected = entry.corrects === null ? undefined : entries.get(entry.corrects);
  if (corrected !== undefined) entries.set(corrected.entryId, { ...corrected, corrected: null });
}

/** A transcript of the same branch takes the place of the earlier one: its entries stand no more. */
function receive(
  received: Map<string, readonly ReceivedQuarters[]>,
  entries: Map<string, PostedEntry>,
  { personId, transcriptId, fromOrganisation, periods }: Extract<Fact, { type: 'quartersReceived' }>,
  seq: number,
): void {
  const known = received.get(personId) ?? [];
  const replaced = known.find((one) => one.fromOrganisation === fromOrganisation);
  const others = known.filter((one) => one !== replaced);
  received.set(personId, [...others, { transcriptId, fromOrganisation, periods, seq }]);
  if (replaced === undefined) return;
  for (const [id, entry] of entries)
    if (entry.transcriptId === replaced.transcriptId) entries.set(id, { ...entry, reversedSeq: seq });
}

/** Whether it is what the books say now: neither reversed nor corrected, and no correction that takes another back. */
export const isStanding = ({ reversedSeq, corrected, withdrawn }: PostedEntry): boolean =>
  reversedSeq === null && corrected === null && !withdrawn;

/** The entries that enter the sum: standing ones, corrected ones up to their correction, without the grounds of disqualification, which are apart from the numbers. */
export function scoredEntries(policy: Policy, entries: Iterable<PostedEntry>): Entry[] {
  const grounds = new Set(policy.grounds.map(({ id }) => id));
  const scored: Entry[] = [];
  for (const { entryId, item, day, period, amount, incident, achievement, ...more } of entries) {
    if (more.reversedSeq !== null || grounds.has(item)) continue;
    if (more.transcriptId !== null && !addsUp(policy)) continue;
    scored.push({
      id: entryId,
      item,
      day,
      period,
      amount,
      incident: incident ?? undefined,
      achievement: achievement ?? undefined,
      until: more.corrected?.in,
      corrects: more.corrects,
      withdrawn: more.withdrawn,
    });
  }
  return scored;
}
