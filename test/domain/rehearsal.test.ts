/** A draft run over a year (预演): against itself nothing changes; every change is told, added up and explained. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { points, type Points } from '../../src/domain/points.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { scoringOf } from '../../src/domain/policy/scoring.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { evaluateYear, type MemberYear } from '../../src/domain/year/evaluate.ts';
import { type Rehearsal, rehearse } from '../../src/domain/year/rehearsal.ts';
import { readPolicy } from '../../src/store/policyFolder.ts';
import { entry, entryOf, member, pts, task } from '../cast.ts';
import { memberYear, YEAR } from './arbitrary.ts';
import { FINANCE } from './finance.ts';

const { policy } = FINANCE;
const MONTHLY = await readPolicy('test/policy/fixtures/monthly');
if ('problems' in MONTHLY) throw new Error(JSON.stringify(MONTHLY.problems));

function rehearsed(draft: Policy, members: readonly MemberYear[]): Rehearsal {
  const answer = rehearse(policy, draft, YEAR, members);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

const withItem = (id: string, change: Partial<Policy['items'][number]>): Policy => ({
  ...policy,
  items: policy.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
});
const without = (id: string): Policy => ({ ...policy, items: policy.items.filter((item) => item.id !== id) });

/** All tasks done to `each` points a quarter, and whatever else is said. */
const year = (each: string, more: MemberYear['entries'] = [], grounds: string[] = []): MemberYear => ({
  member: member(),
  entries: [...[1, 2, 3, 4].map((quarter) => task(quarter, each)), ...more],
  grounds,
});

describe('the draft is the policy of the books', () => {
  test('nothing changes, whatever the year', () => {
    fc.assert(
      fc.property(fc.array(memberYear, { maxLength: 12 }), (members) => {
        const { members: changed, totals, counts } = rehearsed(structuredClone(policy), members);
        expect(changed).toEqual([]);
        expect(totals.after).toEqual(totals.before);
        expect(Object.values(counts).every((count) => count === 0)).toBe(true);
      }),
    );
  });
});

describe('the draft changes one thing', () => {
  test('a fixed amount: the entry takes the draft’s, and one who did not have it changes in rank alone', () => {
    const 李梅 = year('14', [entryOf(policy, '3.4.1-4')]);
    const 王强 = year('14.25');
    const { members } = rehearsed(withItem('3.4.1-4', { amount: pts('0.5'), most: pts('0.5') }), [
      李梅,
      王强,
    ]);
    expect(members).toMatchObject([
      {
        index: 0,
        touched: ['points', 'rank', 'top', 'eligible'],
        figures: [{ period: 1, kind: 'bonus', before: pts('2'), after: pts('0.5') }],
        adjustments: [{ how: 'repriced', item: '3.4.1-4', after: pts('0.5') }],
        before: { rank: 1, top: true },
        after: { rank: 2, top: false },
      },
      { index: 1, touched: ['rank', 'top', 'eligible'], figures: [], adjustments: [] },
    ]);
  });

  test('an item it lacks: the entry is named and left out', () => {
    const 赵敏 = year('15', [entryOf(policy, '3.4.2-4', { day: '2026-04-05' })]);
    const { members } = rehearsed(without('3.4.2-4'), [赵敏]);
    expect(members).toMatchObject([
      {
        figures: [{ period: 2, kind: 'base', before: pts('2.5'), after: pts('7.5') }],
        adjustments: [{ how: 'leftOut', item: '3.4.2-4', after: null, entry: { day: '2026-04-05' } }],
      },
    ]);
  });

  test('a lower limit: discretionary deductions are held to it, smaller ones stay', () => {
    const 陈志远 = year('15', [
      entry({ item: 'A2.5-x', amount: '2', day: '2026-02-01' }),
      entry({ item: 'A2.5-x', amount: '1', day: '2026-02-02' }),
    ]);
    const { members } = rehearsed(withItem('A2.5-x', { most: pts('1') }), [陈志远]);
    expect(members[0]?.adjustments).toMatchObject([
      { how: 'cut', entry: { day: '2026-02-01', amount: pts('2') }, after: pts('1') },
    ]);
    expect(members[0]?.figures).toMatchObject([{ before: pts('4.5'), after: pts('5.5') }]);
  });

  test('a ground it lacks: named; the member is graded by points and takes a place', () => {
    const draft = { ...policy, grounds: policy.grounds.filter(({ id }) => id !== '3.4.3-2') };
    const { members, totals } = rehearsed(draft, [year('15', [], ['3.4.3-2']), year('14')]);
    expect(members[0]).toMatchObject({
      adjustments: [{ how: 'leftOut', item: '3.4.3-2', entry: null }],
      before: { grade: 'unqualified', rank: null, top: false },
      after: { grade: 'excellent', rank: 1, top: true },
    });
    expect(members[0]?.touched).toContain('standing');
    expect([totals.before.unranked, totals.after.unranked]).toEqual([1, 0]);
  });

  test('ties at the edge excluded: those who shared the last place are outside, and known to be tied', () => {
    const draft: Policy = { ...policy, topShare: { ...policy.topShare, ties: 'excluded' } };
    const { members, totals, counts } = rehearsed(draft, [year('15'), year('15'), year('14')]);
    expect(members.map(({ index, after }) => [index, after.top, after.tie])).toEqual([
      [0, false, true],
      [1, false, true],
    ]);
    expect(totals).toMatchObject({
      before: { places: 1, inside: 2, tied: 2 },
      after: { inside: 0, tied: 2 },
    });
    expect(counts).toMatchObject({ points: 0, rank: 0, top: 2, eligible: 2 });
  });

  test('newly tied at the edge and still outside: told, for the meeting must know of the tie', () => {
    const draft: Policy = { ...policy, topShare: { ...policy.topShare, percent: 50, ties: 'excluded' } };
    const { members } = rehearsed(draft, [year('15'), year('14'), year('14'), year('13')]);
    expect(members.map(({ index, touched, after }) => [index, touched, after.top, after.tie])).toEqual([
      [1, ['top'], false, true],
      [2, ['top'], false, true],
    ]);
  });

  test('the number of periods: refused, with both numbers', () => {
    expect(rehearse(policy, MONTHLY.policy, YEAR, [])).toMatchObject({
      code: 'rehearsalPeriods',
      params: { booked: 4, draft: 12 },
    });
  });
});

