/** What the services need from outside: the store, the clock, ids, salts, hashes. Whoever keeps these promises can stand in. */
import type { Self } from '../domain/access/actor.ts';
import type { Holidays } from '../domain/calendar/holidays.ts';
import type { Level, OfficeKind } from '../domain/office/office.ts';
import type { Day } from '../domain/period.ts';
import type { Algorithm, Chained, Digest } from '../domain/ledger/envelope.ts';
import type { EvidenceReading, EvidenceWriting } from './ports/evidence.ts';
import type { ReadingObjections, Sealing, WritingObjections } from './ports/objections.ts';

export type OrganisationRow = {
  readonly organisationId: string;
  readonly name: string;
  readonly level: Level;
  /** 1 for the example books: every page and paper says 示例. */
  readonly example: number;
};

/** A book and its head. */
export type BookRow = {
  readonly organisationId: string;
  readonly book: string;
  readonly algorithm: Algorithm;
  readonly seq: number;
  readonly hash: string;
};

export type BookTable = 'fact' | 'text' | 'policy' | 'entry' | 'memberYear';

/** Personal data, outside the chain; `details` is JSON text of further columns of the roster. */
export type PersonRow = {
  readonly organisationId: string;
  readonly personId: string;
  readonly salt: string;
  readonly number: string;
  readonly name: string;
  readonly details: string;
};

/** The free text that belongs to one fact, outside the chain; `content` is canonical JSON text. */
export type TextRow = {
  readonly organisationId: string;
  readonly book: string;
  readonly seq: number;
  readonly salt: string;
  readonly content: string;
};

/** The policy a year was opened under; `content` is the canonical JSON text of the whole Policy. */
export type PolicyRow = {
  readonly organisationId: string;
  readonly book: string;
  readonly policyId: string;
  readonly version: string;
  readonly sha256: string;
  readonly content: string;
};

/** View: where a person stands in the register. */
export type MemberRow = {
  readonly organisationId: string;
  readonly personId: string;
  readonly type: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly fullOn: string | null;
  readonly exemptFrom: string | null;
  readonly exemptUntil: string | null;
  readonly examPassedOn: string | null;
  /** Version of the person's stream in the register, for optimistic commands. */
  readonly version: number;
};

/** View: one entry of a year; `seq` is its fact, and its text's; `reversedSeq` the fact since which it counts no more. */
export type EntryRow = {
  readonly organisationId: string;
  readonly book: string;
  readonly entryId: string;
  readonly personId: string;
  readonly seq: number;
  readonly item: string;
  readonly day: string;
  readonly period: number;
  readonly amount: number;
  readonly incident: string | null;
  readonly achievement: string | null;
  readonly reversedSeq: number | null;
};

/** View: one member's year; `score` is canonical JSON text of { counted, periods, year }, amounts in hundredths. */
export type MemberYearRow = {
  readonly organisationId: string;
  readonly book: string;
  readonly personId: string;
  readonly score: string;
  /** Version of the member's stream in the year book, for optimistic commands; 0 before the first entry. */
  readonly version: number;
};

/** View: the organisation above; null when there is none in these books. */
export type PlacingRow = { readonly organisationId: string; readonly parentId: string | null };

/** View: the account of a person; null when the link was undone. */
export type PersonAccountRow = {
  readonly organisationId: string;
  readonly personId: string;
  readonly userId: string | null;
};

/** View: one office ever given. `lastDay` as it was given; `endedOn` the first day on which it was no longer held. */
export type OfficeRow = {
  readonly organisationId: string;
  readonly officeId: string;
  readonly office: OfficeKind;
  readonly personId: string;
  readonly scope: string | null;
  readonly since: Day;
  readonly lastDay: Day | null;
  readonly endedOn: Day | null;
  readonly deputyOf: string | null;
  /** The fact that gave it, and its text's. */
  readonly seq: number;
  /** The fact that ended it, and its text's. */
  readonly endedSeq: number | null;
  /** The actor of the fact that gave it. */
  readonly givenBy: string;
  /** First and last day of the latest absence. */
  readonly awayFrom: Day | null;
  readonly awayUntil: Day | null;
};

/** An office with the account of whoever holds it. */
export type HolderRow = OfficeRow & { readonly userId: string | null };

