/** Which periods of a year count for a member: year-files.md "Roster", readings G21, G23, G24, G25. */
import { type Calendar, firstDay, lastDay, periods } from '../period.ts';
import { exemptWithin, type Member } from './member.ts';

/** The counted periods of the year, ascending: those on whose first day the member is in the branch and takes part. */
export function countedPeriods(member: Member, calendar: Calendar): number[] {
  return periods(calendar.count).filter((period) => counts(member, calendar, period));
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
