/** jifen calendar: one page of text, and one page of paper. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calendarCommand } from '../../src/cli/calendar.ts';
import { readHolidays } from '../../src/store/holidaysFile.ts';
import { readPolicy } from '../../src/store/policyFolder.ts';
import { FINANCE_BUREAU } from '../policy/finance.ts';

const folder = mkdtempSync(join(tmpdir(), 'jifen-calendar-'));
let out: string[] = [];
beforeEach(() => {
  out = [];
  const keep = (line: string) => void out.push(line);
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

const run = async (...args: string[]) => {
  const tools = {
    readPolicy,
    readHolidays: () => readHolidays('calendar/cn.yaml'),
    defaultFolder: FINANCE_BUREAU,
  };
  await calendarCommand(tools).parseAsync(args, { from: 'user' });
  return out.join('\n');
};

test('the whole year fits a page of text, each date under its clause', async () => {
  const text = await run('--year', '2026');
  expect(text).toContain('第一季度\n  3月2日—3月6日  党员申请，5 个工作日（An1.3）');
  expect(text).toContain('  12月29日—12月31日  评定格次，3 个工作日（An1.8）');
  expect(text).toContain('国务院办公厅关于2026年部分节假日安排的通知');
  expect(text).not.toContain('暂定');
  expect(text.split('\n').length).toBeLessThan(60);
});

test('a year that is not announced says 暂定 for every quarter, and what to do', async () => {
  const text = await run('--year', '2027');
  expect(text.match(/季度（暂定）/g)).toHaveLength(4);
  expect(text).toContain('2027 年的节假日安排尚未列入 calendar/cn.yaml');
});

test('the paper has the same dates', async () => {
  const file = join(folder, '日历', '2026.xlsx');
  await run('--year', '2026', '--branch', '清江县财政局机关支部', '--out', file);
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(file)));
  const cells = sheets[0]?.rows.flat().map(String) ?? [];
  expect(cells).toContain('年度积分工作日历');
  expect(cells).toContain('清江县财政局机关支部');
  expect(cells).toContain('3月17日\n至3月23日');
});

test('a file of another kind is refused and not written', async () => {
  const file = join(folder, '2026.pdf');
  expect(await run('--year', '2026', '--out', file)).toContain('应以 .xlsx 结尾');
  expect(existsSync(file)).toBe(false);
  expect(process.exitCode).toBe(1);
});

test('a holiday table with a day the calendar lacks is told by file and place', async () => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'cn.yaml');
  writeFileSync(file, '- { year: 2026, source: 通知, rest: [], work: [2026-02-30] }\n');
  expect(await readHolidays(file)).toEqual({
    problems: [
      { file: 'cn.yaml', path: '[第1项].work[第1项]', expected: '应为日历上有的日期，写成 YYYY-MM-DD' },
    ],
  });
});
