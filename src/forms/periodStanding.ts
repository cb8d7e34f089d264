/**
 * Where a member stands in one period, as the period's summary counts and explains it: year-files.md "Roster", by the first
 * day of the period. Agrees with `countedPeriods`, which alone decides whether the period counts.
 */
import type { Member, MemberType } from '../domain/member/member.ts';
import { type Calendar, firstDay } from '../domain/period.ts';

export type PeriodStanding = {
  /** What the member is on the period's first day: one not yet turned full is still probationary. */
  readonly type: MemberType;
  readonly state: 'counted' | 'elsewhere' | 'notYetJoined' | 'left' | 'exempt' | 'notYetFull' | 'notExamined';
};

export function periodStanding(
  member: Member,
  calendar: Calendar,
  period: number,
  counted: readonly number[],
): PeriodStanding {
  const first = firstDay(calendar, period);
  const turning = member.type === 'full' && member.fullOn !== null && member.fullOn > first;
  const type: MemberType = turning ? 'probationary' : member.type;
  if (counted.includes(period)) return { type, state: member.joinedOn > first ? 'elsewhere' : 'counted' };
  if (member.leftOn !== null && member.leftOn <= first) return { type, state: 'left' };
  if (member.joinedOn > first) return { type, state: 'notYetJoined' };
  if (turning) return { type, state: 'notYetFull' };
  return { type, state: member.type === 'applicant' ? 'notExamined' : 'exempt' };
}

/** The period's control figures (forms.md): 应参加 = 实参加 + 免予; the others stand beside. */
export type PeriodFigures = {
  readonly expected: number;
  readonly participating: number;
  readonly exempt: number;
  readonly probationary: number;
  readonly applicants: number;
};

/** elsewhere: the period counts by the transcript of the branch the member was in (G22). */
const ABSENT: ReadonlySet<PeriodStanding['state']> = new Set(['left', 'notYetJoined', 'elsewhere']);

/** Only those in the branch on the period's first day are counted. */
export function periodFigures(standings: readonly PeriodStanding[]): PeriodFigures {
  const present = standings.filter(({ state }) => !ABSENT.has(state));
  const of = (wanted: MemberType) => present.filter(({ type }) => type === wanted);
  const full = of('full');
  const exempt = full.filter(({ state }) => state === 'exempt').length;
  return {
    expected: full.length,
    participating: full.length - exempt,
    exempt,
    probationary: of('probationary').length,
    applicants: of('applicant').length,
  };
}