/** One person that is this account, once for each of their offices: those columns are null where they never held one. */
export type LinkedRow = Self & { readonly [Column in keyof OfficeColumns]: OfficeColumns[Column] | null } & {
  /** When they joined and left as a member; both null for somebody who is none. */
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
};
type OfficeColumns = Omit<
  OfficeRow,
  'organisationId' | 'personId' | 'seq' | 'endedSeq' | 'givenBy' | 'awayFrom' | 'awayUntil'
>;

/** A draft or list not yet handed in; `content` is canonical JSON text. Unchained, and gone when it is handed in. */
export type WorkingPaperRow = {
  readonly organisationId: string;
  /** What it is a draft of. */
  readonly kind: string;
  readonly paperId: string;
  readonly version: number;
  readonly content: string;
  readonly savedAt: string;
  readonly savedBy: string;
};

/** 查看: that account read `what` (a route or paper of that name) about that person; '' for the whole organisation's list. */
export type LookRow = {
  readonly organisationId: string;
  readonly personId: string;
  /** The minute, a UTC instant. */
  readonly at: string;
  readonly userId: string;
  readonly what: string;
};

/** How many looks an account took on how many people of an organisation since some day. */
export type LookCount = {
  readonly organisationId: string;
  readonly userId: string;
  readonly people: number;
  readonly looks: number;
};

/** How far an account has read the messages of a book. */
export type MessageMarkRow = {
  readonly organisationId: string;
  readonly book: string;
  readonly userId: string;
  readonly seq: number;
};

/** One organisation's digest of a day: taken by one process, then sent, or failed and tried again. `at`: when it was last taken. */
export type DigestRow = {
  readonly organisationId: string;
  readonly day: Day;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly attempts: number;
  readonly at: string;
};

/** What a command with this key was answered, byte for byte. */
export type CommandRow = {
  readonly organisationId: string;
  readonly key: string;
  readonly requestHash: string;
  readonly outcome: string;
  readonly at: string;
};

/** Rows whose person id lies after `after` and not after `upTo`; an absent end is open. In order of person id. */
export type Range = { readonly after?: string; readonly upTo?: string; readonly limit?: number };

type ReadingBeside = ReadingObjections & EvidenceReading;

