// A quarter of a small branch from its beginning to its submission, by the offices that own the acts, at three widths.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openRoundBranch, type RoundBranch } from './quarterBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

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

/** As the clipboard does it; Chromium without a window has none. */
async function pasteInto(page: Page, label: string, text: string) {
  await page.getByLabel(label).focus();
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const pasted = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(pasted);
  })()`);
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
  await expectSoundEverywhere(page, '还没有开始');
  await page.getByRole('button', { name: '开始这一轮' }).click();
  await page.getByText('2026-06-15').first().waitFor();
  await page.getByText('6 人在这一步').waitFor();
  await expectSoundEverywhere(page, '刚开始');
  await page.close();
  const list = await at('李梅', 'rounds');
  await list.getByText('待申请 6 人').waitFor();
  await expectSoundEverywhere(list, '各季度');
  await list.close();
  await appliedAndSigned();
}, 180_000);

test('记分员在表格里填、粘贴、撤消，草稿自己保存；拟扣分送达本人；记分员本人的由核对人填', async () => {
  const page = await at('李梅', `${ROUND}/sheet`);
  await page.getByText('要填 5 人，已填齐 0 人').waitFor();
  expect(await page.getByLabel('李梅“完成预算执行分析”的考核分').count()).toBe(0);
  const first = page.getByLabel('张建国“完成预算执行分析”的考核分');
  await first.fill('11');
  await page.getByText('应在 0 至 10.00 之间').waitFor();
  await first.fill('9.5');
  await first.press('Enter');
  await page.keyboard.type('5');
  await page.getByText('合计 14.50／15.00').waitFor();
  await page.getByText('草稿已保存。').waitFor();
  await pasteInto(page, '王强“完成预算执行分析”的考核分', '10\n4\n8\n5');
  await page.getByText('要填 5 人，已填齐 3 人').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('要填 5 人，已填齐 1 人').waitFor();
  await page.getByRole('button', { name: '空着的按本人申报填（领导签注完成的）' }).click();
  await page.getByText('要填 5 人，已填齐 5 人').waitFor();
  await page.getByText('草稿已保存。').waitFor();
  await expectSoundEverywhere(page, '考核登记表');
  await page.reload();
  await page.getByText('要填 5 人，已填齐 5 人').waitFor();
  expect(await first.inputValue()).toBe('9.5');

  await savedElsewhere('4.00');
  const contested = page.getByLabel('吴㙦“走访服务对象两户”的考核分');
  await contested.fill('3');
  await page.getByText('别人刚才也填了吴㙦这一行').waitFor();
  await page.getByText('走访服务对象两户 4.00；另一处填的').waitFor();
  expect(await contested.inputValue()).toBe('3');
  await expectSoundEverywhere(page, '两处同填');
  await page.getByRole('button', { name: '用已保存的那一份' }).click();
  expect(await contested.inputValue()).toBe('4.00');
  await page.getByText('要填 5 人，已填齐 5 人').waitFor();

  await page.getByText('拟扣分和更正（0 笔）').nth(3).click();
  await page.getByRole('button', { name: '提出拟扣分' }).click();
  await page.getByText('请填写。').first().waitFor();
  await page.getByLabel('条款').selectOption('A2.5-1');
  await page.getByLabel(/发生日期/).fill('2026-05-12');
  await page.getByLabel('事由').fill('主题党日无故缺席');
  await page.getByRole('textbox', { name: /^依据/ }).fill('签到表');
  await page.getByLabel('提供依据的单位').selectOption('本支部');
  await expectSoundEverywhere(page, '提出拟扣分');
  await page.getByRole('button', { name: '提出拟扣分' }).click();
  await page.getByText('已送达本人，答复到 2026-06-04 为止。').waitFor();
  await page.getByRole('button', { name: '提交填齐的 5 人' }).click();
  await page.getByText('已提交 5 人的考核登记。').waitFor();
  await page.close();

  const checker = await at('陈静', `${ROUND}/sheet`);
  await checker.getByText('要填 1 人，已填齐 0 人').waitFor();
  await checker.getByRole('button', { name: '空着的按本人申报填（领导签注完成的）' }).click();
  await checker.getByRole('button', { name: '提交填齐的 1 人' }).click();
  await checker.getByText('已提交 1 人的考核登记。').waitFor();
  await checker.close();
  expect(new Set((await statesOf()).values())).toEqual(new Set(['待评议']));
}, 120_000);

/** The same sheet at another desk: 吴㙦's line is saved there meanwhile. */
async function savedElsewhere(points: string): Promise<void> {
  const { lines } = await branch.as('李梅').done<{
    lines: { member: { id: string }; tasks: { taskId: string }[]; draft: { version: number } | null }[];
  }>('GET', `${round()}/sheet`);
  const line = lines.find(({ member }) => member.id === branch.idOf('吴㙦'));
  const tasks = (line?.tasks ?? []).map(({ taskId }) => ({ taskId, points }));
  const path = `${round()}/members/${branch.idOf('吴㙦')}/sheet`;
  await branch
    .as('李梅')
    .done('PUT', path, { expected: line?.draft?.version ?? 0, tasks, words: '另一处填的' });
  const again = await branch.as('李梅').ask('PUT', path, { expected: 0, tasks, words: '' });
  expect(again.text).toContain('versionConflict');
}

test('支部评议', async () => {
  const line = async (name: string) => ({
    member: branch.idOf(name),
    tasks: (await matterOf('李梅', name)).tasks.map(({ taskId, planned }) => ({ taskId, points: planned })),
    words: '',
  });
  const deductionsOf = async (name: string) => {
    const { deductions } = await branch
      .as('李梅')
      .done<{ deductions: { proposalId: string }[] }>('GET', `${round()}/members/${branch.idOf(name)}`);
    return deductions.map(({ proposalId }) => ({ proposalId, upheld: true }));
  };
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
    deductions: await deductionsOf(name),
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
  await expectSoundEverywhere(page, '拟制公示');
  await page.getByRole('button', { name: '拟制公示（6 人）' }).click();
  await page.getByText('等待保密审查').waitFor();
  expect(await page.getByText('保密审查（公示稿').count()).toBe(0);
  await page.close();

  const checking = await at('王强');
  await checking.getByText('保密审查（公示稿，6 人）').click();
  await checking.getByText('将要张贴的内容').waitFor();
  await expectSoundEverywhere(checking, '保密审查');
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
  await expectSoundEverywhere(registering, '公示期满');
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
  await expectSoundEverywhere(late, '已上报');
  await late.close();
  expect(new Set((await statesOf()).values())).toEqual(new Set(['待党委审核']));
  // the browser's own word on the line that was saved elsewhere meanwhile
  const conflict = 'Failed to load resource: the server responded with a status of 412 (Precondition Failed)';
  expect(branch.complaints).toEqual([conflict]);
}, 180_000);
