import { describe, expect, test } from 'vitest';
import { periods } from '../../src/domain/period.ts';
import { formatPoints } from '../../src/domain/points.ts';
import type { Entry } from '../../src/domain/policy/line.ts';
import { scoringOf } from '../../src/domain/policy/scoring.ts';
import { type MemberScore, scoreMember } from '../../src/domain/year/score.ts';
import { entry, entryOf, task, 刘洋, 李梅, 王强, 赵敏 } from '../cast.ts';
import { FINANCE } from './finance.ts';

const { policy } = FINANCE;
const scoring = scoringOf(policy);

const yearWith = (...entries: Entry[]): MemberScore =>
  scoreMember(scoring, periods(4), [...periods(4).map((period) => task(period)), ...entries]);

const points = (score: MemberScore) => score.periods.map((period) => formatPoints(period.points));
const told = (score: MemberScore, ...which: string[]) =>
  score.lines
    .filter((line) => which.includes(line.told))
    .map(
      (line) =>
        `${line.period} ${line.told} ${line.entry?.item ?? line.category} ${formatPoints(line.amount)}`,
    );

describe('four members, four years', () => {
  test(`${李梅.name} has done every task and nothing speaks against her: 90 points`, () => {
    const year = yearWith();
    expect(points(year)).toEqual(['22.50', '22.50', '22.50', '22.50']);
    expect(formatPoints(year.year)).toBe('90.00');
  });

  test(`${王强.name} missed one meeting that two clauses name: only the five points count (G10)`, () => {
    const meeting = { day: '2026-06-26', incident: '六月党员大会' };
    const year = yearWith(entryOf(policy, 'A2.5-1', meeting), entryOf(policy, '3.4.2-5', meeting));
    expect(points(year)).toEqual(['22.50', '17.50', '22.50', '22.50']);
    expect(told(year, 'absorbed')).toEqual(['2 absorbed A2.5-1 0.00']);
  });

  test(`${赵敏.name} lost one point in March, and five for the same fact in April: the one comes back (冲回)`, () => {
    const year = yearWith(
      entryOf(policy, 'A2.5-1', { day: '2026-03-27', incident: '主题党日' }),
      entryOf(policy, '3.4.2-4', { day: '2026-04-10', incident: '主题党日' }),
    );
    expect(points(year)).toEqual(['21.50', '18.50', '22.50', '22.50']);
    expect(told(year, 'replaced')).toEqual(['2 replaced A2.5-1 1.00']);
  });

  test(`${刘洋.name} was commended by the county, then by the city for the same work: the difference is added (G18)`, () => {
    const year = yearWith(
      entryOf(policy, '3.4.1-3', { day: '2026-03-20', achievement: '预算改革' }),
      entryOf(policy, '3.4.1-2', { day: '2026-08-26', achievement: '预算改革' }),
      entry({ item: 'A2.2-x', day: '2026-11-13', amount: '0.8' }),
    );
    expect(points(year)).toEqual(['25.50', '22.50', '23.50', '21.70']);
    expect(formatPoints(year.year)).toBe('93.20');
  });
});
