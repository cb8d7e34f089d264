/** A member as one year sees them: the register only knows how they stand now. */
import { yearEnd, yearStart } from '../period.ts';
import type { Member } from './member.ts';

/** Whether any day of the year after its first lies in the membership here; year files refuse such rows. */
export function belongsTo({ joinedOn, leftOn }: Member, year: number): boolean {
  return joinedOn <= yearEnd(year) && (leftOn === null || leftOn > yearStart(year));
}

/** Whoever turned full in a later year was probationary throughout this one (G23). */
export function asOfYear(member: Member, year: number): Member {
  const turnedLater = member.type === 'full' && member.fullOn !== null && member.fullOn > yearEnd(year);
  return turnedLater ? { ...member, type: 'probationary', fullOn: null } : member;
}
