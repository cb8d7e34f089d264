import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/domain/year/table.ts';
import type { Day } from '../../../src/domain/period.ts';
import { changed, type Line, RECORDS, ROSTER, read, sentences, tableOfLines } from './branch.ts';

const number = (text: string): Cell => ({ kind: 'number', text });
const date = (day: string): Cell => ({ kind: 'date', day: day as Day });
const empty: Cell = { kind: 'empty' };

/** [what is wrong, the cells changed, the column told, what stands there (null: nothing), what was expected, how to mend it] */
type Case = readonly [
  what: string,
  changes: Record<string, string | Cell>,
  column: string,
  value: string | null,
  expected: string,
  mend: string,
];

const exam = { 党章考试: empty, 党章考试日期: empty };
const ROSTER_CASES: readonly (Case | readonly [...Case, row: number])[] = [
  ['no number', { 编号: empty }, '编号', null, '“编号”必须填写', '请补填'],
  ['no name', { 姓名: '　 ' }, '姓名', null, '“姓名”必须填写', '请补填'],
  ['no type', { 类型: empty }, '类型', null, '“类型”必须填写', '请补填'],
  ['no day of joining', { 加入日期: empty }, '加入日期', null, '“加入日期”必须填写', '请补填'],
  ['a number twice', { 编号: '002' }, '编号', '002', '编号不得重复，第 3 行已用', '请核对后改正', 2],
  [
    'a number cell that is no whole number',
    { 编号: number('1.5') },
    '编号',
    '1.5',
    '不超过 15 位的整数',
    '文本格式',
  ],
  [
    'a number beyond fifteen digits',
    { 编号: number('1234567890123456') },
    '编号',
    '1234567890123456',
    '不超过 15 位',
    '文本格式',
  ],
  ['a number as a date', { 编号: date('2026-01-01') }, '编号', '2026-01-01', '编号应为文字', '文本格式'],
  ['full-width digits', { 编号: '００１' }, '编号', '００１', '半角', '请改为“001”'],
  [
    'an unknown type',
    { 类型: '党员' },
    '类型',
    '党员',
    '正式党员、预备党员、入党积极分子 之一',
    '改为其中之一',
  ],
  [
    'a date of no calendar',
    { 加入日期: '2026-02-29' },
    '加入日期',
    '2026-02-29',
    '日历上有的日期',
    '2026年3月5日',
  ],
  [
    'a month that is none',
    { 加入日期: '2026/13/1' },
    '加入日期',
    '2026/13/1',
    '日历上有的日期',
    '请按其中一种写法',
  ],
  ['a date in words', { 加入日期: '去年七月' }, '加入日期', '去年七月', '日历上有的日期', '请按其中一种写法'],
  [
    'mixed separators',
    { 加入日期: '2015-7/1' },
    '加入日期',
    '2015-7/1',
    '日历上有的日期',
    '请按其中一种写法',
  ],
  [
    'a serial number for a date',
    { 加入日期: number('46000') },
    '加入日期',
    '46000',
    '日历上有的日期',
    '设为日期格式',
  ],
  [
    'a date with a time',
    { 加入日期: { kind: 'moment', text: '2015-07-01 08:30' } },
    '加入日期',
    '2015-07-01 08:30',
    '不带时刻',
    '只留年月日',
  ],
  [
    'an unreadable birthday',
    { 出生日期: '1980年' },
    '出生日期',
    '1980年',
    '日历上有的日期',
    '请按其中一种写法',
  ],
  [
    'a day of admission that is none',
    { 入党日期: '2001.2.30' },
    '入党日期',
    '2001.2.30',
    '日历上有的日期',
    '请按其中一种写法',
  ],
  [
    'joined after the year',
    { 加入日期: '2027-01-01' },
    '加入日期',
    '2027-01-01',
    '不晚于 2026 年 12 月 31 日',
    '从名册中删去',
  ],
  [
    'left before the year',
    { 离开日期: '2025-11-01' },
    '离开日期',
    '2025-11-01',
    '应晚于 2026 年 1 月 1 日',
    '从名册中删去',
  ],
  [
    'left on 1 January',
    { 离开日期: '2026-01-01' },
    '离开日期',
    '2026-01-01',
    '应晚于 2026 年 1 月 1 日',
    '从名册中删去',
  ],
  [
    'left on the day of joining',
    { 加入日期: '2026-06-01', 离开日期: '2026-06-01' },
    '离开日期',
    '2026-06-01',
    '应晚于加入日期 2026-06-01',
    '核对两个日期',
  ],
  [
    'a full member turning full later',
    { 转正日期: '2027-03-01' },
    '转正日期',
    '2027-03-01',
    '正式党员的转正日期应不晚于',
    '预备党员',
  ],
  [
    'a probationary member who turned full',
    { 转正日期: '2026-07-01' },
    '转正日期',
    '2026-07-01',
    '预备党员的转正日期应空着，或晚于',
    '正式党员',
    2,
  ],
  [
    'an exam answer that is none',
    { 党章考试: '通过' },
    '党章考试',
    '通过',
    '合格、不合格 之一',
    '改为其中之一',
  ],
  [
    'an exam passed on no day',
    { 党章考试: '合格' },
    '党章考试日期',
    null,
    '应填考试日期',
    '请补填“党章考试日期”',
  ],
  [
    'an exam on a day that is none',
    { 党章考试: '合格', 党章考试日期: '四月' },
    '党章考试日期',
    '四月',
    '日历上有的日期',
    '请按其中一种写法',
  ],
  [
    'an exemption without a beginning',
    { 免予至: '2026-06-30' },
    '免予自',
    null,
    '应填“免予自”',
    '请补填“免予自”',
  ],
  [
    'an old exemption without an end',
    { 免予自: '2025-03-01' },
    '免予至',
    null,
    '2026 年以前开始的免予',
    '重新审批',
  ],
  [
    'an exemption that ends before it begins',
    { 免予自: '2026-05-01', 免予至: '2026-04-30' },
    '免予至',
    '2026-04-30',
    '应不早于免予自 2026-05-01',
    '核对两个日期',
  ],
  [
    'an error cell',
    { 姓名: { kind: 'error', text: '#N/A' } },
    '姓名',
    '#N/A',
    '而不是出错的结果',
    '填写实际内容',
  ],
  ['characters nobody can see', { 姓名: '张\u202e建国' }, '姓名', '张□建国', '看不见', '重新输入'],
  ['a date for a post', { 职务: date('2026-03-04') }, '职务', '2026-03-04', '应为文字', '文本格式'],
  ['a tick for a gender', { 性别: { kind: 'boolean', value: true } }, '性别', 'TRUE', '应为文字', '文本格式'],
  [
    'a leader by a number that lost its zeros',
    { 分管领导: number('2') },
    '分管领导',
    '2',
    '“002”',
    '文本格式',
  ],
  [
    'a leader by a number nobody has',
    { 分管领导: number('77') },
    '分管领导',
    '77',
    '没有这个编号',
    '列入名册',
  ],
];

