/** A leader in charge who lets a plan lie (G17): once the days are over, whoever acts for the leader may speak too. */
import type { Holidays } from '../calendar/holidays.ts';
import { addWorkdays } from '../calendar/workdays.ts';
import type { Day } from '../period.ts';
import { actsIn, type Phase } from './procedure.ts';

export type Waiting = {
  readonly phase: Phase;
  /** The day the version now spoken of was proposed. */
  readonly proposedOn: Day;
  /** Working days the measure gives the leader, the day of the proposal not counted. */
  readonly days: number;
};

/** Whether the leader's word is still missing after the last of those days. */
export function isLeaderSilent(
  { phase, proposedOn, days }: Waiting,
  today: Day,
  holidays: Holidays,
): boolean {
  return actsIn(phase).includes('agreeAsLeader') && today > addWorkdays(holidays, proposedOn, days);
}
