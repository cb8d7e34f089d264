// 公示 in Chromium as whoever scans the code sees it: no sign-in, no JavaScript; hostile texts are only text (promises P3, I4).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskedName } from '../../src/domain/member/masked.ts';
import { type Hanging, hangNotice } from '../server/hangingNotice.ts';
import { pdftotextPath } from '../machine.ts';
import { BRANCH } from '../store/branch.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundByBrowser, expectSoundEverywhere, openPage, openScreen } from './shown.ts';

const folder = mkdtempSync(join(tmpdir(), 'jifen-poster-'));
const HOSTILE = '<img src=x onerror=alert(1)>';
const LONG = '阿卜杜热依木·买买提依明江·吐尔逊';

let browser: Browser;
let hanging: Hanging;
beforeAll(async () => {
  browser = await launchChromium();
  hanging = await hangNotice('sqlite', {
    before: async ({ world, id }) =>
      world.store.write(async (tx) => {
        for (const [name, other] of [
          [id.吴㙦, HOSTILE],
          [id.孙丽, LONG],
        ] as const) {
          const row = await tx.person(BRANCH, name);
          if (row !== undefined) await tx.putPersons([{ ...row, name: other }]);
        }
      }),
    draft: {
      scope: '局机关</title><script>alert(2)</script>',
      receiver: '王强，电话 8021"><svg onload=alert(3)>',
    },
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await hanging.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('没有脚本也能看的公示', () => {
  test('不运行脚本的浏览器里，内容齐全，外来的文字只是文字', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page, complaints } = await openPage(context, hanging.serving.url);
    await page.goto(`${hanging.serving.url}${await hanging.path()}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('2026 年第二季度党员积分公示');
    expect(await page.getByRole('row').count()).toBe(7);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain(maskedName(HOSTILE));
    expect(text).toContain('</title><script>alert(2)</script>');
    expect(text).toContain('8021"><svg onload=alert(3)>');
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  // the page has no script of its own: the browser may run some, so that axe can look
  test.each(['light', 'dark'] as const)('%s：没有横向滚动，没有严重的无障碍问题', async (scheme) => {
    const context = await openScreen(browser, { width: 1440, scheme, size: 'normal' });
    const { page, complaints } = await openPage(context, hanging.serving.url);
    await page.goto(`${hanging.serving.url}${await hanging.path()}`);
    await expectSoundByBrowser(page, `公示，${scheme}`);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('登录后的公示', () => {
  let cookies: { name: string; value: string; url: string }[];
  beforeAll(async () => {
    const { url } = hanging.serving;
    cookies = [...(await hanging.signedIn('孙丽')).cookies].map(([name, value]) => ({ name, value, url }));
  });
  const opened = async (path: string) => {
    const context = await openScreen(browser, { width: 1440, scheme: 'light', size: 'normal' });
    await context.addCookies(cookies);
    const { page, complaints } = await openPage(context, hanging.serving.url);
    await page.goto(`${hanging.serving.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { page, complaints };
  };

  test('公示一览和季度页上的网址、海报', async () => {
    const board = await opened(`organisation/${BRANCH}/notices`);
    await board.page.getByRole('heading', { name: '2026 年第二季度党员积分公示' }).waitFor();
    const field = board.page.getByLabel(/^公示网址/);
    expect(await field.inputValue()).toBe(`${hanging.serving.url}${await hanging.path()}`);
    expect(await board.page.getByText('还有 5 个工作日').count()).toBe(1);
    expect(await board.page.getByText(HOSTILE).count()).toBeGreaterThan(0);
    await expectSoundEverywhere(board.page, '公示一览');
    const round = await opened(`branch/${BRANCH}/2026/rounds/2`);
    const poster = round.page.getByRole('link', { name: /海报/ });
    await poster.waitFor();
    await expectSoundEverywhere(round.page, '季度页');
    expect([...board.complaints, ...round.complaints]).toEqual([]);
    await board.page.context().close();
    await round.page.context().close();
  });

  test('海报：一张 A4 纸，全名，带二维码；屏幕上的说明不印', async () => {
    const { page, complaints } = await opened(`organisation/${BRANCH}/notices`);
    const href = (await page.getByRole('link', { name: /海报/ }).getAttribute('href')) ?? '';
    await page.goto(new URL(href, hanging.serving.url).href);
    await expectSoundByBrowser(page, '海报');
    const path = join(folder, 'poster.pdf');
    await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
    const paper = execFileSync(pdftotextPath() ?? 'pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(paper.split('\f').filter((sheet) => sheet.trim() !== '')).toHaveLength(1);
    for (const words of ['张建国', LONG, '公示时间', '受理人', '扫码看公示']) expect(paper).toContain(words);
    expect(paper).not.toContain('Ctrl+P');
    // the same poster of forty: two columns of what stands in one
    const ADD = `document.querySelectorAll('table')[0].outerHTML = (() => {
      const [table] = document.querySelectorAll('table');
      const rows = [...table.querySelectorAll('tbody tr')].slice(0, 4);
      table.tBodies[0].innerHTML = Array.from({ length: 20 }, (_, at) => rows[at % 4].outerHTML).join('');
      return '<div class="halves">' + table.outerHTML + table.outerHTML + '</div>';
    })()`;
    await page.evaluate(ADD);
    await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
    const forty = execFileSync(pdftotextPath() ?? 'pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(forty.match(/22\.50/g)).toHaveLength(40);
    expect(forty.split('\f').filter((sheet) => sheet.trim() !== '')).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
