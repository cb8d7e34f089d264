// Registration, submission, the committee: one sent back and filed later, the others filed at once; then the bulletin.
import { expect, test } from 'vitest';
import { COMMITTEE } from '../../store/bureau.ts';
import { NAMES, roundPath } from '../branchOfThirty.ts';
import { BUDGETS, within } from '../budgets.ts';
import { secondsOf } from '../hands.ts';
import { reappraised } from './theAppraisal.ts';
import { hangs } from './theNotice.ts';
import { RETURNED, type Walk } from './walk.ts';

const BRANCH_NAME = '清江县财政局机关支部';

export function aboveThem(walk: Walk): void {
  test('公示期满：记分员登记二十九人，本人的由核对人登记，一并上报', async () => {
    await registered(walk, NAMES.length - 1);
    await registered(walk, 1, '核对人', '马文静');
    await submitted(walk, NAMES.length);
    expect(await walk.standing('待党委审核')).toHaveLength(NAMES.length);
  }, 240_000);

  test('党委经办人退回一人，其余审核、备案', async () => {
    walk.branch.on('2026-06-25');
    const officer = await walk.hands('党委经办人', '钱卫民');
    await officer.open(`organisation/${COMMITTEE}/rounds`);
    await officer.sees(`${BRANCH_NAME}的上报`);
    officer.reads(ON_ONE_SCREEN);
    await officer.press(`退回${RETURNED}，写原因`);
    await officer.fill(`退回${RETURNED}的原因`, '任务完成情况与督查通报不符');
    await officer.press(new RegExp(`^退回${RETURNED}$`));
    await officer.sees(/^待定 1 人/);
    const others = NAMES.filter((one) => one !== RETURNED);
    await officer.press(`审核通过 ${others.length} 人`);
    await officer.fill('备案编号', '县财党备〔2026〕2号');
    await officer.press(`备案 ${others.length} 人`);
    await officer.sees(`已办：备案 ${others.length} 人。`);
    const seconds = secondsOf(walk.efforts.of('党委经办人'));
    within('党委经办人一个支部的秒数（连同退回一人）', seconds, BUDGETS.officerSecondsABranch);
    expect(await walk.standing('待重新评议')).toEqual([RETURNED]);
  }, 240_000);

  test('退回的一人另行评议、公示、登记，补报备案', async () => {
    walk.branch.on('2026-06-29');
    await reappraised(walk, RETURNED, /党委退回的理由：任务完成情况与督查通报不符/, '8');
    await hangs(walk, 1, '3');
    walk.branch.on('2026-07-03');
    await registered(walk, 1);
    await submitted(walk, 1, '补报：退回后重新评议、另行公示');
    const officer = await walk.hands('党委经办人补报', '钱卫民');
    await officer.open(`organisation/${COMMITTEE}/rounds?year=2026&period=2`);
    await officer.press('审核通过 1 人');
    await officer.fill('备案编号', '县财党备〔2026〕2号补');
    await officer.press('备案 1 人');
    await officer.sees('现在没有等审核或备案的上报。');
    expect(await walk.standing('已备案')).toHaveLength(NAMES.length);
  }, 240_000);

  test('领导小组发出季度通报，党员在手机上看', async () => {
    const group = await walk.hands('领导小组', '刘洋');
    await group.open(roundPath('bulletin'));
    await group.fill('好的做法', '任务按季分解，月月对照。');
    await group.sees('草稿已保存。');
    await group.press('发出通报');
    await group.page.getByRole('heading', { name: '2026-07-03 发出' }).waitFor();
    const member = await walk.hands('党员看通报', '宋佳怡', 360);
    await member.open(roundPath('bulletin'));
    await member.sees('任务按季分解，月月对照。');
  }, 120_000);
}

/** Whoever files reads the submission's figures and its notes, not thirty lines again. */
const ON_ONE_SCREEN = 3;

async function registered(walk: Walk, count: number, office = '记分员', name = '徐晓燕'): Promise<void> {
  const hands = await walk.hands(office, name);
  await hands.open(roundPath());
  if (count === NAMES.length - 1)
    await hands.sees('徐晓燕：记分员是本人，应当回避，由核对人马文静代行（读法 G34）。');
  await hands.press(`登记入账（${count} 人）`);
  await hands.sees(`已办：登记入账 ${count} 人。`);
}

async function submitted(walk: Walk, count: number, lateReason?: string): Promise<void> {
  const hands = await walk.hands('记分员', '徐晓燕');
  await hands.open(roundPath());
  if (lateReason !== undefined) {
    await hands.click(hands.page.getByText(`上报党委（${count} 人）`).first());
    await hands.fill('逾期上报的理由', lateReason);
  }
  await hands.press(`上报党委（${count} 人）`);
  await hands.sees(`已办：上报党委 ${count} 人。`);
}
