/** The commands about who keeps the points, and who is away from an office. */
import type { Day } from '../domain/period.ts';

export type RecordElection = {
  readonly type: 'recordElection';
  readonly organisationId: string;
  /** The election this is a further ballot of; null: a new one. */
  readonly electionId: string | null;
  readonly on: Day;
  readonly place: string;
  /** Number of the minutes. */
  readonly minutes: string;
  readonly secret: boolean;
  readonly present: number;
  readonly ballots: readonly { readonly personId: string; readonly votes: number }[];
  readonly abstained: number;
  readonly invalid: number;
  /** The term of whoever is elected; `until` is its last day. */
  readonly from: Day;
  readonly until: Day;
  /** Who keeps the scorekeeper's own points (G34); null: whoever does already, or who is named later. */
  readonly checkerId: string | null;
  /** Why the former scorekeeper goes before the term is over (An1.2); else empty. */
  readonly reason: string;
};

export type OfOffice = { readonly organisationId: string; readonly officeId: string };

/** 请假, both days included; `until` null: until it is ended. */
export type RecordAbsence = OfOffice & {
  readonly type: 'recordAbsence';
  readonly from: Day;
  readonly until: Day | null;
  readonly reason: string;
};

/** 销假; `on`: the first day back. */
export type EndAbsence = OfOffice & { readonly type: 'endAbsence'; readonly on: Day };

/** 移交: by the former or the new scorekeeper, each for themself, or from a signed sheet. */
export type ConfirmHandover = OfOffice & {
  readonly type: 'confirmHandover';
  readonly onPaper: boolean;
  readonly remark: string;
};

export type ElectionCommand = RecordElection | RecordAbsence | EndAbsence | ConfirmHandover;
