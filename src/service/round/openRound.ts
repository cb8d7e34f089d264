/** Begins a period's round (An1.3): whom it is about, and its days as the year's calendar plans them. */
import { planYear, type PlannedStep } from '../../domain/calendar/yearPlan.ts';
import { exemptWithin, type Member } from '../../domain/member/member.ts';
import { type Calendar, firstDay, lastDay } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { REGISTER } from '../../domain/fact.ts';
import { foldRegister } from '../fold.ts';
import type { Decision, Making } from '../step.ts';
import { inRound, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';

export type OpenRound = Here & { readonly type: 'openRound' };

const STANDING = ['memberRegistered', 'memberAmended'];

type Everybody = ReadonlyMap<string, Member>;

/** Refuses a period that has not begun (periodNotBegun), one whose round is open (roundOpen), and a round about nobody (roundEmpty). */
export const openRoundStep = roundStep<OpenRound, Everybody>({
  ability: 'openRound',
  about: () => [],
  reads: 'all',
  more: async (tx, { organisationId }) =>
    new Map(
      [...foldRegister(await tx.factsOfTypes(organisationId, REGISTER, STANDING))].map(
        ([personId, { member }]) => [personId, member],
      ),
    ),
  decide,
});

function decide(
  command: OpenRound,
  { policy, round }: RoundState,
  everybody: Everybody,
  making: Making,
): Decision | Refusal {
  const { year, period } = command;
  const calendar = { year, count: policy.periods.count };
  if (period > calendar.count) return refuse('periodUnknown', '3.1', { period, last: calendar.count });
  if (round.opened !== null) return refuse('roundOpen', 'An1.3', { period });
  if (making.today < firstDay(calendar, period))
    return refuse('periodNotBegun', '3.1', { from: firstDay(calendar, period) });
  const people = [...everybody]
    .filter(([, member]) => takesPart(member, calendar, period))
    .map(([personId]) => personId);
  if (people.length === 0) return refuse('roundEmpty', 'An1.3', {});
  const days = plannedDays(policy, calendar, period, making);
  if (days === undefined) return refuse('calendarMissing', '3.3.2', { title: policy.title });
  const opened = { type: 'roundOpened', v: 1, period, people: people.toSorted(), ...days } as const;
  return { facts: [inRound(command, opened)], outcome: { period, people: people.length, ...days } };
}

/** Members of the branch in that period who are not exempt in it; an applicant only after the exam (G24). */
function takesPart(member: Member, calendar: Calendar, period: number): boolean {
  const [first, last] = [firstDay(calendar, period), lastDay(calendar, period)];
  if (member.joinedOn > last || (member.leftOn !== null && member.leftOn <= first)) return false;
  if (member.type === 'applicant' && (member.examPassedOn === null || member.examPassedOn > last))
    return false;
  return !exemptWithin(member, first, last);
}

function plannedDays(policy: Policy, calendar: Calendar, period: number, { holidays }: Making) {
  if (policy.calendar === undefined) return undefined;
  const lengths = { ...policy.calendar, filingDay: policy.periods.filingDay };
  const steps = planYear(calendar, lengths, holidays)[period - 1]?.steps ?? [];
  const until = (wanted: PlannedStep) =>
    steps.find(({ step }) => step === wanted)?.until ?? lastDay(calendar, period);
  return {
    applyUntil: until('application'),
    opinionUntil: until('opinion'),
    appraisalOn: until('appraisal'),
    filingOn: until('filing'),
  };
}
