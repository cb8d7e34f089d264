/** The calendar can be kept: between appraisal day and filing day there is room for notice and registration. */
import type { Policy } from '../policy.ts';
import { error, type Finding } from './finding.ts';

const WORKED = 5;
const WEEK = 7;

export function calendar({ calendar: lengths, periods }: Policy): Finding[] {
  if (lengths === undefined) return [];
  const needed = lengths.publicNotice + lengths.registration + 1;
  const calendarDays = Math.ceil((needed * WEEK) / WORKED);
  if (lengths.appraisalDay + calendarDays <= periods.filingDay) return [];
  return [
    error(
      'policy.yaml',
      'calendar.appraisalDay',
      `评议之后公示、登记和上报要 ${needed} 个工作日（约 ${calendarDays} 天），${lengths.appraisalDay} 日评议赶不上 ${periods.filingDay} 日上报，应提前`,
    ),
  ];
}
