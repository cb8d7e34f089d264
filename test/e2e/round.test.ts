// A quarter of a small branch from its beginning to its submission, by the offices that own the acts, at three widths.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openRoundBranch, type RoundBranch } from './quarterBranch.ts';
import { expectSound } from './shown.ts';

const ALL = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '陈静'];
const ROUND = 'rounds/2';

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

const round = () => `api/books/${branch.organisation}/years/2026/rounds/2`;
const at = (name: string, path = ROUND, width = 1440) => branch.at(browser, name, path, width);

async function soundAtEveryWidth(page: Page, name: string) {
  const before = page.viewportSize();
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 1000 });
    await expectSound(page, `${name}，${width} 像素`);
    const folder = process.env['PICTURES'];
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (before !== null) await page.setViewportSize(before);
}

type Tasks = { tasks: { taskId: string; planned: string }[] };
const matterOf = (reader: string, name: string) =>
  branch.as(reader).done<Tasks>('GET', `${round()}/members/${branch.idOf(name)}`);
const statesOf = async () => {
  const { lines } = await branch
    .as('李梅')
    .done<{ lines: { member: { name: string }; state: { name: string } }[] }>('GET', round());
  return new Map(lines.map(({ member, state }) => [member.name, state.name]));
};

/** The members hand in and the leader signs: their own pages are shown elsewhere. */
async function appliedAndSigned() {
  for (const name of ALL) {
    const { tasks } = await matterOf('李梅', name);
    await branch.as(name).done('POST', `${round()}/members/${branch.idOf(name)}/application`, {
      tasks: tasks.map(({ taskId, planned }) => ({
        taskId,
        done: 'done',
        claimed: planned,
        words: '按时完成',
      })),
      bonuses: [],
      selfReported: null,
      onBehalf: null,
    });
  }
  const opinions = await Promise.all(
    ALL.map(async (name) => ({
      member: branch.idOf(name),
      tasks: (await matterOf('李梅', name)).tasks.map(({ taskId }) => ({ taskId, done: 'done' })),
      quality: 'good',
      words: '完成较好',
    })),
  );
  await branch.as('赵敏').done('POST', `${round()}/opinions`, { unsigned: false, opinions });
}

test('记分员从年度导航进入，开始这一轮；别人没有这个按钮', async () => {
  const member = await at('郑𠮷');
  await member.getByText('第二季度的积分工作还没有开始').waitFor();
  expect(await member.getByRole('button', { name: '开始这一轮' }).count()).toBe(0);
  await member.close();

  const page = await at('李梅', 'rounds');
  await page.getByRole('link', { name: '第二季度' }).click();
  await page.getByRole('button', { name: '开始这一轮' }).waitFor();
  await soundAtEveryWidth(page, '还没有开始');
  await page.getByRole('button', { name: '开始这一轮' }).click();
  await page.getByText('2026-06-15').first().waitFor();
  await page.getByText('6 人在这一步').waitFor();
  await soundAtEveryWidth(page, '刚开始');
  await page.close();
  const list = await at('李梅', 'rounds');
  await list.getByText('待申请 6 人').waitFor();
  await soundAtEveryWidth(list, '各季度');
  await list.close();
  await appliedAndSigned();
}, 180_000);

test('考核登记和评议', async () => {
  const line = async (name: string) => ({
    member: branch.idOf(name),
    tasks: (await matterOf('李梅', name)).tasks.map(({ taskId, planned }) => ({ taskId, points: planned })),
    words: '',
  });
  const others = ALL.filter((name) => name !== '李梅');
  await branch
    .as('李梅')
    .done('POST', `${round()}/assessments`, { lines: await Promise.all(others.map(line)) });
  await branch.as('陈静').done('POST', `${round()}/assessments`, { lines: [await line('李梅')] });
  branch.on('2026-06-15');
  const seats = ['张建国', '王强', '郑𠮷'];
  const { meetingId } = await branch.as('张建国').done<{ meetingId: string }>('POST', `${round()}/meetings`, {
    on: '2026-06-15',
    place: '二楼会议室',
    host: '张建国',
    present: seats.map(branch.idOf),
    absent: [],
    minutes: '逐人评议',
  });
  const decision = async (name: string) => ({
    ...(await line(name)),
    bonuses: [],
    deductions: [],
    votes: { for: seats.includes(name) ? 2 : 3, against: 0, abstained: 0 },
    recused: seats.includes(name) ? [branch.idOf(name)] : [],
  });
  const path = `${round()}/meetings/${meetingId}/decisions`;
  const decisions = await Promise.all(ALL.filter((name) => name !== '张建国').map(decision));
  await branch.as('张建国').done('POST', path, { decisions });
  await branch.as('王强').done('POST', path, { decisions: [await decision('张建国')] });
}, 60_000);

test('公示由记分员拟制、另一人审查、书记批准；期满登记、上报', async () => {
  const page = await at('李梅');
  await page.getByText('拟制公示（6 人）').first().click();
  await page.getByLabel(/公示范围/).fill('局机关');
  await page.getByLabel(/异议受理人/).fill('王强，电话 8021，二楼 203 室');
  await soundAtEveryWidth(page, '拟制公示');
  await page.getByRole('button', { name: '拟制公示（6 人）' }).click();
  await page.getByText('等待保密审查').waitFor();
  expect(await page.getByText('保密审查（公示稿').count()).toBe(0);
  await page.close();

  const checking = await at('王强');
  await checking.getByText('保密审查（公示稿，6 人）').click();
  await soundAtEveryWidth(checking, '保密审查');
  await checking.getByRole('button', { name: '保密审查通过' }).click();
  await checking.getByText('等待书记批准').waitFor();
  await checking.close();

  const secretary = await at('张建国');
  await secretary.getByRole('button', { name: '批准公示（6 人）' }).click();
  await secretary.getByText('2026-06-15 发布，公示至').waitFor();
  await secretary.close();

  branch.on('2026-06-24');
  const registering = await at('李梅');
  await registering.getByText('另有 1 人要由别人办理').waitFor();
  await soundAtEveryWidth(registering, '公示期满');
  await registering.getByRole('button', { name: '登记入账（5 人）' }).click();
  await expect.poll(async () => (await statesOf()).get('吴㙦')).toBe('待上报');
  await registering.close();
  const checker = await at('陈静');
  await checker.getByRole('button', { name: '登记入账（1 人）' }).click();
  await expect.poll(async () => (await statesOf()).get('李梅')).toBe('待上报');
  await checker.close();

  branch.on('2026-06-30');
  const late = await at('李梅');
  await late.getByText('已过').first().waitFor();
  await late.getByText('上报党委（6 人）').first().click();
  await late.getByRole('button', { name: '上报党委（6 人）' }).click();
  await late.getByText('请填写').first().waitFor();
  await late.getByLabel('逾期上报的理由').fill('公示顺延');
  await late.getByRole('button', { name: '上报党委（6 人）' }).click();
  await late.getByText('上报 6 人（逾期）').waitFor();
  await soundAtEveryWidth(late, '已上报');
  await late.close();
  expect(new Set((await statesOf()).values())).toEqual(new Set(['待党委审核']));
  expect(branch.complaints).toEqual([]);
}, 180_000);
