/** What an import is told and what it answers. */
import type { Policy } from '../domain/policy/policy.ts';
import type { Founding } from './openYear.ts';
import type { MemberRecord } from './views/branchYear.ts';

export type ImportYear = {
  readonly type: 'importYear';
  readonly organisationId: string;
  readonly year: number;
  /** How the organisation is entered when it is not in the books yet. */
  readonly founding?: Founding | undefined;
  /** The year's policy; a year that is open must have been opened under the same one. */
  readonly policy: Policy;
  readonly sha256: string;
  /** In roster order. Each person's number is what they are recognised by; `id` is ignored. */
  readonly records: readonly MemberRecord[];
  /** Why rows that changed or disappeared are to be reversed; null refuses an import that finds any. */
  readonly correction: string | null;
};

/** A row as a report names it. */
export type RowName = { readonly number: string; readonly item: string; readonly day: string };

/** A row left to whoever may post it: an entry, or a line of the roster (`item` and `day` null). */
export type HeldRow = {
  readonly number: string;
  readonly item: string | null;
  readonly day: string | null;
  /** The importer's own matter; otherwise another's, for whom the importer may not post. */
  readonly own: boolean;
};

export type ImportOutcome = {
  readonly registered: number;
  readonly amended: number;
  readonly posted: number;
  readonly reversed: number;
  readonly unchanged: number;
  /** Were in the books with another amount, period, evidence or supplier; reversed and posted anew. */
  readonly changed: readonly RowName[];
  /** Were in the books, not in the files; reversed. */
  readonly missing: readonly RowName[];
  /** Neither written nor reversed: each importer writes only what they might write row by row (promises X8). */
  readonly heldBack: readonly HeldRow[];
  /** Numbers of people in the books who are not on the roster; left as they are. */
  readonly absent: readonly string[];
  /** Numbers of people whose decided standing or exemption the roster has otherwise; the books' stays. */
  readonly otherwise: readonly string[];
};
