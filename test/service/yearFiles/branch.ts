// A small branch in two year files, whole and right; tests change one thing in it.
import { type Cell, EMPTY_CELL, type Table } from '../../../src/domain/year/table.ts';
import { textCell } from '../../../src/intake/cell.ts';
import { problemText } from '../../../src/service/yearFiles/problem.ts';
import { readYearFiles } from '../../../src/service/yearFiles/read.ts';
import { FINANCE } from '../../domain/finance.ts';

export type Line = Readonly<Record<string, string | Cell>>;

export const ROSTER: readonly Line[] = [
  { 编号: '001', 姓名: '张建国', 类型: '正式党员', 加入日期: '2015-07-01' },
  { 编号: '002', 姓名: '李梅', 类型: '正式党员', 加入日期: '2016年7月1日', 离开日期: '2026-10-15' },
  { 编号: '003', 姓名: '吴㙦', 类型: '预备党员', 加入日期: '2026/3/5' },
  {
    编号: '004',
    姓名: '郑𠮷',
    类型: '入党积极分子',
    加入日期: '2025.1.6',
    党章考试: '合格',
    党章考试日期: '2026-04-01',
  },
];

export const RECORDS: readonly Line[] = [
  { 编号: '001', 日期: '2026-03-20', 条款: 'task', 分值: '15', 事由: '一季度任务' },
  { 编号: '001', 日期: '2026-05-20', 条款: '3.4.1-3', 依据: '县委〔2026〕5 号' },
  { 编号: '002', 日期: '2026-05-20', 条款: 'A2.5-1', 事由: '缺席组织生活', 依据: '签到表' },
  { 编号: '003', 日期: '2026-05-20', 条款: '3.4.2-4', 事由: '缺席', 依据: '签到表', 提供单位: '本支部' },
];

/** Lines by column name → a table whose columns are all those named, in the order they first appear. */
export function tableOfLines(file: string, lines: readonly Line[], sheet: string | null = null): Table {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  return {
    file,
    sheet,
    header: names.map(textCell),
    rows: lines.map((line, index) => ({
      row: index + 2,
      cells: names.map((name) => {
        const value = Object.hasOwn(line, name) ? (line[name] ?? EMPTY_CELL) : EMPTY_CELL;
        return typeof value === 'string' ? textCell(value) : value;
      }),
    })),
  };
}

export const read = (roster: Table, records: Table, year = 2026) =>
  readYearFiles({ roster: { table: roster }, records: { table: records }, policy: FINANCE.policy, year });

/** The sentences of every problem; fails the test's expectation by being empty when there is none. */
export function sentences(roster: Table, records: Table): string[] {
  const answer = read(roster, records);
  return 'problems' in answer ? answer.problems.map(problemText) : [];
}

/** The lines with some cells of one line (0 for the first) changed, or removed when undefined. */
export const changed = (lines: readonly Line[], at: number, changes: Record<string, string | Cell>): Line[] =>
  lines.map((line, index) => (index === at ? { ...line, ...changes } : line));
