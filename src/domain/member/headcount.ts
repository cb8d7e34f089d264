/** How many of a branch are what on one day, and how many take part in the points: what a level sums up for the one above (§3.3.2). */
import type { Day } from '../period.ts';
import { exemptWithin, type Member } from './member.ts';

export type Headcount = {
  readonly full: number;
  readonly probationary: number;
  readonly applicants: number;
  /** Full members who are exempt. */
  readonly exempt: number;
  /** Whose points are kept: full members not exempt, probationary ones, applicants who passed the exam (§2). */
  readonly counted: number;
};

export const NOBODY_COUNTED: Headcount = { full: 0, probationary: 0, applicants: 0, exempt: 0, counted: 0 };

export function headcount(members: readonly Member[], day: Day): Headcount {
  return members
    .filter(({ joinedOn, leftOn }) => joinedOn <= day && (leftOn === null || day < leftOn))
    .map((member) => oneOf(member, day))
    .reduce(added, NOBODY_COUNTED);
}

export function added(one: Headcount, other: Headcount): Headcount {
  return {
    full: one.full + other.full,
    probationary: one.probationary + other.probationary,
    applicants: one.applicants + other.applicants,
    exempt: one.exempt + other.exempt,
    counted: one.counted + other.counted,
  };
}

function oneOf(member: Member, day: Day): Headcount {
  const { type, fullOn, examPassedOn } = member;
  if (type === 'applicant') {
    const passed = examPassedOn !== null && examPassedOn <= day;
    return { ...NOBODY_COUNTED, applicants: 1, counted: passed ? 1 : 0 };
  }
  if (type === 'probationary' || (fullOn !== null && fullOn > day))
    return { ...NOBODY_COUNTED, probationary: 1, counted: 1 };
  const exempt = exemptWithin(member, day, day);
  return { ...NOBODY_COUNTED, full: 1, exempt: exempt ? 1 : 0, counted: exempt ? 0 : 1 };
}
