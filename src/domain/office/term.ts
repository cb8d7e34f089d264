/** Terms of office against each other. */
import type { Day } from '../period.ts';
import { isAdministrator, type Office, type OfficeKind } from './office.ts';

export type Term = Pick<Office, 'from' | 'until' | 'endedOn'>;

/** No day of it lies on or after that one. */
export function isOver({ until, endedOn }: Term, day: Day): boolean {
  return (until !== null && until < day) || (endedOn !== null && endedOn <= day);
}

/** Whether some day belongs to both. */
export function overlap(one: Term, other: Term): boolean {
  return !isEmpty(one) && !isEmpty(other) && !isOver(one, other.from) && !isOver(other, one.from);
}

const isEmpty = ({ from, endedOn }: Term) => endedOn !== null && endedOn <= from;

/** Offices with one holder at a time; a groupLeader is one for each group. */
export const isSingle = (office: OfficeKind): boolean =>
  office === 'secretary' || office === 'scorekeeper' || office === 'checker' || office === 'groupLeader';

/** Whether one person can never hold the two together: each administrator excludes every other office (等保 三权分立). */
export const exclude = (one: OfficeKind, other: OfficeKind): boolean =>
  one !== other && one !== 'member' && other !== 'member' && (isAdministrator(one) || isAdministrator(other));
