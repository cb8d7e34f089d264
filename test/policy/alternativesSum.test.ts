/**
 * The sum under the alternatives a branch may choose, held against formulas written a second time: year to date from scratch
 * for every quarter, no state carried. The sum as readings.md has it stands in test/domain/score.test.ts.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from '../../src/domain/period.ts';
import { points } from '../../src/domain/points.ts';
import { assemblePolicy } from '../../src/domain/policy/assemble.ts';
import { withChoices } from '../../src/domain/policy/chosen.ts';
import type { Entry } from '../../src/domain/policy/line.ts';
import type { Item, Policy } from '../../src/domain/policy/policy.ts';
import { scoringOf } from '../../src/domain/policy/scoring.ts';
import { scoreMember } from '../../src/domain/year/score.ts';
import { finance } from './finance.ts';

function policyUnder(choices: Record<string, string>): Policy {
  const assembled = assemblePolicy(withChoices(finance.documents, choices));
  if ('problems' in assembled) throw new Error(JSON.stringify(assembled.problems));
  return assembled.policy;
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Of entries with the same key only the first in that order counts; an empty key stands alone. */
function firstOfEach(entries: readonly Entry[], keyOf: (entry: Entry) => string | undefined): Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function secondOpinion(policy: Policy, counted: readonly number[], all: readonly Entry[]) {
  const byPeriod = policy.kinds.some((kind) => kind.mechanism === 'pool' && kind.floor === 'period');
  const order = new Map(policy.items.map(({ id }, index) => [id, index]));
  const itemOf = (entry: Entry) => policy.items.find(({ id }) => id === entry.item) as Item;
  const largestFirst = (a: Entry, b: Entry) =>
    b.amount - a.amount ||
    a.period - b.period ||
    (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
    (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0);
  const upTo = (kind: string, quarter: number) =>
    all
      .filter(
        (entry) => itemOf(entry).kind === kind && counted.includes(entry.period) && entry.period <= quarter,
      )
      .toSorted(largestFirst);
  const loss = (quarter: number) => {
    const deductions = upTo('base', quarter);
    const counting =
      policy.incident === 'all' ? deductions : firstOfEach(deductions, ({ incident }) => incident);
    const inCategory = (category: string | null) =>
      sum(counting.filter((entry) => itemOf(entry).category === category).map(({ amount }) => amount));
    const categories = policy.categories.map(({ id }) => inCategory(id));
    const floored =
      policy.categoryFloor === 'none' ? categories : categories.map((lost) => Math.min(500, lost));
    return sum(floored) + inCategory(null);
  };
  const untilNow = (quarter: number) =>
    Math.max(0, 750 * counted.filter((one) => one <= quarter).length - loss(quarter));
  const base = (quarter: number) =>
    byPeriod
      ? Math.max(0, 750 - (loss(quarter) - loss(quarter - 1)))
      : untilNow(quarter) - untilNow(quarter - 1);
  const task = (quarter: number) =>
    Math.min(
      1500,
      sum(
        upTo('task', quarter)
          .filter(({ period }) => period === quarter)
          .map(({ amount }) => amount),
      ),
    );
  const bonus = (quarter: number) => {
    const credits = upTo('bonus', quarter);
    const counting =
      policy.achievement === 'all' ? credits : firstOfEach(credits, ({ achievement }) => achievement);
    return Math.min(1000, sum(counting.map(({ amount }) => amount)));
  };
  return [1, 2, 3, 4].map((quarter) =>
    counted.includes(quarter)
      ? {
          base: base(quarter),
          task: task(quarter),
          bonus: bonus(quarter) - bonus(quarter - 1),
        }
      : { base: 0, task: 0, bonus: 0 },
  );
}

const DAYS = ['2026-01-05', '2026-03-31', '2026-04-01', '2026-07-15', '2026-12-31'].flatMap(
  (text) => parseDay(text) ?? [],
);

const entries = (policy: Policy) =>
  fc
    .array(
      fc.record({
        item: fc.constantFrom(...policy.items),
        day: fc.constantFrom(...DAYS),
        period: fc.integer({ min: 1, max: 4 }),
        share: fc.integer({ min: 1, max: 100 }),
        key: fc.constantFrom(undefined, undefined, '甲', '乙'),
      }),
      { maxLength: 40 },
    )
    .map((list) =>
      list.map(({ item, day, period, share, key }, index): Entry => {
        const amount = item.amount ?? points(Math.max(1, Math.floor((item.most * share) / 100)));
        return { id: `e${index}`, item: item.id, day, period, amount, incident: key, achievement: key };
      }),
    );

const COUNTED = [[1, 2, 3, 4], [3, 4], [1, 3, 4], [2], [1, 2, 4], []];

test.each([
  {},
  { G9: 'none' },
  { G10: 'all' },
  { G18: 'all' },
  { G9: 'none', G10: 'all', G18: 'all', G13: 'five' },
])(
  'given any entries in any order, under %o, the engine says what the formulas say',
  (choices: Record<string, string>) => {
    const policy = policyUnder(choices);
    const scoring = scoringOf(policy);
    fc.assert(
      fc.property(entries(policy), fc.constantFrom(...COUNTED), (given, counted) => {
        const score = scoreMember(scoring, counted, given);
        const second = secondOpinion(policy, counted, given.toReversed());
        expect(score.periods.map(({ kinds }) => kinds)).toEqual(second);
        expect(score.year).toBe(sum(second.flatMap(({ base, task, bonus }) => [base, task, bonus])));
        for (const { period, kinds, deduction } of score.periods)
          expect(deduction).toBe(counted.includes(period) ? 750 - (kinds['base'] ?? 0) : 0);
      }),
      { numRuns: 400, seed: 20260101 },
    );
  },
);
