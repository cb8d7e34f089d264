/** Task plans of the demonstration, one in each phase that can be met: proposed, agreed, in force. */
import { points } from '../../domain/points.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { planMeasure } from '../../domain/taskPlan/content.ts';
import type { World } from '../ports.ts';
import type { DraftTask } from '../taskPlan/commands.ts';
import { castKey, type DemoBooks } from './demoBooks.ts';
import { type ActingAs, done } from './done.ts';

/** Whose plans stand where; those named later have come further. */
const PROPOSED = ['011', '024'];
const AGREED = ['014', '015', '026'];
const IN_FORCE = ['004', '005', '006', '007', '012'];

export async function demoPlans(world: World, books: DemoBooks, policy: Policy, as: ActingAs): Promise<void> {
  const { year, organisations } = books;
  const organisationId = organisations.branch;
  const place = { organisationId, year } as const;
  const idOf = (number: string) => books.people.get(castKey({ place: 'branch', number })) ?? '';
  const seen = (numbers: readonly string[]) =>
    numbers.map((number) => ({ personId: idOf(number), version: 1 }));
  const everybody = [...PROPOSED, ...AGREED, ...IN_FORCE];
  await done(world, await as('徐晓燕'), {
    type: 'proposePlans',
    ...place,
    plans: everybody.map((number) => ({ personId: idOf(number), tasks: demoTasks(policy) })),
    reason: null,
  });
  const signed = { type: 'agreePlansAsMember', ...place, signedOn: `${year}-01-09` as never } as const;
  await done(world, await as('李梅'), { ...signed, plans: seen([...AGREED, ...IN_FORCE]) });
  for (const [leader, numbers] of Object.entries(LED_BY))
    await done(world, await as(leader), {
      type: 'agreePlansAsLeader',
      ...place,
      signedOn: null,
      plans: seen(numbers),
    });
  await done(world, await as('李梅'), {
    type: 'approvePlans',
    ...place,
    plans: seen(IN_FORCE),
    heldOn: `${year}-01-12` as never,
    record: `示例：${year}年1月12日支部委员会研究同意`,
  });
}

/** By the leader each of them has on the example's roster. */
const LED_BY: Readonly<Record<string, readonly string[]>> = {
  张建国: ['004', '005'],
  李梅: ['006', '007'],
  陈志远: ['012', '014', '015'],
  赵敏: ['026'],
};

/** Two tasks a period, the unit's and the member's own pledge; none where the measure has no tasks. */
export function demoTasks(policy: Policy): DraftTask[] {
  const measure = planMeasure(policy);
  if (measure === undefined) return [];
  const pledge = Math.trunc(measure.share / 3);
  return measure.labels.flatMap((label, index): DraftTask[] => [
    {
      taskId: null,
      kind: 'assigned',
      period: index + 1,
      points: points(measure.share - pledge),
      wording: `${label}本岗位重点工作`,
      standard: '按月度安排完成，季末前报送，数据准确、无退回',
    },
    {
      taskId: null,
      kind: 'pledge',
      period: index + 1,
      points: points(pledge),
      wording: `${label}到包联社区志愿服务一次`,
      standard: '有社区签到和服务记录',
    },
  ]);
}
