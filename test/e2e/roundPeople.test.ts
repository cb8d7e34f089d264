// A quarter as the people of the branch see it: the member on a phone, the leader in charge, the committee above, 待办.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { points } from '../../src/domain/points.ts';
import { COMMITTEE } from '../store/bureau.ts';
import { day, HERE, type Name } from '../store/rounds.ts';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

let browser: Browser;
let branch: RoundBranch;

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  await branch.by('李梅', { type: 'openRound', ...HERE });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

const matterOf = (name: Name) => roundPath(`member/${branch.id[name]}`);

/** Presses of the mouse or a finger in that page from now on. */
async function countingClicks(page: Page): Promise<() => Promise<number>> {
  await page.exposeFunction('pressed', () => (clicks += 1));
  let clicks = 0;
  await page.addInitScript(`addEventListener('click', () => window.pressed(), true)`);
  await page.evaluate(`addEventListener('click', () => window.pressed(), true)`);
  return async () => clicks;
}

test('党员在手机上从我的账号进去，核对无误，两次点击就提交', async () => {
  const page = await branch.at('吴㙦', 360, 'me');
  const clicks = await countingClicks(page);
  await page.getByRole('link', { name: /第二季度积分/ }).click();
  await page.getByText('请在 2026-06').first().waitFor();
  await page.getByRole('heading', { name: '提交积分申请' }).waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('等分管领导赵敏签注意见').waitFor();
  expect(await clicks()).toBeLessThanOrEqual(6);
  console.info(`党员无需更正时的点击数：${await clicks()}`);
  await expectSoundEverywhere(page, '本人已提交');
  await page.close();
}, 120_000);

test('有出入的：改完成情况和申报分，加奖励分；缺什么当场说明，草稿自己留着', async () => {
  const page = await branch.at('王强', 360, matterOf('王强'));
  await page.getByLabel('完成情况').selectOption({ label: '部分完成' });
  await page.getByLabel(/^申报分/).fill('99');
  await page.getByRole('button', { name: '申报一项奖励分' }).click();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('请写成不超过计划分的数字').waitFor();
  expect(await page.getByText('请填写').count()).toBe(4);
  await expectSoundEverywhere(page, '申请有缺');
  await page.getByLabel(/^申报分/).fill('12.5');
  await page.getByLabel('条款').selectOption('3.4.1-4');
  await page.getByLabel('文件上的日期').fill('2026-05-08');
  await page.getByLabel('事由').fill('先进工作者');
  await page.getByLabel('文号或书面依据').fill('财发〔2026〕8号');
  await page.getByText('草稿已保存。').waitFor();
  await page.reload();
  await page.getByRole('button', { name: '提交申请' }).waitFor();
  expect(await page.getByLabel('文号或书面依据').inputValue()).toBe('财发〔2026〕8号');
  expect(await page.getByLabel(/^申报分/).inputValue()).toBe('12.5');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('财发〔2026〕8号').waitFor();
  await page.close();
}, 120_000);

test('两处同时写同一份：后写的被告知，两份都还在', async () => {
  const phone = await branch.at('孙丽', 360, matterOf('孙丽'));
  const desk = await branch.at('孙丽', 1440, matterOf('孙丽'));
  await phone.getByLabel('自报扣分').fill('四月迟到一次');
  await phone.getByText('草稿已保存。').waitFor();
  await desk.getByLabel('自报扣分').fill('没有');
  await desk.getByText('草稿在别处改过').waitFor();
  await desk.getByRole('button', { name: '用已保存的那一份' }).click();
  expect(await desk.getByLabel('自报扣分').inputValue()).toBe('四月迟到一次');
  await phone.close();
  await desk.close();
}, 120_000);

test('交来纸质申请的，由记分员代为登记，写明代书人和纸面日期；晚交只说明', async () => {
  branch.on('2026-06-10');
  const page = await branch.at('李梅', 1440, matterOf('郑𠮷'));
  await page.getByRole('button', { name: '提交申请' }).click();
  expect(await page.getByText('请填写').count()).toBe(2);
  await page.getByLabel('代书人姓名').fill('李梅');
  await page.getByLabel('纸面日期').fill('2026-06-02');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('纸质申请，代书人 李梅，纸面日期 2026-06-02。').waitFor();
  await page.getByText('晚于申请期限提交，照常办理，不因此扣分。').waitFor();
  await expectSoundEverywhere(page, '代为登记');
  await page.close();
}, 120_000);

test('拟扣分送达本人：看得到事由、依据和答复期，写下答复', async () => {
  await branch.by('李梅', {
    type: 'proposeDeduction',
    ...HERE,
    personId: branch.id.吴㙦,
    proposed: {
      item: 'A2.5-1',
      day: day('2026-05-12'),
      amount: points(100),
      reason: '主题党日无故缺席',
      evidence: '签到表',
      supplier: '本支部',
      incident: null,
    },
    files: [],
  });
  const page = await branch.at('吴㙦', 360, 'me');
  await page.getByText('有 1 笔拟扣分等您答复').waitFor();
  await page.getByRole('link', { name: /第二季度积分/ }).click();
  await page.getByText(/^请在 2026-06-1\d 前答复（还有 \d 个工作日）$/).waitFor();
  await expectSoundEverywhere(page, '拟扣分');
  await page.getByRole('button', { name: '提交答复' }).click();
  await page.getByText('请填写').waitFor();
  await page.getByLabel('答复').fill('那天在下乡，有派遣单');
  await page.getByRole('button', { name: '提交答复' }).click();
  await page.getByText('本人的答复').waitFor();
  await page.close();
  expect(branch.complaints.filter((one) => !/409|412/.test(one))).toEqual([]);
}, 120_000);

