// 季度通报: nothing before it is issued, written by the leading group, kept, issued, and read by everybody on a phone.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toFiling } from '../store/wholeRound.ts';
import { launchChromium } from './chromium.ts';
import { heldSaving, once } from './heldSaving.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

let browser: Browser;
let branch: RoundBranch;

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

test('领导小组起草，草稿自动保存；没有备案的不能发出；发出以后全支部看得到，没有姓名', async () => {
  await branch.by('李梅', branch.acts.opening());
  const early = await branch.at('陈志远', 1440, roundPath('bulletin'));
  await early.getByText('还没有党员的积分备案，可以先起草').waitFor();
  await early.getByText('已登记的正式党员不满 3 人').waitFor();
  await expectSoundEverywhere(early, '通报-未备案');
  await early.getByLabel('好的做法').fill('任务按季分解，月月有检查。');
  await early.getByText('草稿已保存。').waitFor();
  await early.close();
  const member = await branch.at('吴㙦', 360, roundPath('bulletin'));
  await member.getByText('本季的通报还没有发出。').waitFor();
  expect(await member.getByText('任务按季分解').count()).toBe(0);
  await expectSoundEverywhere(member, '通报-没有');
  await member.close();
}, 120_000);

test('页面打开以后别人又写了：不按旧的发出，两份都在', async () => {
  await toFiling(branch, { reason: '先进工作者', words: '当天下乡' });
  const stale = await branch.at('陈志远', 1440, roundPath('bulletin'));
  const page = await branch.at('陈志远', 1440, roundPath('bulletin'));
  await page.getByLabel('好的做法').fill('任务按季分解，月月有检查，季季有通报。');
  await page.getByText('草稿已保存。').waitFor();
  await page.close();
  await stale.getByRole('button', { name: '发出通报' }).click();
  await stale.getByText('别人也改了这份草稿').waitFor();
  await stale.getByRole('definition').filter({ hasText: '季季有通报。' }).waitFor();
  await expectSoundEverywhere(stale, '通报-别处写过');
  await stale.getByRole('button', { name: '用已保存的那一份' }).click();
  await stale.getByText('草稿已保存。').waitFor();
  expect(await stale.getByLabel('好的做法').inputValue()).toBe('任务按季分解，月月有检查，季季有通报。');
  expect(await stale.getByText('2026-06-24 发出').count()).toBe(0);
  await stale.close();
  expect(branch.complaints.splice(0)).toEqual([expect.stringContaining('412')]);
}, 120_000);

test('备案以后发出：数字固定下来，党员在手机上看', async () => {
  const page = await branch.at('陈志远', 1440, roundPath('bulletin'));
  await expect
    .poll(() => page.getByLabel('好的做法').inputValue())
    .toBe('任务按季分解，月月有检查，季季有通报。');
  await page.getByLabel('抄报抄送').fill('县财政局党委。');
  await page.getByText('草稿已保存。').waitFor();
  await expectSoundEverywhere(page, '通报-起草');
  // issued in the middle of a saving: it would find the draft gone, and call that somebody else's doing
  const { told, free } = await heldSaving(page, 'PUT bulletin', () =>
    page.getByLabel('抄报抄送').fill('县财政局党委；各党小组。'),
  );
  await page.getByRole('button', { name: '发出通报' }).click();
  await page.locator('.ant-btn-loading').waitFor();
  free();
  await page.getByRole('heading', { name: '2026-06-24 发出' }).waitFor();
  await page.getByText('县财政局党委；各党小组。').waitFor();
  expect(told).toEqual([...once('PUT bulletin'), ...once('PUT bulletin'), ...once('POST bulletins')]);
  expect(await page.getByLabel('好的做法').inputValue()).toBe('');
  await page.close();
  const member = await branch.at('吴㙦', 360, roundPath('bulletin'));
  await member.getByText('任务按季分解，月月有检查，季季有通报。').waitFor();
  await member.getByText('公示期间收到异议 2 件：重新评议 1 件，维持原评议 1 件，还在审定 0 件。').waitFor();
  await member.getByText('待定 1 人').first().waitFor();
  const text = await member.locator('main').innerText();
  for (const name of ['张建国', '王强', '郑𠮷', '孙丽']) expect(text).not.toContain(name);
  await expectSoundEverywhere(member, '通报-发出');
  await member.close();
  expect(branch.complaints).toEqual([]);
}, 120_000);
