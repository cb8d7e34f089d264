/** Working-day arithmetic (readings G28, G29): pure, on days as text. */
import { type Day, yearOf } from '../period.ts';
import { addDays, weekdayOf } from './dayCount.ts';
import type { Holidays } from './holidays.ts';

export function isWorkday(holidays: Holidays, day: Day): boolean {
  const known = holidays.get(yearOf(day));
  if (known?.work.includes(day) === true) return true;
  if (known?.rest.some(({ from, until }) => from <= day && day <= until) === true) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

/** The day itself when it is worked, else the next one that is. */
export const workdayFrom = (holidays: Holidays, day: Day): Day => nearest(holidays, day, 1);

/** The day itself when it is worked, else the last one before it that is. */
export const workdayUntil = (holidays: Holidays, day: Day): Day => nearest(holidays, day, -1);

function nearest(holidays: Holidays, day: Day, step: 1 | -1): Day {
  let here = day;
  while (!isWorkday(holidays, here)) here = addDays(here, step);
  return here;
}

/** The `count`-th working day after the day, or before it when `count` is below zero; `count` 0 is the day itself. */
export function addWorkdays(holidays: Holidays, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let here = day;
  for (let left = Math.abs(count); left > 0; left -= 1) here = nearest(holidays, addDays(here, step), step);
  return here;
}

/** Working days from `from` to `until`, both included; 0 when `until` comes first. */
export function countWorkdays(holidays: Holidays, from: Day, until: Day): number {
  let counted = 0;
  for (let here = from; here <= until; here = addDays(here, 1)) if (isWorkday(holidays, here)) counted += 1;
  return counted;
}
