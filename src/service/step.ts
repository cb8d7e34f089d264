/** What one kind of command says of itself; perform does the rest. */
import type { AccessObject, Actor } from '../domain/access/actor.ts';
import type { Holidays } from '../domain/calendar/holidays.ts';
import type { Ability } from '../domain/access.ts';
import type { Fact } from '../domain/fact.ts';
import type { Algorithm } from '../domain/ledger/envelope.ts';
import type { Day } from '../domain/period.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { BookRow, OrganisationRow, PersonRow, PolicyRow, Reading, Writing } from './ports.ts';

/** Content kept out of the chain, and the hash that stands for it in the fact. */
export type Sealed = { readonly salt: string; readonly content: string; readonly hash: string };

/** What a decision may use of the world, as arguments. */
export type Making = {
  /** Who acts, and what the ability was asked of: for steps that write about several people. */
  readonly actor: Actor;
  readonly object: AccessObject;
  readonly newId: () => string;
  /** Seals a plain value under a fresh salt, with the algorithm of that book. */
  readonly seal: (book: string, content: object) => Sealed;
  /** The hash of a plain value under a given salt. */
  readonly digest: (book: string, salt: string, content: object) => string;
  /** The same under an algorithm by name: what another book sealed. */
  readonly digestBy: (algorithm: Algorithm, salt: string, content: object) => string;
  readonly newSalt: () => string;
  /** The calendar day in Asia/Shanghai. */
  readonly today: Day;
  readonly holidays: Holidays;
};

export type NewFact = {
  readonly book: string;
  readonly stream: string;
  readonly fact: Fact;
  readonly text?: Sealed | undefined;
};

export type Decision = {
  readonly facts: readonly NewFact[];
  /** The same act in the register of one organisation above: what concerns two is a fact of both. */
  readonly above?: { readonly organisationId: string; readonly facts: readonly NewFact[] };
  readonly organisation?: OrganisationRow | undefined;
  readonly policy?: PolicyRow | undefined;
  readonly persons?: readonly PersonRow[];
  /** Working papers of the organisation this command hands in: they go in the same transaction. */
  readonly handedIn?: readonly { readonly kind: string; readonly paperId: string }[];
  /** What the command is answered: plain values, whole numbers, no personal data; kept for its key. */
  readonly outcome: object;
};

export type Heads = ReadonlyMap<string, BookRow>;

export type Step<Command, State> = {
  readonly ability: Ability;
  /** What the ability is asked of; absent: the command's organisation as a whole. */
  readonly object?: (tx: Reading, command: Command, today: Day, holidays: Holidays) => Promise<AccessObject>;
  /** The books the command writes to beside the register; they are locked after it, in this order. */
  readonly books: (command: Command) => readonly string[];
  /** The stream an `expected` version is held against. */
  readonly subject: (command: Command, state: State) => { readonly book: string; readonly stream: string };
  /** Reads and folds what the decision needs, and nothing else. A refusal ends the command. */
  readonly load: (tx: Writing, command: Command, heads: Heads) => Promise<State | Refusal>;
  readonly decide: (command: Command, state: State, making: Making) => Decision | Refusal;
};
