/** What an example gives → what the year reads. A place where the example contradicts the policy is an answer in Chinese. */
import { type Calendar, firstDay, periodOf, periods, yearStart } from '../period.ts';
import { type Points, points, ZERO } from '../points.ts';
import type { ExampleMember } from '../policy/example.ts';
import type { Entry } from '../policy/line.ts';
import type { Policy } from '../policy/policy.ts';
import type { MemberYear } from './evaluate.ts';

export type Given = { readonly given: MemberYear } | { readonly problem: string };

export function givenMember(policy: Policy, calendar: Calendar, one: ExampleMember): Given {
  const grounds = new Set(policy.grounds.map(({ id }) => id));
  const entries: Entry[] = taskEntries(policy, calendar, one.tasks);
  for (const [index, { item, day, period, amount, incident, achievement }] of one.entries.entries()) {
    if (grounds.has(item)) continue;
    const own = policy.items.find(({ id }) => id === item);
    if (own === undefined) return { problem: `${one.name}：办法里没有“${item}”` };
    const used = amount ?? own.amount;
    if (used === null || (own.amount !== null && used !== own.amount) || used > own.most)
      return { problem: `${one.name}：“${item}”的分值应为办法所定` };
    const counts = period ?? periodOf(calendar, day);
    entries.push({ id: `e${index}`, item, day, period: counts, amount: used, incident, achievement });
  }
  return {
    given: {
      member: {
        type: one.type,
        joinedOn: one.joined,
        leftOn: one.left ?? null,
        fullOn: one.turnedFull ?? null,
        exemption:
          one.exempt === undefined ? null : { from: one.exempt.from, until: one.exempt.until ?? null },
        examPassedOn: one.examPassed ?? null,
      },
      entries,
      grounds: one.entries.map(({ item }) => item).filter((item) => grounds.has(item)),
    },
  };
}

function taskEntries(policy: Policy, calendar: Calendar, decided: readonly Points[]): Entry[] {
  const task = policy.items.find(({ group }) => group === 'task');
  if (task === undefined) return [];
  return decided.map((amount, index) => ({
    id: `t${index}`,
    item: task.id,
    day: firstDay(calendar, index + 1),
    period: index + 1,
    amount,
  }));
}

/** A member with exactly that score, made from the whole pool and as many task points as it takes. */
export function scoredMember(policy: Policy, calendar: Calendar, score: Points): Given {
  const pool = policy.kinds.reduce((sum, kind) => sum + (kind.mechanism === 'pool' ? kind.year : 0), 0);
  const plan = policy.kinds.reduce((sum, kind) => sum + (kind.mechanism === 'plan' ? kind.period : 0), 0);
  let left = score - pool;
  const tasks = periods(calendar.count).map(() => {
    const amount = points(Math.max(ZERO, Math.min(plan, left)));
    left -= amount;
    return amount;
  });
  if (left !== 0) return { problem: 'scores：只用任务分凑不出这个得分' };
  const member = {
    type: 'full' as const,
    joinedOn: yearStart(calendar.year),
    leftOn: null,
    fullOn: null,
    exemption: null,
    examPassedOn: null,
  };
  return { given: { member, entries: taskEntries(policy, calendar, tasks), grounds: [] } };
}
