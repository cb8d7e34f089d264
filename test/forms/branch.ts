/** A branch's year from a few words, for the papers: the policy as it stands in policy/, the cast, entries by item. */
import { join } from 'node:path';
import type { Member } from '../../src/domain/member/member.ts';
import type { Person } from '../../src/domain/member/person.ts';
import { firstDay, periodOf } from '../../src/domain/period.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import {
  type BranchYear,
  branchYear,
  type MemberRecord,
  type Origin,
  type RecordedEntry,
} from '../../src/service/views/branchYear.ts';
import { readPolicy } from '../../src/store/policyFolder.ts';
import { day, member, pts, YEAR } from '../cast.ts';

const read = await readPolicy(join(import.meta.dirname, '../../policy/finance-bureau'));
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
export const POLICY: Policy = read.policy;

const HASH = '9f2e6d33a3710c5be8a1'.padEnd(64, '7');
const HEAD: Origin = { from: 'books', seq: 1583, hash: HASH, algorithm: 'sha256' };
export const FILES: Origin = { from: 'files', sha256: HASH };

/** Amount in points where the item has none of its own; the period is the day's own unless said. */
export type EntrySaid = {
  readonly item: string;
  readonly day: string;
  readonly amount?: string;
  readonly period?: number;
  readonly incident?: string;
  readonly achievement?: string;
  readonly reason?: string | null;
  readonly evidence?: string | null;
  readonly supplier?: string | null;
};

export type Said = {
  readonly person: Person;
  readonly member?: Partial<Member>;
  /** Points decided for each period's tasks, on the period's first day; one for all, or one each. */
  readonly tasks?: string | readonly string[];
  readonly entries?: readonly EntrySaid[];
  readonly grounds?: readonly { readonly ground: string; readonly day: string; readonly reason?: string }[];
};

export type BranchSaid = {
  readonly people: readonly Said[];
  readonly policy?: Policy;
  readonly organisation?: string;
  readonly example?: boolean;
  readonly origin?: Origin;
};

export const named = (number: string, name: string): Person => ({
  number,
  name,
  gender: null,
  bornOn: null,
  admittedOn: null,
  group: null,
  post: null,
  leader: null,
});

export function branchOf({ people, policy = POLICY, ...said }: BranchSaid): BranchYear {
  return branchYear({
    organisation: said.organisation ?? '清江县财政局机关支部',
    year: YEAR,
    example: said.example ?? false,
    version: { policy, sha256: '823412d1eacb'.padEnd(64, '0') },
    origin: said.origin ?? HEAD,
    records: people.map((one) => recordOf(policy, one)),
  });
}

/** The only member of a branch, with the branch. */
export function alone(said: Said, branch: Omit<BranchSaid, 'people'> = {}) {
  const made = branchOf({ ...branch, people: [said] });
  const [only] = made.members;
  if (only === undefined) throw new Error('a branch of one has a member');
  return { branch: made, member: only };
}

function recordOf(policy: Policy, { person, member: as, tasks, entries, grounds }: Said): MemberRecord {
  const calendar = { year: YEAR, count: policy.periods.count };
  const decided = typeof tasks === 'string' ? policy.periods.labels.map(() => tasks) : (tasks ?? []);
  const taskEntries = decided.map((amount, index) => ({
    item: 'task',
    day: firstDay(calendar, index + 1),
    amount,
    reason: `${policy.periods.labels[index]}岗位任务`,
    evidence: '积分申请表',
  }));
  return {
    id: `id of ${person.number}`,
    person,
    member: member(as),
    exemptionReason: '长期患病',
    entries: [...taskEntries, ...(entries ?? [])].map((said, index) =>
      entryOf(policy, `${person.number}/${String(index + 1).padStart(4, '0')}`, said),
    ),
    grounds: (grounds ?? []).map(({ ground, day: on, reason }, index) => ({
      id: `${person.number}/ground ${index + 1}`,
      ground,
      day: day(on),
      period: periodOf(calendar, day(on)),
      reason: reason ?? '受党内警告处分',
      evidence: '处分决定',
      supplier: '纪检',
      postedOn: null,
    })),
  };
}

function entryOf(policy: Policy, id: string, said: EntrySaid): RecordedEntry {
  const own = policy.items.find((item) => item.id === said.item)?.amount;
  const amount = said.amount === undefined ? own : pts(said.amount);
  if (amount === undefined || amount === null) throw new Error(`${said.item} needs an amount`);
  return {
    id,
    item: said.item,
    day: day(said.day),
    period: said.period ?? periodOf({ year: YEAR, count: policy.periods.count }, day(said.day)),
    amount,
    incident: said.incident,
    achievement: said.achievement,
    reason: said.reason === undefined ? '事由见依据' : said.reason,
    evidence: said.evidence === undefined ? '会议签到表' : said.evidence,
    supplier: said.supplier ?? null,
    postedOn: null,
  };
}
