// A member reads the notice, says so, sees who looked, and takes the copy of everything kept about them.
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Staffed, staffedBranch } from '../server/branch.ts';
import { PASSWORD } from '../server/person.ts';
import { type ServingWithin, serveWithin } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

let browser: Browser;
let serving: ServingWithin;
let staffed: Staffed;
beforeAll(async () => {
  browser = await launchChromium();
  serving = await serveWithin();
  staffed = await staffedBranch(serving);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

const at = (path: string) => new URL(path, serving.url).href;
test('赵敏读告知书、确认，看谁查看过，下载自己的全部信息', { timeout: 240_000 }, async () => {
  const own = `api/books/${staffed.branch.id}/years/2026/members/${staffed.branch.personId('003')}`;
  await staffed.scorekeeper.person.done('GET', own);
  const context = await openScreen(browser, { width: 1440, scheme: 'light', size: 'normal' });
  const { page, complaints } = await openPage(context, serving.url);
  await page.goto(at('privacy'));
  await page.getByRole('heading', { name: '个人信息处理告知书' }).waitFor();
  expect(await page.getByRole('button', { name: '已阅读' }).count()).toBe(0);

  await page.goto(at('sign-in'));
  await page.getByLabel('用户名').fill('zhaomin');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  // their own points are there before anything is acknowledged
  await page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
  await page.getByRole('link', { name: '我的积分' }).click();
  await page.getByRole('heading', { name: '赵敏', level: 1 }).waitFor();
  await page.getByRole('link', { name: '阅读告知书' }).click();
  await page.getByRole('button', { name: '已阅读' }).waitFor();
  await expectSoundEverywhere(page, '告知书');
  await page.getByRole('button', { name: '已阅读' }).click();
  await page.getByText('您已确认阅读过这一版本').waitFor();
  expect(await page.getByRole('link', { name: '阅读告知书' }).count()).toBe(0);

  await page.goto(at('me'));
  await page.getByRole('heading', { name: '谁查看过我的积分和资料' }).waitFor();
  await page.getByText('李梅').first().waitFor();
  await expectSoundEverywhere(page, '我的账号');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载数据（.json）' }).click();
  const file = await (await downloading).path();
  const copy = await readFile(file, 'utf8');
  expect(copy).toContain('登记一笔积分');
  expect(copy).toContain('确认已阅个人信息处理告知书');
  expect(complaints).toEqual([]);
});
