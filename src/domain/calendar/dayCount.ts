/** Days as numbers, so that they can be counted: whole days since 1 March of the year 0, in the calendar of today. */
import { type Day, dayOf } from '../period.ts';

/** A year begins with March here: the leap day is its last, and months follow one rule. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map((part) => Number.parseInt(part, 10));
  const fromMarch = (month + 9) % 12;
  const y = month <= 2 ? year - 1 : year;
  return daysBefore(y) + Math.trunc((153 * fromMarch + 2) / 5) + dayOfMonth - 1;
}

const daysBefore = (year: number) =>
  year * 365 + Math.trunc(year / 4) - Math.trunc(year / 100) + Math.trunc(year / 400);

/** Refuses (throws) a number outside the years 1900–2199: that is a fault, not an answer. */
export function dayOfNumber(value: number): Day {
  let year = Math.trunc(value / 365.2425);
  while (daysBefore(year + 1) <= value) year += 1;
  while (daysBefore(year) > value) year -= 1;
  const inYear = value - daysBefore(year);
  const fromMarch = Math.trunc((5 * inYear + 2) / 153);
  const dayOfMonth = inYear - Math.trunc((153 * fromMarch + 2) / 5) + 1;
  const month = ((fromMarch + 2) % 12) + 1;
  const day = dayOf(month <= 2 ? year + 1 : year, month, dayOfMonth);
  if (day === undefined) throw new RangeError(`not a day of the years 1900–2199: ${value}`);
  return day;
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => (dayNumber(day) + 3) % 7;

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);
