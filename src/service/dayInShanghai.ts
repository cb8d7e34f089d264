import { type Day, parseDay } from '../domain/period.ts';

const SHANGHAI_AHEAD = 8 * 60 * 60 * 1000;

/** The calendar day in Asia/Shanghai of a UTC instant; China keeps one offset all year. */
export function dayInShanghai(instant: string): Day {
  const day = parseDay(new Date(Date.parse(instant) + SHANGHAI_AHEAD).toISOString().slice(0, 10));
  if (day === undefined) throw new RangeError(`not an instant: ${instant}`);
  return day;
}
