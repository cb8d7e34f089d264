/** Working days against a plain oracle: the platform's own calendar and a list of days, one by one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, dayOfNumber, weekdayOf } from '../../src/domain/calendar/dayCount.ts';
import { addWorkdays, countWorkdays, isWorkday } from '../../src/domain/calendar/workdays.ts';
import type { Day } from '../../src/domain/period.ts';
import { day } from '../cast.ts';
import { CHINA } from './holidays.ts';

const MILLISECONDS = 86_400_000;
const platformDay = (index: number) =>
  new Date(Date.UTC(1900, 0, 1) + index * MILLISECONDS).toISOString().slice(0, 10) as Day;
const LAST = (Date.UTC(2199, 11, 31) - Date.UTC(1900, 0, 1)) / MILLISECONDS;
const anyDay = fc.integer({ min: 0, max: LAST }).map(platformDay);

/** Days worked as a person would look them up: announced days off and make-up days by name, weekends else. */
function worked(value: Day): boolean {
  const year = CHINA.get(Number(value.slice(0, 4)));
  const off = year?.rest.flatMap(({ from, until }) => {
    const days: string[] = [];
    for (let at = Date.parse(from); at <= Date.parse(until); at += MILLISECONDS)
      days.push(new Date(at).toISOString().slice(0, 10));
    return days;
  });
  if (off?.includes(value) === true) return false;
  if (year?.work.includes(value) === true) return true;
  return ![0, 6].includes(new Date(value).getUTCDay());
}

describe('days as numbers', () => {
  test('every day of three centuries is numbered one after the other, and back', () => {
    const first = dayNumber(day('1900-01-01'));
    for (let index = 0; index <= LAST; index += 1) {
      const expected = platformDay(index);
      if (dayNumber(expected) !== first + index || dayOfNumber(first + index) !== expected)
        expect.fail(`${expected} has the number ${dayNumber(expected)}`);
    }
  });

  test('weekdays are the platform’s', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(weekdayOf(one)).toBe(new Date(one).getUTCDay());
      }),
    );
  });

  test('a day outside the calendar is a fault', () => {
    expect(() => addDays(day('2199-12-31'), 1)).toThrow(RangeError);
  });
});

describe('working days', () => {
  const near = fc.integer({ min: 0, max: 900 }).map((index) => addDays(day('2024-10-01'), index));

  test('each day of the known years and their neighbours is worked as announced', () => {
    for (let here = day('2024-01-01'); here <= '2027-12-31'; here = addDays(here, 1))
      if (isWorkday(CHINA, here) !== worked(here)) expect.fail(here);
  });

  test('2026 has 248 working days, 2025 too', () => {
    expect(countWorkdays(CHINA, day('2026-01-01'), day('2026-12-31'))).toBe(248);
    expect(countWorkdays(CHINA, day('2025-01-01'), day('2025-12-31'))).toBe(248);
  });

  test('counting on by working days is walking day by day', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -30, max: 30 }), (from, count) => {
        let expected = from;
        for (let left = Math.abs(count); left > 0; ) {
          const next = new Date(Date.parse(expected) + Math.sign(count) * MILLISECONDS);
          expected = next.toISOString().slice(0, 10) as Day;
          if (worked(expected)) left -= 1;
        }
        expect(addWorkdays(CHINA, from, count)).toBe(expected);
      }),
    );
  });

  test('there and back again, from a working day', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 30 }), (from, count) => {
        fc.pre(isWorkday(CHINA, from));
        const until = addWorkdays(CHINA, from, count);
        expect(addWorkdays(CHINA, until, -count)).toBe(from);
        expect(countWorkdays(CHINA, from, until)).toBe(count + 1);
      }),
    );
  });
});
