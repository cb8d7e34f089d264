/** A branch's year from a few words, for the papers: the policy as it stands in policy/, people as the cast, entries by item. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Member } from '../../src/domain/member/member.ts';
import type { Day } from '../../src/domain/period.ts';
import { parsePoints } from '../../src/domain/points.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import {
  type BranchYear,
  branchYear,
  type MemberRecord,
  type Origin,
} from '../../src/service/views/branchYear.ts';
import { readPolicy } from '../../src/store/policyFolder.ts';

const read = await readPolicy(join(import.meta.dirname, '../../policy/finance-bureau'));
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
export const POLICY: Policy = read.policy;

export const HEAD: Origin = {
  from: 'books',
  seq: 1583,
  hash: createHash('sha256').update('head').digest('hex'),
  algorithm: 'sha256',
};
export const FILES: Origin = { from: 'files', sha256: createHash('sha256').update('files').digest('hex') };

export const day = (value: string) => value as Day;

/** item, day, amount in points when the item has none, reason; the period is the day's quarter unless said. */
export type EntrySpec = {
  readonly item: string;
  readonly day: string;
  readonly amount?: string;
  readonly period?: number;
  readonly reason?: string | null;
  readonly evidence?: string | null;
  readonly supplier?: string | null;
  readonly incident?: string;
  readonly achievement?: string;
};

export type PersonSpec = {
  readonly name: string;
  readonly number?: string;
  readonly member?: Partial<Member>;
  readonly person?: Partial<MemberRecord['person']>;
  readonly entries?: readonly EntrySpec[];
  readonly grounds?: readonly { readonly ground: string; readonly day: string; readonly reason?: string }[];
  /** Points decided for each period's tasks; nothing when absent. */
  readonly tasks?: readonly (string | null)[];
};

const periodOfDay = (policy: Policy, value: string) =>
  Math.ceil((Number.parseInt(value.slice(5, 7), 10) * policy.periods.count) / 12);

export function recordOf(spec: PersonSpec, index: number, policy: Policy = POLICY): MemberRecord {
  const number = spec.number ?? String(index + 1).padStart(3, '0');
  const step = 12 / policy.periods.count;
  const tasks = (spec.tasks ?? []).flatMap((amount, position): EntrySpec[] =>
    amount === null
      ? []
      : [
          {
            item: 'task',
            day: `2026-${String((position + 1) * step).padStart(2, '0')}-15`,
            amount,
            reason: `${policy.periods.labels[position]}岗位任务完成情况`,
            evidence: '积分申请表、分管领导意见',
          },
        ],
  );
  return {
    id: `person-${index + 1}`,
    person: {
      number,
      name: spec.name,
      gender: index % 3 === 0 ? '女' : '男',
      bornOn: day('1980-02-29'),
      admittedOn: day('2005-07-01'),
      group: `第${'一二三'[index % 3]}党小组`,
      post: '科员',
      leader: '王强',
      ...spec.person,
    },
    member: {
      type: 'full',
      joinedOn: day('2015-01-01'),
      leftOn: null,
      fullOn: null,
      exemption: null,
      examPassedOn: null,
      ...spec.member,
    },
    exemptionReason: null,
    entries: [...tasks, ...(spec.entries ?? [])].map((entry, position) => ({
      id: `${number}/${position + 1}`,
      item: entry.item,
      day: day(entry.day),
      period: entry.period ?? periodOfDay(policy, entry.day),
      amount: amountOf(policy, entry),
      incident: entry.incident,
      achievement: entry.achievement,
      reason: entry.reason === undefined ? '事由见依据' : entry.reason,
      evidence: entry.evidence === undefined ? '会议签到表' : entry.evidence,
      supplier: entry.supplier ?? null,
      postedOn: null,
    })),
    grounds: (spec.grounds ?? []).map((ground, position) => ({
      id: `${number}/g${position + 1}`,
      ground: ground.ground,
      day: day(ground.day),
      period: periodOfDay(policy, ground.day),
      reason: ground.reason ?? '受党内警告处分',
      evidence: '处分决定',
      supplier: '纪检',
      postedOn: null,
    })),
  };
}

function amountOf(policy: Policy, { item, amount }: EntrySpec) {
  const own = policy.items.find(({ id }) => id === item)?.amount;
  const value = amount === undefined ? own : parsePoints(amount);
  if (value === undefined || value === null) throw new Error(`no amount for ${item}`);
  return value;
}

export type BranchSpec = {
  readonly people: readonly PersonSpec[];
  readonly policy?: Policy;
  readonly organisation?: string;
  readonly example?: boolean;
  readonly origin?: Origin;
};

export function branchOf({ people, policy = POLICY, organisation, example, origin }: BranchSpec): BranchYear {
  return branchYear({
    organisation: organisation ?? '清江县财政局机关支部',
    year: 2026,
    example: example ?? false,
    version: { policy, sha256: createHash('sha256').update('policy').digest('hex') },
    origin: origin ?? HEAD,
    records: people.map((person, index) => recordOf(person, index, policy)),
  });
}
