// The branch appraisal in meeting mode: one seat absent with its reason, nobody deciding their own.
import { expect, test } from 'vitest';
import { NAMES, roundPath } from '../branchOfThirty.ts';
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
  test('会议方式逐人评议：一人缺席有原因，书记本人的由副书记登记', async () => {
    walk.branch.on('2026-06-15');
    const hands = await walk.hands('评议（书记）', SECRETARY);
    await assembled(hands);
    const others = NAMES.filter((name) => name !== SECRETARY);
    for (const name of others) await decided(hands, name);
    await hands.sees('已定 29 人，还剩 1 人');
    await registeredWith(hands, others.length, '逐人比对三方意见，逐人表决。');
    const seconds = secondsOf(walk.efforts.of('评议（书记）')) / others.length;
    within('评议每人秒数', seconds, BUDGETS.reviewSecondsAMember);

    const deputy = await walk.hands('评议（副书记）', DEPUTY);
    await deputy.open(roundPath('meeting?mode=true'));
    await decided(deputy, SECRETARY);
    await deputy.press('登记 1 人的评议结果');
    await deputy.sees('已登记 1 人的评议结果。');
    expect(await walk.standing('待公示')).toHaveLength(NAMES.length);
  }, 400_000);
}

/** Place and seats, then the meeting mode. */
async function assembled(hands: Hands): Promise<void> {
  await hands.open(roundPath('meeting'));
  await hands.fill('地点', '二楼会议室');
  for (const name of PRESENT) await hands.click(hands.page.getByLabel(name, { exact: true }));
  await hands.fill(`${AWAY}没有到会的原因`, '赴省里培训');
  await hands.sees('草稿已保存。');
  await hands.follow('会议方式（投影）');
}

async function registeredWith(hands: Hands, count: number, minutes: string): Promise<void> {
  await hands.fillAt(hands.page.getByRole('textbox', { name: '会议记录' }), minutes);
  await hands.sees('草稿已保存。');
  await hands.press(`登记评议会和 ${count} 人的评议结果`);
  await hands.sees(`已登记 ${count} 人的评议结果。`);
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

/** A meeting of its own about one member, worked as the first: the first task at other points, and why. */
export async function reappraised(walk: Walk, name: string, because: RegExp, points: string): Promise<void> {
  const hands = await walk.hands('另行评议（书记）', SECRETARY);
  await assembled(hands);
  await hands.page.locator('.meet-stage h2').filter({ hasText: name }).waitFor();
  await hands.sees(because);
  hands.reads(THREE_INPUTS);
  await hands.key('1');
  for (const digit of points) await hands.key(digit);
  await hands.fill(/^说明/, '按核实的情况重新定分');
  await hands.key('Control+Enter');
  await hands.sees('已定 1 人，还剩 0 人');
  await registeredWith(hands, 1, '专题评议，逐项核对。');
}
