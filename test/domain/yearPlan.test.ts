/** The year's calendar (reading G28): planned back from the filing days, notice never cut short. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkday, countWorkdays } from '../../src/domain/calendar/workdays.ts';
import { type Lengths, planYear } from '../../src/domain/calendar/yearPlan.ts';
import { lintPolicy } from '../../src/domain/policy/lint.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { workCalendar } from '../../src/service/views/workCalendar.ts';
import { replaced } from '../policy/finance.ts';
import { FINANCE } from './finance.ts';
import { CHINA } from './holidays.ts';

const BUREAU: Lengths = {
  application: 5,
  opinion: 3,
  assessment: 2,
  appraisalDay: 15,
  publicNotice: 5,
  registration: 1,
  grading: 3,
  filingDay: 28,
};
const quarters = (year: number, lengths = BUREAU) => planYear({ year, count: 4 }, lengths, CHINA);

describe('the bureau’s year 2026', () => {
  test('given the shipped measure, its lengths are the ones planned with', () => {
    expect({ ...FINANCE.policy.calendar, filingDay: FINANCE.policy.periods.filingDay }).toMatchObject(BUREAU);
  });

  test('the first quarter: the 15th and the 28th are weekend days', () => {
    const [first] = quarters(2026);
    expect(first?.steps.map(({ step, from, until }) => [step, from, until])).toEqual([
      ['application', '2026-03-02', '2026-03-06'],
      ['opinion', '2026-03-09', '2026-03-11'],
      ['assessment', '2026-03-12', '2026-03-13'],
      ['appraisal', '2026-03-16', '2026-03-16'],
      ['publicNotice', '2026-03-17', '2026-03-23'],
      ['registration', '2026-03-24', '2026-03-24'],
      ['filing', '2026-03-27', '2026-03-27'],
    ]);
    expect(first).toMatchObject({ spare: 2, provisional: false });
  });

  test('the public notice skips the Dragon Boat Festival, and counts a Sunday that is worked', () => {
    const [, second, third] = quarters(2026);
    expect(second?.steps[4]).toMatchObject({ from: '2026-06-16', until: '2026-06-23', days: 5 });
    expect(third?.steps[4]).toMatchObject({ from: '2026-09-16', until: '2026-09-21', days: 5 });
  });

  test('grading follows the last filing, in the last period alone', () => {
    const plans = quarters(2026);
    expect(plans.map(({ steps }) => steps.some(({ step }) => step === 'grading'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(plans[3]?.steps.at(-1)).toMatchObject({ from: '2026-12-29', until: '2026-12-31' });
  });

  test('a year whose holidays are not announced is provisional', () => {
    expect(quarters(2027).every(({ provisional }) => provisional)).toBe(true);
  });
});

test('given a month in which a long holiday follows the appraisal day, the appraisal moves forward, not the notice', () => {
  const october = planYear(
    { year: 2025, count: 12 },
    { ...BUREAU, appraisalDay: 1, filingDay: 15 },
    CHINA,
  )[9];
  expect(october?.steps[3]).toMatchObject({ step: 'appraisal', from: '2025-09-29' });
  expect(october?.steps[4]).toMatchObject({ from: '2025-09-30', until: '2025-10-13', days: 5 });
  expect(october?.spare).toBe(0);
});

test('whatever a policy says, steps are worked days in order, as long as asked, and filed by the filing day', () => {
  const length = fc.integer({ min: 1, max: 8 });
  const lengths: fc.Arbitrary<Lengths> = fc.record({
    application: length,
    opinion: length,
    assessment: length,
    appraisalDay: fc.integer({ min: 1, max: 28 }),
    publicNotice: length,
    registration: length,
    grading: length,
    filingDay: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(
      lengths,
      fc.constantFrom(1, 2, 3, 4, 6, 12),
      fc.constantFrom(2025, 2026, 2030),
      (said, count, year) => {
        for (const { period, steps, spare } of planYear({ year, count }, said, CHINA)) {
          for (const { from, until, days } of steps) {
            expect(isWorkday(CHINA, from) && isWorkday(CHINA, until)).toBe(true);
            expect(countWorkdays(CHINA, from, until)).toBe(days);
          }
          for (const [index, { from }] of steps.slice(1).entries())
            expect(from > (steps[index]?.until ?? '')).toBe(true);
          const month = String((period * 12) / count).padStart(2, '0');
          const filing = steps.find(({ step }) => step === 'filing');
          expect((filing?.from ?? '') <= `${year}-${month}-${String(said.filingDay).padStart(2, '0')}`).toBe(
            true,
          );
          expect(spare).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

describe('the calendar as data', () => {
  const errorsOf = (documents: Record<string, unknown>) =>
    lintPolicy(documents).filter(({ severity }) => severity === 'error');

  test('an appraisal too late for notice and filing is an error that says how long they take', () => {
    const [found] = errorsOf(replaced('policy/calendar/appraisalDay', 25));
    expect(found).toMatchObject({ file: 'policy.yaml', path: 'calendar.appraisalDay' });
    expect(found?.message).toBe(
      '评议之后公示、登记和上报要 7 个工作日（约 10 天），25 日评议赶不上 28 日上报，应提前',
    );
  });

  test('a length that is no whole number of days is refused where it stands', () => {
    expect(errorsOf(replaced('policy/calendar/publicNotice', 2.5))[0]).toMatchObject({
      path: 'calendar.publicNotice',
      message: '应为整数',
    });
  });

  test('a measure without a calendar is told so, and nothing is guessed', () => {
    const { calendar: _calendar, ...policy } = FINANCE.policy;
    const answer = workCalendar('试点支部', { ...FINANCE, policy }, 2026, CHINA);
    expect(isRefusal(answer) && answer.code).toBe('calendarMissing');
  });
});
