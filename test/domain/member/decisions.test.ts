// What may be decided of a member's standing, what follows, and what is refused: 发展党员工作细则, readings G23 and G24.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  openDecisions,
  type Probation,
  probationEnd,
  type StandingDecision,
  standingAfter,
} from '../../../src/domain/member/decisions.ts';
import { asOfYear, belongsTo } from '../../../src/domain/member/inYear.ts';
import type { Member, MemberType } from '../../../src/domain/member/member.ts';
import { type Day, monthsLater } from '../../../src/domain/period.ts';
import { points } from '../../../src/domain/points.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';

const day = (text: string) => text as Day;
const TODAY = day('2027-12-31');

const member = (type: MemberType, more: Partial<Member> = {}): Member => ({
  type,
  joinedOn: day('2025-03-01'),
  leftOn: null,
  fullOn: null,
  exemption: null,
  examPassedOn: null,
  ...more,
});
const 预备党员 = member('probationary');
const 积极分子 = member('applicant');
const 正式党员 = member('full');
const 三月一日起: Probation = { admittedOn: day('2025-03-01'), extendedUntil: null };
const 已延长: Probation = { ...三月一日起, extendedUntil: day('2026-09-01') };
const UNKNOWN: Probation = { admittedOn: null, extendedUntil: null };

const on = (kind: Exclude<StandingDecision['kind'], 'examTaken' | 'probationExtended'>, text: string) =>
  ({ kind, on: day(text) }) as StandingDecision;
const extended = (until: string, met = '2026-02-20') =>
  ({ kind: 'probationExtended', on: day(met), until: day(until) }) as const;
const exam = (mark: number, text = '2026-05-06') =>
  ({ kind: 'examTaken', on: day(text), mark: points(mark), passMark: points(6000) }) as const;

describe('what follows', () => {
  it.each<[string, Member, Probation, StandingDecision, Partial<Member>]>([
    [
      '期满转正',
      预备党员,
      三月一日起,
      on('turnedFull', '2026-03-01'),
      { type: 'full', fullOn: day('2026-03-01') },
    ],
    [
      '延长期满转正',
      预备党员,
      已延长,
      on('turnedFull', '2026-09-01'),
      { type: 'full', fullOn: day('2026-09-01') },
    ],
    ['延长半年', 预备党员, 三月一日起, extended('2026-09-01'), 预备党员],
    ['延长一年', 预备党员, 三月一日起, extended('2027-03-01'), 预备党员],
    ['取消资格', 预备党员, UNKNOWN, on('probationCancelled', '2026-01-05'), { leftOn: day('2026-01-05') }],
    ['考试合格', 积极分子, UNKNOWN, exam(6000), { examPassedOn: day('2026-05-06') }],
    ['考试不合格', 积极分子, UNKNOWN, exam(5950), { examPassedOn: null }],
    ['接收为预备党员', 积极分子, UNKNOWN, on('admitted', '2026-07-01'), { type: 'probationary' }],
    ['离开', 正式党员, UNKNOWN, on('left', '2026-04-10'), { leftOn: day('2026-04-10') }],
  ])('%s', (_what, who, probation, decision, after) => {
    expect(standingAfter(who, probation, decision, TODAY)).toEqual({ ...who, ...after });
  });
});

describe('what is refused', () => {
  it.each<[string, Member, Probation, StandingDecision]>([
    ['probationNotOver', 预备党员, 三月一日起, on('turnedFull', '2026-02-28')],
    ['probationNotOver', 预备党员, 已延长, on('turnedFull', '2026-08-31')],
    ['probationUnknown', 预备党员, UNKNOWN, on('turnedFull', '2026-08-31')],
    ['probationUnknown', 预备党员, UNKNOWN, extended('2026-09-01')],
    ['extendedAlready', 预备党员, 已延长, extended('2027-03-01')],
    ['extensionOutOfRange', 预备党员, 三月一日起, extended('2026-08-31')],
    ['extensionOutOfRange', 预备党员, 三月一日起, extended('2027-03-02')],
    ['notProbationary', 正式党员, UNKNOWN, on('turnedFull', '2026-03-01')],
    ['notProbationary', 积极分子, UNKNOWN, on('probationCancelled', '2026-03-02')],
    ['notProbationary', 正式党员, UNKNOWN, extended('2026-09-01')],
    ['notApplicant', 预备党员, 三月一日起, exam(9000)],
    ['notApplicant', 正式党员, UNKNOWN, on('admitted', '2026-03-02')],
    ['examPassed', member('applicant', { examPassedOn: day('2025-06-01') }), UNKNOWN, exam(9000)],
    ['beforeJoining', 积极分子, UNKNOWN, exam(9000, '2025-02-28')],
    ['beforeJoining', 正式党员, UNKNOWN, on('left', '2025-03-01')],
    ['dayAhead', 正式党员, UNKNOWN, on('left', '2028-01-01')],
    ['alreadyLeft', member('full', { leftOn: day('2026-01-01') }), UNKNOWN, on('left', '2026-02-01')],
  ])('%s', (code, who, probation, decision) => {
    expect(standingAfter(who, probation, decision, TODAY)).toMatchObject({ code });
  });
});

