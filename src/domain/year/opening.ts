/** 期初计入: what of each kind a member's record is given at once when the year opens (3.3.2). */
import { countedPeriods } from '../member/counted.ts';
import { asOfYear } from '../member/inYear.ts';
import type { Member } from '../member/member.ts';
import type { Points } from '../points.ts';
import type { Policy } from '../policy/policy.ts';

/** The year's amount by kind of points, in hundredths. It is what may be kept or earned, never points already had. */
export type Opening = Readonly<Record<string, Points>>;

/**
 * Null for whoever has no period that counts in the year: exempt for all of it (G25), an applicant without the exam (G24), joined
 * too late. A probationary member has one; whether the year is graded is another question (G23).
 */
export function openingOf(policy: Policy, member: Member, year: number): Opening | null {
  if (countedPeriods(asOfYear(member, year), { year, count: policy.periods.count }).length === 0) return null;
  return Object.fromEntries(policy.kinds.map((kind) => [kind.id, kind.year]));
}
