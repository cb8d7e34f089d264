/** 工作日历 as a page: a line a period, a column a step, as on its paper. */
import type { CalendarPage } from '../../contract/calendar.ts';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { BranchYear } from './branchYear.ts';
import { periodName } from './naming.ts';
import { calendarNotes, PLANNED_STEPS, spanText, workCalendar } from './workCalendar.ts';
import { yearHead } from './yearHead.ts';

export function calendarPage(
  branch: BranchYear,
  organisationId: string,
  holidays: Holidays,
): CalendarPage | Refusal {
  const { organisation, version, year } = branch;
  const calendar = workCalendar(organisation, version, year, holidays);
  if (isRefusal(calendar)) return calendar;
  return {
    head: yearHead(branch, organisationId),
    steps: PLANNED_STEPS.map(([id, name, procedure]) => ({
      id,
      name,
      clause: version.policy.procedure.find((step) => step.id === procedure)?.clause ?? '',
    })),
    periods: calendar.periods.map(({ period, steps, spare, provisional }) => ({
      id: String(period),
      name: periodName(version.policy, period),
      spans: Object.fromEntries(steps.map((span) => [span.step, { text: spanText(span), days: span.days }])),
      spare,
      provisional,
    })),
    notes: calendarNotes(calendar),
  };
}
