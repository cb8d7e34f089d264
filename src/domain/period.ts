/**
 * Calendar days in Asia/Shanghai as 'YYYY-MM-DD' text, never an instant, so no time zone can shift them;
 * and the periods (quarters, for this measure) that a policy divides its year into. Text order is day order.
 */
declare const day: unique symbol;
export type Day = string & { readonly [day]: true };

/** A policy year and the number of equal periods it is divided into; 12 must be divisible by `count`. */
export type Calendar = { readonly year: number; readonly count: number };

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** The day of that year, month and day of month, or undefined when the calendar has none (years 1900–2199). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1900 || year > 2199 || dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

/** 'YYYY-MM-DD' that exists in the calendar, or undefined. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', dayOfMonth = ''] = match;
  return dayOf(Number.parseInt(year, 10), Number.parseInt(month, 10), Number.parseInt(dayOfMonth, 10));
}

export const yearOf = (value: Day): number => Number.parseInt(value.slice(0, 4), 10);

const monthOf = (value: Day): number => Number.parseInt(value.slice(5, 7), 10);

/** The period, counted from 1, in which a day of the calendar's year lies. */
export function periodOf(calendar: Calendar, value: Day): number {
  return Math.ceil((monthOf(value) * calendar.count) / 12);
}

/** First day of a period, 1…count. */
export function firstDay(calendar: Calendar, period: number): Day {
  return `${pad(calendar.year, 4)}-${pad(((period - 1) * 12) / calendar.count + 1, 2)}-01` as Day;
}

/** Last day of a period, 1…count. */
export function lastDay(calendar: Calendar, period: number): Day {
  const month = (period * 12) / calendar.count;
  return `${pad(calendar.year, 4)}-${pad(month, 2)}-${pad(monthLength(calendar.year, month), 2)}` as Day;
}

/** The same day of the month so many months later, or the month's last day where it has none. Refuses (throws) a day after 2199. */
export function monthsLater(value: Day, months: number): Day {
  const counted = yearOf(value) * 12 + monthOf(value) - 1 + months;
  const year = Math.trunc(counted / 12);
  const month = (counted % 12) + 1;
  const dayOfMonth = Math.min(Number.parseInt(value.slice(8), 10), monthLength(year, month));
  const day = dayOf(year, month, dayOfMonth);
  if (day === undefined)
    throw new RangeError(`not a day of the years 1900–2199: ${value} + ${months} months`);
  return day;
}

export const yearStart = (year: number): Day => `${pad(year, 4)}-01-01` as Day;
export const yearEnd = (year: number): Day => `${pad(year, 4)}-12-31` as Day;

/** 1…count, for walking the periods of a year in order. */
export function periods(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
