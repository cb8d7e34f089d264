// Promise I4 for what comes in as a table: names of files and sheets, headers and cells of a roster and of a year's records, refused
// and taken, a roster on its way into the register, rows that are pasted. Nothing of it runs where it is shown again.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_COLUMNS } from '../../src/service/yearFiles/records.ts';
import { ROSTER_COLUMNS, WORK_FIELD } from '../../src/service/yearFiles/roster.ts';
import { SOUND } from '../intake/soundCells.ts';
import { byExcelJs } from '../intake/workbook.ts';
import { type Books, readJson, type Serving, serve } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { watched, type Watched } from './watched.ts';
import { FILE_NAMES, openBundles } from './xssCorpus.ts';

let browser: Browser;
let serving: Serving;
let reader: Watched;
const bundles = openBundles();
/** Begins with a letter: a cell that begins like a formula is another matter (promise I10). */
const hostile = (most: number) => `文${bundles.next(most)}`;

beforeAll(async () => {
  browser = await launchChromium();
  serving = await serve({ example: false });
  reader = await watched(browser, serving.url);
});
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

const ROSTER = [...ROSTER_COLUMNS.required, ...ROSTER_COLUMNS.optional];
const RECORDS = [...RECORD_COLUMNS.required, ...RECORD_COLUMNS.optional];
/** Texts are short enough for whatever they stand in. */
const MOST = 120;

/** Whatever cannot be read is refused in a cell. */
const UNREADABLE = /[\p{C}\p{Zl}\p{Zp}\ufffd]/gu;

const rowOf = (columns: readonly string[], number: string) =>
  columns.map((column) =>
    column === '编号' ? number : (SOUND[column] ?? hostile(MOST).replaceAll(UNREADABLE, '')),
  );
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
const NAMES = FILE_NAMES.filter((name) => name.includes('data-made')).map((name) =>
  name.replace(/\.\w+$/, ''),
);
const file = (at: number, content: string | Uint8Array, ending = 'csv') => ({
  name: `${NAMES[at]}.${ending}`,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

async function opened(files: readonly [object, object]): Promise<void> {
  const { page } = reader;
  await page.locator('#roster').setInputFiles(files[0] as ReturnType<typeof file>);
  await page.locator('#records').setInputFiles(files[1] as ReturnType<typeof file>);
  const answered = page.waitForResponse(/opening\/files/);
  await page.locator('button[type=submit]').click();
  await answered;
}

test('名册和年度记录：有错的，逐格说明；改好的，入账', async () => {
  const { page } = reader;
  await reader.visit('open');
  await page.locator('#organisation').fill('<b data-made=1>清江支部</b>');
  await page.locator('#year').fill('2026');
  const named = await byExcelJs(
    [
      [hostile(MOST), '姓名'],
      ['001', hostile(MOST)],
    ],
    (_workbook, sheet) => {
      sheet.name = '<img src=x onerror=alert(1)>';
    },
  );
  await opened([file(0, named, 'xlsx'), file(1, csv([RECORDS, RECORDS.map(() => hostile(MOST))]))]);
  await page
    .getByText(/处需要改正/)
    .first()
    .waitFor();
  await reader.look('files refused');
  const wrong = ROSTER.map((column) => (column === '编号' ? '001' : hostile(MOST)));
  await opened([file(2, csv([ROSTER, wrong])), file(3, csv([RECORDS, rowOf(RECORDS, '<b data-made=1>')]))]);
  await page
    .getByText(/处需要改正/)
    .first()
    .waitFor();
  await reader.look('rows refused');
  const before = reader.written();
  expect(before).toBe(2);
  await opened([
    file(4, csv([ROSTER, rowOf(ROSTER, '001'), rowOf(ROSTER, '002')])),
    file(5, csv([RECORDS, rowOf(RECORDS, '001'), rowOf(RECORDS, '002')])),
  ]);
  await page.waitForURL(/\/branch\//);
  expect(reader.wrong()).toEqual([]);
}, 120_000);

test('入了账的：各页都只是文字', async () => {
  const { organisations } = await readJson<Books>(`${serving.url}api/books`);
  const id = organisations[0]?.id ?? '';
  const { members } = await readJson<{ members: { id: string }[] }>(
    `${serving.url}api/books/${id}/years/2026`,
  );
  const member = members[0]?.id ?? '';
  const of = (page: string) => `branch/${id}/2026${page}`;
  const kept = (page: string) => `organisation/${id}${page}`;
  const before = reader.written();
  for (const path of [
    ...['', '/grading', '/plans', '/measure', `/member/${member}`, `/member/${member}/statement/year`].map(
      of,
    ),
    ...['', '/register', `/register/${member}`, '/exemptions', '/handover', '/rounds'].map(kept),
    'books',
  ])
    await reader.visit(path);
  expect(reader.wrong()).toEqual([]);
  expect(reader.written() - before).toBeGreaterThanOrEqual(6);
}, 120_000);

test('登记到名册的路上：列名、样例、错处、预览，都只是文字', async () => {
  const { page } = reader;
  const { organisations } = await readJson<Books>(`${serving.url}api/books`);
  const before = reader.written();
  await reader.visit(`organisation/${organisations[0]?.id}/register/import`);
  const odd = [hostile(MOST), hostile(MOST)];
  const columns = [...ROSTER, WORK_FIELD];
  const rows = [rowOf(columns, '001'), rowOf(columns, '003'), columns.map(() => hostile(MOST))];
  await page
    .locator('#rosterFile')
    .setInputFiles(file(6, csv([[...columns, ...odd], ...rows.map((row) => [...row, ...odd])])));
  await page.getByRole('button', { name: '读入文件' }).click();
  await page.getByRole('heading', { name: '核对各列' }).waitFor();
  await reader.look('columns');
  await page.getByRole('button', { name: '按此读取' }).click();
  await page.getByRole('heading', { name: /要改正/ }).waitFor();
  await reader.look('rows refused');
  await page.getByRole('button', { name: /^先登记没有问题的/ }).click();
  await page.getByRole('heading', { name: '预览' }).waitFor();
  await reader.look('preview');
  await page.getByRole('button', { name: '确认登记' }).click();
  await page.getByText(/新登记 \d+ 人，变更/).waitFor();
  await reader.look('registered');
  expect(reader.wrong()).toEqual([]);
  expect(reader.written() - before).toBeGreaterThanOrEqual(3);
}, 120_000);
