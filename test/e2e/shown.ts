// What every page must be, whatever it shows: nothing sideways, nothing in the console, nothing serious for axe.
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Screen = {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly size: 'normal' | 'large';
};

const heightFor = (width: number) => (width < 500 ? 800 : 1000);

export async function openScreen(browser: Browser, { width, scheme, size }: Screen): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: heightFor(width) },
    colorScheme: scheme,
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  await context.addInitScript(`localStorage.setItem('jifen.textSize', '${size}')`);
  return context;
}

/** A page that remembers whatever the browser complained about, and whoever else was asked. */
export async function openPage(
  context: BrowserContext,
  base: string,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url()))
      complaints.push(`foreign ${request.url()}`);
  });
  return { page, complaints };
}

// Run inside the page, which has the DOM that these tests have not.
const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll('dialog')]
  .filter((box) => box.scrollWidth > box.clientWidth)
  .map((box) => box.tagName + ' ' + box.scrollWidth + ' > ' + box.clientWidth)`;
const SMALL = `[...document.querySelectorAll('a, button, select, summary')]
  .filter((element) => !element.matches('.skip, .ant-input-clear-icon'))
  .filter((element) => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML.slice(0, 120))`;

const CARDS_BELOW = 576;

/** Once the page rests: no sideways scrolling, also in an open statement; targets of 44 px; axe finds nothing serious. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  // tables become cards once the page has heard of its new width
  const isNarrow = (page.viewportSize()?.width ?? 0) < CARDS_BELOW;
  if (isNarrow) await expect.poll(() => page.locator('table.listing').count()).toBe(0);
  expect(await page.evaluate<string[]>(SIDEWAYS), `${name}: sideways`).toEqual([]);
  expect(await page.evaluate<string[]>(SMALL), `${name}: small targets`).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  expect(serious, `${name}: axe`).toEqual([]);
}

/** Where pictures of every page go, when somebody wants to look at them. */
const PICTURES = process.env['PICTURES'];

/** The same page in both type sizes and at every width, then as it was. The size is chosen as a reader does; the focus stays. */
export async function expectSoundEverywhere(page: Page, name: string, widths = [360, 768, 1440]) {
  const before = page.viewportSize();
  for (const [size, label] of [
    ['large', '大字'],
    ['normal', '标准'],
  ] as const) {
    await page.getByRole('button', { name: label, exact: true }).dispatchEvent('click');
    await page.locator(`html[data-size=${size}]`).waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: heightFor(width) });
      await expectSound(page, `${name}，${width} 像素，${label}`);
      if (PICTURES === undefined) continue;
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: `${PICTURES}/${name}-${width}-${size}.png`, fullPage: true });
    }
  }
  if (before !== null) await page.setViewportSize(before);
}
