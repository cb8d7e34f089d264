import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/domain/year/table.ts';
import { branchYear } from '../../../src/service/views/branchYear.ts';
import { yearJson, yearResult } from '../../../src/service/yearFiles/result.ts';
import { FINANCE } from '../../domain/finance.ts';
import { changed, type Line, RECORDS, ROSTER, read, tableOfLines } from './branch.ts';

function yearOf(roster: Table, records: Table) {
  const answer = read(roster, records);
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return branchYear({
    organisation: '机关支部',
    year: 2026,
    example: false,
    version: FINANCE,
    origin: { from: 'files', sha256: '' },
    records: answer.records,
  });
}

const MORE: readonly Line[] = [
  ...RECORDS,
  { 编号: '001', 日期: '2026-02-01', 条款: 'A2.1-1', 事由: '一', 依据: '甲', 事件: '一事' },
  { 编号: '001', 日期: '2026-05-01', 条款: 'A2.2-2', 事由: '一', 依据: '甲', 事件: '一事' },
  { 编号: '001', 日期: '2026-05-02', 条款: '3.4.1-5', 依据: '乙', 成果: '一成果' },
  { 编号: '001', 日期: '2026-08-02', 条款: '3.4.1-1', 依据: '丙', 成果: '一成果', 计入季度: '4' },
  { 编号: '002', 日期: '2026-06-01', 条款: '3.4.3-2', 事由: '处分', 依据: '决定', 提供单位: '县纪委' },
  { 编号: '002', 日期: '2026-06-02', 条款: '3.4.3-2', 事由: '处分', 依据: '决定', 提供单位: '县纪委' },
  { 编号: '001', 日期: '2026-06-02', 条款: 'A2.3-x', 分值: '1.5', 事由: '酌情', 依据: '记录' },
];

/** The same table with rows and columns in another order. */
function shuffled(table: Table, rows: readonly number[], columns: readonly number[]): Table {
  const reorder = <T>(list: readonly T[], order: readonly number[]) => order.map((index) => list[index] as T);
  return {
    ...table,
    header: reorder(table.header, columns),
    rows: reorder(table.rows, rows).map((row, index) => ({
      row: index + 2,
      cells: reorder(row.cells, columns),
    })),
  };
}

const orderOf = (length: number) => {
  const all = Array.from({ length }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: length });
};

describe('the order in which rows were typed', () => {
  const roster = tableOfLines('名册', ROSTER);
  const records = tableOfLines('记录', MORE);

  test('any order of rows and columns gives the same bytes', () => {
    const json = yearJson(yearOf(roster, records));
    const orders = fc.tuple(
      orderOf(roster.header.length),
      orderOf(records.rows.length),
      orderOf(records.header.length),
    );
    fc.assert(
      fc.property(orders, ([rosterColumns, rows, columns]) => {
        const people = shuffled(roster, [...roster.rows.keys()], rosterColumns);
        expect(yearJson(yearOf(people, shuffled(records, rows, columns)))).toBe(json);
      }),
      { numRuns: 100 },
    );
  });

  test('the whole year, papers’ words included, is the same: entries come in an order of their own', () => {
    const other = shuffled(records, [...records.rows.keys()].toReversed(), [...records.header.keys()]);
    expect(yearOf(roster, other)).toEqual(yearOf(roster, records));
  });

  test('another order of the roster is another order of the members, and nothing else', () => {
    const rows = [...roster.rows.keys()].toReversed();
    const other = yearResult(yearOf(shuffled(roster, rows, [...roster.header.keys()]), records));
    const one = yearResult(yearOf(roster, records));
    expect(other.members.toReversed()).toEqual(one.members);
    expect(other.control).toEqual(one.control);
  });
});

