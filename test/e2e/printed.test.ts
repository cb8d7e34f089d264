// What a browser prints: the year's sum once, under the last quarter; a statement alone on its paper.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdftotextPath } from '../machine.ts';
import { type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'jifen-printed-'));
let browser: Browser;
let serving: Serving;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  serving = await serve({ example: true });
  page = await browser.newPage({ locale: 'zh-CN' });
});
afterAll(async () => {
  await browser.close();
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The text of what is printed, page after page, as it stands on the paper. */
async function printed(name: string): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
  return execFileSync(pdftotextPath() ?? 'pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}

test('a member’s year: 全年 stands once, after the fourth quarter', async () => {
  await page.goto(serving.url);
  await page.getByRole('link', { name: /^何䶮 016/ }).click();
  await page.getByRole('heading', { name: /何䶮/, level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const text = await printed('member');
  const rows = text.split('\n').filter((line) => /^\s*(第.季度|全年)\s+\d/.test(line));
  expect(rows.map((line) => line.trim().split(/\s+/)[0])).toEqual([
    '第一季度',
    '第二季度',
    '第三季度',
    '第四季度',
    '全年',
  ]);
});

test('a statement: its own page, without the page behind it', async () => {
  await page.goto(serving.url);
  await page.getByRole('link', { name: /^何䶮 016/ }).click();
  await page.getByRole('heading', { name: '各季度积分' }).waitFor();
  await page
    .getByRole('link', { name: /77\.30/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /年度积分 77\.30/ }).waitFor();
  const text = await printed('statement');
  expect(text).toContain('怎么算出来的');
  expect(text).toContain('示例');
  expect(text).not.toContain('各季度积分');
});
