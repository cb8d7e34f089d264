/** Who acts, and on what: the two sides of every question of access. */
import type { HeldOffice, Holder, OfficeKind } from '../office/office.ts';
import type { Absence } from '../office/substitute.ts';

/** A person as a register knows them. */
export type Self = { readonly organisationId: string; readonly personId: string };

export type PersonActor = {
  readonly kind: 'person';
  readonly userId: string;
  readonly name: string;
  /** Held today, in whatever organisation, being a member among them. */
  readonly offices: readonly HeldOffice[];
  /** Every register entry that is this person: nobody acts in their own matter. */
  readonly selves: readonly Self[];
};

/**
 * 公示 outside sign-in (G29): whoever has the unguessable link of one notice, or sits in the office network before those that
 * hang. A principal of its own, which may do what a rule says it may and nothing else; it reads no books and is nobody's viewer.
 */
export type NoticeReader = {
  readonly kind: 'publicNotice';
  readonly organisationId: string;
  readonly noticeIds: readonly string[];
};

/** 本机操作员: until sign-in is set up, whoever sits at the machine that holds the books. Missing context is `nobody`. */
export type Actor =
  | { readonly kind: 'localOperator' }
  | { readonly kind: 'nobody' }
  | NoticeReader
  | PersonActor;

export const LOCAL_OPERATOR: Actor = { kind: 'localOperator' };
export const NOBODY: Actor = { kind: 'nobody' };

/** How a fact names who did it: an account by its opaque id, never a name. */
export const actorText = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.userId}` : actor.kind;

/** The account such a text names; null: nobody's. */
export const accountIn = (actor: string): string | null =>
  actor.startsWith('person:') ? actor.slice('person:'.length) : null;

/** What the ability is used on. What is left out counts as none. */
export type AccessObject = {
  readonly organisation: string;
  /** The organisations above, nearest first. */
  readonly above?: readonly string[];
  /** Person ids in the organisation's register whose matter it is. */
  readonly about?: readonly string[];
  /** Accounts whose matter it is. */
  readonly users?: readonly string[];
  /** The public notice it is about. */
  readonly notice?: string;
  /** The office to be given or ended. */
  readonly office?: OfficeKind;
  /** Offices held now in the organisation and those above, for the rule of substitutes; absent: only whoever holds the office acts. */
  readonly roll?: readonly Holder[];
  /** Of those it is about, by person id: their assigned leader in charge (null: none), and their Party group. */
  readonly leaders?: ReadonlyMap<string, string | null>;
  readonly groups?: ReadonlyMap<string, string | null>;
  /** Of those it is about: whose leader has kept silent too long (G17). */
  readonly unanswered?: ReadonlySet<string>;
  /** By office id: who of the roll is on leave or silent. */
  readonly away?: ReadonlyMap<string, Absence>;
};
