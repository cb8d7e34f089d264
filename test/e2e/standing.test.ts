// The register of a person in a real browser: exam, admission, turning full, and going to another branch with a transcript.
import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { type Code, freshKey, redeemed, setUp } from '../server/person.ts';
import { type ServingWithin, serveWithin } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

let browser: Browser;
let serving: ServingWithin;
let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchChromium();
  serving = await serveWithin();
  context = await openScreen(browser, { width: 1440, scheme: 'light', size: 'normal' });
  ({ page, complaints } = await openPage(context, serving.url));
});
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

const FIRST = '城关镇财政所支部';
const NEXT = '河东镇财政所支部';
const PASSWORD = '清江-Fangxun-2026';
const at = (path: string) => new URL(path, serving.url).href;
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function opened(branch: string, roster: string, records: string): Promise<string> {
  await page.goto(at('open'));
  await page.getByLabel('支部名称').fill(branch);
  await page.getByLabel('年度', { exact: true }).fill('2026');
  await page.locator('#roster').setInputFiles(csv('名册.csv', roster));
  await page.locator('#records').setInputFiles(csv('记录.csv', records));
  await page.getByRole('button', { name: '检查并登记' }).click();
  await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

const form = (heading: string | RegExp) =>
  page.locator('details').filter({ has: page.locator('summary', { hasText: heading }) });

async function filled(heading: string, values: Record<string, string>) {
  const shown = form(heading);
  if ((await shown.getAttribute('open')) === null) await shown.locator('summary').click();
  for (const [label, value] of Object.entries(values)) {
    const field = shown.getByLabel(new RegExp(`^${label}`));
    if ((await shown.locator('select').and(field).count()) > 0) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  return shown;
}

/** Fills the form under that heading and sends it; the answer's status. */
async function act(heading: string, values: Record<string, string>, button = '登记'): Promise<number> {
  const shown = await filled(heading, values);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await shown.getByRole('button', { name: button, exact: true }).click();
  const status = (await answered).status();
  await page.waitForLoadState('networkidle');
  return status;
}

async function downloaded(link: string): Promise<{ path: string; name: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  return { path: await file.path(), name: file.suggestedFilename() };
}

/** On the page of 孙丽: by hand from those who hold the office; refused once nobody does; nobody at last. */
async function assignsHerLeader(organisationId: string) {
  const does = async (command: Command) => {
    const answer = await perform(serving.services.world, LOCAL_OPERATOR, command, { key: freshKey() });
    if (isRefusal(answer)) throw new Error(answer.code);
    return JSON.parse(answer.text) as Record<string, string>;
  };
  await form('登记分管领导').locator('summary').click();
  await page.getByText('现在没有别人担任分管领导', { exact: false }).waitFor();
  await expectSoundEverywhere(page, '没有人担任分管领导');
  const 刘洋 = { organisationId, number: 'L1', name: '刘洋', post: null };
  const { personId = '' } = await does({ type: 'enterPerson', ...刘洋 });
  const term = { from: '2026-01-01' as Day, until: null, scope: null, deputyOf: null, basis: '局党组分工' };
  const office = { type: 'giveOffice', organisationId, office: 'leaderInCharge', personId } as const;
  const { officeId = '' } = await does({ ...office, ...term });
  await page.reload();
  await page.getByRole('heading', { name: /^孙丽/, level: 1 }).waitFor();
  expect(await act('登记分管领导', { 分管领导: '刘洋（L1）' })).toBe(200);
  await page.getByText('现在登记的分管领导：刘洋。').waitFor({ state: 'attached' });
  await does({ type: 'endOffice', organisationId, officeId, on: '2026-01-02' as Day, reason: '调整分工' });
  expect(await act('登记分管领导', { 分管领导: '刘洋（L1）' })).toBe(422);
  await form('登记分管领导').getByRole('alert').waitFor();
  await expectSoundEverywhere(page, '登记分管领导，被拒绝');
  expect(await act('登记分管领导', { 分管领导: '没有分管领导' })).toBe(200);
  await page.getByText('现在没有登记分管领导。').waitFor({ state: 'attached' });
}

test('入党积极分子考试、接收、转正；党员凭转移证明转到另一支部，两处的季度合并计算', async () => {
  const next = await opened(
    NEXT,
    '编号,姓名,类型,加入日期\n001,赵敏,正式党员,2010-05-01\n',
    '编号,日期,条款,分值\n001,2026-02-01,task,15\n',
  );
  const first = await opened(
    FIRST,
    '编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n002,郑𠮷,正式党员,2012-05-01\n',
    '编号,日期,条款,分值,事由\n001,2026-02-01,task,15,\n002,2026-02-01,task,14.5,季度任务\n',
  );

  // 孙丽 is entered by hand, and passes the exam at the second try
  await page.goto(at(`organisation/${first}`));
  await page.getByRole('link', { name: '新增党员' }).waitFor();
  await expectSoundEverywhere(page, '本组织');
  await page.getByRole('link', { name: '新增党员' }).click();
  await page.getByRole('heading', { name: '新增党员', level: 1 }).waitFor();
  await expectSoundEverywhere(page, '新增党员');
  const person = { 类型: '入党积极分子', 加入本支部的日期: '2024-01-10', 编号: '101', 姓名: '孙丽' };
  expect(await act('直接登记', person)).toBe(200);
  await page.getByRole('heading', { name: /^孙丽/, level: 1 }).waitFor();
  const exam = { 哪天考试: '2024-05-06', 成绩: '59.5', 及格线: '60', 依据: '支部组织的考试' };
  expect(await act('登记党章考试成绩', exam)).toBe(200);
  await page.getByText('2024年5月6日党章考试 59.50 分（60.00 分及格），不合格').waitFor();
  expect(await act('登记党章考试成绩', { ...exam, 哪天考试: '2024-06-06', 成绩: '60' })).toBe(200);
  await page.getByText('2024年6月6日党章考试合格，已准入积分登记。').waitFor();
  expect(await form('登记党章考试成绩').count()).toBe(0);

  // admitted, and not full before a year is over; what was typed stays
  const admitted = { 自何日起: '2025-03-01', 依据: '2025年3月支部大会' };
  expect(await act('接收为预备党员', admitted)).toBe(200);
  await page.getByText('预备期已于2026年3月1日满', { exact: false }).waitFor();
  expect(await act('转为正式党员', { 自何日起: '2026-02-28', 依据: '2026年3月支部大会' })).toBe(422);
  await page.getByText('预备期到 2026-03-01 才满，2026-02-28 不能转正', { exact: false }).waitFor();
  expect(await form('转为正式党员').getByLabel('依据').inputValue()).toBe('2026年3月支部大会');
  await expectSoundEverywhere(page, '名册登记，被拒绝');
  expect(await act('转为正式党员', { 自何日起: '2026-03-01' })).toBe(200);
  await page.getByText('正式党员，2024年1月10日加入本支部，2026年3月1日转正').waitFor();
  await expectSoundEverywhere(page, '名册登记');

  await assignsHerLeader(first);

  // 郑𠮷 goes to the next branch
  await page.goto(at(`branch/${first}/2026`));
  await page.getByRole('link', { name: /郑𠮷/ }).first().click();
  await page.getByRole('link', { name: '在名册里的登记' }).click();
  await page.getByRole('heading', { name: /^郑𠮷/, level: 1 }).waitFor();
  const going = { 自何日起: '2026-05-10', 转往哪个支部: NEXT, 依据: '组织关系介绍信 7 号' };
  expect(await act('转到别的支部', going, '开具')).toBe(200);
  await page.getByText(`开具转移证明，转往${NEXT}`).waitFor();
  await expectSoundEverywhere(page, '开具转移证明');
  const file = await downloaded('第 1 份：给转入支部的文件');
  expect(file.name).toBe('转移证明-002-郑𠮷.json');
  const paper = await downloaded('第 1 份：打印签名的证明');
  expect(paper.name).toBe('转移证明-002-郑𠮷.xlsx');
  const { sheets } = await readXlsx(await readFile(paper.path));
  const cells = sheets.flatMap(({ rows }) => rows.flat()).map(String);
  for (const said of ['党员积分转移证明', '郑𠮷', NEXT, '2026-05-10'])
    expect(
      cells.some((cell) => cell.includes(said)),
      said,
    ).toBe(true);

  // a changed file is refused in words, the right one taken in
  await page.goto(at(`organisation/${next}/register/joining`));
  await form('凭转移证明接收').locator('summary').click();
  const text = await readFile(file.path, 'utf8');
  const chosen = (content: string) =>
    page
      .locator('#transcript')
      .setInputFiles({ name: '转移证明.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await chosen('{}');
  await page.getByText('这不是本系统开具的转移证明文件').waitFor();
  await expectSoundEverywhere(page, '不是转移证明');
  await chosen(text.replace('"amount":1450', '"amount":1500'));
  await page.getByText('2026 年在原支部计分 2 段，记录 1 笔。').waitFor();
  await page.getByText('免予参加不随转移证明转来', { exact: false }).waitFor();
  expect(await act('凭转移证明接收', { 在本支部的编号: '011' }, '接收')).toBe(422);
  await page.getByText('与开具时的摘要不符', { exact: false }).waitFor();
  await expectSoundEverywhere(page, '接收转移证明');
  await chosen('{}');
  await chosen(text);
  expect(await act('凭转移证明接收', { 在本支部的编号: '011' }, '接收')).toBe(200);
  await page.getByRole('heading', { name: /^郑𠮷/, level: 1 }).waitFor();
  await page.getByText(`凭转移证明由${FIRST}转入，与原支部账册核对相符`).waitFor();

  // the year adds up, and says whose the first quarters are
  await page.getByRole('link', { name: '2026 年度' }).click();
  await page
    .getByRole('link', { name: /^郑𠮷年度积分 44\.50/ })
    .first()
    .click();
  const statement = page.getByRole('dialog');
  await statement.getByText(`第一季度、第二季度由“${FIRST}”登记的积分`, { exact: false }).waitFor();
  await statement.getByText('G22', { exact: false }).first().waitFor();
  await expectSoundEverywhere(page, '转入的说明单');
  const { sound } = (await (await fetch(at('api/verification'))).json()) as { sound: boolean };
  expect(sound).toBe(true);
  expect(complaints.filter((text_) => !/status of 422/.test(text_))).toEqual([]);
}, 240_000);

test('党员看自己的登记，看不到别人的，也没有可以办理的事', async () => {
  const { security } = await setUp(serving.url, serving.setUpToken);
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', {
    username: 'zhang',
    name: '张建国',
  });
  const { organisations } = await serving.services.world.store.read(async (tx) => ({
    organisations: await tx.organisations(),
  }));
  const first = organisations.find(({ name }) => name === FIRST)?.organisationId ?? '';
  const persons = await serving.services.world.store.read((tx) => tx.persons(first, {}));
  const idOf = (name: string) => persons.find((one) => one.name === name)?.personId ?? '';
  await security.done('POST', `api/organisations/${first}/people/${idOf('张建国')}/account`, {
    account: userId,
  });
  const zhang = await redeemed(serving.url, 'zhang', code);
  const foreign = await zhang.ask('GET', `api/organisations/${first}/register/${idOf('郑𠮷')}`);
  const unknown = await zhang.ask('GET', `api/organisations/${first}/register/nobody`);
  expect(foreign.status).toBe(403);
  expect(foreign.text).toBe(unknown.text);
  const rubbish = { file: '{}', number: '1', group: null, joinedOn: '2026-01-01', basis: '介绍信' };
  expect((await zhang.ask('POST', `api/organisations/${first}/transcripts`, rubbish)).status).toBe(403);

  await page.goto(at('sign-in'));
  await page.getByLabel('用户名').fill('zhang');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
  await page.goto(at(`organisation/${first}/register/${idOf('张建国')}`));
  await page.getByRole('heading', { name: /^张建国/, level: 1 }).waitFor();
  await page.getByText('现在没有您可以办理的事', { exact: false }).waitFor();
  expect(await page.locator('details').count()).toBe(0);
  await expectSoundEverywhere(page, '自己的登记');
}, 120_000);
