/** The year's calendar as the terminal and the paper show it: the policy's plan of a year, with its holidays (reading G28). */
import type { HolidayYear, Holidays } from '../../domain/calendar/holidays.ts';
import { type PeriodPlan, type PlannedStep, planYear, type Span } from '../../domain/calendar/yearPlan.ts';
import type { Step } from '../../domain/policy/policy.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { PolicyVersion } from './branchYear.ts';
import { shortDay } from './naming.ts';

export type WorkCalendar = {
  readonly organisation: string;
  readonly year: number;
  readonly version: PolicyVersion;
  readonly periods: readonly PeriodPlan[];
  /** Null: not announced, or not in the table; the plan then rests on weekends alone. */
  readonly holidays: HolidayYear | null;
};

/** Refuses a policy that has no calendar (calendarMissing). */
export function workCalendar(
  organisation: string,
  version: PolicyVersion,
  year: number,
  holidays: Holidays,
): WorkCalendar | Refusal {
  const { calendar, periods } = version.policy;
  if (calendar === undefined) return refuse('calendarMissing', null, { title: version.policy.title });
  const lengths = { ...calendar, filingDay: periods.filingDay };
  return {
    organisation,
    year,
    version,
    periods: planYear({ year, count: periods.count }, lengths, holidays),
    holidays: holidays.get(year) ?? null,
  };
}

/** The steps in order, each with the step of the procedure whose clause and words it stands on. */
export const PLANNED_STEPS: readonly (readonly [step: PlannedStep, name: string, procedure: Step['id']])[] = [
  ['application', '党员申请', 'application'],
  ['opinion', '签注意见', 'application'],
  ['assessment', '考核登记', 'assessment'],
  ['appraisal', '支部评议', 'appraisal'],
  ['publicNotice', '公示', 'publicNotice'],
  ['registration', '登记', 'publicNotice'],
  ['filing', '上报', 'submission'],
  ['grading', '评定格次', 'grading'],
];

/** "3月17日—3月23日", or one day alone. */
export const spanText = ({ from, until }: Pick<Span, 'from' | 'until'>): string =>
  from === until ? shortDay(from) : `${shortDay(from)}—${shortDay(until)}`;

/** What the plan of the year rests on, a sentence each. */
export function calendarNotes({ year, holidays, version, periods }: WorkCalendar): string[] {
  const { name, filingDay } = version.policy.periods;
  const provisional = periods.some((one) => one.provisional);
  const rests = holidays?.rest.map((one) => `${one.name} ${spanText(one)}`).join('；') ?? '';
  const works = holidays?.work.map(shortDay).join('、') ?? '';
  return [
    `工作日按国家公布的节假日和调休计算。从各${name}的上报日（最后一个月的 ${filingDay} 日）倒排，遇休息日提前；评议以后发生的事计入下一${name}，公示不得因赶日期而缩短。`,
    ...(holidays === null ? [] : [`放假：${rests}。调休上班：${works}。（${holidays.source}）`]),
    ...(provisional
      ? [
          `暂定：${holidays === null ? `${year} 年` : '所涉年份'}的节假日安排尚未列入 calendar/cn.yaml，有关日期按周一至周五推算，公布后请重新印发。`,
        ]
      : []),
  ];
}