/** A draft in which amounts, limits, floors and the top share may all be different. */
const drafts: fc.Arbitrary<Policy> = fc
  .record({
    share: fc.integer({ min: 1, max: 30 }),
    gone: fc.constantFrom(...policy.items.map(({ id }) => id), 'none'),
    percent: fc.integer({ min: 1, max: 100 }),
    floor: fc.constantFrom('year' as const, 'period' as const),
    ties: fc.constantFrom('inside' as const, 'excluded' as const),
  })
  .map(({ share, gone, percent, floor, ties }) => ({
    ...policy,
    topShare: { ...policy.topShare, percent, ties },
    kinds: policy.kinds.map((kind) => (kind.mechanism === 'pool' ? { ...kind, floor } : kind)),
    items: policy.items
      .filter(({ id }) => id !== gone)
      .map((item) => ({
        ...item,
        amount: item.amount === null ? null : points(Math.ceil((item.amount * share) / 10)),
        most: points(Math.ceil((item.most * share) / 10)),
      })),
  }));

test('both sides are the plain reckoning, and the changes told add up to the difference of the totals', () => {
  fc.assert(
    fc.property(drafts, fc.array(memberYear, { maxLength: 10 }), (draft, members) => {
      const { members: changed, totals } = rehearsed(draft, members);
      const redrafted = members.map((one) => ({
        ...one,
        entries: one.entries.flatMap((each) => {
          const item = draft.items.find(({ id }) => id === each.item);
          if (item === undefined) return [];
          const amount = item.amount ?? (Math.min(item.most, each.amount) as Points);
          return [{ ...each, amount }];
        }),
      }));
      const before = evaluateYear(scoringOf(policy), YEAR, members);
      const after = evaluateYear(scoringOf(draft), YEAR, redrafted);
      for (const [index] of members.entries()) {
        const told = changed.find((one) => one.index === index);
        const [old, now] = [before.members[index], after.members[index]];
        if (told === undefined) expect({ ...now, score: null }).toEqual({ ...old, score: null });
        else expect([told.before, told.after]).toEqual([old, now]);
      }
      for (const { id } of policy.kinds) {
        const figures = changed.flatMap((one) => one.figures).filter(({ kind }) => kind === id);
        const sum = figures.reduce((all, one) => all + one.after - one.before, 0);
        expect((totals.after.points[id] ?? 0) - (totals.before.points[id] ?? 0)).toBe(sum);
      }
      expect(totals.after.control).toEqual(after.control);
    }),
  );
});