const supplied = { 依据: '处分决定', 事由: '受处分', 提供单位: '县纪委' };
const RECORD_CASES: readonly (Case | readonly [...Case, row: number])[] = [
  ['no number', { 编号: empty }, '编号', null, '“编号”必须填写', '请补填'],
  ['no day', { 日期: empty }, '日期', null, '“日期”必须填写', '请补填'],
  ['no clause', { 条款: empty, 分值: empty }, '条款', null, '“条款”必须填写', '请补填'],
  ['an unknown number', { 编号: '999' }, '编号', '999', '名册里没有这个编号', '列入名册'],
  [
    'a number cell 1 where the roster says 001',
    { 编号: number('1') },
    '编号',
    '1',
    '名册里的编号是文字“001”',
    '请把“编号”列设为文本格式，再填“001”',
  ],
  ['a text 1 where the roster says 001', { 编号: '1' }, '编号', '1', '名册里的编号是文字“001”', '再填“001”'],
  ['full-width digits', { 编号: '００１' }, '编号', '００１', '半角', '请改为“001”'],
  ['a date that is none', { 日期: '3月5日' }, '日期', '3月5日', '日历上有的日期', '请按其中一种写法'],
  [
    'a date with a time',
    { 日期: { kind: 'moment', text: '2026-03-04 16:00' } },
    '日期',
    '2026-03-04 16:00',
    '不带时刻',
    '只留年月日',
  ],
  ['a date of the year before', { 日期: '2025-12-31' }, '日期', '2025-12-31', '应在 2026 年之内', '其他年度'],
  ['a date of the year after', { 日期: '2027-01-01' }, '日期', '2027-01-01', '应在 2026 年之内', '其他年度'],
  [
    'a day after leaving',
    { 日期: '2026-10-15' },
    '日期',
    '2026-10-15',
    '2016-07-01 起，2026-10-15 已离开',
    '离开日期',
    2,
  ],
  ['a day before joining', { 日期: '2026-03-04' }, '日期', '2026-03-04', '2026-03-05 起', '加入日期', 3],
  ['an unknown clause', { 条款: '9.9', 分值: empty }, '条款', '9.9', '没有这个条款', '编号见办法'],
  ['an indicator for a clause', { 条款: 'A2-5', 分值: empty }, '条款', 'A2-5', '不能单独记一笔', '如 A2.2-x'],
  [
    'a clause in full-width characters',
    { 条款: '3．4．1－3', 分值: empty },
    '条款',
    '3．4．1－3',
    '没有这个条款',
    '“3.4.1-3”',
  ],
  ['a clause in capitals', { 条款: 'TASK' }, '条款', 'TASK', '没有这个条款', '“task”'],
  [
    'a clause in small letters',
    { 条款: 'a2.5-1', 分值: empty },
    '条款',
    'a2.5-1',
    '没有这个条款',
    '“A2.5-1”',
  ],
  [
    '__proto__ for a clause',
    { 条款: '__proto__', 分值: empty },
    '条款',
    '__proto__',
    '没有这个条款',
    '编号见办法',
  ],
  ['quarter 0', { 计入季度: number('0') }, '计入季度', '0', '1 至 4 的整数', '只填数字'],
  ['quarter 5', { 计入季度: '5' }, '计入季度', '5', '1 至 4 的整数', '只填数字'],
  ['a quarter in words', { 计入季度: '第二季度' }, '计入季度', '第二季度', '1 至 4 的整数', '只填数字'],
  ['one quarter and a half', { 计入季度: number('1.5') }, '计入季度', '1.5', '1 至 4 的整数', '只填数字'],
  [
    'a quarter before the day’s',
    { 计入季度: '1' },
    '计入季度',
    '1',
    '不得早于发生日期所在的第 2 季度',
    '改为 2 或以后',
    1,
  ],
  ['a task without points', { 分值: empty }, '分值', null, '必须填写分值，不超过 15.00', '请补填'],
  ['a task above its quarter', { 分值: '15.01' }, '分值', '15.01', '0.00 至 15.00', '改正分值'],
  ['a minus sign', { 分值: number('-3') }, '分值', '-3', '不带正负号、至多两位小数', '不用写正负号'],
  ['a plus sign', { 分值: '+3' }, '分值', '+3', '不带正负号', '不用写正负号'],
  ['three decimals', { 分值: '7.125' }, '分值', '7.125', '至多两位小数', '改正'],
  ['full-width digits for points', { 分值: '１５' }, '分值', '１５', '至多两位小数', '改正'],
  ['points with a unit', { 分值: '15分' }, '分值', '15分', '至多两位小数', '改正'],
  ['a date for points', { 分值: date('2026-07-05') }, '分值', '2026-07-05', '至多两位小数', '改正'],
  [
    'an amount that is not the item’s',
    { 分值: '5' },
    '分值',
    '5',
    '等于办法所定的 3.00',
    '清空，或改为 3.00',
    1,
  ],
  [
    'a discretionary deduction without points',
    { 条款: 'A2.3-x', 分值: empty, 依据: '谈话记录' },
    '分值',
    null,
    '必须填写分值，不超过 2.00',
    '请补填',
  ],
  [
    'a discretionary deduction of nothing',
    { 条款: 'A2.3-x', 分值: '0', 依据: '谈话记录' },
    '分值',
    '0',
    '大于 0，且不超过 2.00',
    '改正分值',
  ],
  [
    'a discretionary deduction above the most',
    { 条款: 'A2.3-x', 分值: '2.5', 依据: '谈话记录' },
    '分值',
    '2.5',
    '大于 0，且不超过 2.00',
    '改正分值',
  ],
  ['points for a ground', { ...supplied, 条款: '3.4.3-2', 分值: '5' }, '分值', '5', '分值应空着', '请清空'],
  ['a bonus without evidence', { 依据: empty }, '依据', null, '条款 3.4.1-3 应写明依据', '请补填“依据”', 1],
  ['a deduction without reason', { 事由: empty }, '事由', null, '条款 A2.5-1 应写明事由', '请补填“事由”', 2],
  [
    'a deduction without evidence',
    { 依据: empty },
    '依据',
    null,
    '条款 A2.5-1 应写明依据',
    '请补填“依据”',
    2,
  ],
  [
    'a common deduction without its supplier',
    { 提供单位: empty },
    '提供单位',
    null,
    '条款 3.4.2-4 应写明提供单位',
    '请补填',
    3,
  ],
  [
    'a ground without its supplier',
    { ...supplied, 条款: '3.4.3-2', 分值: empty, 提供单位: empty },
    '提供单位',
    null,
    '条款 3.4.3-2 应写明提供单位',
    '请补填',
  ],
  [
    'a ground without evidence',
    { ...supplied, 条款: '3.4.3-1', 分值: empty, 依据: empty },
    '依据',
    null,
    '条款 3.4.3-1 应写明依据',
    '请补填',
  ],
  [
    'a ground without reason',
    { ...supplied, 条款: '3.4.3-1', 分值: empty, 事由: empty },
    '事由',
    null,
    '条款 3.4.3-1 应写明事由',
    '请补填',
  ],
  [
    'an error cell for points',
    { 分值: { kind: 'error', text: '#DIV/0!' } },
    '分值',
    '#DIV/0!',
    '出错的结果',
    '填写实际内容',
  ],
  [
    'an incident key turned into a date',
    { 事件: date('2026-03-01') },
    '事件',
    '2026-03-01',
    '应为文字',
    '文本格式',
  ],
  ['a broken character', { 依据: '文件\ufffd号' }, '依据', '文件□号', '无法识别', 'UTF-8 或 GBK', 1],
];

