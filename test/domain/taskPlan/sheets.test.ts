// Tables as people paste them: named or in order, quoted, full-width, with the member named once; every bad cell is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarks } from '../../../src/domain/taskPlan/markSheet.ts';
import { periodNamed } from '../../../src/domain/taskPlan/periodNamed.ts';
import { pastedRows } from '../../../src/domain/taskPlan/sheetRows.ts';
import { readPlans, readTasks } from '../../../src/domain/taskPlan/taskSheet.ts';
import { pts } from '../../cast.ts';

const LABELS = ['第一季度', '第二季度', '第三季度', '第四季度'];
const PEOPLE = [
  { id: 'wang', number: '003', name: '王强' },
  { id: 'wu', number: '009', name: '吴㙦' },
  { id: 'other', number: '010', name: '王强' },
];

describe('pasted from Excel', () => {
  it('rows, with or without their heading, whatever the quarter is called', () => {
    const bare = '第一季度\t单位分配任务\t完成预算编制\t10\t按时报送\n1\t承诺\t走访两户\t７.5\t有记录\n';
    const { tasks, problems } = readTasks(pastedRows(bare), LABELS);
    expect(problems).toEqual([]);
    expect(tasks).toEqual([
      { period: 1, kind: 'assigned', points: pts('10'), wording: '完成预算编制', standard: '按时报送' },
      { period: 1, kind: 'pledge', points: pts('7.5'), wording: '走访两户', standard: '有记录' },
    ]);
    const named = readTasks(
      pastedRows(`内容\t季度\t计划分\t考评标准\t类别\r\n走访\tQ4\t5\t有记录\t承诺事项`),
      LABELS,
    );
    expect(named.tasks).toEqual([
      { period: 4, kind: 'pledge', points: pts('5'), wording: '走访', standard: '有记录' },
    ]);
  });

  it('a cell in quotes keeps its line break', () => {
    expect(pastedRows('a\t"第一行\n第""二""行"\nb')).toEqual([
      { row: 1, cells: ['a', '第一行\n第"二"行'] },
      { row: 2, cells: ['b'] },
    ]);
  });

  it('any cells come back as they were written', () => {
    const cell = fc.string({ maxLength: 6 }).filter((one) => !/["\r\n\t]/.test(one));
    const quoted = fc
      .array(fc.constantFrom('"', '\n', '\t', '甲', 'a'), { minLength: 1, maxLength: 6 })
      .map((one) => one.join(''));
    const written = (one: string) => (/["\n\t]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(cell, quoted), { minLength: 2, maxLength: 4 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          const text = rows.map((row) => row.map(written).join('\t')).join('\n');
          fc.pre(rows.at(-1)?.at(-1) !== '');
          expect(pastedRows(text).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });

  it('every bad cell is named by row and column', () => {
    const { problems } = readTasks(
      pastedRows('第五季度\t其他\t\t-3\t\n第一季度\t承诺\t走访\t5\t有记录'),
      LABELS,
    );
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [1, '季度'],
      [1, '类别'],
      [1, '计划分'],
      [1, '内容'],
      [1, '考评标准'],
    ]);
  });

  it.each([
    ['第三季度', 3],
    ['三季度', 3],
    ['3', 3],
    ['q2', 2],
    ['第4季度', 4],
    ['第五季度', undefined],
    ['0', undefined],
    ['', undefined],
  ])('%s is period %s', (text, period) => {
    expect(periodNamed(text, LABELS)).toBe(period);
  });
});

describe('several members in one table', () => {
  it('a row without a name goes on with the member above', () => {
    const { plans, problems } = readPlans(
      pastedRows(
        '003\t王强\t1\t任务\t甲\t10\t标准\n\t\t1\t承诺\t乙\t5\t标准\n009\t吴㙦\t2\t任务\t丙\t15\t标准',
      ),
      LABELS,
      PEOPLE,
    );
    expect(problems).toEqual([]);
    expect([...plans].map(([id, tasks]) => [id, tasks.map(({ wording }) => wording)])).toEqual([
      ['wang', ['甲', '乙']],
      ['wu', ['丙']],
    ]);
  });

  it('a number nobody has, a name of another number, a name two have', () => {
    const row = '1\t任务\t甲\t15\t标准';
    const { problems } = readPlans(
      pastedRows(`099\t王强\t${row}\n003\t吴㙦\t${row}\n\t王强\t${row}\n\t吴㙦\t${row}`),
      LABELS,
      PEOPLE,
    );
    expect(problems.map(({ row: at, column }) => [at, column])).toEqual([
      [1, '编号'],
      [2, '姓名'],
      [3, '姓名'],
    ]);
  });
});

it('marks: a figure, a word, a quarter or the whole year', () => {
  const { marks, problems } = readMarks(
    pastedRows(
      '编号\t姓名\t季度\t考核结果\n003\t王强\t一季度\t92.50\n009\t吴㙦\t全年\t优秀\n009\t吴㙦\t第六季度\t\n',
    ),
    LABELS,
    PEOPLE,
  );
  expect(marks).toEqual([
    { member: 'wang', period: 1, result: '92.50' },
    { member: 'wu', period: null, result: '优秀' },
  ]);
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [4, '季度'],
    [4, '考核结果'],
  ]);
});
