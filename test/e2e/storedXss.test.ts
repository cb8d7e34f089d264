// Promise I4: more than three hundred hostile texts stored in the fields of the contract and put into every answer, all pages
// opened as several readers: no dialog, no violation of the CSP, nobody else asked, no element made from data.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN } from '../../src/server/pages.ts';
import { noticesHanging } from '../../src/service/views/round/publicNotice.ts';
import type { Day } from '../../src/domain/period.ts';
import { BRANCH } from '../store/branch.ts';
import { COMMITTEE } from '../store/bureau.ts';
import { HERE, type Name } from '../store/rounds.ts';
import { toFiling } from '../store/wholeRound.ts';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch } from './roundBranch.ts';
import { storeEverywhere } from './storedTexts.ts';
import { openBundles, PAYLOADS } from './xssCorpus.ts';

const ON = '2026-06-26' as Day;
/** Taken with every text made up from the schema; the rest of a round is stored by its own acts above. */
const MUST = ['saveMeeting', 'issueBulletin', 'saveApplicationDraft', 'registerMember', 'savePlanDraft'];

let browser: Browser;
let branch: RoundBranch;
let stored: Awaited<ReturnType<typeof storeEverywhere>>;
let publicPaths: readonly string[];

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  const { by, acts, id, on, world, people } = branch;
  const bundles = openBundles();
  for (const name of ['王强', '郑𠮷'] as const) await by('李梅', renaming(id[name], bundles.next(180)));
  await by('李梅', acts.opening());
  await toFiling(branch, { reason: bundles.next(1800), words: bundles.next(1800) });
  on(ON);
  const meeting = {
    ...acts.meeting(ON, ['张建国', '王强'], ['郑𠮷']),
    place: bundles.next(400),
    minutes: bundles.next(1800),
  };
  const { meetingId } = await by('张建国', meeting);
  const alone = { recused: [], votes: { for: 2, against: 0, abstained: 0 }, words: bundles.next(1800) };
  await by('张建国', await acts.appraising(meetingId, ['郑𠮷'], 2, alone));
  const draft = { ...acts.drafting(['郑𠮷'], 3), scope: bundles.next(900), receiver: bundles.next(900) };
  const { noticeId } = await by('李梅', draft);
  await by('王强', acts.checking(noticeId));
  await by('张建国', acts.publishing(noticeId));
  const place = {
    world,
    organisation: BRANCH,
    name: '清江县财政局机关支部',
    year: HERE.year,
    period: HERE.period,
  };
  stored = await storeEverywhere(place, [...people.values()], [id.孙丽]);
  const hanging = await world.store.read((tx) => noticesHanging(tx, BRANCH, ON));
  publicPaths = hanging.flatMap((one) => [
    `notice/${BRANCH}/${one.link}`,
    `posters/${BRANCH}/${one.noticeId}`,
  ]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

const renaming = (personId: string, name: string) => {
  const more = { gender: null, bornOn: null, admittedOn: null, group: name, post: name, leader: null };
  return {
    type: 'amendMember',
    organisationId: BRANCH,
    personId,
    person: { number: name.slice(0, 20), name, ...more },
  } as const;
};

/** Every page the program knows, of the branch and one member of it. */
const pathsOf = (organisation: string, member: string): string[] =>
  KNOWN.map((path) =>
    path
      .replace('$id', organisation)
      .replaceAll('$id', member)
      .replace('$year', String(HERE.year))
      .replace('$period', String(HERE.period))
      .replace('$figure', 'year'),
  );

/** What the browser did that it must not, page by page. */
async function opened(page: Page, paths: readonly string[]) {
  const wrong: string[] = [];
  let written = 0;
  for (const path of paths) {
    await page.goto(new URL(path, branch.url).href, { waitUntil: 'networkidle' });
    const made = await page.locator('[data-made]').count();
    if (made > 0) wrong.push(`${path}: ${made} elements made from data`);
    if (/data-made=1|alert\(1\)/.test(await page.locator('body').innerText())) written += 1;
    // a handler may wait for the pointer or the keyboard
    await page.keyboard.press('Tab');
    await page.mouse.move(200, 200);
  }
  return { wrong, written };
}

const SERIOUS = /^dialog|^foreign|Content.Security|Refused|ReferenceError|SyntaxError/i;

async function asReader(name: Name | '刘洋' | '陈志远', inject: boolean, paths: readonly string[]) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const cookies = [...(branch.people.get(name)?.cookies ?? [])];
  await context.addCookies(cookies.map(([key, value]) => ({ name: key, value, url: branch.url })));
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(branch.url) && !/^(data|blob):/.test(request.url()))
      heard.push(`foreign ${request.url()}`);
  });
  const bundles = openBundles();
  if (inject)
    await page.route('**/api/**', async (route) => {
      const response = await route.fetch();
      const answer: unknown = response.ok() ? await response.json().catch(() => null) : null;
      if (answer === null) return route.fulfill({ response });
      const json = hostile(answer, () => bundles.next(200));
      return route.fulfill({ response, json });
    });
  const { wrong, written } = await opened(page, paths);
  await context.close();
  return {
    wrong: [...wrong, ...heard.filter((one) => SERIOUS.test(one))],
    written,
    payloads: bundles.taken(),
  };
}

/** Every text that people read: whatever is no id, amount, day or word of the program. */
function hostile(value: unknown, text: () => string): unknown {
  if (typeof value === 'string') return /[^\u0020-\u007e]/.test(value) ? text() : value;
  if (Array.isArray(value)) return value.map((one) => hostile(one, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hostile(one, text)]));
}

test('三百多条都不一样，存进了合同里能写文字的地方', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(300);
  expect(stored.payloads).toBeGreaterThanOrEqual(PAYLOADS.length);
  expect([...stored.taken]).toEqual(expect.arrayContaining(MUST));
});

test('各页由几种人打开：存下来的，和换进每个接口答复每段文字的，没有一条运行', async () => {
  const own = pathsOf(BRANCH, branch.id.吴㙦);
  const ofMember = own.filter((path) => path.includes(branch.id.吴㙦) || /bulletin|notices|^me$/.test(path));
  const above = pathsOf(COMMITTEE, branch.id.吴㙦).filter((path) => path.startsWith('organisation'));
  const [keeper, member, officer, anybody] = await Promise.all([
    asReader('李梅', false, [...own, ...publicPaths]),
    asReader('吴㙦', false, ofMember),
    asReader('刘洋', false, above),
    asReader('张建国', true, own),
  ]);
  for (const { wrong } of [keeper, member, officer, anybody]) expect(wrong).toEqual([]);
  // they were there to be run: written on the pages, as text
  expect(keeper.written).toBeGreaterThanOrEqual(10);
  expect(member.written).toBeGreaterThanOrEqual(2);
  expect(anybody.written).toBeGreaterThanOrEqual(25);
  expect(anybody.payloads).toBeGreaterThanOrEqual(PAYLOADS.length);
}, 240_000);

test('这些检查会失败：运行了的、做出了元素的，都看得见', async () => {
  const page = await browser.newPage();
  await page.setContent('<b data-made=1>粗</b>');
  expect(await page.locator('[data-made]').count()).toBe(1);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.setContent(PAYLOADS.slice(0, 20).join(' '));
  await expect.poll(() => dialogs).toBeGreaterThan(0);
  await page.close();
}, 30_000);
