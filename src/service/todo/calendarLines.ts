/** What the year's calendar says (G28): the round that should have begun, and what comes next for whoever has nothing to do. */
import { can } from '../../domain/access.ts';
import type { PersonActor } from '../../domain/access/actor.ts';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import { type PlannedStep, planYear, type Span } from '../../domain/calendar/yearPlan.ts';
import type { OfficeKind } from '../../domain/office/office.ts';
import { type Day, periodOf as periodAt, periods, yearOf } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { DUTIES } from '../../domain/todo/duties.ts';
import { PLANNED_STEPS } from '../views/workCalendar.ts';
import type { Line, Today } from './line.ts';
import type { Place } from './places.ts';
import type { KnownPolicies } from './policies.ts';
import { periodOf } from './roundLines.ts';
import { type Begun, begunKey } from './rounds.ts';

function plansOf(policy: Policy | undefined, year: number, holidays: Holidays) {
  if (policy?.calendar === undefined) return [];
  const lengths = { ...policy.calendar, filingDay: policy.periods.filingDay };
  return planYear({ year, count: policy.periods.count }, lengths, holidays);
}

/** Rounds whose applications should have begun: this period's, and the one before where an earlier one was held. */
export function openingLines(
  actor: PersonActor,
  places: readonly Place[],
  policies: KnownPolicies,
  begun: Begun,
  { today, holidays }: Today,
): Line[] {
  const year = yearOf(today);
  return places.flatMap((place) => {
    const { organisationId, name } = place.organisation;
    const policy = policies(organisationId, year);
    if (policy === undefined || can(actor, 'openRound', place.base) !== true) return [];
    const now = periodAt({ year, count: policy.periods.count }, today);
    const isMissed = (period: number) =>
      period === now - 1 && periods(period - 1).some((one) => begun.has(begunKey(organisationId, year, one)));
    return plansOf(policy, year, holidays)
      .filter(({ period }) => period === now || isMissed(period))
      .filter(({ period }) => !begun.has(begunKey(organisationId, year, period)))
      .flatMap(({ period, steps }): Line[] => {
        const application = steps.find(({ step }) => step === 'application');
        if (application === undefined || today < application.from) return [];
        return [
          {
            what: 'openRound',
            does: DUTIES.openRound.does,
            organisation: { id: organisationId, name },
            period: periodOf(policies, { organisation: organisationId, year, period }),
            says: '党员申请从这一天起',
            count: 1,
            due: application.from,
            clause: DUTIES.openRound.clause,
            instead: '',
            address: `/branch/${organisationId}/${year}/rounds/${period}`,
          },
        ];
      });
  });
}

export type Next = {
  readonly organisation: Line['organisation'];
  readonly period: string;
  readonly does: string;
  readonly from: Day;
  readonly until: Day;
};

/** Whose step it is. */
const STEP_OF: Readonly<Partial<Record<PlannedStep, readonly OfficeKind[]>>> = {
  application: ['member'],
  opinion: ['leaderInCharge'],
  assessment: ['scorekeeper'],
  appraisal: ['secretary', 'deputySecretary', 'committeeMember'],
  publicNotice: ['scorekeeper', 'secretary', 'checker'],
  registration: ['scorekeeper'],
  filing: ['scorekeeper', 'committeeOfficer'],
};

type Branch = { readonly id: string; readonly name: string; readonly offices: ReadonlySet<OfficeKind> };

/** In each organisation the next step that is the reader's by the plan, the soonest first; the same of several is one line. */
export function nextSteps(
  branches: readonly Branch[],
  policies: KnownPolicies,
  { today, holidays }: Today,
): Next[] {
  const year = yearOf(today);
  const found = branches.flatMap(({ id, name, offices }): Next[] => {
    const steps = plansOf(policies(id, year), year, holidays).flatMap(({ period, steps: all }) =>
      all.map((span) => ({ period, span })),
    );
    const next = steps
      .filter(({ span }) => span.from > today && isOf(span, offices))
      .toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1))[0];
    if (next === undefined) return [];
    const { step, from, until } = next.span;
    const does = PLANNED_STEPS.find(([id]) => id === step)?.[1] ?? '';
    const period = periodOf(policies, { organisation: id, year, period: next.period });
    return [{ organisation: { id, name }, period, does, from, until }];
  });
  const alike = Map.groupBy(found, ({ period, does, from }) => `${from} ${does} ${period}`);
  const lines = [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    return { ...first, organisation: { id: '', name: `${others.length + 1} 个支部` } };
  });
  return lines.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const isOf = ({ step }: Span, offices: ReadonlySet<OfficeKind>): boolean =>
  (STEP_OF[step] ?? []).some((office) => offices.has(office));
