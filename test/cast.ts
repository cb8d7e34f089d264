/**
 * The people the tests speak of, and builders that name only what a test is about. Points are written as on paper
 * ("7.5"), days as YYYY-MM-DD; everybody is a full member of long standing until a test says otherwise.
 */
import type { Member } from '../src/domain/member/member.ts';
import type { Person } from '../src/domain/member/person.ts';
import { type Day, parseDay, periodOf } from '../src/domain/period.ts';
import { type Points, parsePoints } from '../src/domain/points.ts';
import type { Entry } from '../src/domain/policy/line.ts';
import type { Policy } from '../src/domain/policy/policy.ts';

export const YEAR = 2026;
const QUARTERS = { year: YEAR, count: 4 };

/** "2026-03-05" as a Day; a day the calendar does not have is a mistake in the test. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no such day: ${text}`);
  return parsed;
}

/** "7.5" as hundredths of a point. */
export function pts(text: string): Points {
  const parsed = parsePoints(text);
  if (parsed === undefined) throw new Error(`no such amount: ${text}`);
  return parsed;
}

/** A full member since 2015, unless said otherwise. */
export function member(said: Partial<Member> = {}): Member {
  return {
    type: 'full',
    joinedOn: day('2015-07-01'),
    leftOn: null,
    fullOn: null,
    exemption: null,
    examPassedOn: null,
    ...said,
  };
}

type Said = {
  readonly id?: string;
  readonly item: string;
  readonly day?: string;
  readonly period?: number;
  readonly amount: string;
  readonly incident?: string;
  readonly achievement?: string;
};

/** An entry; without a day it is of 5 March, without a period it counts in the quarter of its day. */
export function entry(said: Said): Entry {
  const on = day(said.day ?? '2026-03-05');
  return {
    id: said.id ?? `${said.item} ${on} ${said.amount} ${said.incident ?? ''}${said.achievement ?? ''}`,
    item: said.item,
    day: on,
    period: said.period ?? periodOf(QUARTERS, on),
    amount: pts(said.amount),
    incident: said.incident,
    achievement: said.achievement,
  };
}

/** An entry of an item with the policy's own amount. */
export function entryOf(policy: Policy, item: string, said: Omit<Said, 'item' | 'amount'> = {}): Entry {
  const amount = policy.items.find(({ id }) => id === item)?.amount;
  if (amount === undefined || amount === null) throw new Error(`${item} has no amount of its own`);
  return { ...entry({ ...said, item, amount: '0' }), amount, id: said.id ?? `${item} ${said.day ?? ''}` };
}

/** All fifteen points of a quarter's tasks, or as many as are said. */
export function task(period: number, amount = '15'): Entry {
  const month = String(period * 3).padStart(2, '0');
  return entry({ item: 'task', day: `${YEAR}-${month}-20`, amount });
}

function person(number: string, name: string, group: string, post: string): Person {
  return { number, name, gender: null, bornOn: null, admittedOn: null, group, post, leader: null };
}

/** The branch of the tests, in roster order. */
export const 张建国 = person('001', '张建国', '第一党小组', '局长');
export const 李梅 = person('002', '李梅', '第一党小组', '副局长、支部书记');
export const 王强 = person('003', '王强', '第一党小组', '副局长');
export const 赵敏 = person('004', '赵敏', '第一党小组', '副局长');
export const 陈志远 = person('005', '陈志远', '第二党小组', '总会计师');
export const 刘洋 = person('006', '刘洋', '第二党小组', '预算股股长');
export const 孙丽 = person('007', '孙丽', '第二党小组', '预算股副股长');
export const 周涛 = person('008', '周涛', '第二党小组', '部门预算岗');
export const 吴㙦 = person('009', '吴㙦', '第三党小组', '国库股股长');
export const 郑𠮷 = person('010', '郑𠮷', '第三党小组', '资金调度岗');

export const cast: readonly Person[] = [张建国, 李梅, 王强, 赵敏, 陈志远, 刘洋, 孙丽, 周涛, 吴㙦, 郑𠮷];
