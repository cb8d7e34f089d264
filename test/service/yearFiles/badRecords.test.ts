import { describe, expect, test } from 'vitest';
import { type CaseAt, date, empty, expectOne, number, withAllColumns } from './badRow.ts';
import { changed, read, RECORDS, ROSTER, sentences, tableOfLines } from './branch.ts';

const supplied = { 依据: '处分决定', 事由: '受处分', 提供单位: '县纪委' };
const RECORD_CASES: readonly CaseAt[] = [
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
