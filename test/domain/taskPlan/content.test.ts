// What a plan must hold: the share of every counted quarter, words for every task, and what was decided left alone (G15).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints, points } from '../../../src/domain/points.ts';
import {
  isSame,
  LONGEST,
  MOST_TASKS,
  planFaults,
  type PlanFrame,
  planMeasure,
  plannedIn,
  type Task,
} from '../../../src/domain/taskPlan/content.ts';
import { pts } from '../../cast.ts';
import { FINANCE } from '../finance.ts';

const measure = planMeasure(FINANCE.policy);
if (measure === undefined) throw new Error('the finance bureau earns points against a plan');
const { share, labels } = measure;
const QUARTERS = [1, 2, 3, 4];

const task = (period: number, amount: string, more: Partial<Task> = {}): Task => ({
  taskId: `${period}-${amount}`,
  kind: 'assigned',
  period,
  points: pts(amount),
  wording: '完成部门预算编制',
  standard: '按时报送，无退回',
  ...more,
});
const whole = QUARTERS.flatMap((period) => [task(period, '10'), task(period, '5', { kind: 'pledge' })]);
const frame = (more: Partial<PlanFrame> = {}): PlanFrame => ({
  ...measure,
  counted: QUARTERS,
  decided: [],
  former: null,
  ...more,
});
const codes = (tasks: readonly Task[], more: Partial<PlanFrame> = {}) =>
  planFaults(tasks, frame(more)).map(({ code, params }) => [code, ...Object.values(params)]);

describe('a plan that can be proposed', () => {
  it('sums to the share of each quarter, which the measure says', () => {
    expect(formatPoints(share)).toBe('15.00');
    expect(labels).toHaveLength(4);
    expect(codes(whole)).toEqual([]);
  });

  it('a measure without points against a plan has none', () => {
    const kinds = FINANCE.policy.kinds.filter(({ mechanism }) => mechanism !== 'plan');
    expect(planMeasure({ ...FINANCE.policy, kinds })).toBeUndefined();
  });

  it('a quarter that does not count needs no tasks, but has all or none', () => {
    const later = whole.filter(({ period }) => period > 1);
    expect(codes(later)).toEqual([['planSum', '第一季度', '0.00', '15.00']]);
    expect(codes(later, { counted: [2, 3, 4] })).toEqual([]);
    expect(codes([...later, task(1, '5')], { counted: [2, 3, 4] })).toEqual([
      ['planSum', '第一季度', '5.00', '15.00'],
    ]);
  });

  it.each([
    ['planEmpty', [], []],
    ['planPeriod', [...whole, task(5, '1')], [9]],
    ['planPoints', [...whole, task(1, '0')], [9, '15.00']],
    [
      'planTextMissing',
      whole.map((one, at) => (at === 2 ? { ...one, standard: ' ' } : one)),
      [3, '考评标准'],
    ],
    [
      'planTextLong',
      whole.map((one, at) => (at === 0 ? { ...one, wording: '长'.repeat(LONGEST + 1) } : one)),
      [1, '内容', LONGEST],
    ],
    ['planTooLong', Array.from({ length: MOST_TASKS + 1 }, () => task(1, '0.1')), [MOST_TASKS]],
  ] as const)('%s names the place', (code, tasks, params) => {
    expect(codes(tasks)).toContainEqual([code, ...params]);
  });

  it('any split of the share into tasks fits, and a hundredth more or less in one quarter is named', () => {
    const cut = fc.array(fc.integer({ min: 1, max: share - 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.tuple(cut, cut, cut, cut),
        fc.constantFrom(...QUARTERS),
        fc.constantFrom(-1, 1),
        (cuts, at, by) => {
          const tasks = cuts.flatMap((marks, index) => {
            const edges = [...new Set([0, ...marks, share])].toSorted((a, b) => a - b);
            return edges.slice(1).map((edge, which) =>
              task(index + 1, '1', {
                taskId: `${index}-${which}`,
                points: points(edge - (edges[which] ?? 0)),
              }),
            );
          });
          expect(planFaults(tasks, frame())).toEqual([]);
          for (const period of QUARTERS) expect(plannedIn(tasks, period)).toBe(share);
          const first = tasks.findIndex(
            (one) => one.period === at && one.points + by > 0 && one.points + by <= share,
          );
          fc.pre(first >= 0);
          const off = tasks.map((one, index) =>
            index === first ? { ...one, points: points(one.points + by) } : one,
          );
          expect(planFaults(off, frame()).map(({ code, params }) => [code, params['period']])).toEqual([
            ['planSum', labels[at - 1]],
          ]);
        },
      ),
    );
  });
});

describe('a change of the plan in force (G15)', () => {
  const moved = whole.map((one) =>
    one.taskId === '2-5' ? { ...one, period: 3 } : one.taskId === '2-10' ? { ...one, points: share } : one,
  );
  const fitting = moved.map((one) => (one.taskId === '3-10' ? { ...one, points: pts('5') } : one));

  it('moves a task that falls due later to the next quarter', () => {
    expect(codes(fitting, { former: whole })).toEqual([]);
  });

  it('leaves a quarter that was decided as it was', () => {
    expect(codes(fitting, { former: whole, decided: [1] })).toEqual([]);
    expect(codes(fitting, { former: whole, decided: [1, 2] })).toEqual([['planDecided', '第二季度']]);
  });

  it('moves nothing back, nor over a quarter', () => {
    const back = whole.map((one) => (one.taskId === '2-5' ? { ...one, period: 1 } : one));
    const over = whole.map((one) => (one.taskId === '1-5' ? { ...one, period: 3 } : one));
    expect(codes(back, { former: whole })).toContainEqual(['planMoved', 4, '第二季度']);
    expect(codes(over, { former: whole })).toContainEqual(['planMoved', 2, '第一季度']);
  });

  it('is not the same again, in whatever order it is written', () => {
    expect(codes(whole.toReversed(), { former: whole })).toEqual([['planUnchanged']]);
    expect(isSame(whole, whole.toReversed())).toBe(true);
    expect(
      isSame(
        whole,
        whole.map((one) => ({ ...one, standard: '另写' })),
      ),
    ).toBe(false);
  });
});