function expectOne(told: readonly string[], file: string, row: number, one: readonly unknown[]): void {
  const [, , column, value, expected, mend] = one as Case;
  expect(told).toHaveLength(1);
  const [sentence] = told;
  expect(sentence).toContain(`${file}，工作表“表一”，第 ${row} 行“${column}”列`);
  expect(sentence).toMatch(new RegExp(`（[A-Z]${row}）：`));
  expect(sentence).toContain(value === null ? '空着' : `填的是“${value}”`);
  expect(sentence).toContain(expected);
  expect(sentence).toContain(mend);
  expect(sentence).toMatch(/。.+。$/);
}

/** Every column is there, so that an empty cell is an empty cell and not a missing column. */
const withAllColumns = (lines: readonly Line[], more: readonly Line[]): Line[] => {
  const names = [...lines, ...more].flatMap((line) => Object.keys(line));
  return lines.map((line) => ({ ...Object.fromEntries(names.map((name) => [name, empty])), ...line }));
};

describe('a bad roster row is named, and nothing is computed', () => {
  test.each(ROSTER_CASES.map((one) => [one[0], one] as const))('%s', (_, one) => {
    const at = one[6] ?? 0;
    const lines = withAllColumns(changed(ROSTER, at, one[1]), [{ 党章考试日期: '', 免予自: '', 免予至: '' }]);
    const records = { ...tableOfLines('记录.xlsx', RECORDS), rows: [] };
    expectOne(sentences(tableOfLines('名册.xlsx', lines, '表一'), records), '名册.xlsx', at + 2, one);
  });
});

