/**
 * One branch's year as pages and papers read it. It is made from year files or from the books by the same function, so the
 * two can only agree.
 */
import type { Member } from '../../domain/member/member.ts';
import type { Person } from '../../domain/member/person.ts';
import type { Day } from '../../domain/period.ts';
import type { Entry } from '../../domain/policy/line.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { scoringOf } from '../../domain/policy/scoring.ts';
import { type Control } from '../../domain/year/control.ts';
import { evaluateYear, type MemberResult, type MemberYear } from '../../domain/year/evaluate.ts';
import { type Opening, openingOf } from '../../domain/year/opening.ts';

/** An entry with its words: 事由, 依据, 提供单位. `postedOn` is the day it was put into the books, null for year files. */
export type RecordedEntry = Entry & {
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly supplier: string | null;
  readonly postedOn: Day | null;
};

/** A recorded ground of disqualification (3.4.3). */
export type RecordedGround = {
  readonly id: string;
  readonly ground: string;
  readonly day: Day;
  readonly period: number;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly supplier: string | null;
  readonly postedOn: Day | null;
  readonly transferredFrom?: string | null | undefined;
};

/** Periods that counted in another branch in the same year, by its transcript (G22). */
export type RecordedTransfer = { readonly from: string; readonly periods: readonly number[] };

/** 期初计入. `postedOn` is the day it was put into the books. */
export type RecordedOpening = { readonly amounts: Opening; readonly postedOn: Day | null };

/** A member's year before it is reckoned. `id` is the person's id in the books, the number in year files. */
export type MemberRecord = {
  readonly id: string;
  readonly person: Person;
  readonly member: Member;
  readonly exemptionReason: string | null;
  /** What the books gave at the beginning of the year, null for nothing; absent in year files, where it follows from the policy. */
  readonly opening?: RecordedOpening | null | undefined;
  readonly entries: readonly RecordedEntry[];
  readonly grounds: readonly RecordedGround[];
  /** Absent: the member came from no other branch in the year. */
  readonly received?: readonly RecordedTransfer[];
  /** Periods that wait to be registered in the books, ascending; absent in year files, which are whole. */
  readonly awaited?: readonly number[];
};

/** Where the figures come from: the books at a head, or two files by their digest. Printed on every paper. */
export type Origin =
  | { readonly from: 'books'; readonly seq: number; readonly hash: string; readonly algorithm: string }
  | { readonly from: 'files'; readonly sha256: string };

export type PolicyVersion = { readonly policy: Policy; readonly sha256: string };

/** What a member's record was given when the year opened; the same for files and books. */
export function openingIn(
  { version, year }: Pick<BranchYear, 'version' | 'year'>,
  { opening, member }: Pick<MemberRecord, 'opening' | 'member'>,
): RecordedOpening | null {
  if (opening !== undefined) return opening;
  const amounts = openingOf(version.policy, member, year);
  return amounts === null ? null : { amounts, postedOn: null };
}

export type BranchYear = {
  readonly organisation: string;
  readonly year: number;
  readonly example: boolean;
  readonly version: PolicyVersion;
  readonly origin: Origin;
  /** In roster order. */
  readonly members: readonly (MemberRecord & { readonly result: MemberResult })[];
  readonly control: Control;
  readonly places: number;
};

export type BranchYearSource = Omit<BranchYear, 'members' | 'control' | 'places'> & {
  readonly records: readonly MemberRecord[];
};

/** The record as the evaluation takes it. */
export const memberYearOf = ({ member, entries, grounds, received = [] }: MemberRecord): MemberYear => ({
  member,
  entries,
  grounds: grounds.map(({ ground }) => ground),
  received: received.flatMap(({ periods }) => periods),
});

export function branchYear({ records, ...source }: BranchYearSource): BranchYear {
  const scoring = scoringOf(source.version.policy);
  const result = evaluateYear(scoring, source.year, records.map(memberYearOf));
  const members = records.map((record, index) => ({
    ...record,
    result: result.members[index] as MemberResult,
  }));
  return { ...source, members, control: result.control, places: result.places };
}
