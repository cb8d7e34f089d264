/** What an office program makes of the papers: LibreOffice, started once for all of them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../src/forms/paper.ts';
import { periodSummary } from '../../src/forms/periodSummary.ts';
import { pointsRecord } from '../../src/forms/pointsRecord.ts';
import { renderXlsx } from '../../src/forms/render/xlsx.ts';
import { yearGrading } from '../../src/forms/yearGrading.ts';
import { cast, 吴㙦 } from '../cast.ts';
import { hasChineseFont, pdftotextPath, sofficePath } from '../machine.ts';
import { alone, branchOf, type EntrySaid, named } from './branch.ts';
import { HOSTILE } from './hostile.ts';
import { shown } from './reading.ts';

const sixty: EntrySaid[] = Array.from({ length: 60 }, (_, index) => ({
  item: 'A2.1-1',
  day: `2026-${String((index % 12) + 1).padStart(2, '0')}-11`,
  reason: '未按要求参加集中学习，经提醒后补学',
}));
const people = [
  ...cast,
  ...Array.from({ length: 28 }, (_, index) => named(String(index + 11).padStart(3, '0'), `欧阳䶮${index}`)),
].map((person) => ({ person, tasks: '14.5' }));
const branch = branchOf({ people, example: true });
const long = alone({ person: 吴㙦, tasks: '15', entries: sixty });
const hostile = alone({
  person: named('=2', '=2+3'),
  entries: HOSTILE.map(({ text }, index) => ({
    item: '3.4.1-6',
    day: '2026-02-01',
    achievement: `成果 ${index}`,
    reason: text,
  })),
});

const PAPERS: Record<string, Paper> = {
  summary: periodSummary(branch, 1),
  grading: yearGrading(branch),
  record: pointsRecord(long.branch, long.member),
  hostile: pointsRecord(hostile.branch, hostile.member),
};

const soffice = sofficePath();
const pdftotext = pdftotextPath();

describe.skipIf(soffice === undefined)('opened by LibreOffice', () => {
  let folder = '';
  const convert = (to: string, filter: string) =>
    execFileSync(
      soffice ?? '',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        join(folder, to),
        ...Object.keys(PAPERS).map((name) => join(folder, `${name}.xlsx`)),
      ],
      { stdio: 'ignore' },
    );
  const csv = (name: string): string[][] =>
    parse(readFileSync(join(folder, 'csv', `${name}.csv`)), { relax_column_count: true });
  const pages = (name: string): string[] =>
    execFileSync(pdftotext ?? '', ['-layout', join(folder, 'pdf', `${name}.pdf`), '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jifen-papers-'));
    for (const [name, paper] of Object.entries(PAPERS))
      writeFileSync(join(folder, `${name}.xlsx`), await renderXlsx(paper));
    for (const made of ['csv', 'pdf']) mkdirSync(join(folder, made));
    convert('csv', 'csv:Text - txt - csv (StarCalc):44,34,76,1');
    convert('pdf', 'pdf');
    expect(readdirSync(join(folder, 'pdf'))).toHaveLength(Object.keys(PAPERS).length);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['summary', 'grading', 'record'])('%s: every row of the table has the same values', (name) => {
    const rows = csv(name);
    const first = rows.findIndex(([cell]) => cell === '序号') + 1;
    for (const [index, { cells }] of (PAPERS[name]?.table.rows ?? []).entries()) {
      const expected = cells.flatMap((cell) => [
        shown(cell),
        ...Array<string>((cell.span ?? 1) - 1).fill(''),
      ]);
      expect(rows[first + index]).toEqual(expected);
    }
  });

  test('nothing a member wrote is computed: the text is what was written', () => {
    const rows = csv('hostile');
    const first = rows.findIndex(([cell]) => cell === '序号') + 1;
    expect(HOSTILE.map((_, index) => rows[first + index]?.[5])).toEqual(HOSTILE.map(({ reads }) => reads));
    expect(rows.flat()).toContain('=2+3');
  });

  describe.skipIf(pdftotext === undefined || !hasChineseFont())('printed', () => {
    test('on A4 across', () => {
      for (const name of Object.keys(PAPERS)) {
        const pdf = readFileSync(join(folder, 'pdf', `${name}.pdf`), 'latin1');
        const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
        expect(boxes.length).toBeGreaterThan(0);
        for (const [, width, height] of boxes)
          expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
      }
    });

    test('the heading, whose paper it is and the page number stand on every page', () => {
      for (const name of ['summary', 'record']) {
        const all = pages(name);
        expect(all.length).toBeGreaterThan(1);
        for (const [index, page] of all.entries()) {
          expect(page).toContain('序号');
          expect(page.replace(/\s/g, '')).toContain(`第${index + 1}页共${all.length}页`);
          expect(page).toContain('9f2e6d33a371');
          if (index > 0) expect(page.replace(/\s/g, '')).toContain(PAPERS[name]?.running.replace(/\s/g, ''));
        }
      }
      for (const page of pages('summary')) expect(page).toContain('示例');
    });

    test('names with rare characters are printed, nobody is left out', () => {
      const all = pages('summary').join('');
      for (const { person } of people) expect(all).toContain(person.name);
    });

    test('the boxes to sign are together on the last page', () => {
      for (const name of Object.keys(PAPERS)) {
        const last = pages(name).at(-1) ?? '';
        expect(last.match(/签名：/g)).toHaveLength(2);
        expect(last).toContain('（章）');
      }
    });
  });
});
