// 公示 in Chromium as whoever scans the code sees it: no sign-in, no JavaScript; hostile texts are only text (promises P3, I4).
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskedName } from '../../src/domain/member/masked.ts';
import { type Hanging, hangNotice } from '../server/hangingNotice.ts';
import { BRANCH } from '../store/branch.ts';
import { launchChromium } from './chromium.ts';
import { expectSound, openPage, openScreen } from './shown.ts';

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
  test.each([
    [360, 'light'],
    [768, 'dark'],
    [1440, 'light'],
  ] as const)('%i 像素宽，%s：没有横向滚动，没有严重的无障碍问题', async (width, scheme) => {
    const context = await openScreen(browser, { width, scheme, size: 'normal' });
    const { page, complaints } = await openPage(context, hanging.serving.url);
    await page.goto(`${hanging.serving.url}${await hanging.path()}`);
    await expectSound(page, `公示 ${width}`);

    expect(complaints).toEqual([]);
    await context.close();
  });
});
