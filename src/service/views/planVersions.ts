/** A plan's versions as its page shows them: tasks with their words, and what happened to each, in order. */
import type { PlanVersionLine, TaskLine } from '../../contract/plans.ts';
import { formatPoints } from '../../domain/points.ts';
import type { Agreement, PlanVersion, Recorded } from '../../domain/taskPlan/plan.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { Reading } from '../ports.ts';
import type { DraftTask } from '../taskPlan/commands.ts';
import { type ProposedText, tasksOf, wordsOf } from '../taskPlan/planRegister.ts';
import type { PlanPlace, PlannedMember, PlanScene } from '../taskPlan/planScene.ts';
import { longDay } from './naming.ts';

export const taskLineOf = ({ points, ...task }: DraftTask): TaskLine => ({
  ...task,
  points: formatPoints(points),
});

type Words = ProposedText & {
  readonly signedOn?: string;
  readonly reason?: string | null;
  readonly heldOn?: string;
  readonly record?: string;
};

export async function planVersions(
  tx: Reading,
  { organisation, year }: PlanPlace,
  scene: PlanScene,
  { plan }: PlannedMember,
): Promise<PlanVersionLine[]> {
  const seqs = plan.versions.flatMap(({ proposed, member, leader, returned, approved }) =>
    [proposed, member, leader, returned, approved].flatMap((one) => (one === null ? [] : [one.seq])),
  );
  const words = await wordsOf<Words>(tx, organisation, year, seqs);
  return plan.versions.map((version) => ({
    version: version.version,
    tasks: tasksOf(version, words.get(version.proposed.seq)).map(taskLineOf),
    history: historyOf(scene, version, words),
    approved: version.approved !== null,
    reason: words.get(version.proposed.seq)?.reason ?? null,
  }));
}

const RETURNED_AS = { member: '本人', leader: '分管领导', branch: '支部' } as const;
const SUBSTITUTE = {
  deputy: '副手',
  secretary: '书记',
  above: '上级党组织',
  colleague: '其他任职人员',
} as const;
const WHY = {
  vacant: '没有分管领导',
  concerned: '涉及分管领导本人',
  onLeave: '分管领导请假',
  silent: '分管领导逾期未表态',
} as const;

function historyOf(scene: PlanScene, version: PlanVersion, words: ReadonlyMap<number, Words>): string[] {
  const { proposed, member, leader, returned, approved } = version;
  const who = ({ actor }: Recorded) => scene.accountName(actor.replace(/^person:/, '')) || '本机操作员';
  const said: { readonly at: Recorded; readonly text: string }[] = [
    { at: proposed, text: `${who(proposed)}提出` },
  ];
  if (member !== null) said.push({ at: member, text: memberSaid(member, who(member), words) });
  if (leader !== null) {
    const { substitute } = leader;
    const as = substitute === null ? '分管领导' : `${SUBSTITUTE[substitute.as]}`;
    const why = substitute === null ? '' : `（${WHY[substitute.because]}，代行）`;
    said.push({ at: leader, text: `${as}${who(leader)}认可${why}` });
  }
  if (returned !== null)
    said.push({
      at: returned,
      text: `${RETURNED_AS[returned.as]}退回（${who(returned)}）：${words.get(returned.seq)?.reason ?? ''}`,
    });
  if (approved !== null) {
    const { heldOn = '', record = '' } = words.get(approved.seq) ?? {};
    said.push({ at: approved, text: `支部批准（${who(approved)}登记，${heldOn}会议：${record}）` });
  }
  return said
    .toSorted((a, b) => a.at.seq - b.at.seq)
    .map(({ at, text }) => `${longDay(dayInShanghai(at.at))} ${text}`);
}

function memberSaid(member: Agreement, who: string, words: ReadonlyMap<number, Words>): string {
  if (!member.onBehalf) return `本人认可（${who}）`;
  return `本人书面认可，签字日期 ${words.get(member.seq)?.signedOn ?? ''}，${who}代为登记`;
}
