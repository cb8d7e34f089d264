/** Which periods of a year count for a member: year-files.md "Roster", readings G21, G23, G24, G25. */
import { type Calendar, firstDay, lastDay, periods } from '../period.ts';
import { exemptWithin, type Member } from './member.ts';

/**
 * The counted periods of the year, ascending: those on whose first day the member is in the branch and takes part. `received`:
 * periods that counted in the branch they came from, by its transcript (G22); on their first day the member was there.
 */
export function countedPeriods(
  member: Member,
  calendar: Calendar,
  received: readonly number[] = [],
): number[] {
  return periods(calendar.count).filter((period) =>
    counts(inEither(member, calendar, period, received), calendar, period),
  );
}

/** The member as that period sees them: in one of the two branches. */
export function inEither(
  member: Member,
  calendar: Calendar,
  period: number,
  received: readonly number[],
): Member {
  return received.includes(period) ? { ...member, joinedOn: firstDay(calendar, period) } : member;
}

function counts(member: Member, calendar: Calendar, period: number): boolean {
  const first = firstDay(calendar, period);
  const inBranch = member.joinedOn <= first && (member.leftOn === null || member.leftOn > first);
  if (!inBranch) return false;
  switch (member.type) {
    case 'full':
      return (
        (member.fullOn === null || member.fullOn <= first) &&
        !exemptWithin(member, first, lastDay(calendar, period))
      );
    case 'probationary':
      return true;
    case 'applicant':
      return member.examPassedOn !== null && member.examPassedOn <= first;
  }
}
