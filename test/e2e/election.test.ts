// A branch elects its scorekeeper on the page: a tie, a second ballot, the sheet that is handed over; at three widths, by keyboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

let browser: Browser;
let serving: Serving;
beforeAll(async () => {
  browser = await launchChromium();
  serving = await serve({ example: true });
});
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

async function ballot(page: Page, present: number, votes: readonly number[], more: Record<string, string>) {
  for (const [label, value] of Object.entries({
    会议地点: '局三楼会议室',
    会议记录编号: '2026-01',
    到会的有表决权的党员人数: String(present),
    '任期至（年-月-日）': '2098-12-31',
    ...more,
  }))
    await page.getByLabel(label, { exact: true }).fill(value);
  for (const [index, some] of votes.entries()) {
    if (index > 0) await page.getByRole('button', { name: '再加一名得票人' }).click();
    await page.getByLabel(`得票人 ${index + 1}`, { exact: true }).selectOption({ index: index + 1 });
    await page.getByLabel(`得票人 ${index + 1} 的票数`).fill(String(some));
  }
}

test('推选：人数不够、票数不符、平票、再次投票、当选、移交单', async () => {
  const context = await openScreen(browser, { width: 1440, scheme: 'light', size: 'normal' });
  const { page, complaints } = await openPage(context, serving.url);
  await page.goto(serving.url);
  const answer = await page.request.get(new URL('/api/books', serving.url).href);
  const { organisations } = (await answer.json()) as { organisations: { id: string }[] };
  const at = (place: string) => new URL(`/organisation/${organisations[0]?.id}/${place}`, serving.url).href;
  await page.goto(at('election'));
  await page.getByRole('heading', { name: '记分员推选', level: 1 }).waitFor();
  await page.getByText('还没有记分员。').waitFor();
  const entitled = Number(
    /党员 (\d+) 人/.exec(await page.getByText('那天有表决权的正式党员').innerText())?.[1],
  );
  expect(entitled).toBeGreaterThan(10);
  await expectSoundEverywhere(page, '推选，还没有');

  await ballot(page, 2, [1], {});
  await page.getByText('到会 2 人，未达到法定人数').waitFor();
  await page.getByText('已计 1 票，应为 2 票').waitFor();
  await page.getByRole('button', { name: '登记推选结果' }).click();
  await page.getByText('推选无效').waitFor();
  expect(await page.getByLabel('会议地点').inputValue()).toBe('局三楼会议室');
  await expectSoundEverywhere(page, '推选，被拒绝');

  const half = Math.floor(entitled / 2);
  await page.getByLabel('到会的有表决权的党员人数').fill(String(half * 2));
  await page.getByLabel('得票人 1 的票数').fill(String(half));
  await page.getByRole('button', { name: '再加一名得票人' }).click();
  await page.getByLabel('得票人 2', { exact: true }).selectOption({ index: 2 });
  await page.getByLabel('得票人 2 的票数').fill(String(half));
  await page.getByText('按此计票，没有人得票过半数').waitFor();
  await page.getByRole('button', { name: '登记推选结果' }).click();
  await page.getByText('登记再次投票的结果').waitFor();

  await ballot(page, half * 2, [half + 1, half - 1], {});
  await page.getByText(/^按此计票，.*当选$/).waitFor();
  await page.getByRole('button', { name: '登记推选结果' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('已登记，记分员已经指派。').waitFor();
  await expectSoundEverywhere(page, '推选，已选出');

  await page.getByRole('link', { name: '移交单' }).click();
  await page.getByRole('heading', { name: '移交单', level: 1 }).waitFor();
  await page.getByText('首任，没有移交人').waitFor();
  await expectSoundEverywhere(page, '移交单');
  expect(complaints.filter((text) => !/status of 422/.test(text))).toEqual([]);
  await context.close();
}, 180_000);