test('分管领导一屏签注：已填成“已完成、良”，快捷键改一名，一次签完；自己分管以外的没有', async () => {
  const page = await branch.at('赵敏', 360, roundPath('opinions'));
  await page.getByRole('heading', { name: /分管领导签注意见/ }).waitFor();
  await expectSoundEverywhere(page, '签注意见');
  const row = page.getByRole('group', { name: /^王强/ });
  await row.getByText('本人：部分完成，申报 12.50（计划 15.00）').waitFor();
  await row.getByLabel('完成质量').focus();
  await page.keyboard.press('s');
  await page.keyboard.press('3');
  expect(await row.getByLabel('完成质量').inputValue()).toBe('fair');
  expect(await row.getByLabel(/完成情况/).inputValue()).toBe('partly');
  await page.keyboard.press('Enter');
  for (const name of ['孙丽', '张建国']) await page.getByLabel(`一并签注 ${name}`).uncheck();
  await page.getByRole('button', { name: '签注 4 人' }).click();
  await page.getByText('已签注 4 人。').waitFor();
  expect(await page.getByRole('group').filter({ hasText: '一并签注' }).count()).toBe(2);
  await page.close();
}, 120_000);

test('分管领导逾期未签：页面写明由谁代行、为什么；书记登记未签，自己的不在内', async () => {
  branch.on('2026-06-11');
  const page = await branch.at('张建国', 1440, roundPath('opinions'));
  await page.getByText('代行：书记张建国（分管领导逾期未签，由其代行）').waitFor();
  expect(await page.getByLabel('一并签注 张建国').count()).toBe(0);
  await expectSoundEverywhere(page, '代行签注');
  await page.getByRole('button', { name: '按“未签”登记 1 人' }).click();
  await page.getByText('已按“未签”登记 1 人。').waitFor();
  await page.getByText('现在没有等您签注的党员。').waitFor();
  await page.close();
  const own = await branch.at('孙丽', 360, matterOf('孙丽'));
  await own.getByText('未签：不算完成，也不算没完成（读法 G17）').waitFor();
  await own.close();
}, 120_000);

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const SEATS: readonly Name[] = ['张建国', '王强', '郑𠮷'];

/** From the last opinion to the branch's submission of five of the six, late. */
async function submitted() {
  const { by, acts, on } = branch;
  const except = (name: Name) => ALL.filter((one) => one !== name);
  await by('赵敏', await acts.opinions(['张建国']));
  await by('李梅', await acts.sheet(except('李梅')));
  await by('孙丽', await acts.sheet(['李梅']));
  on('2026-06-16');
  const { meetingId } = await by('张建国', acts.meeting('2026-06-16', SEATS));
  await by('张建国', await acts.appraising(meetingId, except('张建国'), 3));
  await by('刘洋', await acts.appraising(meetingId, ['张建国'], 3));
  const { noticeId } = await by('李梅', acts.drafting(ALL));
  await by('王强', acts.checking(noticeId));
  await by('张建国', acts.publishing(noticeId));
  on('2026-06-29');
  const five = except('孙丽');
  await by('李梅', acts.registering(five.filter((one) => one !== '李梅')));
  await by('孙丽', acts.registering(['李梅']));
  await by('李梅', acts.submitting(five, '公示期顺延'));
}

test('党委经办人看各支部办到哪一步：逾期写明原因，退回一人，其余审核、备案', async () => {
  await submitted();
  const page = await branch.at('刘洋', 1440, `organisation/${COMMITTEE}/rounds`);
  await page
    .getByText('有 1 个支部的上报等审核或备案：下面从最先的一个办起，也可以点支部名称另选。')
    .waitFor();
  await page.getByText('公示期顺延').waitFor();
  await page.getByText(/^待定 1 人/).waitFor();
  await expectSoundEverywhere(page, '各支部和一个支部的上报');
  await page.getByRole('button', { name: '退回王强，写原因' }).click();
  await page.locator('textarea:focus').waitFor();
  await page.getByRole('button', { name: '退回王强', exact: true }).click();
  await page.getByText('请填写').waitFor();
  await expectSoundEverywhere(page, '退回一人');
  await page.getByLabel('退回王强的原因').fill('任务完成情况与督查通报不符');
  await page.getByRole('button', { name: '退回王强', exact: true }).click();
  await page.getByText('已办：退回王强。').waitFor();
  await page.getByText(/^待定 2 人/).waitFor();
  await page.getByRole('button', { name: '审核通过 4 人' }).click();
  await page.getByLabel('备案编号').fill('县财党备〔2026〕2号');
  await page.getByRole('button', { name: '备案 4 人' }).click();
  await page.getByText('已办：备案 4 人。').waitFor();
  await page.getByText('现在没有等审核或备案的上报。').waitFor();
  await expectSoundEverywhere(page, '已备案');
  await page.close();
  const returned = await branch.at('王强', 360, matterOf('王强'));
  await returned.getByText(/^待重新评议$/).waitFor();
  await returned.close();
  expect(branch.complaints.filter((one) => !/409|412|422/.test(one))).toEqual([]);
}, 120_000);
