// A branch's roster in a file with columns of its own names: mapped, mended, previewed, given up, read again and registered, by keyboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Books, readJson, type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

let browser: Browser;
let serving: Serving;
let organisation: string;
beforeAll(async () => {
  browser = await launchChromium();
  serving = await serve({ example: false });
  const body = new FormData();
  body.set('organisation', '城关镇财政所支部');
  body.set('year', '2026');
  const roster = '编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n002,郑𠮷,正式党员,2012-05-01\n';
  body.set('roster', new File([roster], '名册.csv'));
  body.set('records', new File(['编号,日期,条款,分值\n001,2026-02-01,task,15\n'], '记录.csv'));
  const headers = { 'idempotency-key': 'roster-test-1' };
  const response = await fetch(`${serving.url}api/opening/files`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  const { organisations } = await readJson<Books>(`${serving.url}api/books`);
  organisation = organisations[0]?.id ?? '';
});
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

const at = (path: string) => new URL(`organisation/${organisation}/${path}`, serving.url).href;
const head = '工号,党员姓名,政治面貌,转入时间,党的小组,岗位,领导\n';
const GOOD = '001,张建国,中共党员,2010-05-01,第一党小组,所长,赵敏\n';
const BAD = `${head}${GOOD}003,吴㙦,群众,2020-01-01,第一党小组,,\n004,,中共党员,2020-01-01,,,\n005,李梅,中共党员,去年,,,\n006,欧阳慧娴尔古丽·买买提,中共预备党员,2026-01-05,第二党小组,部门预算岗,\n`;
const MENDED = `${head}${GOOD}003,吴㙦,积极分子,2020-01-01,第一党小组,会计,\n`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The element with the focus must be the one that is meant; then Enter. */
async function enter(page: Page, name: string, role: 'button' | 'link' = 'button') {
  const target = page.getByRole(role, { name, exact: true });
  for (let steps = 0; steps < 80; steps += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to “${name}” by keyboard`);
}

async function read(page: Page, name: string, text: string) {
  await page.locator('#rosterFile').setInputFiles(file(name, text));
  await page.locator('#rosterFile').focus();
  await enter(page, '读入文件');
  await page.getByRole('heading', { name: '核对各列' }).waitFor();
}

test('各列核对，错行逐一指出，预览，放弃，再来一次，登记', async () => {
  const context = await openScreen(browser, { width: 1440, scheme: 'light', size: 'normal' });
  const { page, complaints } = await openPage(context, serving.url);
  await page.goto(at('register'));
  await page.getByRole('heading', { name: '党员名册', level: 1 }).waitFor();
  await enter(page, '导入名册', 'link');
  await page.getByRole('heading', { name: '导入名册', level: 1 }).waitFor();
  await expectSoundEverywhere(page, '没有名册');

  await read(page, '党员花名册.csv', BAD);
  const mapped = (letter: string) => page.locator(`#column-${letter}`).inputValue();
  expect(await Promise.all(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(mapped))).toEqual([
    '编号',
    '姓名',
    '类型',
    '加入日期',
    '',
    '职务',
    '',
  ]);
  await expectSoundEverywhere(page, '核对各列');
  await page.locator('#column-E').selectOption('党小组');
  await page.locator('#column-G').selectOption('分管领导');
  await page.locator('#column-G').focus();
  await enter(page, '按此读取');

  await page.getByRole('heading', { name: '有 3 行要改正，共 3 处' }).waitFor();
  for (const told of ['群众', '“姓名”必须填写', '去年', '正式党员、预备党员、入党积极分子'])
    expect(await page.getByText(told).first().isVisible(), told).toBe(true);
  expect(await page.getByRole('heading', { name: '预览' }).count()).toBe(0);
  await expectSoundEverywhere(page, '三行要改正');
  await enter(page, '先登记没有问题的 2 行');
  await page.getByRole('heading', { name: '预览' }).waitFor();
  expect(await page.getByText('职务：（空） → 所长').isVisible()).toBe(true);
  await page.reload();
  await page.getByRole('heading', { name: '预览' }).waitFor();
  await expectSoundEverywhere(page, '预览');

  await enter(page, '放弃这份名册');
  await page.getByText('已放弃，名册没有改动。').waitFor();
  await page.goto(at('register'));
  await page.getByRole('link', { name: /张建国/ }).waitFor();
  expect(await page.getByText('所长').count()).toBe(0);

  await page.goto(at('register/import'));
  await read(page, '改好的名册.csv', MENDED);
  expect(await page.getByText('各列与上次一样').isVisible()).toBe(true);
  expect(await mapped('E')).toBe('党小组');
  await enter(page, '按此读取');
  await page.getByRole('heading', { name: '新登记 1 人' }).waitFor();
  await page.getByRole('heading', { name: '名册里有、文件里没有 1 人' }).waitFor();
  await page.getByText('“赵敏”没有担任分管领导的职务').waitFor();
  await enter(page, '确认登记');
  await page.getByText('新登记 1 人，变更 1 人').waitFor();
  await expectSoundEverywhere(page, '已登记');
  await enter(page, '查看党员名册', 'link');
  await page.getByRole('heading', { name: '党员名册', level: 1 }).waitFor();
  await page.getByText('赵敏（未对应到人）').waitFor();
  expect(await page.getByText('党章考试尚未合格').isVisible()).toBe(true);
  await expectSoundEverywhere(page, '名册');

  await enter(page, '改为遮盖');
  await page.getByText('现在遮盖').waitFor();
  await page.getByText('张建国').first().waitFor();
  expect(complaints).toEqual([]);
}, 180_000);
