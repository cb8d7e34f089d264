// Drafts that keep themselves: whoever leaves in the middle of a word finds all of it again, with the browser's own button too.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BRANCH } from '../store/branch.ts';
import { HERE } from '../store/rounds.ts';
import { launchChromium } from './chromium.ts';
import { heldSaving, once } from './heldSaving.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

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

/** Types, goes to another page at once and back; what is typed then is no quarrel with oneself. */
async function leftAndFound(page: Page, label: string, texts: readonly [string, string]): Promise<void> {
  const field = page.getByLabel(label);
  const saved = page.waitForResponse((answer) => answer.request().method() !== 'GET');
  await field.fill(texts[0]);
  await page.locator('a.product').click();
  expect((await saved).status()).toBe(200);
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe(texts[0]);
  await field.fill(texts[1]);
  await page.getByText('草稿已保存。').waitFor();
}

test('积分申请：离开再回来，写的都在；提交时还有一次保存在路上，等它到了再提交', async () => {
  const page = await branch.at('吴㙦', 360, roundPath(`member/${branch.id.吴㙦}`));
  await leftAndFound(page, '自报扣分', ['四月迟到一次', '四月迟到一次，五月没有']);
  const { told, free } = await heldSaving(page, 'POST application-draft', () =>
    page.getByLabel('自报扣分').fill('没有'),
  );
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.locator('.ant-btn-loading').waitFor();
  free();
  await page.getByText('等分管领导赵敏签注意见').waitFor();
  expect(told).toEqual([
    ...once('POST application-draft'),
    ...once('POST application-draft'),
    ...once('POST application'),
  ]);
  await page.close();
}, 60_000);

test('目标任务的变更：离开再回来，写的都在', async () => {
  const page = await branch.at('李梅', 1440, `branch/${BRANCH}/${HERE.year}/plans/${branch.id.王强}`);
  await page.getByText('提出变更', { exact: true }).first().click();
  await leftAndFound(page, '第 2 项内容', ['第二季度预算执行分析和说明', '第二季度预算执行情况']);
  await page.close();
}, 60_000);

test('拟订细则：离开再回来，改的都在；别人同时也改了，两份都在，由人选', async () => {
  const page = await branch.at('张建国', 1440, `organisation/${BRANCH}/rules/draft`);
  await page.getByRole('button', { name: '开始拟订' }).click();
  const search = page.getByLabel('按条款编号或字词查找');
  const field = page.getByRole('group', { name: /3\.4\.1-4/ }).getByLabel('分值');
  await search.fill('3.4.1-4');
  const saved = page.waitForResponse((answer) => answer.request().method() !== 'GET');
  await field.fill('1.5');
  await page.locator('a.product').click();
  expect((await saved).status()).toBe(200);
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  await page.goBack();
  await page.getByText('2.00 → 1.5').waitFor();
  const other = await branch.at('王强', 1440, `organisation/${BRANCH}/rules/draft`);
  await search.fill('3.4.1-4');
  await field.fill('1.6');
  await page.getByText('草稿已保存。').waitFor();
  await other.getByLabel('按条款编号或字词查找').fill('G7');
  await other
    .getByRole('group', { name: /读法 G7/ })
    .getByLabel('采用')
    .selectOption('period');
  await other.getByText('3.4.1-4 本单位表彰奖励 · 分值：2.00 → 1.6').waitFor();
  await expectSoundEverywhere(other, '拟订细则-别处改过');
  await other.getByRole('button', { name: '用我写的这一份' }).click();
  await other.getByText('草稿已保存。').waitFor();
  await other.reload();
  await other.getByText('2.00 → 1.5').waitFor();
  await other.close();
  await page.close();
  expect(branch.complaints.splice(0)).toEqual([expect.stringContaining('412')]);
}, 60_000);

test('季度通报：离开再回来，写的都在', async () => {
  const page = await branch.at('陈志远', 1440, roundPath('bulletin'));
  await leftAndFound(page, '好的做法', ['任务按季分解', '任务按季分解，月月有检查。']);
  await page.close();
}, 60_000);

test('一次保存还在路上，又写了几个字就离开：几个字也存上', async () => {
  const page = await branch.at('陈志远', 1440, roundPath('bulletin'));
  const field = page.getByLabel('存在问题');
  const { told, free } = await heldSaving(page, 'PUT bulletin', () => field.fill('报送'));
  await field.fill('报送偏晚');
  await page.locator('a.product').click();
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  free();
  await expect.poll(() => told).toEqual([...once('PUT bulletin'), ...once('PUT bulletin')]);
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe('报送偏晚');
  await page.close();
}, 60_000);

test('考核登记表：离开再回来，填的都在', async () => {
  await branch.by('张建国', await branch.acts.applying('张建国'));
  await branch.by('赵敏', await branch.acts.opinions(['张建国']));
  const page = await branch.at('李梅', 1440, roundPath('sheet'));
  await leftAndFound(page, '张建国“第二季度预算执行分析”的考核分', ['9.5', '9']);
  await page.close();
}, 60_000);

test('支部评议会：离开再回来，填的都在', async () => {
  await branch.by('李梅', await branch.acts.sheet(['张建国']));
  const page = await branch.at('张建国', 1440, roundPath('meeting'));
  await leftAndFound(page, '地点', ['二楼会议室', '三楼会议室']);
  await page.close();
  expect(branch.complaints).toEqual([]);
}, 60_000);
