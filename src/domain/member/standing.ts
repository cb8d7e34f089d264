/** Where a member stands at the end of the year: year-files.md "Result", readings G4, G21, G24. */
import { yearEnd } from '../period.ts';
import { exemptWithin, type Member } from './member.ts';

export type Standing = 'left' | 'observed' | 'exempt' | 'graded' | 'unrated';

/** The first that fits. `countedPeriods`: how many periods count; `atLeast`: how many a graded year needs. */
export function standingOf(member: Member, year: number, countedPeriods: number, atLeast: number): Standing {
  const end = yearEnd(year);
  if (member.leftOn !== null && member.leftOn <= end) return 'left';
  if (member.type !== 'full') return 'observed';
  if (exemptWithin(member, end, end)) return 'exempt';
  return countedPeriods >= atLeast ? 'graded' : 'unrated';
}
