// A branch brings its own two files: first with mistakes, then mended; nothing filled in is lost.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

let browser: Browser;
let serving: Serving;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  serving = await serve({ example: false });
});
afterEach(() => serving.stop());

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const ROSTER = csv(
  '名册.csv',
  '编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n002,郑𠮷,正式党员,2012-05-01\n',
);
const BAD = csv('记录.csv', '编号,日期,条款,分值\n001,2026-02-30,task,15\n009,2026-02-01,task,16\n');
const GOOD = csv(
  '记录.csv',
  '编号,日期,条款,分值,事由\n001,2026-02-01,task,15,"=1+1<img src=x onerror=alert(1)>"\n',
);

/** What this page answers with 422 is its subject, not a complaint. */
const unexpected = (complaints: readonly string[]) =>
  complaints.filter((text) => !/status of (422|409)/.test(text));

async function fill(page: Page) {
  await page.getByLabel('支部名称').fill('城关镇财政所支部');
  await page.getByLabel('年度', { exact: true }).fill('2026');
  await page.locator('#roster').setInputFiles(ROSTER);
}

test.each([360, 768, 1440])('%d 像素：先错后对', async (width) => {
  const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
  const { page, complaints } = await openPage(context, serving.url);
  await page.goto(serving.url);
  await page.getByRole('button', { name: '检查并登记' }).click();
  expect(await page.getByText('请填写支部名称').isVisible()).toBe(true);
  await expectSoundEverywhere(page, '没有填', [width]);

  await fill(page);
  await page.locator('#records').setInputFiles(BAD);
  await page.getByRole('button', { name: '检查并登记' }).click();
  await page.getByRole('heading', { name: /处需要改正/ }).waitFor();
  expect(await page.getByText('2026-02-30').first().isVisible()).toBe(true);
  expect(await page.getByText('B2 日期').isVisible()).toBe(true);
  expect(await page.getByLabel('支部名称').inputValue()).toBe('城关镇财政所支部');
  await expectSoundEverywhere(page, '有错', [width]);

  await page.locator('#records').setInputFiles(GOOD);
  await page.getByRole('button', { name: '检查并登记' }).click();
  await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();
  expect(await page.getByText('郑𠮷').isVisible()).toBe(true);
  expect(await page.getByText('示例账册：').count()).toBe(0);
  expect(unexpected(complaints)).toEqual([]);
  await context.close();
});

test('只用键盘：填表、打开总表、看说明单、关上，焦点不丢', async () => {
  const context = await openScreen(browser, { width: 1440, scheme: 'light', size: 'normal' });
  const { page, complaints } = await openPage(context, serving.url);
  await page.goto(serving.url);
  await page.getByRole('button', { name: '打开示例' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('跳到正文');
  const door = page.getByRole('link', { name: /^张建国第一季度积分/ });
  await door.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading', { level: 1 }).waitFor();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate<boolean>(
      "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
    );
    expect(inside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});

test('账册内容里的代码不会在页面里运行', async () => {
  const context = await openScreen(browser, { width: 1440, scheme: 'light', size: 'normal' });
  const { page, complaints } = await openPage(context, serving.url);
  await page.goto(serving.url);
  await fill(page);
  await page.locator('#records').setInputFiles(GOOD);
  await page.getByRole('button', { name: '检查并登记' }).click();
  await page.getByRole('link', { name: /^张建国第一季度积分/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /任务分/ })
    .click();
  await page.getByRole('dialog').getByText('=1+1<img src=x onerror=alert(1)>').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('与账上不一致：什么都不登记，写明更正理由后冲正重记', async () => {
  const context = await openScreen(browser, { width: 768, scheme: 'light', size: 'normal' });
  const { page, complaints } = await openPage(context, serving.url);
  const post = async (text: string) => {
    await page.goto(new URL('/open', serving.url).href);
    await fill(page);
    await page.locator('#records').setInputFiles(csv('记录.csv', text));
    await page.getByRole('button', { name: '检查并登记' }).click();
  };
  await post('编号,日期,条款,分值\n001,2026-02-01,task,15\n');
  await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();

  await post('编号,日期,条款,分值\n001,2026-02-01,task,14\n');
  await page.getByText('001 2026-02-01 task').waitFor();
  await expectSoundEverywhere(page, '不一致');
  await page.getByLabel(/更正理由/).fill('任务分抄错');
  await page.getByRole('button', { name: '检查并登记' }).click();
  await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();
  expect(await page.getByRole('link', { name: /^张建国第一季度积分 21\.50/ }).isVisible()).toBe(true);
  expect(unexpected(complaints)).toEqual([]);
  await context.close();
});
