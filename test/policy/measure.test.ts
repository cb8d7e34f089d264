/** The bureau's measure in data: nothing of its text is lost, every requirement stands at a clause, the amounts are the text's. */
import { expect, test } from 'vitest';
import { assemblePolicy } from '../../src/domain/policy/assemble.ts';
import { lostSentences, strangeClauses } from '../../src/domain/policy/verbatim.ts';
import { finance } from './finance.ts';

const assembled = assemblePolicy(finance.documents);
if ('problems' in assembled) throw new Error(JSON.stringify(assembled.problems));
const { policy } = assembled;
const measure = finance.measure ?? '';
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const numbered = (from: number, to: number, prefix: string) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);

test('every sentence of the measure stands in a clause, and no clause says more', () => {
  expect(measure.length).toBeGreaterThan(3000);
  expect(lostSentences(measure, policy.title, policy.clauses)).toEqual([]);
  expect(strangeClauses(measure, policy.clauses)).toEqual([]);
});

test('a clause that is left out, shortened or changed is found', () => {
  const without = policy.clauses.filter(({ id }) => id !== '4.2');
  expect(lostSentences(measure, policy.title, without)).toContain('（二）实施季度通报。');
  const changedText = policy.clauses.map((clause) =>
    clause.id === '3.1' ? { ...clause, text: clause.text.replace('80分以上', '85分以上') } : clause,
  );
  expect(strangeClauses(measure, changedText)).toEqual(['3.1']);
  expect(lostSentences(measure, policy.title, changedText)).toHaveLength(1);
});

test('R1 to R82 each stand at a clause', () => {
  const named = policy.clauses.flatMap(({ requirements }) => requirements);
  expect([...new Set(named)].toSorted()).toEqual(numbered(1, 82, 'R').toSorted());
  expect(named).toHaveLength(82);
});

test('the ids of readings.md, in its order', () => {
  const standards = [3, 4, 4, 4, 3, 2].flatMap((count, index) => numbered(1, count, `A2.${index + 1}-`));
  expect(idsOf(policy.items)).toEqual([
    ...numbered(1, 6, '3.4.1-'),
    ...numbered(1, 7, '3.4.2-'),
    ...standards,
    ...numbered(1, 6, 'A2.').map((category) => `${category}-x`),
    'task',
  ]);
  expect(idsOf(policy.grounds)).toEqual(numbered(1, 5, '3.4.3-'));
  expect(idsOf(policy.categories.flatMap(({ indicators }) => indicators))).toEqual(numbered(1, 17, 'A2-'));
});

test('the amounts of the text: bonuses, common deductions, standards, indicators', () => {
  const amounts = (group: string) =>
    policy.items.filter((item) => item.group === group).map(({ amount }) => (amount ?? 0) / 100);
  expect(amounts('bonus')).toEqual([5, 4, 3, 2, 1, 0.5]);
  expect(amounts('common')).toEqual([5, 5, 5, 5, 5, 5, 5]);
  expect(amounts('standard')).toEqual([2, 2, 2, 2, 3, 2, 2, 2, 2, 2, 3, 2, 2, 2, 1, 1, 1, 1, 2, 2]);
  const indicators = policy.categories.map((category) =>
    category.indicators.map(({ amount }) => amount / 100),
  );
  expect(indicators).toEqual([
    [2, 1, 2],
    [2, 2, 1],
    [2, 3],
    [2, 2, 1],
    [3, 1, 1],
    [1, 2, 2],
  ]);
  expect(policy.items.filter(({ group }) => group === 'discretionary').map(({ most }) => most)).toEqual(
    Array.from({ length: 6 }, () => 200),
  );
});

test('the ten steps of annex 1 in order, each under its clause', () => {
  expect(policy.procedure.map(({ clause }) => clause)).toEqual(numbered(1, 10, 'An1.'));
  expect(idsOf(policy.procedure)).toEqual([
    'rules',
    'scorekeeperElection',
    'application',
    'assessment',
    'appraisal',
    'publicNotice',
    'submission',
    'grading',
    'inspection',
    'eligibility',
  ]);
});

test('every reading of readings.md, with its alternatives', () => {
  expect(idsOf(policy.readings)).toEqual([
    ...'G1 G3 G4 G5 G7 G9 G10 G13 G14 G15 G17 G18 G19'.split(' '),
    ...numbered(21, 41, 'G'),
  ]);
  const withAlternatives = policy.readings.filter(({ alternatives }) => alternatives.length > 0);
  expect(idsOf(withAlternatives).join(' ')).toBe(
    'G1 G3 G4 G7 G9 G10 G13 G17 G18 G21 G22 G27 G28 G29 G36 G39 G41',
  );
});