describe('the result', () => {
  test('has the keys of year-files.md, in their order, amounts with two decimals', () => {
    const roster = tableOfLines('名册', ROSTER);
    const { members, ...rest } = yearResult(yearOf(roster, tableOfLines('记录', MORE)));
    expect(JSON.stringify(rest)).toBe(
      JSON.stringify({
        year: 2026,
        policy: { id: 'finance-bureau', version: FINANCE.policy.version, sha256: FINANCE.sha256 },
        control: {
          expected: 1,
          participating: 1,
          graded: 1,
          excellent: 0,
          qualified: 0,
          unqualified: 1,
          unrated: 0,
          exempt: 0,
          probationary: 1,
          applicants: 1,
          left: 1,
        },
      }),
    );
    // 一季度：任务 15，扣 2；二季度：同一事件改计 3（再扣 1）、酌情 1.5，成果 1、表彰 3；四季度：同一成果补差 4。
    expect(JSON.stringify(members[0])).toBe(
      JSON.stringify({
        number: '001',
        name: '张建国',
        type: 'full',
        standing: 'graded',
        counted: [1, 2, 3, 4],
        periods: [
          {
            period: 1,
            kinds: { base: '5.50', task: '15.00', bonus: '0.00' },
            deduction: '2.00',
            points: '20.50',
            cumulative: '20.50',
          },
          {
            period: 2,
            kinds: { base: '5.00', task: '0.00', bonus: '4.00' },
            deduction: '2.50',
            points: '9.00',
            cumulative: '29.50',
          },
          {
            period: 3,
            kinds: { base: '7.50', task: '0.00', bonus: '0.00' },
            deduction: '0.00',
            points: '7.50',
            cumulative: '37.00',
          },
          {
            period: 4,
            kinds: { base: '7.50', task: '0.00', bonus: '4.00' },
            deduction: '0.00',
            points: '11.50',
            cumulative: '48.50',
          },
        ],
        year: '48.50',
        graded: '48.50',
        grade: 'unqualified',
        disqualified: [],
        rank: 1,
        top20: true,
        tie: false,
        eligible: [],
        support: true,
      }),
    );
    expect(members.map(({ standing }) => standing)).toEqual(['graded', 'left', 'observed', 'observed']);
    expect(members[1]?.disqualified).toEqual(['3.4.3-2']);
    expect(members[1]?.grade).toBeNull();
    expect(members[2]?.counted).toEqual([2, 3, 4]);
    expect(members[3]?.counted).toEqual([2, 3, 4]);
  });
});

describe('what a roster says of a person', () => {
  const recordOf = (changes: Record<string, string>) => {
    const answer = read(tableOfLines('名册', changed(ROSTER, 0, changes)), tableOfLines('记录', RECORDS));
    if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
    return answer.records[0];
  };

  test('a leader by 编号 is printed by name, and need not be a member', () => {
    expect(recordOf({ 分管领导: '002' })?.person.leader).toBe('李梅');
    expect(recordOf({ 分管领导: '赵副局长' })?.person.leader).toBe('赵副局长');
  });

  test('the ways to write a day all mean that day', () => {
    for (const day of [
      '2014-03-05',
      '2014/3/5',
      '2014.3.5',
      '2014年3月5日',
      '2014年03月05日',
      ' 2014-03-05　',
    ])
      expect(recordOf({ 加入日期: day })?.member.joinedOn).toBe('2014-03-05');
  });

  test('names keep their rare characters and their inner spaces', () => {
    for (const name of ['𠮷田㙦䶮', '阿依古丽·买买提', 'Anna  Li'])
      expect(recordOf({ 姓名: `　${name} ` })?.person.name).toBe(name);
  });

  test('an exemption of this year needs no end; an older one that names its end is taken', () => {
    expect(recordOf({ 免予自: '2026-05-01' })?.member.exemption).toEqual({ from: '2026-05-01', until: null });
    expect(recordOf({ 免予自: '2025-05-01', 免予至: '2026-04-30' })?.member.exemption).toEqual({
      from: '2025-05-01',
      until: '2026-04-30',
    });
  });

  test('a number cell is its own 编号 where the roster has it so', () => {
    const lines = changed(ROSTER, 0, { 编号: { kind: 'number', text: '1' } });
    const records = changed(RECORDS.slice(0, 1), 0, { 编号: '1' });
    const answer = read(tableOfLines('名册', lines), tableOfLines('记录', records));
    expect('records' in answer && answer.records[0]?.entries).toHaveLength(1);
  });
});