/** One moment's sight of the books: everything read inside it fits together. */
export type Reading = ReadingBeside & {
  readonly organisations: () => Promise<OrganisationRow[]>;
  readonly organisation: (organisationId: string) => Promise<OrganisationRow | undefined>;
  readonly organisationsNamed: (ids: readonly string[]) => Promise<OrganisationRow[]>;
  readonly books: (organisationId: string) => Promise<BookRow[]>;
  /** Of all these organisations, in order of organisation and book. */
  readonly booksIn: (organisations: readonly string[]) => Promise<BookRow[]>;
  /** Every book some row of those tables names, whether or not it has a head. */
  readonly booksNamed: () => Promise<(Pick<BookRow, 'organisationId' | 'book'> & { table: BookTable })[]>;
  /** At most `limit` facts after that seq, in order. */
  readonly facts: (organisationId: string, book: string, after: number, limit: number) => Promise<Chained[]>;
  /** All facts of those streams, in order of seq. */
  readonly factsOf: (organisationId: string, book: string, streams: readonly string[]) => Promise<Chained[]>;
  /** All facts of those types, in order of seq. */
  readonly factsOfTypes: (
    organisationId: string,
    book: string,
    types: readonly string[],
  ) => Promise<Chained[]>;
  /** Facts of an organisation in whose body one of those ids stands, in order of book and seq; at most `limit`. */
  readonly factsNaming: (organisationId: string, ids: readonly string[], limit: number) => Promise<Chained[]>;
  /** How many facts of each type that actor recorded there. */
  readonly actsOf: (
    organisationId: string,
    actor: string,
  ) => Promise<{ readonly type: string; readonly count: number }[]>;
  readonly versions: (
    organisationId: string,
    book: string,
    streams: readonly string[],
  ) => Promise<Map<string, number>>;
  /** Texts of the facts after `after` up to `upTo`, in order of seq; every later one when `upTo` is absent. */
  readonly texts: (organisationId: string, book: string, after: number, upTo?: number) => Promise<TextRow[]>;
  readonly textsOf: (organisationId: string, book: string, seqs: readonly number[]) => Promise<TextRow[]>;
  readonly policies: (organisationId: string) => Promise<PolicyRow[]>;
  readonly policy: (organisationId: string, book: string) => Promise<PolicyRow | undefined>;
  readonly persons: (organisationId: string, range: Range) => Promise<PersonRow[]>;
  readonly person: (organisationId: string, personId: string) => Promise<PersonRow | undefined>;
  /** Those people, in no order. */
  readonly personsNamed: (organisationId: string, ids: readonly string[]) => Promise<PersonRow[]>;
  readonly personByNumber: (organisationId: string, number: string) => Promise<PersonRow | undefined>;
  readonly members: (organisationId: string, range: Range) => Promise<MemberRow[]>;
  readonly entries: (organisationId: string, book: string, range: Range) => Promise<EntryRow[]>;
  readonly entry: (organisationId: string, book: string, entryId: string) => Promise<EntryRow | undefined>;
  readonly memberYears: (organisationId: string, book: string, range: Range) => Promise<MemberYearRow[]>;
  /** The rows of all these organisations, in no order. */
  readonly membersIn: (organisations: readonly string[]) => Promise<MemberRow[]>;
  readonly officesIn: (organisations: readonly string[]) => Promise<OfficeRow[]>;
  readonly messageMarks: (userId: string) => Promise<MessageMarkRow[]>;
  readonly accountsIn: (organisations: readonly string[]) => Promise<PersonAccountRow[]>;
  /** Which policy each of those books was opened under, without its content. */
  readonly policiesIn: (
    organisations: readonly string[],
    books: readonly string[],
  ) => Promise<Pick<PolicyRow, 'organisationId' | 'book' | 'sha256'>[]>;
  readonly papersIn: (
    organisations: readonly string[],
    kind: string,
  ) => Promise<Pick<WorkingPaperRow, 'organisationId' | 'paperId' | 'savedAt'>[]>;
  /** Facts of those organisations' books by type, or by stream, in order of seq. */
  readonly factsOfTypesIn: (
    organisations: readonly string[],
    book: string,
    types: readonly string[],
  ) => Promise<Chained[]>;
  readonly factsOfStreamsIn: (
    organisations: readonly string[],
    book: string,
    streams: readonly string[],
  ) => Promise<Chained[]>;
  /** Those of them that have that book. */
  readonly withBook: (organisations: readonly string[], book: string) => Promise<Set<string>>;
  /** Facts of those organisations' books in streams like one of these patterns (`%`: whatever follows), in order of seq. */
  readonly factsIn: (
    organisations: readonly string[],
    book: string,
    streams: readonly string[],
  ) => Promise<Chained[]>;
  /** How many streams of that book have a fact of that type; an organisation without any is left out. */
  readonly streamCounts: (
    organisations: readonly string[],
    book: string,
    type: string,
  ) => Promise<Map<string, number>>;
  /** Every organisation that people, members, offices, accounts or places speak of, whether or not it is in the books. */
  readonly organisationsWithPeople: () => Promise<string[]>;
  readonly placings: () => Promise<PlacingRow[]>;
  /** The placings of these organisations and of all above them, in no order: the cost does not grow with the others. */
  readonly placingsAbove: (organisations: readonly string[]) => Promise<PlacingRow[]>;
  /** Every organisation that stands below, however deep, in no order. */
  readonly organisationsBelow: (organisationId: string) => Promise<string[]>;
  readonly personAccounts: (organisationId: string) => Promise<PersonAccountRow[]>;
  readonly personAccount: (organisationId: string, personId: string) => Promise<PersonAccountRow | undefined>;
  readonly accountsNamed: (organisationId: string, ids: readonly string[]) => Promise<PersonAccountRow[]>;
  readonly offices: (organisationId: string) => Promise<OfficeRow[]>;
  /** The same of all these organisations, with the accounts of those who hold them, in order of organisation and seq. */
  readonly holdersIn: (organisations: readonly string[]) => Promise<HolderRow[]>;
  /** Everything that account is and ever held, in all organisations: one query. */
  readonly linkedTo: (userId: string) => Promise<LinkedRow[]>;
  readonly command: (organisationId: string, key: string) => Promise<CommandRow | undefined>;
  readonly workingPaper: (
    name: Pick<WorkingPaperRow, 'organisationId' | 'kind' | 'paperId'>,
  ) => Promise<WorkingPaperRow | undefined>;
  /** All of one kind in an organisation, in order of paper id. */
  readonly workingPapers: (organisationId: string, kind: string) => Promise<WorkingPaperRow[]>;
  /** Drafts that an account saved, or that go by the id of a person. */
  readonly workingPapersOf: (
    organisationId: string,
    of: { readonly personId: string; readonly savedBy: readonly string[] },
  ) => Promise<WorkingPaperRow[]>;
  /** Looks on those people before that instant, newest first, without those of one account. */
  readonly looks: (
    organisationId: string,
    people: readonly string[],
    range: { readonly before?: string | undefined; readonly limit: number; readonly without: string },
  ) => Promise<LookRow[]>;
  readonly lookCounts: (since: string) => Promise<LookCount[]>;
};

