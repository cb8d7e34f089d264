// One member's quarter from its opening to the file, with a correction of the quarter before, by Tab, Space, Enter and typing alone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { points } from '../../src/domain/points.ts';
import { COMMITTEE } from '../store/bureau.ts';
import { day, HERE, type Name } from '../store/rounds.ts';
import { type Keys, keysOf } from './byKeys.ts';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

const MEMBER: Name = '吴㙦';
const OTHERS: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '孙丽'];

let browser: Browser;
let branch: RoundBranch;
let total = 0;

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  await branch.by('李梅', {
    type: 'postEntry',
    organisationId: HERE.organisationId,
    year: HERE.year,
    personId: branch.id[MEMBER],
    posting: {
      period: 1,
      item: 'task',
      day: day('2026-03-20'),
      amount: points(1200),
      reason: '预算编制',
      evidence: '登记表',
      supplier: null,
      incident: null,
      achievement: null,
    },
  });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

/** At that person's desk, whose mouse stays untouched. */
async function atDesk(name: string, path: string, work: (page: Page, keys: Keys) => Promise<void>) {
  const page = await branch.at(name, 1440, path);
  const keys = keysOf(page);
  await work(page, keys);
  total += keys.pressed();
  await page.context().close();
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const summary = (page: Page, name: string) => page.locator('summary', { hasText: name });
const stateOf = async () => (await branch.matter(MEMBER)).state;

test('记分员开始这一轮；党员改一处、提交；分管领导只签这一人', async () => {
  await atDesk('李梅', roundPath(''), async (page, keys) => {
    await keys.enter(button(page, '开始这一轮'));
    await page.getByText('6 人在这一步').waitFor();
  });
  await atDesk(MEMBER, 'me', async (page, keys) => {
    await keys.enter(page.getByRole('link', { name: /第二季度积分/ }));
    await keys.to(page.getByLabel('完成情况'));
    await keys.press('ArrowDown');
    expect(await page.getByLabel('完成情况').inputValue()).toBe('partly');
    await keys.to(page.getByLabel(/^申报分/));
    await keys.press('Control+a');
    await keys.type(page.getByLabel(/^申报分/), '14.5');
    await keys.enter(button(page, '提交申请'));
    await page.getByText('等分管领导赵敏签注意见').waitFor();
  });
  await atDesk('赵敏', roundPath('opinions'), async (page, keys) => {
    for (const name of OTHERS) {
      await keys.to(page.getByLabel(`一并签注 ${name}`));
      await keys.press('Space');
    }
    await keys.enter(button(page, '签注 1 人'));
    await page.getByText('已签注 1 人。').waitFor();
  });
}, 180_000);

test('记分员在考核登记表上提出更正上一季度的登记，填分，提交；本人答复', async () => {
  await atDesk('李梅', roundPath('sheet'), async (page, keys) => {
    await keys.enter(summary(page, '拟扣分和更正（0 笔）'));
    await keys.enter(summary(page, '更正以前各期已登记的积分'));
    await keys.to(button(page, '提出更正'));
    await keys.press('Enter');
    await page.getByText('请填写。').first().waitFor();
    await expectSoundEverywhere(page, '更正，还没有填');
    await keys.to(page.getByLabel('要更正的登记'));
    await keys.press('ArrowDown');
    await keys.type(page.getByLabel(/^应有的分值/), '11');
    await keys.type(page.getByLabel('更正的理由'), '四月的督查通报写明晚报一天');
    await keys.type(page.locator('[id^=correct-][id$=basis]'), '督查通报〔2026〕4号');
    await expectSoundEverywhere(page, '更正，已填');
    await keys.enter(button(page, '提出更正'));
    await page.getByText(/^已送达本人，答复到 .* 为止。$/).waitFor();
    await summary(page, '拟扣分和更正（1 笔）').waitFor();
    await expectSoundEverywhere(page, '更正，已提出');
    await keys.type(page.getByLabel(/的考核分$/), '14.5');
    await page.getByText('草稿已保存。').waitFor();
    await keys.enter(button(page, '提交填齐的 1 人'));
    await page.getByText('已提交 1 人的考核登记。').waitFor();
  });
  await atDesk(MEMBER, 'me', async (page, keys) => {
    await keys.enter(page.getByRole('link', { name: /第二季度积分/ }));
    await keys.type(page.getByLabel('答复', { exact: true }), '同意更正');
    await expectSoundEverywhere(page, '更正送达本人');
    await keys.enter(button(page, '提交答复'));
    await page.getByText('本人的答复').waitFor();
  });
}, 240_000);

test('评议会：登记到会，宣读答复，逐项决定，登记', async () => {
  branch.on('2026-06-15');
  await atDesk('张建国', roundPath('meeting'), async (page, keys) => {
    await keys.type(page.getByLabel('地点'), '二楼会议室');
    await keys.enter(button(page, '全部到会'));
    await page.getByText('草稿已保存。').waitFor();
    await keys.enter(page.getByRole('link', { name: '会议方式（投影）' }));
    await page.locator('.meet-stage h2').filter({ hasText: MEMBER }).waitFor();
    // the member's name has the focus by itself
    await keys.press('Enter');
    await page.getByText('还没有决定').waitFor();
    await expectSoundEverywhere(page, '会上决定更正');
    await keys.press('Space', 'Escape', 'Enter');
    await page.getByText('已定 1 人，还剩 0 人').waitFor();
    await keys.type(page.getByRole('textbox', { name: '会议记录' }), '宣读答复，逐项表决。');
    await page.getByText('草稿已保存。').waitFor();
    await keys.enter(button(page, '登记评议会和 1 人的评议结果'));
    await page.getByText('已登记 1 人的评议结果。').waitFor();
  });
  expect((await branch.matter(MEMBER)).appraisal).toMatchObject({ deductions: [{ upheld: true }] });
}, 180_000);

test('公示：拟制、保密审查、批准；期满登记、上报；党委审核、备案', async () => {
  await atDesk('李梅', roundPath(''), async (page, keys) => {
    await keys.enter(summary(page, '拟制公示（1 人）'));
    await keys.type(page.getByLabel(/公示范围/), '局机关');
    await keys.type(page.getByLabel(/异议受理人/), '王强，电话 8021，二楼 203 室');
    await keys.enter(button(page, '拟制公示（1 人）'));
    await page.getByText('等待保密审查').waitFor();
  });
  await atDesk('王强', roundPath(''), async (page, keys) => {
    await keys.enter(summary(page, '保密审查（公示稿，1 人）'));
    await keys.enter(button(page, '保密审查通过'));
    await page.getByText('等待书记批准').waitFor();
  });
  await atDesk('张建国', roundPath(''), async (page, keys) => {
    await keys.enter(button(page, '批准公示（1 人）'));
    await page.getByText('2026-06-15 发布，公示至').waitFor();
  });
  branch.on('2026-06-24');
  await atDesk('李梅', roundPath(''), async (page, keys) => {
    await keys.enter(button(page, '登记入账（1 人）'));
    await page.getByText('已办：登记入账 1 人。').waitFor();
    await keys.enter(button(page, '上报党委（1 人）'));
    await page.getByText('已办：上报党委 1 人。').waitFor();
  });
  await atDesk('刘洋', `organisation/${COMMITTEE}/rounds`, async (page, keys) => {
    await keys.enter(page.getByRole('link', { name: '清江县财政局机关支部' }));
    await keys.enter(button(page, '审核通过 1 人'));
    await keys.type(page.getByLabel('备案编号'), '县财党备〔2026〕2号');
    await keys.enter(button(page, '备案 1 人'));
    await page.getByText('现在没有等审核或备案的上报。').waitFor();
  });
  expect(await stateOf()).toBe('filed');
  console.info(`一名党员的一轮，十一次上机，只用键盘：共 ${total} 次按键`);
  expect(branch.complaints).toEqual([]);
}, 240_000);
