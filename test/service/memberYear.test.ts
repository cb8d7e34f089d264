// What stands beside a member's points: the plan in force, and the unit's appraisal, which never makes any.
import { describe, expect, test } from 'vitest';
import { points } from '../../src/domain/points.ts';
import type { PlanVersion } from '../../src/domain/taskPlan/plan.ts';
import type { BesideYear } from '../../src/service/views/besideYear.ts';
import { memberYear } from '../../src/service/views/memberYear.ts';
import { yearTable } from '../../src/service/views/yearTable.ts';
import { alone, branchOf } from '../forms/branch.ts';
import { 李梅, 王强 } from '../cast.ts';

const { branch, member } = alone({ person: 李梅, tasks: '14' });
const pageOf = (beside?: BesideYear) => memberYear(branch, 'branch', member, beside);
const recorded = { seq: 1, at: '2026-01-12T01:00:00.000Z', actor: 'person:zheng' };
const task = (period: number, planned: number) =>
  ({ taskId: `t${period}`, kind: 'assigned', period, points: points(planned) }) as const;
/** The first quarter's task moved on into the second (G15). */
const moved: PlanVersion = {
  version: 2,
  tasks: [task(2, 3000), task(3, 1500), task(4, 1500)],
  proposed: recorded,
  member: null,
  leader: null,
  returned: null,
  approved: recorded,
};

describe('一名党员的一年', () => {
  test('without a plan in force a quarter holds the shares of the measure', () => {
    const { planInForce, periods } = pageOf();
    expect([planInForce, ...periods.map(({ plan }) => plan)]).toEqual([
      null,
      '22.50',
      '22.50',
      '22.50',
      '22.50',
    ]);
  });

  test('with one, what it plans for the quarter', () => {
    const { planInForce, periods } = pageOf({ plan: moved, marks: [] });
    expect([planInForce, ...periods.map(({ plan }) => plan)]).toEqual([2, '7.50', '37.50', '22.50', '22.50']);
  });

  test('results of the unit are told as written, the whole year last, and move no figure', () => {
    const marks = [
      { period: null, result: '优秀' },
      { period: 2, result: '92.50' },
    ];
    const { marks: told, ...rest } = pageOf({ plan: null, marks });
    expect(told).toEqual([
      { label: '第二季度', result: '92.50' },
      { label: '全年', result: '优秀' },
    ]);
    const { marks: none, ...before } = pageOf();
    expect(none).toEqual([]);
    expect(rest).toEqual(before);
  });

  test('a quarter that waits to be registered is no loss, and there is no grade before the year is whole', () => {
    const { branch: running, member: one } = alone({ person: 李梅, tasks: ['15', '15', '14', '0'] });
    const waiting = { ...one, awaited: [4] };
    const page = memberYear({ ...running, members: [waiting] }, 'branch', waiting);
    expect([page.awaited, page.result]).toEqual(['第四季度', []]);
    expect(page.distance).toBe(
      '现有积分 74.00 分，第四季度还没有登记，等次和名次全年登记后才评定。已登记的失分在：任务分 1.00 分（第三季度 1.00）。',
    );
    const table = yearTable({ ...running, members: [waiting] }, 'branch');
    expect(table.awaited).toBe(
      '第四季度还有 1 人没有登记。年度积分是现有积分；等次、名次、可参评层级按现有积分推算，不是评定结果。',
    );
    expect(memberYear(running, 'branch', one)).toMatchObject({ awaited: null, result: { length: 4 } });
  });

  test('who is registered has a grade, and no rank while somebody else waits', () => {
    const running = branchOf({
      people: [
        { person: 李梅, tasks: '15' },
        { person: 王强, tasks: '15' },
      ],
    });
    const [one, other] = running.members;
    if (one === undefined || other === undefined) throw new Error('two people were given');
    const branchThen = { ...running, members: [one, { ...other, awaited: [4] }] };
    const figures = memberYear(branchThen, 'branch', one).result.map(({ figure }) => figure);
    expect(figures).toEqual(['graded', 'grade']);
  });
});
