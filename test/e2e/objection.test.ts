// 异议 in Chromium: a colleague without an account or script objects; receiver and secretary settle it; the receipt tells.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hangingNotices } from '../../src/service/views/round/hangingNotices.ts';
import { BRANCH } from '../store/branch.ts';
import { day, type Name } from '../store/rounds.ts';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';
import { expectSoundByBrowser, expectSoundEverywhere } from './shown.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const CANARY = '何苦香';

let browser: Browser;
let branch: RoundBranch;
let plain: Page;
let code = '';

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  await published();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  plain = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

async function published() {
  const { by, acts, on } = branch;
  await by('李梅', acts.opening());
  for (const name of ALL) await by(name, await acts.applying(name));
  await by('赵敏', await acts.opinions(ALL));
  await by('李梅', await acts.sheet(ALL.filter((name) => name !== '李梅')));
  await by('孙丽', await acts.sheet(['李梅']));
  on('2026-06-15');
  const { meetingId } = await by('张建国', acts.meeting('2026-06-15', ['张建国', '王强', '郑𠮷']));
  const others = ALL.filter((name) => name !== '张建国');
  await by('张建国', await acts.appraising(meetingId, others, 3));
  await by('刘洋', await acts.appraising(meetingId, ['张建国'], 3));
  const { noticeId } = await by('李梅', acts.drafting(ALL));
  await by('王强', acts.checking(noticeId));
  await by('张建国', acts.publishing(noticeId));
}

/** axe itself is a script: what `plain` shows, word for word, where scripts run. */
async function soundWithScript(name: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const body = await plain.content();
  await page.route(plain.url(), (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(plain.url());
  await expectSoundByBrowser(page, name);
  await context.close();
}

test('没有账号、不用脚本：从公示点进去，填一张表，得回执号', async () => {
  const [notice] = await branch.world.store.read((tx) => hangingNotices(tx, BRANCH, day('2026-06-15')));
  await plain.goto(new URL(`notice/${BRANCH}/${notice?.link}`, branch.url).href);
  await plain.getByRole('link', { name: '在网上提出异议' }).click();
  await plain.getByRole('heading', { name: '对公示提出异议' }).waitFor();
  await soundWithScript('异议表');
  await plain.getByLabel('对哪一行有异议').selectOption('5');
  await plain.getByLabel(/^异议内容/).fill('任务二没有按期完成，我在窗口等过两次。');
  await plain.getByLabel('服务对象').check();
  await plain.getByLabel('姓名').fill(CANARY);
  await plain.getByLabel(/^联系方式/).fill('13900112233');
  await plain.getByLabel(/^附件/).setInputFiles({
    name: '照片.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('不是图片'),
  });
  await plain.getByRole('button', { name: '提交异议' }).click();
  await plain.getByRole('alert').waitFor();
  expect(await plain.getByLabel('姓名').inputValue()).toBe(CANARY);
  await soundWithScript('异议表有错');
  await plain.getByRole('button', { name: '提交异议' }).click();
  await plain.getByRole('heading', { name: '异议已收到' }).waitFor();
  code = (await plain.locator('.code').textContent()) ?? '';
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await soundWithScript('异议回执');
}, 120_000);

test('受理人受理，写明理由才看得到是谁；被评议的人和记分员什么都看不到', async () => {
  const desk = await branch.at('王强', 1440, `organisation/${BRANCH}/objections`);
  await desk.getByText('等待受理').waitFor();
  await expectSoundEverywhere(desk, '异议列表');
  expect(await desk.content()).not.toContain(CANARY);
  await desk.getByRole('link', { name: '吴㙦的异议' }).click();
  await desk.getByText('任务二没有按期完成').waitFor();
  expect(await desk.content()).not.toContain(CANARY);
  await desk.getByRole('button', { name: '受理', exact: true }).click();
  await desk.getByText('已受理，2026-06-').waitFor();
  await desk.getByText('查看异议人的身份').first().click();
  await desk.getByLabel('查看的理由').fill('电话核实经过');
  await desk.getByRole('button', { name: '查看异议人的身份' }).click();
  await desk.getByText(`${CANARY}（服务对象），13900112233`).waitFor();
  await expectSoundEverywhere(desk, '异议受理后');
  await desk.close();

  for (const name of ['李梅', '吴㙦']) {
    const page = await branch.at(name, 1440, roundPath(`member/${branch.id.吴㙦}`));
    expect(await page.content()).not.toMatch(/何苦香|13900112233|我在窗口/);
    const [row] = await branch.world.store.read((tx) => tx.objections(BRANCH));
    const at = `api/books/${BRANCH}/years/2026/rounds/2/members/${branch.id.吴㙦}/objections/${row?.objectionId}`;
    const answers = await page.evaluate<string[]>(
      `Promise.all(['${at}', 'api/organisations/${BRANCH}/objections'].map(async (path) => {
        const answer = await fetch('/' + path);
        return answer.status + ' ' + await answer.text();
      }))`,
    );
    for (const answer of answers) expect(answer).toMatch(/^403 /);
    expect(answers.join('')).not.toMatch(/何苦香|13900112233|我在窗口/);
    await page.close();
  }
}, 120_000);

test('口头提出的由受理人登记，得回执号', async () => {
  const desk = await branch.at('王强', 360, `organisation/${BRANCH}/objections`);
  await desk.getByText('登记口头或书面的异议').click();
  await desk.getByLabel('对谁的积分有异议').selectOption({ index: 3 });
  await desk.getByLabel(/^提出的日期/).fill('2026-06-15');
  await desk.getByLabel('怎样提出的').selectOption('spoken');
  await desk.getByLabel('异议人姓名').fill('钱大爷');
  await desk.getByLabel(/^联系方式/).fill('城关路 1 号');
  await desk.getByLabel('异议人是').selectOption('served');
  await desk.getByLabel(/^异议内容/).fill('公示的任务分与实际不符');
  await expectSoundEverywhere(desk, '登记口头异议');
  await desk.getByRole('button', { name: '登记异议' }).click();
  await desk.getByText(/已登记。回执号 [0-9A-Z]{4}-/).waitFor();
  await desk.close();
}, 120_000);

test('书记重新审定，书面答复；异议人凭回执号看到', async () => {
  const desk = await branch.at('张建国', 1440, `organisation/${BRANCH}/objections`);
  await desk.getByRole('link', { name: '吴㙦的异议' }).click();
  await desk.getByLabel('结论').selectOption('changed');
  await desk.getByLabel(/^书面答复/).fill('经核对台账，任务二确有逾期，重新评议。');
  await expectSoundEverywhere(desk, '重新审定');
  await desk.getByRole('button', { name: '作出答复' }).click();
  await desk.getByText('已答复').first().waitFor();
  await desk.close();
  await plain.getByRole('link', { name: '凭回执号查看办理情况' }).click();
  await soundWithScript('凭回执号查看前');
  await plain.getByLabel(/^回执号/).fill(code.toLowerCase());
  await plain.getByRole('button', { name: '查看' }).click();
  await plain.getByText('已答复：将重新评议，结果另行公示').waitFor();
  await plain.getByText('任务二确有逾期').waitFor();
  await plain.getByText(/对答复不服的，可以带上回执号，向.*党委的经办人或书记/).waitFor();
  await soundWithScript('凭回执号查看');
  expect((await branch.matter('吴㙦')).state).toBe('reopened');
  expect(branch.complaints.filter((one) => !one.includes('403'))).toEqual([]);
}, 120_000);
