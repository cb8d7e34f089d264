/** The commands that say which organisations there are, who is in them, and who holds which office. */
import type { Level, OfficeKind } from '../domain/office/office.ts';
import type { Day } from '../domain/period.ts';

export type FoundOrganisation = {
  readonly type: 'foundOrganisation';
  /** A new id; `machine` for the organisation of level machine, and for that one alone. */
  readonly organisationId: string;
  readonly name: string;
  readonly level: Level;
  readonly example: boolean;
  readonly parentId: string | null;
};

export type PlaceOrganisation = {
  readonly type: 'placeOrganisation';
  readonly organisationId: string;
  /** The organisation above; null: none in these books. */
  readonly parentId: string | null;
};

/** Somebody who is to hold an office without being on the roster. `number` is unique in the organisation. */
export type EnterPerson = {
  readonly type: 'enterPerson';
  readonly organisationId: string;
  readonly number: string;
  readonly name: string;
  readonly post: string | null;
};

export type LinkAccount = {
  readonly type: 'linkAccount';
  readonly organisationId: string;
  readonly personId: string;
  readonly userId: string;
};

export type UnlinkAccount = {
  readonly type: 'unlinkAccount';
  readonly organisationId: string;
  readonly personId: string;
};

export type GiveOffice = {
  readonly type: 'giveOffice';
  readonly organisationId: string;
  readonly office: OfficeKind;
  readonly personId: string;
  readonly scope: string | null;
  readonly from: Day;
  /** Its last day; null: open. */
  readonly until: Day | null;
  /** Id of the office whose deputy is named. */
  readonly deputyOf: string | null;
  /** 依据: the meeting, the document and its number. */
  readonly basis: string;
};

export type EndOffice = {
  readonly type: 'endOffice';
  readonly organisationId: string;
  readonly officeId: string;
  /** The first day on which it is no longer held. */
  readonly on: Day;
  readonly reason: string;
};

export type OfficeCommand =
  | FoundOrganisation
  | PlaceOrganisation
  | EnterPerson
  | LinkAccount
  | UnlinkAccount
  | GiveOffice
  | EndOffice;
