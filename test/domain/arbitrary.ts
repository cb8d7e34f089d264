// Random members and years, with a liking for what is hard: shared incidents, equal amounts, edges of quarters, ties.
import fc from 'fast-check';
import type { Member } from '../../src/domain/member/member.ts';
import { type Day, dayOf, firstDay, periodOf, yearEnd } from '../../src/domain/period.ts';
import { type Points, points } from '../../src/domain/points.ts';
import type { Entry } from '../../src/domain/policy/line.ts';
import type { MemberYear } from '../../src/domain/year/evaluate.ts';
import { FINANCE } from './finance.ts';

export const YEAR = 2026;
const calendar = { year: YEAR, count: 4 };

const edges = [...[1, 2, 3, 4].map((quarter) => firstDay(calendar, quarter)), yearEnd(YEAR)];
const dayInYear = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => dayOf(YEAR, month, day) as Day);
const aDay = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...edges) },
  { weight: 2, arbitrary: dayInYear },
);
const earlier = fc.constant('2015-07-01' as Day);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight, arbitrary });

const member: fc.Arbitrary<Member> = fc
  .record({
    type: fc.constantFrom(
      'full' as const,
      'full' as const,
      'full' as const,
      'probationary' as const,
      'applicant' as const,
    ),
    joinedOn: fc.oneof({ weight: 4, arbitrary: earlier }, { weight: 1, arbitrary: aDay }),
    leftOn: maybe(fc.oneof(aDay, fc.constant('2027-01-01' as Day))),
    fullOn: maybe(aDay),
    exemption: maybe(fc.tuple(aDay, maybe(aDay, 4))),
    examPassedOn: fc.oneof(fc.constant(null), earlier, aDay),
  })
  .map(({ exemption, ...rest }) => {
    if (exemption === null) return { ...rest, exemption };
    const [from, until] = exemption;
    return { ...rest, exemption: { from, until: until !== null && until < from ? from : until } };
  });

const { items, grounds } = FINANCE.policy;

const entry: fc.Arbitrary<Entry> = fc
  .record({
    item: fc.constantFrom(...items, ...items.filter(({ group }) => group === 'task' || group === 'bonus')),
    day: aDay,
    later: fc.integer({ min: 0, max: 3 }),
    share: fc.integer({ min: 1, max: 12 }),
    key: fc.constantFrom('甲', '乙', undefined),
  })
  .map(({ item, day, later, share, key }) => ({
    id: '',
    item: item.id,
    day,
    period: Math.min(4, periodOf(calendar, day) + (later === 3 ? 1 : 0)),
    amount: item.amount ?? points(Math.ceil((item.most * share) / 12)),
    ...(item.kind === 'base' ? { incident: key } : item.kind === 'bonus' ? { achievement: key } : {}),
  }));

export const entries: fc.Arbitrary<Entry[]> = fc
  .array(entry, { maxLength: 25, size: 'max' })
  .map((list) => list.map((one, index) => ({ ...one, id: String(index) })));

/** All four quarters' tasks done to the same even part: makes equal scores likely and high ones common. */
const tasks: fc.Arbitrary<Entry[]> = fc.constantFrom(0, 1000, 1250, 1300, 1500).map((amount) =>
  [1, 2, 3, 4].map((quarter) => ({
    id: `t${quarter}`,
    item: 'task',
    day: firstDay(calendar, quarter),
    period: quarter,
    amount: amount as Points,
  })),
);

export const memberYear: fc.Arbitrary<MemberYear> = fc
  .record({
    member,
    some: fc.oneof({ weight: 2, arbitrary: entries }, { weight: 1, arbitrary: fc.constant([]) }),
    tasks,
    grounds: fc.oneof(
      { weight: 6, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...grounds.map(({ id }) => id)), { maxLength: 3 }) },
    ),
  })
  .map(({ some, tasks: plan, ...rest }) => ({ ...rest, entries: [...some, ...plan] }));
