import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { cellText, type Table } from '../../src/domain/year/table.ts';
import { byExcelJs, CELL, partsWith, tableIn, zipOf } from './workbook.ts';

const NAMES = ['张建国', '𠮷田', '䶮', '吴㙦', '欧阳　修', '阿依古丽·买买提'];
const texts = ({ header, rows }: Table) =>
  [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cellText));
const utc = (year: number, month: number, day: number, hour = 0) =>
  new Date(Date.UTC(year, month - 1, day, hour));

describe('cells of a workbook', () => {
  test('rare characters, from two writers', async () => {
    const rows = [['姓名'], ...NAMES.map((name) => [name])];
    expect(texts(await tableIn('a.xlsx', await byExcelJs(rows)))).toEqual(rows);
    const other = await writeXlsx({ sheets: [{ name: '一', rows }] });
    expect(texts(await tableIn('a.xlsx', other))).toEqual(rows);
  });

  test('text, numbers, days, ticks, errors, rich text; ends trimmed, the inside kept', async () => {
    const rows = [
      ['　编号 ', '值'],
      ['001', 7.55],
      [' 王  强　', 0.1 + 0.2],
      [{ richText: [{ text: '县委' }, { text: '〔5〕', font: { bold: true } }] }, utc(2026, 3, 5)],
      [true, { error: '#N/A' }],
      ['=1+1', -5],
    ];
    const { header, rows: read } = await tableIn('a.xlsx', await byExcelJs(rows));
    expect(header[0]).toEqual({ kind: 'text', text: '编号' });
    expect(read.map(({ cells }) => cells)).toEqual([
      [
        { kind: 'text', text: '001' },
        { kind: 'number', text: '7.55' },
      ],
      [
        { kind: 'text', text: '王  强' },
        { kind: 'number', text: '0.3' },
      ],
      [
        { kind: 'text', text: '县委〔5〕' },
        { kind: 'date', day: '2026-03-05' },
      ],
      [
        { kind: 'boolean', value: true },
        { kind: 'error', text: '#N/A' },
      ],
      [
        { kind: 'text', text: '=1+1' },
        { kind: 'number', text: '-5' },
      ],
    ]);
  });

  test('a day with a time of day is no day: it may be midnight somewhere else', async () => {
    const { rows } = await tableIn('a.xlsx', await byExcelJs([['日期'], [utc(2026, 3, 4, 16)]]));
    expect(rows[0]?.cells).toEqual([{ kind: 'moment', text: '2026-03-04 16:00' }]);
  });

  test('workbooks that count days from 1904', async () => {
    const bytes = await byExcelJs([['日期'], [utc(2026, 12, 31)]], (book) => {
      book.properties.date1904 = true;
    });
    expect((await tableIn('a.xlsx', bytes)).rows[0]?.cells).toEqual([{ kind: 'date', day: '2026-12-31' }]);
  });

  test('empty rows are left out and the others keep their numbers', async () => {
    const bytes = await byExcelJs([['编号'], ['001'], [], ['  '], ['002']]);
    expect((await tableIn('a.xlsx', bytes)).rows.map(({ row }) => row)).toEqual([2, 5]);
  });

  test('cells without addresses and an empty second sheet are read as programs do', async () => {
    const bytes = zipOf(
      partsWith('<sheetData><row><c t="inlineStr"><is><t>编号</t></is></c></row></sheetData>'),
    );
    expect(texts(await tableIn('a.xlsx', bytes))).toEqual([['编号']]);
    const two = await byExcelJs([['编号']], (book) => void book.addWorksheet('空'));
    expect(texts(await tableIn('a.xlsx', two))).toEqual([['编号']]);
  });

  test('pictures and other parts without cells are not even inflated', async () => {
    const parts = partsWith(`<sheetData>${CELL}</sheetData>`, { 'xl/media/a.xml': '<!DOCTYPE x>' });
    expect(texts(await tableIn('a.xlsx', zipOf(parts)))).toEqual([['编号']]);
  });
});

test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])(
  'days do not move in %s',
  (zone) => {
    const script = `
    import { readTable } from './src/intake/readTable.ts';
    import { cellText } from './src/domain/year/table.ts';
    import { writeXlsx } from 'hucre/xlsx';
    const days = [[2026,1,1],[2026,3,8],[2026,11,1],[2026,12,31],[1950,2,28],[2024,2,29]];
    const rows = [['日期'], ...days.map(([y, m, d]) => [new Date(Date.UTC(y, m - 1, d))])];
    const { table } = await readTable('a.xlsx', await writeXlsx({ sheets: [{ name: 'a', rows, columns: [{ header: '日期', numFmt: 'yyyy-mm-dd' }] }] }));
    process.stdout.write(table.rows.map(({ cells }) => cells.map((cell) => cell.kind + cellText(cell)).join()).join(' '));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
    expect(stdout, stderr).toContain(
      'date2026-01-01 date2026-03-08 date2026-11-01 date2026-12-31 date1950-02-28 date2024-02-29',
    );
  },
);

describe('csv', () => {
  const csv = '编号,姓名,事由\r\n001,𠮷田,"含逗号,和""引号"""\r\n\r\n002,张建国,"两\n行"\r\n';
  const read = [
    ['编号', '姓名', '事由'],
    ['001', '𠮷田', '含逗号,和"引号"'],
    ['002', '张建国', '两\n行'],
  ];
  const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

  test('UTF-8 with and without its mark', async () => {
    expect(texts(await tableIn('a.csv', utf8(csv)))).toEqual(read);
    expect(texts(await tableIn('a.csv', utf8(`\ufeff${csv}`)))).toEqual(read);
  });

  test('GBK is recognised, rare characters of GB18030 included', async () => {
    // 编号,姓名 / 001,张建国𠮷䶮㙦 as iconv writes them in GB18030
    const bytes = Buffer.from('b1e0bac52cd0d5c3fb0a3030312cd5c5bda8b9fa9534b235fe9f8230ad38', 'hex');
    const [, [, name] = []] = texts(await tableIn('a.csv', new Uint8Array(bytes)));
    expect(name).toBe('张建国𠮷䶮㙦');
  });

  test.each([',', ';', '\t'])('separated by %j', async (separator) => {
    const bytes = utf8(`编号${separator}"姓,名;x"\n001${separator}张`);
    expect(texts(await tableIn('a.csv', bytes))).toEqual([
      ['编号', '姓,名;x'],
      ['001', '张'],
    ]);
  });

  test('a row keeps its number though empty lines stand before it', async () => {
    expect((await tableIn('a.csv', utf8(csv))).rows.map(({ row }) => row)).toEqual([2, 4]);
  });
});
