// A scorekeeper opens the example and walks through it, on a phone, a tablet and a desk.
import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen, WIDTHS } from './shown.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** As it is by day and by night, in both type sizes. */
async function sound(page: Page, name: string, width: number) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectSoundEverywhere(page, `${name}，${colorScheme}`, [width]);
  }
}

describe.each(WIDTHS)('%i 像素', (width) => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve({ example: false });
  });
  afterAll(() => serving.stop());

  test('首页 → 示例 → 总表 → 党员 → 说明单 → 办法 → 账簿 → 下载', async () => {
    const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
    const { page, complaints } = await openPage(context, serving.url);
    await page.goto(serving.url);
    await page.getByRole('heading', { name: '打开账册' }).waitFor();
    await sound(page, '首页', width);

    await page.getByRole('button', { name: '打开示例' }).click();
    await page.getByRole('heading', { name: '年度积分总表', level: 1 }).waitFor();
    expect(await page.getByText('示例账册：').isVisible()).toBe(true);
    await sound(page, '年度积分总表', width);

    await page.getByLabel('按姓名或编号查找').fill('018');
    await page.getByText('1 人', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^邓海波年度积分 67\.50/ }).click();
    const statement = page.getByRole('dialog');
    await statement.getByRole('heading', { name: '年度积分 67.50' }).waitFor();
    expect(await statement.getByText('离优秀（80.00 分）还差 12.50 分').first().isVisible()).toBe(true);
    await sound(page, '说明单', width);

    await statement.getByRole('link', { name: /^邓海波第二季度积分/ }).click();
    await statement.getByRole('link', { name: /^邓海波第二季度基础分/ }).click();
    await statement.getByRole('heading', { name: '第二季度基础分 3.50' }).waitFor();
    expect(await statement.getByText('先前所计的 1.00 分在此冲回').isVisible()).toBe(true);
    expect(await statement.getByText('G10').first().isVisible()).toBe(true);
    await sound(page, '基础分说明单', width);
    const address = page.url();
    await page.reload();
    await statement.getByRole('heading', { name: '第二季度基础分 3.50' }).waitFor();
    expect(page.url()).toBe(address);

    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /^邓海波/, level: 1 }).waitFor();
    await statement.waitFor({ state: 'detached' });
    await page.locator('.chart canvas').waitFor();
    await sound(page, '党员年度积分', width);

    await page.getByRole('link', { name: '年终评定' }).click();
    await page.getByRole('heading', { name: '年终评定', level: 1 }).waitFor();
    expect(await page.getByText('边缘并列，请会议议定').count()).toBe(2);
    await sound(page, '年终评定', width);

    await page.getByRole('link', { name: '办法', exact: true }).click();
    await page.getByLabel(/按编号或字词查找条款/).fill('3.4.2');
    await page.getByText('直到扣完为止', { exact: false }).first().waitFor();
    await sound(page, '办法', width);

    await page.getByRole('link', { name: '账簿' }).click();
    await page.getByRole('button', { name: '立即核验' }).click();
    await page.getByText(/核验无误：共 1645 笔/).waitFor();
    await sound(page, '账簿', width);

    await page.getByRole('link', { name: '2026 年度 年度积分总表' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '年度党员积分汇总及评定格次表' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/评定格次表.*\.xlsx$/);
    const { sheets } = await readXlsx(new Uint8Array(await readFile(await download.path())));
    expect(JSON.stringify(sheets[0]?.rows)).toContain('邓海波');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
