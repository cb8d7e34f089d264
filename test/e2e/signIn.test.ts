// An office begins to sign in: the set-up token, the two administrators, accounts by one-time code, and what each then sees.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { act, codeShown, PASSWORD } from './desk.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

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

const at = (path: string) => new URL(path, serving.url).href;

async function desk(width: number): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
  return { context, ...(await openPage(context, serving.url)) };
}

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
  await expectSoundEverywhere(page, '启用登录');
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
  await expectSoundEverywhere(page, '登录');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '账号', level: 1 }).waitFor();
  return code;
}

const BRANCH = '城关镇财政所支部';
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const ROSTER = csv(
  '名册.csv',
  '编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n002,郑𠮷,正式党员,2012-05-01\nZ1,赵敏,正式党员,2014-05-01\n',
);
const RECORDS = csv('记录.csv', '编号,日期,条款,分值\n001,2026-02-01,task,15\n002,2026-02-01,task,14.5\n');

/** The security administrator makes an account; gives the code it shows. */
async function account(page: Page, username: string, name: string): Promise<string> {
  await page.goto(at('accounts'));
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('姓名').fill(name);
  await page.getByRole('button', { name: '建立账号' }).click();
  await page.getByText(`${name} 的一次性开通码`).waitFor();
  return codeShown(page);
}

async function openBranch(page: Page) {
  await page.goto(at('offices'));
  await page.getByRole('link', { name: new RegExp(BRANCH) }).click();
  await page.getByRole('heading', { name: BRANCH, level: 2 }).waitFor();
}

async function founded(page: Page) {
  await page.goto(at('offices'));
  await page.getByText('建立组织').waitFor();
  await act(page, '建立组织', { 组织名称: BRANCH, 组织层级: '党支部' }, '建立');
  await openBranch(page);
  await act(page, '登记任职人员', { 编号: 'L1', 姓名: '李梅' }, '登记');
  await act(page, '登记任职人员', { 编号: 'Z1', 姓名: '赵敏' }, '登记');
  const secretary = { 职务: '书记', 授予谁: '李梅', 依据: '县局党委〔2026〕3号' };
  await act(page, '授予职务', secretary, '授予');
  await page.getByText('县局党委〔2026〕3号').waitFor();
}

async function linked(page: Page, person: string) {
  await openBranch(page);
  await act(page, '把账号对应到人员', { 人员: person, 账号: person }, '对应');
}

test('从设置口令，到书记、记分员、党员各自登录，各看各的', async () => {
  const security = await desk(1440);
  const systemCode = await setUp(security.page);
  await expectSoundEverywhere(security.page, '账号');

  const system = await desk(768);
  await system.page.goto(at('sign-in'));
  await system.page.getByRole('button', { name: '第一次登录' }).click();
  await expectSoundEverywhere(system.page, '第一次登录');
  await redeem(system.page, 'zhoutao', systemCode);
  await founded(system.page);
  await expectSoundEverywhere(system.page, '组织和职务');
  await system.page.goto(at('me'));
  await system.page.getByText('周涛（zhoutao）').waitFor();
  await expectSoundEverywhere(system.page, '我的账号');
  await system.page.getByLabel('现在的密码').last().fill(PASSWORD);
  await system.page.getByRole('button', { name: '开启两步验证' }).click();
  await system.page.getByRole('img').waitFor();
  await expectSoundEverywhere(system.page, '开启两步验证');

  const codes = {
    limei: await account(security.page, 'limei', '李梅'),
    zhaomin: await account(security.page, 'zhaomin', '赵敏'),
    zhangjianguo: await account(security.page, 'zhangjianguo', '张建国'),
  };
  await linked(security.page, '李梅');
  await linked(security.page, '赵敏');

  const secretary = await desk(1440);
  await redeem(secretary.page, 'limei', codes.limei);
  await openBranch(secretary.page);
  expect(await secretary.page.locator('#office option', { hasText: '记分员' }).count()).toBe(0);
  await expectSoundEverywhere(secretary.page, '书记的组织和职务');
  await imported(secretary.page);
  await elected(secretary.page);

  const scorekeeper = await desk(768);
  await redeem(scorekeeper.page, 'zhaomin', codes.zhaomin);
  await scorekeeper.page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
  await linked(security.page, '张建国');

  const member = await desk(360);
  await redeem(member.page, 'zhangjianguo', codes.zhangjianguo);
  await member.page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
  await member.page.getByRole('link', { name: '我的积分' }).click();
  await member.page.getByRole('heading', { name: /^张建国/, level: 1 }).waitFor();
  expect(await member.page.getByText('郑𠮷').count()).toBe(0);
  expect(await member.page.getByRole('link', { name: '年度积分总表' }).count()).toBe(0);
  await expectSoundEverywhere(member.page, '党员自己的一年');
  for (const { complaints } of [security, system, secretary, scorekeeper, member])
    expect(complaints).toEqual([]);
}, 180_000);

/** The general meeting votes; the secretary records it. */
async function elected(page: Page) {
  await openBranch(page);
  await page.getByRole('link', { name: '记分员由党员大会推选' }).click();
  await page.getByRole('heading', { name: '记分员推选', level: 1 }).waitFor();
  for (const [label, value] of Object.entries({
    会议地点: '二楼会议室',
    会议记录编号: '2026-01',
    到会的有表决权的党员人数: '3',
    '得票人 1 的票数': '3',
    '任期至（年-月-日）': '2098-12-31',
  }))
    await page.getByLabel(label).fill(value);
  await page.getByLabel('得票人 1', { exact: true }).selectOption({ label: '赵敏（Z1）' });
  await page.getByText('按此计票，赵敏（Z1）当选').waitFor();
  await page.getByRole('button', { name: '登记推选结果' }).click();
  await page.getByText('赵敏当选').waitFor();
}

async function imported(page: Page) {
  await page.goto(at('open'));
  await page.getByLabel('支部名称').fill(BRANCH);
  await page.getByLabel('年度', { exact: true }).fill('2026');
  await page.locator('#roster').setInputFiles(ROSTER);
  await page.locator('#records').setInputFiles(RECORDS);
  await page.getByRole('button', { name: '检查并登记' }).click();
  await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();
  expect(await page.getByText('张建国').first().isVisible()).toBe(true);
}