/** One transaction. Nothing updates or deletes a fact: there is no function for it. Upserts replace the row of that key. */
export type Writing = Reading &
  (WritingObjections & EvidenceWriting) & {
    /** The organisation's books, their head rows locked in the order given until the transaction ends. Missing ones are left out. */
    readonly lockHeads: (organisationId: string, books: readonly string[]) => Promise<BookRow[]>;
    readonly addOrganisation: (row: OrganisationRow) => Promise<void>;
    readonly addBook: (row: BookRow) => Promise<void>;
    readonly moveHead: (row: BookRow) => Promise<void>;
    readonly addFacts: (rows: readonly Chained[]) => Promise<void>;
    readonly addTexts: (rows: readonly TextRow[]) => Promise<void>;
    readonly addPolicy: (row: PolicyRow) => Promise<void>;
    readonly addCommand: (row: CommandRow) => Promise<void>;
    readonly putPersons: (rows: readonly PersonRow[]) => Promise<void>;
    readonly putMembers: (rows: readonly MemberRow[]) => Promise<void>;
    readonly putEntries: (rows: readonly EntryRow[]) => Promise<void>;
    readonly putMemberYears: (rows: readonly MemberYearRow[]) => Promise<void>;
    readonly putPlacings: (rows: readonly PlacingRow[]) => Promise<void>;
    readonly putPersonAccounts: (rows: readonly PersonAccountRow[]) => Promise<void>;
    readonly putOffices: (rows: readonly OfficeRow[]) => Promise<void>;
    readonly putWorkingPaper: (row: WorkingPaperRow) => Promise<void>;
    readonly removeWorkingPaper: (
      name: Pick<WorkingPaperRow, 'organisationId' | 'kind' | 'paperId'>,
    ) => Promise<void>;
    /** Those that are there already are left alone. */
    readonly addLooks: (rows: readonly LookRow[]) => Promise<void>;
    readonly removeLooks: (before: string) => Promise<void>;
    readonly putMessageMark: (row: MessageMarkRow) => Promise<void>;
    /** Whether this process has it: nobody took it before, or it failed, not too often and not after `retryBefore`. */
    readonly claimDigest: (
      organisationId: string,
      day: Day,
      claim: { readonly at: string; readonly retryBefore: string; readonly most: number },
    ) => Promise<boolean>;
    readonly endDigest: (organisationId: string, day: Day, state: 'sent' | 'failed') => Promise<void>;
    readonly removeDigests: (before: Day) => Promise<void>;
    /** Papers of those kinds, or of all but those, last saved before that instant. */
    readonly removePapers: (
      which: { readonly kinds?: readonly string[]; readonly notKinds?: readonly string[] },
      before: string,
    ) => Promise<void>;
    /** Empties the views of one organisation, to be built again from its facts. */
    readonly clearViews: (organisationId: string) => Promise<void>;
  };

export type Store = {
  readonly engine: 'sqlite' | 'postgres';
  /** How an acknowledged fact is kept, as the engine itself says, for /healthz. */
  readonly durability: () => Promise<string>;
  /** One transaction, run again as a whole when the engine asks for it, at most five times. `rollback`: a preview, nothing stays. Throws BooksHeld. */
  readonly write: <T>(
    work: (tx: Writing) => Promise<T>,
    options?: { readonly rollback?: boolean },
  ) => Promise<T>;
  /** A read-only snapshot. */
  readonly read: <T>(work: (reading: Reading) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** The world around the services, as arguments: no global clock, randomness or hash. */
export type World = {
  readonly store: Store;
  readonly digests: Readonly<Record<Algorithm, Digest>>;
  /** The hash new books are begun with; a book keeps the one it began with. */
  readonly algorithm: Algorithm;
  /** Public holidays by year (calendar/cn.yaml): working days are counted with them. */
  readonly holidays: Holidays;
  /** Now, a UTC instant: '2026-03-31T01:02:03.456Z'. */
  readonly now: () => string;
  /** A fresh uuid v7. */
  readonly newId: () => string;
  /** 128 bits from a cryptographic source, in hexadecimal. */
  readonly newSalt: () => string;
  readonly sealing: Sealing;
};
