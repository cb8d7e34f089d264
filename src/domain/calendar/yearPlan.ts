/**
 * The year's calendar (reading G28): each period planned back from its filing day, so that application, opinion, assessment,
 * appraisal, public notice and registration all have their working days. Lengths and days are the policy's data.
 */
import { type Calendar, type Day, dayOf, lastDay, periods, yearOf } from '../period.ts';
import type { Holidays } from './holidays.ts';
import { addWorkdays, countWorkdays, workdayFrom, workdayUntil } from './workdays.ts';

/** Working days of each step; `appraisalDay` and `filingDay` are days of a period's last month. */
export type Lengths = {
  readonly application: number;
  readonly opinion: number;
  readonly assessment: number;
  readonly appraisalDay: number;
  readonly publicNotice: number;
  readonly registration: number;
  readonly grading: number;
  readonly filingDay: number;
};

export type PlannedStep =
  | 'application'
  | 'opinion'
  | 'assessment'
  | 'appraisal'
  | 'publicNotice'
  | 'registration'
  | 'filing'
  | 'grading';

/** Both days included; `days` are working days. */
export type Span = {
  readonly step: PlannedStep;
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
};

export type PeriodPlan = {
  readonly period: number;
  /** In order of time; grading in the last period alone. */
  readonly steps: readonly Span[];
  /** Working days left between registration and filing, for objections. */
  readonly spare: number;
  /** A day of it lies in a year whose holidays are not known yet (暂定). */
  readonly provisional: boolean;
};

export function planYear(calendar: Calendar, lengths: Lengths, holidays: Holidays): PeriodPlan[] {
  return periods(calendar.count).map((period) => planPeriod(calendar, period, lengths, holidays));
}

function planPeriod(calendar: Calendar, period: number, lengths: Lengths, holidays: Holidays): PeriodPlan {
  const month = lastDay(calendar, period);
  const filing = workdayUntil(holidays, inMonth(month, lengths.filingDay));
  const after = lengths.publicNotice + lengths.registration;
  // The notice is never cut short: where holidays leave no room after the wanted day, the appraisal moves forward.
  const latest = addWorkdays(holidays, filing, -(after + 1));
  const wanted = workdayFrom(holidays, inMonth(month, lengths.appraisalDay));
  const appraisal = wanted < latest ? wanted : latest;
  const span = (step: PlannedStep, first: number, days: number, start = appraisal): Span => ({
    step,
    from: addWorkdays(holidays, start, first),
    until: addWorkdays(holidays, start, first + days - 1),
    days,
  });
  const { application, opinion, assessment, publicNotice, registration, grading } = lengths;
  const steps = [
    span('application', -(application + opinion + assessment), application),
    span('opinion', -(opinion + assessment), opinion),
    span('assessment', -assessment, assessment),
    span('appraisal', 0, 1),
    span('publicNotice', 1, publicNotice),
    span('registration', publicNotice + 1, registration),
    span('filing', 0, 1, filing),
    ...(period === calendar.count ? [span('grading', 1, grading, filing)] : []),
  ];
  return {
    period,
    steps,
    spare: countWorkdays(holidays, addWorkdays(holidays, appraisal, after), filing) - 2,
    provisional: steps.some(({ from, until }) => !holidays.has(yearOf(from)) || !holidays.has(yearOf(until))),
  };
}

/** That day of the month in which `day` lies; the last of a month is past every day a policy may name. */
function inMonth(day: Day, dayOfMonth: number): Day {
  return dayOf(yearOf(day), Number.parseInt(day.slice(5, 7), 10), dayOfMonth) ?? day;
}
