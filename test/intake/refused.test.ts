import { describe, expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { byExcelJs, CELL, complaints, partsWith, zipOf } from './workbook.ts';

const HEADER = ['编号', '姓名'];
const plain = await byExcelJs([HEADER, ['001', '张建国']]);
const gbk = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const sheetOf = (inner: string, more: Record<string, string> = {}) => zipOf(partsWith(inner, more));
const ole = (text: string) =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(text, 'utf16le')]));

/** [what it is, the file's name, its bytes, parts of the one sentence] */
const CASES: readonly (readonly [string, string, Uint8Array | Promise<Uint8Array>, ...string[]])[] = [
  ['an empty file', '名册.xlsx', new Uint8Array(), '名册.xlsx：文件是空的', '首行应为列名'],
  ['an empty csv', '名册.csv', utf8('\ufeff \r\n'), '文件是空的', '首行应为列名'],
  ['an old .xls', '名册.xls', utf8('x'), '.xls 是旧格式', '请另存为 xlsx'],
  ['a .et of WPS', '名册.et', utf8('x'), '.et 是旧格式或其他软件的格式', '请另存为 xlsx'],
  ['an old workbook that calls itself .xlsx', '名册.xlsx', ole('Workbook'), '.xls 是旧格式', '请另存为 xlsx'],
  ['an old workbook that calls itself .csv', '名册.csv', ole('Workbook'), '.xls 是旧格式', '请另存为 xlsx'],
  ['a workbook with a password', '名册.xlsx', ole('EncryptedPackage'), '有打开密码', '取消密码'],
  ['a workbook with macros by name', '名册.xlsm', plain, '含有宏', '请另存为 xlsx'],
  [
    'a workbook with macros inside',
    '名册.xlsx',
    sheetOf(`<sheetData>${CELL}</sheetData>`, { 'xl/vbaProject.bin': 'x' }),
    '含有宏',
    '另存为 xlsx',
  ],
  ['a picture', '名册.png', utf8('x'), '不认识“.png”文件，应为 .xlsx 或 .csv', '另存为 xlsx'],
  ['no ending', '名册', utf8('x'), '应为 .xlsx 或 .csv', '另存为 xlsx'],
  [
    'a csv that calls itself .xlsx',
    '名册.xlsx',
    utf8('编号,姓名\n'),
    '内容不是 .xlsx 格式',
    '不要直接改后缀',
  ],
  ['a workbook that calls itself .csv', '名册.csv', plain, '内容不是 .csv 格式', '不要直接改后缀'],
  ['a cut workbook', '名册.xlsx', plain.subarray(0, plain.length / 2), '文件损坏', '另存为新的 xlsx'],
  ['a zip that is no workbook', '名册.xlsx', zipOf({ 'a.txt': utf8('x') }), '文件损坏', '另存为新的 xlsx'],
  [
    'a link to another workbook',
    '名册.xlsx',
    sheetOf(`<sheetData>${CELL}</sheetData>`, { 'xl/externalLinks/externalLink1.xml': '<x/>' }),
    '外部链接',
    '断开链接',
  ],
  [
    'formulas, each named',
    '名册.xlsx',
    byExcelJs([HEADER, ['001', { formula: '1+1', result: 2 }], [{ formula: 'A2', result: 1 }, 'x']]),
    '工作表“名册”，B2：含有公式（共 2 处：B2、A3）',
    '粘贴为数值',
  ],
  [
    'a shared formula',
    '名册.xlsx',
    sheetOf('<sheetData><row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row></sheetData>'),
    '含有公式（共 1 处：A1）',
    '粘贴为数值',
  ],
  [
    'a hidden sheet',
    '名册.xlsx',
    byExcelJs([HEADER], (book) => (book.addWorksheet('底稿', { state: 'hidden' }).getCell('A1').value = 1)),
    '工作表“底稿”：是隐藏的工作表',
    '取消隐藏',
  ],
  [
    'a very hidden sheet',
    '名册.xlsx',
    byExcelJs([HEADER], (book) => void book.addWorksheet('暗表', { state: 'veryHidden' })),
    '工作表“暗表”：是隐藏的工作表',
    '深度隐藏',
  ],
  [
    'two sheets with content',
    '名册.xlsx',
    byExcelJs([HEADER], (book) => (book.addWorksheet('第二张').getCell('A1').value = 1)),
    '不止一张（名册、第二张）',
    '只留下要用的一张',
  ],
  ['no content at all', '名册.xlsx', byExcelJs([]), '工作簿里没有内容', '首行应为列名'],
  [
    'merged header cells',
    '名册.xlsx',
    byExcelJs([HEADER, ['001', '张']], (_, sheet) => sheet.mergeCells('A1:B1')),
    'A1:B1：有合并单元格（共 1 处）',
    '取消合并',
  ],
  [
    'a document type',
    '名册.xlsx',
    zipOf({
      ...partsWith(''),
      'xl/worksheets/sheet1.xml': utf8('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'),
    }),
    '实体定义',
    '选择性粘贴为数值',
  ],
  [
    'a cell of 3,000 characters',
    '名册.xlsx',
    byExcelJs([HEADER, ['001', '长'.repeat(3000)]]),
    'B2：单元格超过 2000 个字',
    '请缩短',
  ],
  [
    'a column too far to the right',
    '名册.xlsx',
    byExcelJs([HEADER], (_, sheet) => (sheet.getCell('XFD1').value = 'x')),
    '超过 60 列',
    '删去多余的列',
  ],
  [
    'a row too far down',
    '名册.xlsx',
    byExcelJs([HEADER], (_, sheet) => (sheet.getCell('A1048576').value = 'x')),
    '超过 30000 行',
    '删去多余的行',
  ],
  [
    'a csv of too many rows',
    '名册.csv',
    utf8(`编号,姓名\n${'1,a\n'.repeat(30_001)}`),
    '超过 30000 行',
    '删去多余的行',
  ],
  [
    'UTF-16',
    '名册.csv',
    new Uint8Array(Buffer.from('\ufeff编号\t姓名', 'utf16le')),
    '编码不是 UTF-8 或 GBK',
    'CSV UTF-8',
  ],
  ['bytes of no encoding', '名册.csv', gbk('b1e0bac52cffff0a'), '编码不是 UTF-8 或 GBK', 'CSV UTF-8'],
  ['two kinds of separators', '名册.csv', utf8('编号,姓名;类型\n'), '几种分隔符', '统一用逗号'],
  ['a quote that never closes', '名册.csv', utf8('编号,姓名\n001,"张建国\n'), '双引号不成对', '改用 xlsx'],
];

describe('a file that cannot be read safely is refused in one sentence', () => {
  test.each(CASES.map(([what, file, bytes, ...parts]) => ({ what, file, bytes, parts })))(
    '$what',
    async ({ file, bytes, parts }) => {
      const told = await complaints(file, await bytes);
      expect(told).toHaveLength(1);
      for (const part of parts) expect(told[0]).toContain(part);
    },
  );
});

test('what is refused is told by hucre’s workbooks as by exceljs’: a hidden sheet', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '一', rows: [['编号']] },
      { name: '二', rows: [['x']], hidden: true },
    ],
  });
  expect((await complaints('名册.xlsx', bytes))[0]).toContain('工作表“二”：是隐藏的工作表');
});
