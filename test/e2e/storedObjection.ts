// An objection full of payloads in Chromium, from the public form to its written answer: the form refused and taken, the
// receiver's desk and the objector's name revealed there, the page with the receipt.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { noticesHanging } from '../../src/service/views/round/publicNotice.ts';
import type { Day } from '../../src/domain/period.ts';
import { pdf } from '../intake/evidence/made.ts';
import { BRANCH } from '../store/branch.ts';
import { HERE, type Name } from '../store/rounds.ts';
import type { RoundBranch } from './roundBranch.ts';
import { watched, type Watched } from './watched.ts';
import { FILE_NAMES, type openBundles } from './xssCorpus.ts';

/** Everything of the form that takes text; a field more and this is to be taught it. */
const TEXTS = { words: 2_000, name: 50, reach: 100 };
const CHOICES = ['key', 'line', 'capacity', 'files'];

type Bundles = ReturnType<typeof openBundles>;
type Stored = { readonly wrong: readonly string[]; readonly written: number; readonly path: string };

/** About that member, whose notice hangs; `path`: the page of the objection. */
export async function storedObjection(
  browser: Browser,
  branch: RoundBranch,
  bundles: Bundles,
  { on, about }: { readonly on: Day; readonly about: Name },
): Promise<Stored> {
  const { url, world, people, id, acts, by } = branch;
  const [hanging] = await world.store.read((tx) => noticesHanging(tx, BRANCH, on));
  const outside = await watched(browser, url);
  const { page } = outside;
  await page.goto(new URL(`notice/${BRANCH}/${hanging?.link}/object`, url).href);
  await fill(page, bundles);
  await page
    .locator('#files')
    .setInputFiles({ name: FILE_NAMES[0] ?? '', mimeType: 'image/svg+xml', buffer: Buffer.from(SVG) });
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByRole('alert').waitFor();
  await outside.look('form refused');
  expect(await page.locator('#words').inputValue()).not.toBe('');
  await page.locator('#files').setInputFiles(FILES.slice(0, 3));
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByRole('heading', { name: '异议已收到' }).waitFor();
  await outside.look('form taken');
  const code = (await page.locator('.code').textContent()) ?? '';

  const rows = await world.store.read((tx) => tx.objections(BRANCH));
  const objectionId = rows.find((row) => row.how === 'page')?.objectionId ?? '';
  const path = `organisation/${BRANCH}/objections/${HERE.year}/${HERE.period}/${id[about]}/${objectionId}`;
  const desk = await watched(browser, url, people.get('王强'));
  await received(desk, new URL(path, url).href, bundles);
  await by('张建国', acts.answering(about, objectionId, false));
  await desk.page.reload({ waitUntil: 'networkidle' });
  await desk.look('answered');

  await page.goto(new URL(`objection/${BRANCH}`, url).href);
  expect(await namesIn(page)).toEqual(['code']);
  await page.locator('#code').fill(bundles.next(400));
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByRole('alert').waitFor();
  await outside.look('receipt refused');
  await page.locator('#code').fill(code);
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByText('已答复').waitFor();
  await outside.look('receipt');
  const both = [outside, desk];
  for (const one of both) await one.page.context().close();
  return {
    wrong: both.flatMap((one) => one.wrong()),
    written: both.reduce((sum, one) => sum + one.written(), 0),
    path,
  };
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const FILES = FILE_NAMES.map((name) => ({
  name,
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(pdf('8 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj')),
}));

const namesIn = async (page: Page) =>
  Promise.all(
    (await page.locator('input, textarea, select').all()).map((field) => field.getAttribute('name')),
  );

async function fill(page: Page, bundles: Bundles): Promise<void> {
  expect(new Set(await namesIn(page))).toEqual(new Set([...Object.keys(TEXTS), ...CHOICES]));
  for (const [name, most] of Object.entries(TEXTS))
    await page.locator(`#${name}`).fill(bundles.next(most) || '<script>alert(1)</script>');
  await page.locator('#line').selectOption('1');
  await page.getByLabel('服务对象').check();
}

async function received(desk: Watched, address: string, bundles: Bundles): Promise<void> {
  const { page } = desk;
  await page.goto(address, { waitUntil: 'networkidle' });
  await desk.look('waiting');
  await page.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByText(/^已受理，.*以前答复。$/).waitFor();
  await page.getByText('查看异议人的身份').first().click();
  await page.getByLabel('查看的理由').fill(bundles.next(200));
  await page.getByRole('button', { name: '查看异议人的身份' }).click();
  await page.getByText('（服务对象）').first().waitFor();
  await desk.look('revealed');
}
