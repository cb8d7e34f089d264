// The branch whose books these tests keep, and short ways to say what is done to them.
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { Day } from '../../src/domain/period.ts';
import { points } from '../../src/domain/points.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { ImportOutcome, ImportYear } from '../../src/service/importCommand.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import type { World } from '../../src/service/ports.ts';
import type { Posting } from '../../src/service/posting.ts';
import type { MemberRecord, RecordedEntry } from '../../src/service/views/branchYear.ts';
import { readPolicy } from '../../src/store/policyFolder.ts';

const read = await readPolicy('policy/finance-bureau');
if ('problems' in read) throw new Error(JSON.stringify(read.problems));
export const POLICY: Policy = read.policy;
export const POLICY_SHA256 = read.sha256;

export const BRANCH = 'qingjiang-01';
export const YEAR = 2026;
export const day = (text: string) => text as Day;

export function entry(
  item: string,
  on: string,
  hundredths: number,
  more: Partial<RecordedEntry> = {},
): RecordedEntry {
  return {
    id: 'ignored',
    item,
    day: day(on),
    period: Math.ceil(Number(on.slice(5, 7)) / 3),
    amount: points(hundredths),
    reason: '季度任务',
    evidence: '支部记录本',
    supplier: '纪检',
    postedOn: null,
    ...more,
  };
}

export function member(
  number: string,
  name: string,
  entries: RecordedEntry[] = [],
  more: Partial<MemberRecord> = {},
): MemberRecord {
  return {
    id: number,
    person: {
      number,
      name,
      gender: '男',
      bornOn: null,
      admittedOn: null,
      group: '第一党小组',
      post: null,
      leader: null,
    },
    member: {
      type: 'full',
      joinedOn: day('2020-01-01'),
      leftOn: null,
      fullOn: null,
      exemption: null,
      examPassedOn: null,
    },
    exemptionReason: null,
    entries,
    grounds: [],
    ...more,
  };
}

export const 张建国 = member('001', '张建国', [
  entry('task', '2026-03-20', 1500),
  entry('A2.5-1', '2026-02-10', 100, { reason: '支部大会缺席', incident: '二月大会' }),
  entry('3.4.2-1', '2026-02-10', 500, { reason: '重大活动缺席', incident: '二月大会' }),
]);
export const 李梅 = member('002', '李梅', [
  entry('task', '2026-03-20', 1450),
  entry('3.4.1-4', '2026-03-05', 200, { reason: '先进个人', achievement: '先进' }),
]);
export const 郑𠮷 = member('003', '郑𠮷', [entry('task', '2026-03-21', 1200)], {
  member: { ...张建国.member, exemption: { from: day('2026-10-08'), until: null } },
  exemptionReason: '长期病假',
});
export const ROSTER: readonly MemberRecord[] = [张建国, 李梅, 郑𠮷];

export function importing(
  records: readonly MemberRecord[] = ROSTER,
  correction: string | null = null,
): ImportYear {
  return {
    type: 'importYear',
    organisationId: BRANCH,
    year: YEAR,
    founding: { name: '清江县财政局机关支部', level: 'branch', example: false },
    policy: POLICY,
    sha256: POLICY_SHA256,
    records,
    correction,
  };
}

let keys = 0;
/** Performs and expects no refusal; a fresh key unless one is given. The outcome as data. */
export async function done(
  world: World,
  command: Command,
  key = `key-${(keys += 1)}`,
): Promise<Record<string, unknown>> {
  const answer = await perform(world, LOCAL_OPERATOR, command, { key });
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return JSON.parse(answer.text) as Record<string, unknown>;
}

/** Performs and expects a refusal. */
export async function refused(world: World, command: Command, key = `key-${(keys += 1)}`): Promise<Refusal> {
  const answer = await perform(world, LOCAL_OPERATOR, command, { key });
  if (!isRefusal(answer)) throw new Error(`not refused: ${answer.text}`);
  return answer;
}

export const imported = async (world: World, command: ImportYear) =>
  (await done(world, command)) as unknown as ImportOutcome;

export async function personId(world: World, number: string): Promise<string> {
  const row = await world.store.read((tx) => tx.personByNumber(BRANCH, number));
  if (row === undefined) throw new Error(`nobody has the number ${number}`);
  return row.personId;
}

export function posting(more: Partial<Posting> = {}): Posting {
  return {
    item: 'A2.5-1',
    day: day('2026-03-01'),
    period: 1,
    amount: points(100),
    reason: '缺席',
    evidence: '签到表',
    supplier: null,
    incident: null,
    achievement: null,
    ...more,
  };
}

/** The member's year in hundredths, as the view has it. */
export async function yearOf(world: World, number: string): Promise<number> {
  const id = await personId(world, number);
  const rows = await world.store.read((tx) => tx.memberYears(BRANCH, `year-${YEAR}`, {}));
  const row = rows.find((one) => one.personId === id);
  return (JSON.parse(row?.score ?? '{}') as { year: number }).year;
}
