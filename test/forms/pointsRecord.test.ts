import { describe, expect, test } from 'vitest';
import { formatPoints, points } from '../../src/domain/points.ts';
import { pointsRecord } from '../../src/forms/pointsRecord.ts';
import { day, pts, 张建国, 李梅, 赵敏 } from '../cast.ts';
import { alone, type EntrySaid, type Said } from './branch.ts';
import { fieldsOf, rowsOf } from './reading.ts';

const recordOf = (said: Said) => {
  const { branch, member } = alone(said);
  return { paper: pointsRecord(branch, member), result: member.result };
};
const loss = (item: string, on: string, said: Partial<EntrySaid> = {}): EntrySaid => ({
  item,
  day: on,
  supplier: '本支部',
  ...said,
});

describe('党员积分管理记录表', () => {
  test('head and opening budget come from roster and measure', () => {
    const { paper } = recordOf({ person: { ...张建国, gender: '男', admittedOn: day('1998-07-01') } });
    expect(fieldsOf(paper)).toMatchObject({
      年度: '2026 年',
      支部: '清江县财政局机关支部',
      党小组: '第一党小组',
      姓名: '张建国',
      性别: '男',
      入党时间: '1998-07-01',
      党员类型: '正式党员',
      职务: '局长',
      分管领导: '',
      '基础分（全年给足）': '30.00',
      '任务分（全年计划）': '60.00',
      '奖励分（全年至多）': '10.00',
    });
  });

  test('an entry stands with date, class, clause, reason and evidence; signatures are left to the hand', () => {
    const { paper } = recordOf({
      person: 张建国,
      entries: [loss('3.4.2-4', '2026-02-03', { reason: '缺席二月主题党日' })],
    });
    expect(rowsOf(paper)[0]).toEqual({
      序号: '1',
      发生日期: '2026-02-03',
      登记日期: '',
      分类: '共性扣分',
      条款: '3.4.2-4 无故不参加支部活动或中途退出',
      事由: '缺席二月主题党日',
      加分: '',
      扣分: '5.00',
      依据及提供单位: '会议签到表；本支部',
      评议会日期: '',
      记分员签名: '',
      书记审核签名: '',
    });
  });

  test('after each quarter 得分, 奖励, 扣分, 季度积分 and 累计 stand', () => {
    const { paper } = recordOf({
      person: 张建国,
      tasks: '14',
      entries: [{ item: '3.4.1-4', day: '2026-02-01' }, loss('A2.1-1', '2026-02-03')],
    });
    const sums = paper.table.rows
      .filter(({ role }) => role === 'sum')
      .map(({ cells }) =>
        cells.map((cell) =>
          'text' in cell ? cell.text : 'value' in cell ? formatPoints(points(cell.value)) : '',
        ),
      );
    expect(sums[0]).toEqual([
      '第一季度',
      '得分',
      '21.50',
      '奖励',
      '2.00',
      '扣分',
      '2.00',
      '季度积分',
      '21.50',
      '累计',
      '21.50',
    ]);
    expect(sums).toHaveLength(4);
    expect(sums[3]?.at(-1)).toBe('86.00');
    expect(fieldsOf(paper)).toMatchObject({ 年度积分: '86.00', 评定积分: '86.00', 格次: '优秀' });
  });

  test('an absorbed entry keeps its number and counts for nothing; a replaced one comes back in its own row', () => {
    const { paper } = recordOf({
      person: 张建国,
      entries: [
        { item: '3.4.1-4', day: '2026-02-01', achievement: '先进' },
        { item: '3.4.1-5', day: '2026-02-02', achievement: '先进' },
        { item: '3.4.1-3', day: '2026-05-02', achievement: '先进' },
      ],
    });
    expect(rowsOf(paper).map((row) => [row['序号'], row['加分'], row['事由']])).toEqual([
      ['1', '2.00', '事由见依据'],
      ['2', '0.00', '事由见依据（同一成果，并入第 1 号，不另计）'],
      ['3', '3.00', '事由见依据'],
      ['', '-2.00', '第 1 号由第 3 号代替，只补差额'],
    ]);
  });

  test('whatever caps and floors do, the rows of every quarter add up to its figures', () => {
    const { paper, result } = recordOf({
      person: 李梅,
      tasks: '15',
      entries: [
        ...['01', '02', '03'].map((date) => loss('A2.1-1', `2026-01-${date}`)),
        ...['04', '05'].map((date) => loss('3.4.2-4', `2026-02-${date}`)),
        ...['01', '02', '03'].map((date) => ({ item: '3.4.1-1', day: `2026-05-${date}` })),
      ],
    });
    let quarter = 0;
    let [credits, losses] = [0, 0];
    for (const row of paper.table.rows) {
      const [credit, deduction] = [row.cells.at(-6), row.cells.at(-5)];
      if (row.role === 'entry') {
        credits += credit?.kind === 'points' ? credit.value : 0;
        losses += deduction?.kind === 'points' ? deduction.value : 0;
        continue;
      }
      const figures = result.score.periods[quarter];
      expect(losses).toBe(figures?.deduction);
      expect(credits).toBe((figures?.kinds['task'] ?? 0) + (figures?.kinds['bonus'] ?? 0));
      [credits, losses] = [0, 0];
      quarter += 1;
    }
    expect(quarter).toBe(4);
    expect(result.score.periods.map(({ deduction }) => deduction)).toEqual([pts('7.5'), pts('7.5'), 0, 0]);
  });

  test('what was recorded before turning full is kept apart and in no figure', () => {
    const { paper } = recordOf({
      person: 赵敏,
      member: { fullOn: day('2026-07-01') },
      entries: [{ item: '3.4.1-4', day: '2026-02-01' }],
    });
    expect(rowsOf(paper, 'section')).toHaveLength(1);
    expect(rowsOf(paper).at(-1)).toMatchObject({
      加分: '—',
      扣分: '',
      事由: '事由见依据（分值 2.00，不计分）',
    });
    expect(rowsOf(paper, 'sum')[0]).toMatchObject({
      序号: '第一季度',
      登记日期: '不计分：期初尚未转正，考察',
    });
    expect(fieldsOf(paper)['年度积分']).toBe('15.00');
  });

  test('a ground of disqualification stands with its words, apart from the numbers', () => {
    const { paper } = recordOf({
      person: 赵敏,
      tasks: '15',
      grounds: [{ ground: '3.4.3-2', day: '2026-05-01' }],
    });
    expect(rowsOf(paper).find((row) => row['分类'] === '认定事由')).toMatchObject({
      条款: '3.4.3-2 受党纪、政纪处分',
      事由: '受党内警告处分',
      加分: '—',
      扣分: '—',
      依据及提供单位: '处分决定；纪检',
    });
    expect(fieldsOf(paper)).toMatchObject({ 年度积分: '90.00', 格次: '不合格' });
  });

  test('a member without a single entry has a paper all the same', () => {
    const { paper } = recordOf({ person: 赵敏 });
    expect(rowsOf(paper)).toEqual([]);
    expect(rowsOf(paper, 'sum')).toHaveLength(4);
  });
});
