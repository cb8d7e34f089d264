// Corrections of registered points (G31) in the sum: what was registered keeps its figures, and the year is that of the right entries.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/period.ts';
import { points } from '../../src/domain/points.ts';
import type { Entry } from '../../src/domain/policy/line.ts';
import { scoringOf } from '../../src/domain/policy/scoring.ts';
import { scoreYear } from '../../src/domain/year/corrected.ts';
import { scoreMember } from '../../src/domain/year/score.ts';
import { entries } from './arbitrary.ts';
import { FINANCE } from './finance.ts';

const scoring = scoringOf(FINANCE.policy);
const ALL = [1, 2, 3, 4];
const task = (id: string, period: number, amount: number, more: Partial<Entry> = {}): Entry => ({
  id,
  item: 'task',
  day: `2026-0${period * 3}-10` as Day,
  period,
  amount: points(amount),
  ...more,
});
const loss = (id: string, period: number, more: Partial<Entry> = {}): Entry => ({
  id,
  item: '3.4.2-4',
  day: `2026-0${period * 3}-01` as Day,
  period,
  amount: points(500),
  ...more,
});
const figures = (list: readonly Entry[], kind: string) =>
  scoreYear(scoring, ALL, list).periods.map(({ kinds }) => kinds[kind]);

describe('a registered quarter put right in a later one', () => {
  it('李梅’s task of the first quarter, 12 instead of 15, is made up in the second, beyond that quarter’s own 15', () => {
    const list = [
      task('旧', 1, 1200, { until: 2 }),
      task('新', 1, 1500, { corrects: '旧' }),
      task('二季度', 2, 1500),
    ];
    expect(figures(list, 'task')).toEqual([1200, 1800, 0, 0]);
    expect(scoreYear(scoring, ALL, list).lines.filter(({ told }) => told === 'corrected')).toMatchObject([
      { period: 2, kind: 'task', amount: 300, entry: { id: '旧' }, by: { id: '新' } },
    ]);
  });

  it('a deduction that should never have been is given back where it was found out, and the base lies above its share', () => {
    const list = [loss('误扣', 1, { until: 3 }), loss('撤销', 1, { corrects: '误扣', withdrawn: true })];
    expect(figures(list, 'base')).toEqual([250, 750, 1250, 750]);
    expect(scoreYear(scoring, ALL, list).periods.map(({ deduction }) => deduction)).toEqual([
      500, 0, -500, 0,
    ]);
  });

  it('what was put right twice is told twice, each time against what stood before', () => {
    const list = [
      task('一', 1, 1000, { until: 2 }),
      task('二', 1, 1500, { corrects: '一', until: 3 }),
      task('三', 1, 1400, { corrects: '二' }),
    ];
    expect(figures(list, 'task')).toEqual([1000, 500, -100, 0]);
  });

  it('a quarter that does not count hands the change on to the next that does', () => {
    const list = [task('旧', 1, 1000, { until: 2 }), task('新', 1, 1300, { corrects: '旧' })];
    const { periods, year } = scoreYear(scoring, [1, 3, 4], list);
    expect(periods.map(({ kinds }) => kinds['task'])).toEqual([1000, 0, 300, 0]);
    expect(year).toBe(scoreMember(scoring, [1, 3, 4], [task('新', 1, 1300)]).year);
  });
});

/** Some entries with corrections in a later quarter, each to another amount or taken back. */
const corrected = fc
  .tuple(
    entries,
    fc.array(
      fc.record({
        at: fc.nat(),
        later: fc.integer({ min: 1, max: 3 }),
        share: fc.integer({ min: 0, max: 12 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([list, changes]) => {
    const all = new Map(list.map((one) => [one.id, one]));
    for (const { at, later, share } of changes) {
      const entry = [...all.values()].filter((one) => one.until === undefined && one.withdrawn !== true)[
        at % Math.max(1, all.size)
      ];
      const from =
        entry === undefined
          ? 9
          : Math.max(
              entry.period,
              typeof entry.corrects !== 'string' ? 0 : (all.get(entry.corrects)?.until ?? 0),
            ) + later;
      if (entry === undefined || from > 4) continue;
      const id = `更${all.size}`;
      all.set(entry.id, { ...entry, until: from });
      const { until: _until, ...rest } = entry;
      all.set(id, {
        ...rest,
        id,
        corrects: entry.id,
        amount: points(Math.floor((entry.amount * share) / 12)),
        withdrawn: share === 0,
      });
    }
    return [...all.values()];
  });

const standing = (list: readonly Entry[]) =>
  list
    .filter(({ until, withdrawn }) => until === undefined && withdrawn !== true)
    .map(({ corrects: _corrects, withdrawn: _withdrawn, ...one }) => one);

describe('laws of corrected years', () => {
  it('quarters add up to the year, and the year is that of the entries as they should have been', () => {
    let met = 0;
    fc.assert(
      fc.property(corrected, (list) => {
        const { periods, year } = scoreYear(scoring, ALL, list);
        if (list.some(({ until }) => until !== undefined)) met += 1;
        expect(periods.reduce((total, one) => total + one.points, 0)).toBe(year);
        expect(year).toBe(scoreMember(scoring, ALL, standing(list)).year);
      }),
      { numRuns: 2_000 },
    );
    expect(met).toBeGreaterThan(1_000);
  });

  it('no quarter before a correction is changed by it', () => {
    fc.assert(
      fc.property(corrected, (list) => {
        for (const period of [2, 3, 4]) {
          const before = list.flatMap(({ until, ...one }): Entry[] => {
            const original = list.find(({ id }) => id === one.corrects);
            if ((original?.until ?? 0) >= period) return [];
            return [until !== undefined && until < period ? { ...one, until } : one];
          });
          const [then, now] = [scoreYear(scoring, ALL, before), scoreYear(scoring, ALL, list)];
          expect(now.periods.slice(0, period - 1)).toEqual(then.periods.slice(0, period - 1));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('the lines of a kind and quarter add up to its figure; the order of typing never matters', () => {
    fc.assert(
      fc.property(corrected, (list) => {
        const score = scoreYear(scoring, ALL, list);
        for (const { period, kinds } of score.periods)
          for (const [kind, figure] of Object.entries(kinds)) {
            const lines = score.lines.filter((line) => line.period === period && line.kind === kind);
            expect(lines.reduce((total, { amount }) => total + amount, 0)).toBe(figure);
          }
        expect(scoreYear(scoring, ALL, list.toReversed())).toEqual(score);
      }),
      { numRuns: 1_000 },
    );
  });
});
