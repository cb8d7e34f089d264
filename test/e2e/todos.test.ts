// 待办 as the home page, in Chromium: each office's own list, its door, a deadline in words, what comes next; 消息 read once. Three widths, both type sizes.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openRoundBranch, type RoundBranch } from './quarterBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

let browser: Browser;
let branch: RoundBranch;

beforeAll(async () => {
  browser = await launchChromium();
  branch = await openRoundBranch();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

/** That person's browser at home. */
async function home(name: string, width = 1440) {
  const page = await branch.at(browser, name, 'calendar', width);
  await page.goto(new URL('/', page.url()).href);
  await page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
  return page;
}

const todos = (page: Awaited<ReturnType<typeof home>>) => page.getByRole('list', { name: '待办' });

test('没有要办的事：写明接下来哪一步、哪一天', async () => {
  branch.on('2026-05-28');
  const page = await home('吴㙦', 360);
  await page.getByRole('heading', { name: '接下来' }).waitFor();
  await page.getByText('2026年第二季度党员申请').waitFor();
  await expectSoundEverywhere(page, '待办，没有要办的事');
  await page.close();
});

test('记分员开始一轮；党员在手机上从待办一步到申请，分管领导看到有几名待签注', async () => {
  branch.on('2026-06-04');
  const keeper = await home('李梅');
  await todos(keeper)
    .getByRole('link', { name: /开始本季积分工作/ })
    .click();
  await keeper.getByRole('heading', { level: 1 }).waitFor();
  const { organisation } = branch;
  await branch.as('李梅').done('POST', `api/books/${organisation}/years/2026/rounds/2`, {});
  const member = await home('吴㙦', 360);
  const line = todos(member).getByRole('listitem').filter({ hasText: '提交积分申请' });
  expect(await line.innerText()).toMatch(/2026-06-05 前办完（还有 1 个工作日）/);
  expect(await line.innerText()).toContain('附件一第 3 步');
  await line.getByRole('link').click();
  await member.getByRole('button', { name: '提交申请' }).waitFor();
  await member.getByRole('button', { name: '提交申请' }).click();
  await member.getByText('等分管领导赵敏签注意见').waitFor();
  const leader = await home('赵敏', 768);
  await todos(leader).getByText('1 名党员待签注').waitFor();
  await expectSoundEverywhere(leader, '待办，分管领导');
  await todos(leader)
    .getByRole('link', { name: /签注意见/ })
    .click();
  await leader.getByRole('button', { name: /签注/ }).first().waitFor();
  await Promise.all([keeper.close(), member.close(), leader.close()]);
});

test('过了期限写“逾期”，不只用颜色；代行的人看到为什么由他办', async () => {
  branch.on('2026-06-23');
  const page = await home('张建国', 360);
  const line = todos(page).getByRole('listitem').filter({ hasText: '签注意见' });
  expect(await line.first().innerText()).toContain('逾期');
  expect(await line.first().innerText()).toContain('代行（读法 G17）');
  await expectSoundEverywhere(page, '待办，逾期');
  await page.close();
});

test('消息：未读的条数写在页面上方，看过就不再算', async () => {
  const page = await home('郑𠮷');
  const door = page.getByRole('navigation').getByRole('link', { name: /^消息/ });
  await door.getByText('1 条未读').waitFor();
  await door.click();
  await page.getByRole('heading', { name: '消息', level: 1 }).waitFor();
  await page.getByText('2026年第二季度积分工作已开始').first().waitFor();
  await page.getByText('新', { exact: true }).first().waitFor();
  await door.getByText(/条未读/).waitFor({ state: 'detached' });
  await expectSoundEverywhere(page, '消息');
  await page.close();
  expect(branch.complaints).toEqual([]);
});
