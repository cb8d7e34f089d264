// A bad connection: what is typed stays and saves itself once it can; an act whose answer was lost is done once (promise C4).
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';

let browser: Browser;
let branch: RoundBranch;

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  await branch.by('李梅', branch.acts.opening());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

/** Every other complaint is a fault: the browser tells of each connection that failed. */
async function closed(page: Page): Promise<void> {
  await page.close();
  expect(branch.complaints.splice(0).filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
}

/** Requests to that address arrive, and nothing comes back. */
const losingAnswers = (page: Page, address: string) =>
  page.route(address, async (route) => {
    await route.fetch();
    await route.abort();
  });

test('连接断了：写的还在，断了这件事看得到；通了以后自己存上', async () => {
  const page = await branch.at('王强', 360, roundPath(`member/${branch.id.王强}`));
  const field = page.getByLabel('自报扣分');
  await page.route('**/api/**', (route) => route.abort());
  await field.fill('没有可报的');
  await page.getByText('草稿没有存上，内容还在页面里：').waitFor();
  // whoever looks elsewhere and back has the page ask again
  await page.evaluate(`dispatchEvent(new Event('visibilitychange'))`);
  await page.getByRole('button', { name: '重试' }).first().waitFor();
  expect(await field.inputValue()).toBe('没有可报的');
  await page.unroute('**/api/**');
  await page.getByText('草稿已保存。').waitFor();
  await page.getByRole('button', { name: '重试' }).first().click();
  await page.getByRole('button', { name: '重试' }).waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('没有可报的');
  await closed(page);
}, 60_000);

test('存上了，答复丢在路上：再存时不把自己写的当成别人改的', async () => {
  const page = await branch.at('郑𠮷', 360, roundPath(`member/${branch.id.郑𠮷}`));
  const field = page.getByLabel('自报扣分');
  await losingAnswers(page, '**/application-draft');
  await field.fill('没有可报');
  await page.getByText('草稿没有存上，内容还在页面里：').waitFor();
  await field.fill('没有可报的');
  await page.unroute('**/application-draft');
  await page.getByText('草稿已保存。').waitFor();
  await page.reload();
  await expect.poll(() => field.inputValue()).toBe('没有可报的');
  await closed(page);
}, 60_000);

test('申请提交了，答复丢在路上：再按一次就看到已经提交', async () => {
  const page = await branch.at('孙丽', 360, roundPath(`member/${branch.id.孙丽}`));
  await page.getByLabel('自报扣分').fill('没有');
  await losingAnswers(page, '**/application');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('连不上服务器').waitFor();
  await page.unroute('**/application');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('等分管领导赵敏签注意见').waitFor();
  await closed(page);
}, 60_000);

test('办了，答复丢在路上：再按一次还是一件事', async () => {
  await branch.by('张建国', await branch.acts.applying('张建国'));
  await branch.by('赵敏', await branch.acts.opinions(['张建国']));
  const page = await branch.at('李梅', 1440, roundPath('sheet'));
  await page.getByText('拟扣分和更正（0 笔）').click();
  await page.getByLabel('条款').selectOption('A2.5-1');
  await page.getByLabel(/发生日期/).fill('2026-05-12');
  await page.getByLabel('事由').fill('主题党日无故缺席');
  await page.getByRole('textbox', { name: /^依据/ }).fill('签到表');
  await page.getByLabel('提供依据的单位').selectOption('本支部');
  await losingAnswers(page, '**/deductions');
  await page.getByRole('button', { name: '提出拟扣分' }).click();
  await page.getByText('连不上服务器').waitFor();
  expect(await page.getByLabel('事由').inputValue()).toBe('主题党日无故缺席');
  await page.unroute('**/deductions');
  await page.getByRole('button', { name: '提出拟扣分' }).click();
  await page.getByText('拟扣分和更正（1 笔）').waitFor();
  expect((await branch.matter('张建国')).proposals).toHaveLength(1);
  // whoever signs in next at this machine finds nothing in its memory
  await page.evaluate('window.remembered = true');
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByLabel('用户名').waitFor();
  expect(await page.evaluate('window.remembered')).toBeUndefined();
  await closed(page);
}, 60_000);
