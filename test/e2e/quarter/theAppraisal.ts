// The branch appraisal in meeting mode: one seat absent with its reason, nobody deciding their own.
import { expect, test } from 'vitest';
import { NAMES, ROUND, roundPath } from '../branchOfThirty.ts';
import { BUDGETS, within } from '../budgets.ts';
import type { Hands } from '../hands.ts';
import { secondsOf } from '../hands.ts';
import { ABSENT, type Walk } from './walk.ts';

const SECRETARY = '李梅';
const DEPUTY = '王强';
const PRESENT = [SECRETARY, DEPUTY, '郑𠮷'];
const AWAY = '吴㙦';
/** Own declaration, leader's opinion, scorekeeper's record, side by side. */
const THREE_INPUTS = 3;

export function theAppraisal(walk: Walk): void {
  test('自己的积分不能自己定：请求被拒，写明条款', async () => {
    walk.branch.on('2026-06-15');
    const decisions = [await decisionOn(walk, SECRETARY)];
    const { status, text } = await walk.branch
      .as(SECRETARY)
      .ask('POST', `${ROUND}/meetings/the-next/decisions`, { decisions });
    expect(status).toBe(403);
    expect(text).toContain('ownMatter');
    expect(text).toContain('An1.5');
  }, 60_000);

  test('会议方式逐人评议：一人缺席有原因，书记本人的由副书记登记', async () => {
    const hands = await walk.hands('评议（书记）', SECRETARY);
    await hands.open(roundPath('meeting'));
    await hands.sees(/书记是本人，应当回避/);
    await hands.fill('地点', '二楼会议室');
    for (const name of PRESENT) await hands.click(hands.page.getByLabel(name, { exact: true }));
    await hands.fill(`${AWAY}没有到会的原因`, '赴省里培训');
    await hands.sees('草稿已保存。');
    await hands.open(roundPath('meeting?mode=true'));
    const others = NAMES.filter((name) => name !== SECRETARY);
    for (const name of others) await decided(hands, name);
    await hands.sees('已定 29 人，还剩 1 人');
    await hands.fillAt(hands.page.getByRole('textbox', { name: '会议记录' }), '逐人比对三方意见，逐人表决。');
    await hands.sees('草稿已保存。');
    await hands.press(`登记评议会和 ${others.length} 人的评议结果`);
    await hands.sees(`已登记 ${others.length} 人的评议结果。`);
    await hands.leaves();
    const seconds = secondsOf(walk.efforts.of('评议（书记）')) / others.length;
    within('评议每人秒数', seconds, BUDGETS.reviewSecondsAMember);

    const deputy = await walk.hands('评议（副书记）', DEPUTY);
    await deputy.open(roundPath('meeting?mode=true'));
    await decided(deputy, SECRETARY);
    await deputy.press('登记 1 人的评议结果');
    await deputy.sees('已登记 1 人的评议结果。');
    await deputy.leaves();
    expect(await walk.standing('待公示')).toHaveLength(NAMES.length);
  }, 400_000);
}

/** By keyboard alone: as proposed, or with the answer read out and the deduction decided. */
async function decided(hands: Hands, name: string): Promise<void> {
  await hands.page.locator('.meet-stage h2').filter({ hasText: name }).waitFor();
  hands.reads(THREE_INPUTS);
  await hands.key('Enter');
  if (name !== ABSENT) return;
  await hands.sees('还没有决定');
  for (const key of ['Space', 'Escape', 'Enter']) await hands.key(key);
}

/** As the page sends it: the plan's points, less so many of the first task. */
async function decisionOn(walk: Walk, name: string, less = 0) {
  const member = walk.branch.idOf(name);
  const present = PRESENT.map(walk.branch.idOf);
  const recused = present.filter((one) => one === member);
  return {
    member,
    tasks: (await walk.tasksOf(name)).map(({ taskId, planned }, index) => ({
      taskId,
      points: index === 0 ? (Number(planned) - less).toFixed(2) : planned,
    })),
    bonuses: [],
    deductions: [],
    votes: { for: present.length - recused.length, against: 0, abstained: 0 },
    recused,
    words: '按核对的结果',
  };
}

/** A meeting of its own on that day, about one member. */
export async function reappraised(walk: Walk, name: string, on: string, less: number): Promise<void> {
  const { branch } = walk;
  const secretary = branch.as(SECRETARY);
  const { meetingId } = await secretary.done<{ meetingId: string }>('POST', `${ROUND}/meetings`, {
    on,
    place: '二楼会议室',
    host: SECRETARY,
    present: PRESENT.map(branch.idOf),
    absent: [{ member: branch.idOf(AWAY), reason: '赴省里培训' }],
    minutes: '专题评议',
  });
  const decisions = [await decisionOn(walk, name, less)];
  await secretary.done('POST', `${ROUND}/meetings/${meetingId}/decisions`, { decisions });
}