describe('a bad record row is named, and nothing is computed', () => {
  test.each(RECORD_CASES.map((one) => [one[0], one] as const))('%s', (_, one) => {
    const at = one[6] ?? 0;
    const lines = withAllColumns(changed(RECORDS, at, one[1]), [{ 计入季度: '', 事件: '' }]);
    const told = sentences(tableOfLines('名册.xlsx', ROSTER), tableOfLines('记录.xlsx', lines, '表一'));
    expectOne(told, '记录.xlsx', at + 2, one);
  });

  test('the same row twice, though its points or its quarter differ', () => {
    const twice = { ...RECORDS[0], 分值: '14', 计入季度: '2' };
    const told = sentences(tableOfLines('名册.xlsx', ROSTER), tableOfLines('记录.xlsx', [...RECORDS, twice]));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('第 6 行“编号”列（A6）：填的是“001”，与第 2 行完全相同');
    expect(told[0]).toContain('重复的请删去一行');
  });

  test('two rows that differ in one of the six are two records', () => {
    const other = ['日期', '事由', '事件', '成果'].map((name) => ({
      ...RECORDS[0],
      [name]: name === '日期' ? '2026-03-21' : '另一项',
    }));
    const answer = read(tableOfLines('名册.xlsx', ROSTER), tableOfLines('记录.xlsx', [...RECORDS, ...other]));
    expect('records' in answer && answer.records[0]?.entries).toHaveLength(6);
  });
});

