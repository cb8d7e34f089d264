import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changed, type Line, RECORDS, ROSTER } from '../service/yearFiles/branch.ts';
import { byExcelJs } from '../intake/workbook.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jifen-year-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const asText = (value: Line[string] | undefined) => (typeof value === 'string' ? value : '');
const gridOf = (lines: readonly Line[]): string[][] => {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  return [names, ...lines.map((line) => names.map((name) => asText(line[name])))];
};
const csvOf = (grid: readonly (readonly string[])[]) =>
  grid
    .map((row) => row.map((value) => (/[",\n]/.test(value) ? JSON.stringify(value) : value)).join(','))
    .join('\r\n');

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

type Ran = { code: number | null; out: string; err: string };

async function jifen(...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['src/main/cli.ts', ...args]);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

const year = (roster: string, records: string, out: string, ...more: string[]) =>
  jifen(
    'year',
    '--policy',
    'policy/finance-bureau',
    '--roster',
    roster,
    '--records',
    records,
    '--year',
    '2026',
    '--out',
    join(folder, out),
    ...more,
  );

async function given() {
  return {
    roster: await put('名册.csv', csvOf(gridOf(ROSTER))),
    records: await put('记录.csv', csvOf(gridOf(RECORDS))),
  };
}

describe('jifen year', () => {
  test('writes year.json and every form; --json prints the same bytes and nothing else', async () => {
    const { roster, records } = await given();
    const { code, out, err } = await year(roster, records, 'out', '--json', '--branch', '机关第一党支部');
    expect(code, err).toBe(0);
    expect(out).toBe(await readFile(join(folder, 'out/year.json'), 'utf8'));
    const names = (await readdir(join(folder, 'out'), { recursive: true })).filter((name) =>
      name.endsWith('.xlsx'),
    );
    // 四个季度、一个年度、每人一份
    expect(names).toHaveLength(4 + 1 + ROSTER.length);
    const book = new ExcelJS.Workbook();
    const record = names.find((name) => name.includes('吴㙦')) ?? '';
    await book.xlsx.readFile(join(folder, 'out', record));
    const text = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect(text).toContain('机关第一党支部');
    expect(text).toContain('吴㙦');
    expect((await readdir(folder)).sort()).toEqual(['out', '名册.csv', '记录.csv'].sort());
  });

  test('the same data in csv, GBK csv and xlsx by two writers, columns and rows in any order: the same bytes', async () => {
    const roster = gridOf(ROSTER);
    const records = gridOf(RECORDS);
    const [header = [], ...rows] = records;
    const reversed = [header.toReversed(), ...rows.toReversed().map((row) => row.toReversed())];
    const excel = reversed.map((row) =>
      row.map((value) => (/^\d{4}-/.test(value) ? new Date(`${value}T00:00:00Z`) : value || null)),
    );
    const files = [
      [await put('a.csv', csvOf(roster)), await put('b.csv', csvOf(records))],
      [await put('a.xlsx', await byExcelJs(roster)), await put('b.xlsx', await byExcelJs(excel))],
      [
        await put('c.xlsx', await writeXlsx({ sheets: [{ name: '一', rows: roster }] })),
        await put('d.csv', `\ufeff${csvOf(reversed).replaceAll(',', ';')}`),
      ],
    ] as const;
    const results = [];
    for (const [index, [people, entries]] of files.entries()) {
      const { code, err } = await year(people, entries, `out${index}`);
      expect(code, err).toBe(0);
      results.push(await readFile(join(folder, `out${index}`, 'year.json'), 'utf8'));
    }
    expect(new Set(results).size).toBe(1);
  });

  test('GBK is recognised', async () => {
    const { records } = await given();
    // 编号,姓名,类型,加入日期 / 001,李梅,正式党员,2015-07-01（GBK 字节）
    const roster = await put(
      '名册-gbk.csv',
      new Uint8Array(
        Buffer.from(
          'b1e0bac52cd0d5c3fb2cc0e0d0cd2cbcd3c8ebc8d5c6da0a3030312cc0eec3b72cd5fdcabdb5b3d4b12c323031352d30372d3031',
          'hex',
        ),
      ),
    );
    const own = await put('一人.csv', csvOf(gridOf(RECORDS.slice(0, 2))));
    const { code, out, err } = await year(roster, own, 'out', '--json');
    expect(code, err).toBe(0);
    expect(out).toContain('"name": "李梅"');
    expect((await year(roster, records, 'out2')).code).toBe(1);
  });

  test('bad rows: exit 1, every one on standard error, nothing on standard output, nothing written', async () => {
    const roster = await put('名册.csv', csvOf(gridOf(changed(ROSTER, 1, { 类型: '群众' }))));
    const records = await put(
      '记录.csv',
      csvOf(gridOf(changed(RECORDS, 0, { 分值: '16', 日期: '2026-02-30' }))),
    );
    const { code, out, err } = await year(roster, records, 'out', '--json');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('第 3 行“类型”列（C3）：填的是“群众”');
    expect(err).toContain('第 2 行“日期”列（B2）：填的是“2026-02-30”');
    expect(err).toContain('第 2 行“分值”列（D2）：填的是“16”，分值应为 0.00 至 15.00');
    expect(err).toContain('共 3 处需要改正，没有计算，也没有写出任何文件。');
    expect((await readdir(folder)).sort()).toEqual(['名册.csv', '记录.csv'].sort());
  });

  test('bad rows by the thousand: the first hundred are told, the rest counted', async () => {
    const { roster } = await given();
    const lines = Array.from({ length: 3000 }, (_, index) => ({
      编号: `x${index}`,
      日期: '2026-03-01',
      条款: 'A2.1-1',
      事由: '一',
      依据: '二',
    }));
    const { code, err } = await year(roster, await put('记录.csv', csvOf(gridOf(lines))), 'out');
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(102);
    expect(err).toContain('另有 2900 处');
    expect(err).toContain('共 3000 处需要改正');
  });

  test('an earlier result stays as it was when the files turn bad', async () => {
    const { roster, records } = await given();
    await year(roster, records, 'out');
    const before = await readFile(join(folder, 'out/year.json'), 'utf8');
    const bad = await put('坏.csv', csvOf(gridOf(changed(RECORDS, 0, { 条款: '无' }))));
    expect((await year(roster, bad, 'out')).code).toBe(1);
    expect(await readFile(join(folder, 'out/year.json'), 'utf8')).toBe(before);
  });

  test('what else is in the folder stays; other workbooks are named', async () => {
    const { roster, records } = await given();
    await mkdir(join(folder, 'out'));
    await put('out/会议记录.txt', '勿动');
    await put('out/旧表.xlsx', '旧');
    const { code, err } = await year(roster, records, 'out');
    expect(code, err).toBe(0);
    expect(err).toContain('旧表.xlsx');
    expect(await readFile(join(folder, 'out/会议记录.txt'), 'utf8')).toBe('勿动');
    expect(await readFile(join(folder, 'out/旧表.xlsx'), 'utf8')).toBe('旧');
    expect((await readdir(join(folder, 'out'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a file in the place of the folder is refused and kept', async () => {
    const { roster, records } = await given();
    await put('out', '我是文件');
    const { code, err } = await year(roster, records, 'out');
    expect(code).toBe(1);
    expect(err).toContain('不能写入结果文件夹');
    expect(await readFile(join(folder, 'out'), 'utf8')).toBe('我是文件');
  });

  test.each([
    [
      'a roster that is not there',
      async () => ['没有.csv', (await given()).records],
      '读不到这个文件（没有这个文件）',
    ],
    ['a folder for a roster', async () => [folder, (await given()).records], '读不到这个文件（不是文件）'],
    ['an .xls', async () => [await put('旧.xls', 'x'), (await given()).records], '请另存为 xlsx'],
    [
      'a workbook with formulas',
      async () => [
        await put('式.xlsx', await byExcelJs([['编号'], [{ formula: '1', result: 1 }]])),
        (await given()).records,
      ],
      'A2：含有公式',
    ],
  ] as const)('%s', async (_, files, part) => {
    const [roster = '', records = ''] = await files();
    const { code, out, err } = await year(roster, records, 'out', '--json');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(part);
    expect(await readdir(folder)).not.toContain('out');
  });

  test('both files are told when both are unreadable', async () => {
    const { err } = await year('甲.xls', '乙.csv', 'out');
    expect(err).toContain('甲.xls：读不到这个文件');
    expect(err).toContain('乙.csv：读不到这个文件');
  });

  test('a policy that is none, a year that is none, a missing option: in Chinese', async () => {
    const { roster, records } = await given();
    const common = ['--roster', roster, '--records', records, '--out', join(folder, 'out')];
    const policy = await jifen('year', '--policy', join(folder, '无'), ...common, '--year', '2026');
    expect(policy.code).toBe(1);
    expect(policy.err).toContain('应为办法所在的文件夹');
    const wrong = await jifen('year', ...common, '--year', '26');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('年度应为四位数字');
    const missing = await jifen('year', ...common);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('缺少选项 --year <year>');
    expect(await readdir(folder)).not.toContain('out');
  });
});
