/** A day as somebody typed it. */
import { type Day, parseDay } from '../domain/period.ts';
import { refuse } from '../domain/refusal.ts';
import { thrown } from './problem.ts';

/** Refuses what is no day of the calendar, in words (badDay). */
export function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw thrown(refuse('badDay', null, { day: text }));
  return day;
}

/** Nothing typed: null. */
export const dayOrNull = (text: string | null): Day | null =>
  text === null || text === '' ? null : dayIn(text);