describe('columns', () => {
  const cases: readonly (readonly [string, Line[], string[]])[] = [
    [
      'a missing column',
      ROSTER.map(({ 类型: _, ...rest }) => rest),
      ['缺少“类型”这一列', '请在首行加上列名“类型”'],
    ],
    [
      'an unknown column',
      changed(ROSTER, 0, { 手机: '1' }),
      ['第 1 行“手机”列', '没有这个列名', '编号、姓名、类型'],
    ],
    ['__proto__ as a column', changed(ROSTER, 0, { ['__proto__x']: '1' }), ['“__proto__x”', '没有这个列名']],
  ];
  test.each(cases)('%s', (_, lines, parts) => {
    const told = sentences(tableOfLines('名册.csv', lines), tableOfLines('记录.csv', RECORDS));
    for (const part of parts) expect(told.join('\n')).toContain(part);
  });

  test('the same column twice, a column without a name, cells beyond the header', () => {
    const roster = tableOfLines('名册.csv', ROSTER);
    const [first] = roster.header;
    const header = [...roster.header, first as Cell, empty];
    const rows = roster.rows.map((row, index) =>
      index === 0
        ? {
            ...row,
            cells: [
              ...row.cells,
              empty,
              { kind: 'text', text: '甲' },
              { kind: 'text', text: '乙' },
            ] as Cell[],
          }
        : row,
    );
    const told = sentences({ ...roster, header, rows }, tableOfLines('记录.csv', RECORDS));
    expect(told).toHaveLength(3);
    expect(told[0]).toContain('列名重复，A 列已是同名');
    expect(told[1]).toContain('有内容的列应有列名');
    expect(told[2]).toContain('超出了首行的列');
  });

  test('a header named __proto__ is an unknown column like any other', () => {
    const roster = tableOfLines('名册.csv', ROSTER);
    const header: Cell[] = [...roster.header, { kind: 'text', text: '__proto__' }];
    const told = sentences({ ...roster, header }, tableOfLines('记录.csv', RECORDS));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('填的是“__proto__”，没有这个列名');
  });

  test('a roster without people', () => {
    const told = sentences(
      { ...tableOfLines('名册.csv', ROSTER), rows: [] },
      { ...tableOfLines('记录.csv', RECORDS), rows: [] },
    );
    expect(told).toEqual(['名册.csv：应至少有一名党员。请从第 2 行起每行填写一人。']);
  });
});

test('all problems of all rows of both files are told, from the top', () => {
  const roster = tableOfLines('名册.csv', [
    ...changed(ROSTER, 0, { 类型: '党员' }),
    { 编号: '002', 姓名: '王强', 类型: '正式党员', 加入日期: '无' },
  ]);
  const records = tableOfLines('记录.csv', [
    ...changed(RECORDS, 0, { 分值: '99', 日期: '2025-01-01' }),
    { 编号: '888' },
  ]);
  const told = sentences(roster, records);
  expect(told.map((sentence) => /^(.+?)，第 (\d+) 行“(.+?)”/.exec(sentence)?.slice(1).join(' '))).toEqual([
    '名册.csv 2 类型',
    '名册.csv 6 编号',
    '名册.csv 6 加入日期',
    '记录.csv 2 日期',
    '记录.csv 2 分值',
    '记录.csv 6 编号',
    '记录.csv 6 日期',
    '记录.csv 6 条款',
  ]);
});

test('a record of a person whose roster row is bad is not blamed for it', () => {
  const told = sentences(
    tableOfLines('名册.csv', changed(ROSTER, 0, { 加入日期: '无' })),
    tableOfLines('记录.csv', RECORDS),
  );
  expect(told).toHaveLength(1);
});

test('the exam of an applicant may be failed or still ahead', () => {
  const answer = read(tableOfLines('名册.csv', changed(ROSTER, 3, exam)), tableOfLines('记录.csv', RECORDS));
  expect('records' in answer && answer.records[3]?.member.examPassedOn).toBeNull();
});
