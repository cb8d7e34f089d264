// A browser that is listened to: what it did that no text may make it do.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from '../server/person.ts';

const SERIOUS = /^dialog|^foreign|Content.Security|Refused|ReferenceError|SyntaxError/i;
const READ = /data-made=1|alert\(1\)/;

/** How long nothing may be on its way before a page is read, in milliseconds. */
const REST = 250;

export type Watched = {
  readonly page: Page;
  /** Opens a page of the program as a link on it does, the first one by its address, and looks. */
  readonly visit: (path: string) => Promise<void>;
  /** Looks at what stands there now: elements made from data; texts that were there to be run. */
  readonly look: (where: string) => Promise<void>;
  readonly wrong: () => readonly string[];
  /** Pages on which a payload stood as text. */
  readonly written: () => number;
};

/** `person`: whose session it has; nobody's otherwise. `base`: the only server it may ask. */
export async function watched(browser: Browser, base: string, person?: Person): Promise<Watched> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const cookies = [...(person?.cookies ?? [])];
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: base })));
  const page = await context.newPage();
  const wrong: string[] = [];
  let written = 0;
  const heard = (said: string) => {
    if (SERIOUS.test(said)) wrong.push(said);
  };
  page.on('dialog', (dialog) => {
    heard(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => heard(message.text()));
  page.on('pageerror', (error) => heard(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url()))
      heard(`foreign ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) wrong.push(`${response.status()} ${response.url()}`);
  });
  const atRest = resting(page);
  let begun = false;
  const look = async (where: string) => {
    const made = await page.locator('[data-made]').count();
    if (made > 0) wrong.push(`${where}: ${made} elements made from data`);
    if (READ.test(await page.locator('body').innerText())) written += 1;
    // a handler may wait for the pointer or the keyboard
    await page.keyboard.press('Tab');
    await page.mouse.move(200, 200);
  };
  return {
    page,
    look,
    visit: async (path) => {
      const { href, pathname } = new URL(path, base);
      if (begun) await page.evaluate(`history.pushState(null, '', ${JSON.stringify(pathname)})`);
      else await page.goto(href);
      begun = true;
      await atRest();
      await look(path);
    },
    wrong: () => wrong,
    written: () => written,
  };
}

/** Waits until whatever the page asked for has come and is drawn. */
function resting(page: Page): () => Promise<void> {
  let under = 0;
  let last = performance.now();
  const moved = (by: number) => () => {
    under += by;
    last = performance.now();
  };
  page.on('request', moved(1));
  page.on('requestfinished', moved(-1));
  page.on('requestfailed', moved(-1));
  return async () => {
    moved(0)();
    const rests = async () =>
      under === 0 && performance.now() - last > REST && (await page.locator('.ant-skeleton').count()) === 0;
    await expect.poll(rests, { interval: 50, timeout: 30_000 }).toBe(true);
  };
}
