import ExcelJS from 'exceljs';
import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { periodSummary } from '../../src/forms/periodSummary.ts';
import { pointsRecord } from '../../src/forms/pointsRecord.ts';
import { renderXlsx } from '../../src/forms/render/xlsx.ts';
import type { Paper } from '../../src/forms/paper.ts';
import { yearGrading } from '../../src/forms/yearGrading.ts';
import { cast, 张建国, 李梅, 郑𠮷 } from '../cast.ts';
import { alone, branchOf, type EntrySaid, named } from './branch.ts';
import { HOSTILE } from './hostile.ts';

/** Read back by another library than wrote it. */
async function opened(paper: Paper): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await renderXlsx(paper);
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('a workbook without a sheet');
  return sheet;
}

/** The text of a cell, rich or plain. */
const textOf = (value: ExcelJS.CellValue): ExcelJS.CellValue =>
  typeof value === 'object' && value !== null && 'richText' in value
    ? value.richText.map(({ text }) => text).join('')
    : value;

/** The row under the heading in which the first cell is the number. */
function headingRow(sheet: ExcelJS.Worksheet): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 1).value === '序号') return row;
  throw new Error('no heading row');
}

const losses: EntrySaid[] = ['01', '02', '03', '04', '05'].map((date) => ({
  item: '3.4.2-4',
  day: `2026-10-${date}`,
  supplier: '本支部',
}));

