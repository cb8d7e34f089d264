// An office begins to sign in: the set-up token, the two administrators, accounts by one-time code, and what each then sees.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSound, openPage, openScreen } from './shown.ts';

let browser: Browser;
let serving: Serving;
beforeAll(async () => {
  browser = await launchChromium();
  serving = await serve({ example: false });
});
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

const PASSWORD = '清江-Fangxun-2026';
const at = (path: string) => new URL(path, serving.url).href;

async function desk(width: number): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
  return { context, ...(await openPage(context, serving.url)) };
}

const codeShown = async (page: Page) =>
  /：([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})/.exec(
    await page.getByText('的一次性开通码：').last().innerText(),
  )?.[1] ?? '';

async function redeem(page: Page, username: string, code: string) {
  await page.goto(at('sign-in'));
  await page.getByRole('button', { name: '第一次登录' }).click();
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('一次性开通码').fill(code);
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '设定密码并登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

async function setUp(page: Page): Promise<string> {
  await page.goto(at('setup'));
  await page.getByRole('heading', { name: '启用登录' }).waitFor();
  await expectSound(page, '启用登录');
  await page.getByLabel('设置口令').fill(serving.setUpToken);
  await page.getByLabel('安全保密管理员的用户名').fill('sunli');
  await page.getByLabel('安全保密管理员的姓名').fill('孙丽');
  await page.getByLabel('安全保密管理员的密码').fill(PASSWORD);
  await page.getByLabel('系统管理员的用户名').fill('zhoutao');
  await page.getByLabel('系统管理员的姓名').fill('周涛');
  await page.getByRole('button', { name: '设立' }).click();
  await page.getByText('已启用登录').waitFor();
  const code = await codeShown(page);
  await page.getByRole('link', { name: '登录' }).click();
  await page.getByLabel('用户名').fill('sunli');
  await page.getByLabel('密码').fill(PASSWORD);
  await expectSound(page, '登录');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '账号', level: 1 }).waitFor();
  return code;
}

test('从设置口令到各人凭账号登录', async () => {
  const security = await desk(1440);
  const systemCode = await setUp(security.page);
  await expectSound(security.page, '账号');
  await security.page.getByLabel('用户名').fill('zhaomin');
  await security.page.getByLabel('姓名').fill('赵敏');
  await security.page.getByRole('button', { name: '建立账号' }).click();
  await security.page.getByText('赵敏 的一次性开通码').waitFor();
  await security.page.screenshot({ path: '/tmp/shots/accounts.png', fullPage: true });

  const system = await desk(768);
  await redeem(system.page, 'zhoutao', systemCode);
  await system.page.goto(at('me'));
  await system.page.getByText('周涛（zhoutao）').waitFor();
  await system.page.screenshot({ path: '/tmp/shots/me.png', fullPage: true });
  await expectSound(system.page, '我的账号');
  expect(security.complaints).toEqual([]);
  expect(system.complaints).toEqual([]);
}, 120_000);