test('a probation that began on a leap day is over on the last day of the next February', () => {
  expect(probationEnd({ admittedOn: day('2024-02-29'), extendedUntil: null })).toBe('2025-02-28');
  expect(monthsLater(day('2025-08-31'), 6)).toBe('2026-02-28');
});

const anyDay = fc
  .tuple(
    fc.integer({ min: 2025, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, of]) =>
    day(`${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`),
  );
const anyDecision: fc.Arbitrary<StandingDecision> = fc.oneof(
  fc
    .constantFrom('admitted' as const, 'turnedFull' as const, 'probationCancelled' as const, 'left' as const)
    .chain((kind) => anyDay.map((it): StandingDecision => ({ kind, on: it }))),
  fc.tuple(anyDay, anyDay).map(([it, until]) => ({ kind: 'probationExtended' as const, on: it, until })),
  fc.tuple(anyDay, fc.integer({ min: 0, max: 10_000 })).map(([it, mark]) => ({
    kind: 'examTaken' as const,
    on: it,
    mark: points(mark),
    passMark: points(6000),
  })),
);

/** The decisions one after another, those refused left out. */
function lived(start: Member, decisions: readonly StandingDecision[]) {
  let [now, probation] = [start, { admittedOn: day('2025-03-01'), extendedUntil: null } as Probation];
  const taken: StandingDecision[] = [];
  const stages: Member[] = [start];
  for (const decision of decisions) {
    const open = openDecisions(now, probation);
    const after = standingAfter(now, probation, decision, TODAY);
    if (isRefusal(after)) continue;
    expect(open).toContain(decision.kind);
    if (decision.kind === 'probationExtended') probation = { ...probation, extendedUntil: decision.until };
    if (decision.kind === 'admitted') probation = { admittedOn: decision.on, extendedUntil: null };
    now = after;
    taken.push(decision);
    stages.push(now);
  }
  return { taken, stages };
}

const RANK: Readonly<Record<MemberType, number>> = { applicant: 0, probationary: 1, full: 2 };

test('whatever is decided in whatever order: nobody goes back, nothing follows on leaving, one extension, one passed exam', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(预备党员, 积极分子, 正式党员),
      fc.array(anyDecision, { maxLength: 12 }),
      (start, decisions) => {
        const { taken, stages } = lived(start, decisions);
        for (const [index, stage] of stages.slice(1).entries()) {
          const before = stages[index] as Member;
          expect(before.leftOn).toBeNull();
          expect(RANK[stage.type]).toBeGreaterThanOrEqual(RANK[before.type]);
          if (before.examPassedOn !== null) expect(stage.examPassedOn).toBe(before.examPassedOn);
          if (before.fullOn !== null) expect(stage.fullOn).toBe(before.fullOn);
        }
        expect(taken.filter(({ kind }) => kind === 'probationExtended').length).toBeLessThanOrEqual(1);
        expect(taken.filter(({ kind }) => kind === 'turnedFull').length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a year sees whoever turned full later as probationary, and nobody who joined later or left before', () => {
  const later = member('full', { fullOn: day('2027-03-01') });
  expect(asOfYear(later, 2026)).toMatchObject({ type: 'probationary', fullOn: null });
  expect(asOfYear(later, 2027)).toBe(later);
  expect([2024, 2025, 2026].map((year) => belongsTo(预备党员, year))).toEqual([false, true, true]);
  expect(belongsTo(member('full', { leftOn: day('2026-01-01') }), 2026)).toBe(false);
});