describe('a summary as a workbook', () => {
  const branch = branchOf({
    people: cast.map((person, index) => ({
      person,
      tasks: ['15', '14.5', '0.01'][index % 3] ?? '15',
      entries: person === 李梅 ? losses : [],
    })),
  });
  const paper = periodSummary(branch, 4);
  let sheet: ExcelJS.Worksheet;
  beforeAll(async () => {
    sheet = await opened(paper);
  });

  test('every cell of the table reads back, value by value, figures as numbers with two decimals', () => {
    const first = headingRow(sheet) + 1;
    for (const [row, { cells }] of paper.table.rows.entries())
      for (const [column, content] of cells.entries()) {
        const cell = sheet.getCell(first + row, column + 1);
        switch (content.kind) {
          case 'points':
            expect(cell.value).toBe(content.value / 100);
            expect(cell.numFmt).toBe('0.00');
            expect(cell.alignment.horizontal).toBe('right');
            break;
          case 'count':
            expect(cell.value).toBe(content.value);
            break;
          case 'text':
            expect(cell.value).toBe(content.text);
            break;
          case 'empty':
            expect(cell.value).toBeNull();
        }
      }
  });

  test('a figure below zero is a number below zero', () => {
    const row = sheet.getRow(headingRow(sheet) + 2);
    expect(row.getCell(2).value).toBe('李梅');
    expect(row.getCell(4).value).toBe(-17.5);
  });

  test('A4 across, one page wide, the heading on every page, page n of m, the measure and the head below', () => {
    const heading = headingRow(sheet);
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${heading}:${heading}`,
    });
    expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页');
    expect(sheet.headerFooter.firstFooter).toBe(sheet.headerFooter.oddFooter);
    expect(sheet.headerFooter.oddFooter).toContain('账册第 1583 笔 9f2e6d33a371');
    expect(sheet.headerFooter.oddHeader).toContain('清江县财政局机关支部 2026 年 第四季度');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: heading });
    const last: ExcelJS.CellValue[] = [];
    sheet.getRow(sheet.rowCount).eachCell((cell) => last.push(cell.value));
    expect(last).toContainEqual(expect.stringContaining('《财政局机关支部党员积分制管理办法》 版本 2026-1'));
  });

  test('the signatures stand in one row, which no program breaks across pages', () => {
    const signing: number[] = [];
    sheet.eachRow((row, number) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && /签名：|（章）/.test(cell.value)) signing.push(number);
      }),
    );
    expect(new Set(signing).size).toBe(1);
    expect(sheet.getRow(signing[0] ?? 0).height).toBeGreaterThan(90);
  });

  test('the QR code is a square picture in the last row', () => {
    const [picture] = sheet.getImages();
    expect(picture?.range.tl.nativeRow).toBe(sheet.rowCount - 1);
    expect(picture?.range).toMatchObject({ ext: { width: 80, height: 80 } });
  });
});

describe('text that a spreadsheet would take for something else', () => {
  const entries = HOSTILE.map(({ text }, index) => ({
    item: '3.4.1-6',
    day: '2026-02-01',
    achievement: `成果 ${index}`,
    reason: text,
    evidence: text,
  }));
  const { branch, member } = alone(
    { person: named('=1+1', '=1+1'), entries },
    { organisation: '=1+1&P"支部' },
  );

  test('stays the text it was in every paper: no cell is a formula, an error or a number', async () => {
    const papers = [pointsRecord(branch, member), periodSummary(branch, 1), yearGrading(branch)];
    for (const paper of papers) {
      const bytes = await renderXlsx(paper);
      const files = unzipSync(bytes);
      const sheetXml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(sheetXml).not.toMatch(/<f[ >/]|t="e"/);
      expect(Object.keys(files).filter((name) => /externalLink|hyperlink|vba/i.test(name))).toEqual([]);
      expect(sheetXml).not.toContain('hyperlink');
    }
  });

  test('reads back as it was written, and stays text when somebody edits it', async () => {
    const sheet = await opened(pointsRecord(branch, member));
    const first = headingRow(sheet) + 1;
    for (const [index, { reads, formulaLike }] of HOSTILE.entries()) {
      const cell = sheet.getCell(first + index, 6);
      expect(textOf(cell.value)).toBe(reads);
      expect(cell.numFmt === '@').toBe(formulaLike);
    }
  });

  test('a branch name does not write codes into the page header', async () => {
    const sheet = await opened(periodSummary(branch, 1));
    expect(sheet.headerFooter.oddHeader).toContain('=1+1&&P"支部');
    expect(
      Math.max(...Object.values(sheet.headerFooter).map((line) => String(line).length)),
    ).toBeLessThanOrEqual(255);
  });
});

test('the longest text a cell may come from is shown whole: rows grow, and go on where they may not', async () => {
  const reason = '支部委员会认定'.repeat(600);
  const { branch, member } = alone({
    person: 郑𠮷,
    entries: [{ item: '3.4.1-6', day: '2026-02-01', reason }],
  });
  const sheet = await opened(pointsRecord(branch, member));
  const first = headingRow(sheet) + 1;
  let shown = '';
  for (let row = first; sheet.getCell(row, 1).value === 1 || sheet.getCell(row, 1).value === null; row += 1) {
    shown += sheet.getCell(row, 6).text;
    expect(sheet.getRow(row).height).toBeLessThanOrEqual(409);
  }
  expect(shown).toBe(reason);
});

test('a name that is no name at all still makes a sound file', async () => {
  const organisation = `\ud842\ufffe\u0001<&"'>${'支部'.repeat(3000)}`;
  const { branch, member } = alone({ person: named('\ufffe', '\u0000'.repeat(300)) }, { organisation });
  for (const paper of [pointsRecord(branch, member), periodSummary(branch, 1), yearGrading(branch)]) {
    const files = unzipSync(await renderXlsx(paper));
    for (const [name, bytes] of Object.entries(files))
      if (/\.(xml|rels)$/.test(name))
        expect(strFromU8(bytes)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u);
    expect((await opened(paper)).getCell(1, 1).value).toBe(paper.title);
  }
});

test('an example says so in its title, above and below every page', async () => {
  const sheet = await opened(yearGrading(branchOf({ people: [{ person: 张建国 }], example: true })));
  expect(sheet.getCell(1, 1).value).toBe('年度党员积分汇总及评定格次表（示例）');
  for (const line of ['firstHeader', 'oddHeader', 'oddFooter', 'firstFooter'] as const)
    expect(sheet.headerFooter[line]).toContain('【示例】');
});

test('two thousand members on one summary', async () => {
  const people = Array.from({ length: 2000 }, (_, index) => ({
    person: named(`${index}`, `党员${index}`),
    tasks: '15',
  }));
  const sheet = await opened(yearGrading(branchOf({ people })));
  expect(sheet.getCell(headingRow(sheet) + 2000, 2).value).toBe('党员1999');
});
