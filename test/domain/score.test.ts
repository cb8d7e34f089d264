import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedPeriods } from '../../src/domain/member/counted.ts';
import type { Entry } from '../../src/domain/policy/line.ts';
import { scoringOf } from '../../src/domain/policy/scoring.ts';
import { evaluateYear, type MemberYear } from '../../src/domain/year/evaluate.ts';
import { type MemberScore, scoreMember } from '../../src/domain/year/score.ts';
import { entries, memberYear, YEAR } from './arbitrary.ts';
import { FINANCE } from './finance.ts';
import { oracleMember, oracleYear } from './oracle.ts';

const scoring = scoringOf(FINANCE.policy);
const ALL = [1, 2, 3, 4];
const score = (list: readonly Entry[], counted: readonly number[] = ALL) =>
  scoreMember(scoring, counted, list);
const ofYear = ({ member, entries: list }: MemberYear) =>
  score(list, countedPeriods(member, { year: YEAR, count: 4 }));
const figures = ({ counted, periods, year }: MemberScore) => ({ counted, periods, year });
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
const isDeduction = ({ item }: Entry) => scoring.items.get(item)?.item.kind === 'base';

describe('the sum, held against an independent one', () => {
  test('one member’s figures agree, quarter by quarter', () => {
    fc.assert(
      fc.property(memberYear, (one) => {
        const { counted, periods, year } = oracleMember(one, YEAR);
        expect(figures(ofYear(one))).toEqual({ counted, periods, year });
      }),
      { numRuns: 4000 },
    );
  });

  test('a branch’s standings, grades, ranks, places, bands and control figures agree', () => {
    fc.assert(
      fc.property(fc.array(memberYear, { minLength: 1, maxLength: 30, size: 'max' }), (members) => {
        const { members: results, control } = evaluateYear(scoring, YEAR, members);
        const expected = oracleYear(members, YEAR);
        expect(results.map(({ score: own, ...rest }) => ({ ...rest, ...figures(own) }))).toEqual(
          expected.results,
        );
        expect(control).toEqual(expected.control);
      }),
      { numRuns: 400 },
    );
  });
});

describe('laws of the sum', () => {
  test('shuffling changes nothing, the explanation included', () => {
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(score(other)).toEqual(score(list));
      }),
      { numRuns: 1000 },
    );
  });

  test('quarters add up to the year, and every figure is the sum of its lines', () => {
    fc.assert(
      fc.property(memberYear, (one) => {
        const { periods, year, lines } = ofYear(one);
        expect(sum(periods.map(({ points }) => points))).toBe(year);
        for (const { period, kinds, points, deduction } of periods) {
          expect(sum(Object.values(kinds))).toBe(points);
          for (const [kind, figure] of Object.entries(kinds)) {
            const told = lines.filter((line) => line.period === period && line.kind === kind);
            expect(sum(told.map(({ amount }) => amount))).toBe(figure);
          }
          const opened = lines.filter((line) => line.period === period && line.told === 'opening');
          expect(deduction).toBe(sum(opened.map(({ amount }) => amount)) - (kinds['base'] ?? 0));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every entry is told exactly once, or stands apart', () => {
    fc.assert(
      fc.property(memberYear, (one) => {
        const { lines, apart } = ofYear(one);
        const told = lines.filter(({ told: how }) => how === 'counts' || how === 'absorbed');
        const ids = [...told.map(({ entry }) => entry?.id ?? ''), ...apart.map(({ id }) => id)];
        expect(ids.toSorted()).toEqual(one.entries.map(({ id }) => id).toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test('removing a deduction without an incident, or a whole incident, never lowers a total', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { year } = score(list);
        const without = (drop: (one: Entry) => boolean) => score(list.filter((one) => !drop(one))).year;
        for (const one of list.filter(isDeduction)) {
          const { incident } = one;
          const left =
            incident === undefined
              ? without((other) => other === one)
              : without((other) => isDeduction(other) && other.incident === incident);
          expect(left).toBeGreaterThanOrEqual(year);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('caps are idempotent: what is over a full bonus, plan or category changes no figure', () => {
    const at = (item: string, amount: number, period: number, id: string): Entry =>
      ({ id, item, amount, period, day: '2026-01-05' }) as Entry;
    const full = [
      at('3.4.1-1', 500, 1, 'b1'),
      at('3.4.1-1', 500, 1, 'b2'),
      ...ALL.map((period) => at('task', 1500, period, `t${period}`)),
      at('A2.1-1', 200, 1, 'd1'),
      at('A2.1-2', 200, 1, 'd2'),
      at('A2.1-3', 200, 1, 'd3'),
    ];
    const figuresOfFull = figures(score(full));
    const more = fc.array(
      fc.constantFrom('3.4.1-2', 'A2.1-3', 'A2.1-x', 'task').chain((item) =>
        fc.integer({ min: 1, max: 4 }).map((period) => {
          const own = scoring.items.get(item)?.item;
          return at(item, own?.amount ?? own?.most ?? 0, period, '');
        }),
      ),
    );
    fc.assert(
      fc.property(more, (list) => {
        const extra = list.map((one, index) => ({ ...one, id: `m${index}` }));
        expect(figures(score([...full, ...extra]))).toEqual(figuresOfFull);
      }),
    );
  });

  test('no total leaves its bounds: a year lies between 0 and 100 points', () => {
    fc.assert(
      fc.property(memberYear, (one) => {
        const { year, periods } = ofYear(one);
        expect(year).toBeGreaterThanOrEqual(0);
        expect(year).toBeLessThanOrEqual(FINANCE.policy.total);
        for (const { cumulative } of periods) expect(cumulative).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
