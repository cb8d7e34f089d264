import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/domain/year/table.ts';
import { empty } from './badRow.ts';
import { changed, type Line, read, RECORDS, ROSTER, sentences, tableOfLines } from './branch.ts';

const exam = { 党章考试: empty, 党章考试日期: empty };

describe('columns', () => {
  const cases: readonly (readonly [string, Line[], string[]])[] = [
    [
      'a missing column',
      ROSTER.map((line) => Object.fromEntries(Object.entries(line).filter(([name]) => name !== '类型'))),
      ['名册.csv：缺少“类型”这一列', '请在首行加上列名“类型”'],
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
