// 季度通报 in figures (4.2): exact, the same in any order, and never one person's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints, points } from '../../../src/domain/points.ts';
import { bulletinFigures, LEAST_TOLD, type RegisteredPoints } from '../../../src/domain/round/bulletin.ts';
import { FINANCE } from '../finance.ts';

const full = (...all: number[]): RegisteredPoints[] =>
  all.map((one) => ({ type: 'full', points: points(one) }));
const figures = (registered: readonly RegisteredPoints[]) => bulletinFigures(FINANCE.policy, registered);
const said = (segments: ReturnType<typeof figures>['bands']) =>
  segments.map(({ from, to, count }) => [from && formatPoints(from), to && formatPoints(to), count]);

describe('the bulletin’s figures', () => {
  it('mean and median are integer hundredths, half up', () => {
    // 22.50 + 22.50 + 20.01 = 65.01, a third of it 21.67; the one in the middle is 22.50
    expect(figures(full(2250, 2250, 2001))).toMatchObject({ full: 3, mean: 2167, median: 2250 });
    // 4.5 hundredths go up: (10 + 10 + 10 + 11 …) and, below zero, towards zero
    expect(figures(full(2000, 2001, 2002, 2003))).toMatchObject({ mean: 2002, median: 2002 });
    expect(figures(full(-3, -2, -2, -3))).toMatchObject({ mean: -2, median: -2 });
  });

  it('bands are the year’s grades in equal parts, told as points and not as grades', () => {
    const { bands } = figures(full(1000, 1499, 1100, 1500, 1999, 1600, 2000, 2250, 2250));
    expect(said(bands)).toEqual([
      [null, '15.00', 3],
      ['15.00', '20.00', 3],
      ['20.00', null, 3],
    ]);
  });

  it('the only one below a line is told together with the next ones; fewer than three are not told at all', () => {
    expect(said(figures(full(900, 1500, 1600, 2000, 2100, 2200)).bands)).toEqual([
      [null, '20.00', 3],
      ['20.00', null, 3],
    ]);
    expect(said(figures(full(2000, 2100, 2200, 2200)).bands)).toEqual([
      [null, '15.00', 0],
      ['15.00', '20.00', 0],
      ['20.00', null, 4],
    ]);
    expect(figures(full(2250, 1000))).toMatchObject({
      full: 2,
      mean: null,
      median: null,
      bands: [],
      spread: [],
    });
  });

  it('whoever is under observation is counted and enters no average (clause 2)', () => {
    const others: RegisteredPoints[] = [
      { type: 'probationary', points: points(0) },
      { type: 'applicant', points: points(0) },
    ];
    expect(figures([...full(2000, 2000, 2000), ...others])).toMatchObject({
      full: 3,
      probationary: 1,
      applicants: 1,
      mean: 2000,
    });
  });

  it('for any points: everybody stands in one segment, none holds one or two, order does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2000, max: 3300 }), { maxLength: 60 }), (all) => {
        const one = figures(full(...all));
        expect(figures(full(...all.toReversed()))).toEqual(one);
        for (const segments of [one.bands, one.spread]) {
          const counts = segments.map(({ count }) => count);
          expect(counts.filter((count) => count > 0 && count < LEAST_TOLD)).toEqual([]);
          const total = counts.reduce((sum, count) => sum + count, 0);
          expect(total).toBe(all.length < LEAST_TOLD ? 0 : all.length);
          for (const [index, { to }] of segments.entries())
            if (index + 1 < segments.length) expect(segments[index + 1]?.from).toBe(to);
        }
        if (one.mean !== null) {
          const sum = all.reduce((total, value) => total + value, 0);
          expect(Math.abs(2 * (one.mean * all.length - sum))).toBeLessThanOrEqual(all.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
