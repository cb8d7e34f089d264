// What every page must be, whatever it shows, in both type sizes: nothing sideways, nothing in the console, nothing serious for axe.
import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
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

/** What each page has asked for and not yet heard of. */
const asked = new WeakMap<Page, Set<Request>>();

function followed(page: Page): void {
  const waiting = new Set<Request>();
  page.on('request', (request) => waiting.add(request));
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
  asked.set(page, waiting);
}

/** A page that remembers whatever the browser complained about, and whoever else was asked. */
export async function openPage(
  context: BrowserContext,
  base: string,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  followed(page);
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

/** Drawn twice since the last change, so that lists have become cards or a table; nothing is fading from one colour to another. */
const DRAWN = `(async () => {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await frame();
  await frame();
  const moving = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
  await Promise.allSettled(moving.map((one) => one.finished));
})()`;

/** Every answer is there and drawn, and what was drawn asked nothing more. Playwright's own “networkidle” costs half a second a page. */
async function rests(page: Page): Promise<void> {
  const waiting = asked.get(page);
  if (waiting === undefined) await page.waitForLoadState('networkidle');
  await page.evaluate(DRAWN);
  while (waiting !== undefined && waiting.size > 0) {
    await expect.poll(() => waiting.size, { interval: 10, timeout: 10_000 }).toBe(0);
    await page.evaluate(DRAWN);
  }
}

/** Where lists stand as cards; the product says the same in settings.tsx. */
const CARDS = { normal: 640, large: 820 };

// axe in the page itself: the package for Playwright opens a page of its own for each answer, which costs five times as much
const SERIOUS = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ' ' + nodes[0]?.html + ' ' + nodes[0]?.failureSummary))`;

/** Once the page rests: no sideways scrolling, also in an open statement; targets of 44 px; axe finds nothing serious. */
async function expectSound(page: Page, name: string, cardsUpTo = 0): Promise<void> {
  await rests(page);
  if ((page.viewportSize()?.width ?? 0) <= cardsUpTo)
    await expect.poll(() => page.locator('table.listing').count(), { message: `${name}: cards` }).toBe(0);
  expect(await page.evaluate<string[]>(SIDEWAYS), `${name}: sideways`).toEqual([]);
  expect(await page.evaluate<string[]>(SMALL), `${name}: small targets`).toEqual([]);
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source);
  expect(await page.evaluate<string[]>(SERIOUS), `${name}: axe`).toEqual([]);
}

/** Where pictures of every page go, when somebody wants to look at them. */
const PICTURES = process.env['PICTURES'];

async function pictured(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

export const WIDTHS: readonly number[] = [360, 768, 1440];

async function atEachWidth(page: Page, widths: readonly number[], look: (width: number) => Promise<void>) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightFor(width) });
    await look(width);
  }
}

// asked of the page, not tried with the mouse: whoever types at the keyboard keeps the focus
const inReach = (label: string) => `(() => {
  const button = [...document.querySelectorAll('fieldset button')].find((one) => one.textContent === '${label}');
  button.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = button.getBoundingClientRect();
  return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
})()`;

/**
 * By the page's own button, which must be there to be pressed; the focus stays where it is. A statement lies over that button:
 * its reader shuts it, chooses, and goes back to it.
 */
async function chooses(page: Page, label: string, size: string): Promise<void> {
  const statement = page.locator('dialog[open]');
  const isOver = (await statement.count()) > 0;
  if (isOver) {
    await page.keyboard.press('Escape');
    await statement.waitFor({ state: 'detached' });
  }
  const button = page.getByRole('group', { name: '字号' }).getByRole('button', { name: label, exact: true });
  await button.waitFor({ timeout: 3_000 });
  expect(await page.evaluate<boolean>(inReach(label)), `${label}: in reach`).toBe(true);
  await button.dispatchEvent('click');
  await page.locator(`html[data-size=${size}]`).waitFor();
  if (!isOver) return;
  await page.goBack();
  await statement.getByRole('heading', { level: 1 }).waitFor();
}

/** The same page in both type sizes and at every width, then as it was. */
export async function expectSoundEverywhere(page: Page, name: string, widths = WIDTHS): Promise<void> {
  const before = page.viewportSize();
  for (const [size, label] of [
    ['large', '大字'],
    ['normal', '标准'],
  ] as const) {
    await page.setViewportSize({ width: widths[0] ?? 360, height: heightFor(widths[0] ?? 360) });
    await chooses(page, label, size);
    await atEachWidth(page, widths, async (width) => {
      await expectSound(page, `${name}，${width} 像素，${label}`, CARDS[size]);
      await pictured(page, `${name}-${width}-${size}`);
    });
  }
  if (before !== null) await page.setViewportSize(before);
}

const ROOT_LETTERS = 'getComputedStyle(document.documentElement).fontSize';

/** A public page has no script and no buttons of ours: it follows the letters its reader set in the browser, up to twice as large. */
export async function expectSoundByBrowser(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  const browser = await page.context().newCDPSession(page);
  for (const [size, pixels] of [
    ['large', 32],
    ['normal', 16],
  ] as const) {
    await browser.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
    await atEachWidth(page, WIDTHS, async (width) => {
      await expect
        .poll(() => page.evaluate(ROOT_LETTERS), { message: `${name}: letters` })
        .toBe(`${pixels}px`);
      await expectSound(page, `${name}，${width} 像素，浏览器字号 ${pixels}`);
      if (PICTURES === undefined) return;
      // a picture of more than is in sight would forget the letters that were set
      await page.setViewportSize({
        width,
        height: await page.evaluate<number>('document.body.scrollHeight'),
      });
      await pictured(page, `${name}-${width}-${size}`);
    });
  }
  await browser.detach();
  if (before !== null) await page.setViewportSize(before);
}
