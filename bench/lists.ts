// npm run bench:lists [-- --check]: every page with a list, opened in Chromium with 2,000 rows on a telephone and on a desk: time
// until it can be used, and time a keystroke takes in its search. With --check a page slower than the promise ends with status 1.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../test/e2e/chromium.ts';
import type { Person } from '../test/server/person.ts';
import { bigBooks } from './lists/bigBooks.ts';

const ROWS = Number(process.env['ROWS'] ?? '2000');
const WIDTHS = [360, 1440];
const PROMISE = { usable: 1_000, keystroke: 100 };

const KEYS = ['1', '9', '9', 'Backspace', 'Backspace', 'Backspace'];

type Measured = {
  readonly page: string;
  readonly width: number;
  readonly usable: number;
  readonly keystroke: number | null;
  /** Of the page's own thread, whatever else the machine was doing: opening it, and each key on average. */
  readonly cpu: { readonly usable: number; readonly keystroke: number };
};

/** From asking for the page until its list stands there and the main thread rests. */
async function usable(page: Page, url: string, list: string): Promise<number> {
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(list).first().waitFor({ timeout: 20_000 });
  await rest(page);
  return performance.now() - began;
}

const rest = (page: Page) =>
  page.evaluate(
    'new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve(null))))',
  );

/** Slowest of a few keys typed into the search: from the key until the page rests again. */
async function keystroke(page: Page): Promise<number | null> {
  const search = page.locator('main input[type=search]').first();
  if ((await search.count()) === 0) return null;
  await search.focus();
  await page.evaluate(`{
    window.keys = [];
    addEventListener('keydown', () => {
      const began = performance.now();
      requestAnimationFrame(() => requestIdleCallback(() => window.keys.push(performance.now() - began)));
    }, true);
  }`);
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await rest(page);
  }
  return Math.max(...(await page.evaluate<number[]>('window.keys')));
}

/** Milliseconds the page's thread has worked so far. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

async function signedIn(context: BrowserContext, base: string, person: Person): Promise<void> {
  await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: base })));
}

/** Names of pages after `--` choose them; without, all are opened. */
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isChosen = ({ name }: { readonly name: string }) => names.length === 0 || names.includes(name);

const books = await bigBooks(ROWS);
const browser = await launchChromium();
const measured: Measured[] = [];
try {
  for (const width of WIDTHS)
    for (const { name, path, list, person } of books.pages.filter(isChosen)) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
      await signedIn(context, books.url, person);
      const page = await context.newPage();
      // the program itself is in the browser's cache by then, as on any day but the first
      await page.goto(new URL('me', books.url).href, { waitUntil: 'networkidle' });
      try {
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        const began = await worked(session);
        const ready = await usable(page, new URL(path, books.url).href, list);
        const opened = await worked(session);
        const key = await keystroke(page);
        const cpu = { usable: opened - began, keystroke: ((await worked(session)) - opened) / KEYS.length };
        measured.push({ page: name, width, usable: ready, keystroke: key, cpu });
      } catch (error) {
        console.log(`${name} ${width}: ${(error as Error).message.split('\n')[0]}`);
        process.exitCode = 1;
      }
      await context.close();
    }
} finally {
  await browser.close();
  await books.stop();
}

console.log(`${ROWS} 行的名单：可以使用（毫秒）／搜索框里每按一键（毫秒）`);
let kept = true;
for (const { page, width, usable: ready, keystroke: key, cpu } of measured) {
  const ok = ready <= PROMISE.usable && (key ?? 0) <= PROMISE.keystroke;
  kept &&= ok;
  const keys = key === null ? '没有搜索框' : `${key.toFixed(0)}（本线程 ${cpu.keystroke.toFixed(0)}）`;
  console.log(
    `${ok ? 'PASS' : 'FAIL'}  ${page}  ${width} px  ${ready.toFixed(0)}（本线程 ${cpu.usable.toFixed(0)}）  ${keys}`,
  );
}
if (!kept && process.argv.includes('--check')) process.exitCode = 1;
