/** A last day as pages show it: with the working days that are left after today. */
import { addDays } from '../../../domain/calendar/dayCount.ts';
import type { Holidays } from '../../../domain/calendar/holidays.ts';
import { countWorkdays } from '../../../domain/calendar/workdays.ts';
import type { Day } from '../../../domain/period.ts';

/** `workdays`: 0 on the last day, null when it is over. */
export const dueFrom = (day: Day, today: Day, holidays: Holidays) => ({
  day,
  workdays: today > day ? null : countWorkdays(holidays, addDays(today, 1), day),
});
