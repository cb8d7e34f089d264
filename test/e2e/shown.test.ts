// The check of every page fails by itself: pages with one fault each, most of them in one type size or at one width alone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { expectSoundByBrowser, expectSoundEverywhere } from './shown.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** As the product's own: the buttons change `data-size`, and every length follows the letters. */
const SWITCH = `<fieldset><legend>字号</legend>${['normal 标准', 'large 大字']
  .map((one) => one.split(' '))
  .map(
    ([size, label]) => `<button onclick="document.documentElement.dataset.size='${size}'">${label}</button>`,
  )
  .join('')}</fieldset>`;
const STYLE = `html{font-size:16px}html[data-size=large]{font-size:20px}body{margin:0}
  button{min-height:44px;background:#fff;color:#111}`;

const shows = (style: string, body: string, own = SWITCH) =>
  page.setContent(
    `<!doctype html><html lang="zh-CN"><title>页</title><style>${own === '' ? '' : STYLE}${style}</style>
     <main><h1>页</h1>${own}${body}</main></html>`,
  );
const failure = (check: Promise<void>) =>
  check.then(
    () => 'nothing',
    (error: unknown) => String(error).split('\n')[0],
  );
const everywhere = () => failure(expectSoundEverywhere(page, '页'));

const BOX = '<p class="it">一行正文</p>';

test.each([
  ['nothing is wrong', '', BOX, /^nothing$/],
  ['sideways in large type on a phone', '.it{width:20rem}', BOX, /360 像素，大字: sideways/],
  [
    'sideways on a tablet in large type',
    '@media(min-width:600px){.it{width:40rem}}',
    BOX,
    /768 像素，大字: sideways/,
  ],
  [
    'contrast in normal type alone',
    'html[data-size=normal] .it{color:#ccc;background:#fff}',
    BOX,
    /360 像素，标准: axe/,
  ],
  [
    'contrast in large type on a desk alone',
    '@media(min-width:1400px){html[data-size=large] .it{color:#ccc;background:#fff}}',
    BOX,
    /1440 像素，大字: axe/,
  ],
  [
    'a target too small in normal type',
    '',
    '<button style="min-height:2.25rem">按</button>',
    /标准: small targets/,
  ],
  ['a field nobody named', '', '<input>', /360 像素，大字: axe/],
  ['a table that should stand as cards', '', '<table class="listing"></table>', /大字: cards/],
])('%s', async (_, style, body, found) => {
  await shows(style, body);
  expect(await everywhere()).toMatch(found);
});

test('a fault in large type is not there in normal type: the widths alone would not find it', async () => {
  await shows('html[data-size=large] .it{width:50rem}', BOX);
  expect(await everywhere()).toMatch(/大字: sideways/);
  await shows('html[data-size=large] .it{width:50rem}', BOX, '');
  expect(await failure(expectSoundByBrowser(page, '页'))).toBe('nothing');
});

test('a page without the choice of a size, or with the choice out of reach, is at fault', async () => {
  await shows('', BOX, '<p>没有字号</p>');
  expect(await everywhere()).toMatch(/Timeout/);
  await shows('div{position:fixed;inset:0}', '<div></div>');
  expect(await everywhere()).toMatch(/大字: in reach/);
}, 30_000);

test('a public page: sideways when the reader’s own letters are twice as large', async () => {
  await shows('.it{width:15rem}', BOX, '');
  expect(await failure(expectSoundByBrowser(page, '页'))).toMatch(/360 像素，浏览器字号 32: sideways/);
  await shows('.it{width:240px}', BOX, '');
  expect(await failure(expectSoundByBrowser(page, '页'))).toBe('nothing');
});
