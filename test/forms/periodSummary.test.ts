import { describe, expect, test } from 'vitest';
import { periodSummary } from '../../src/forms/periodSummary.ts';
import { day, 刘洋, 孙丽, 周涛, 吴㙦, 张建国, 李梅, 王强, 赵敏, 郑𠮷, 陈志远 } from '../cast.ts';
import { branchOf, FILES, POLICY } from './branch.ts';
import { fieldsOf, rowsOf } from './reading.ts';

const people = [
  {
    person: 张建国,
    tasks: '15',
    entries: [
      { item: '3.4.1-3', day: '2026-02-01' },
      { item: 'A2.2-1', day: '2026-02-03' },
    ],
  },
  { person: 李梅, member: { exemption: { from: day('2026-02-10'), until: null } }, tasks: ['15'] },
  { person: 王强, member: { joinedOn: day('2026-05-06') }, tasks: ['15', '15', '15', '15'] },
  { person: 赵敏, member: { leftOn: day('2026-03-15') }, tasks: ['12'] },
  { person: 陈志远, member: { fullOn: day('2026-07-01') }, tasks: '15' },
  { person: 刘洋, member: { type: 'probationary' as const }, tasks: '15' },
  { person: 孙丽, member: { type: 'applicant' as const, examPassedOn: day('2026-02-20') } },
  {
    person: 周涛,
    grounds: [{ ground: '3.4.3-2', day: '2026-02-02', reason: '酒后驾车受到处分' }],
    tasks: '15',
  },
];

describe('季度党员积分汇总一览表', () => {
  const branch = branchOf({ people });
  const first = periodSummary(branch, 1);
  const second = periodSummary(branch, 2);
  const named = (paper: typeof first, name: string) => rowsOf(paper).find((row) => row['姓名'] === name);

  test('given an award of 3 and a loss of 2, 张建国 stands with every figure of the quarter', () => {
    expect(named(first, '张建国')).toEqual({
      序号: '1',
      姓名: '张建国',
      类型: '正式党员',
      基础分: '5.50',
      任务分: '15.00',
      奖励分: '3.00',
      扣分: '2.00',
      季度积分: '23.50',
      累计积分: '23.50',
      公示情况: '',
      备注: '',
    });
    expect(named(second, '张建国')).toMatchObject({ 季度积分: '22.50', 累计积分: '46.00' });
  });

  test('every member stands in roster order, and whoever does not count has no figures but the reason', () => {
    expect(rowsOf(first).map((row) => row['姓名'])).toEqual(people.map(({ person }) => person.name));
    expect(named(first, '李梅')).toMatchObject({
      季度积分: '—',
      累计积分: '—',
      备注: '免予参加（2026-02-10 至 2026-12-31）；另有记录 1 笔，不计分',
    });
    expect(named(first, '王强')?.['备注']).toBe('2026-05-06 加入，本期不计；另有记录 1 笔，不计分');
    expect(named(second, '赵敏')).toMatchObject({
      季度积分: '—',
      累计积分: '19.50',
      备注: '转出（2026-03-15 起）',
    });
    expect(named(first, '陈志远')).toMatchObject({
      类型: '预备党员',
      备注: '考察（2026-07-01 转正），本期不计；另有记录 1 笔，不计分',
    });
    expect(named(periodSummary(branch, 3), '陈志远')).toMatchObject({
      类型: '正式党员',
      季度积分: '22.50',
      备注: '',
    });
    expect(named(first, '刘洋')).toMatchObject({ 类型: '预备党员', 季度积分: '22.50', 备注: '考察' });
    expect(named(first, '孙丽')?.['备注']).toBe('考察，期初党章考试尚未合格，本期不计');
    expect(named(second, '孙丽')?.['备注']).toBe('考察');
  });

  test('neither what a finding was about nor why somebody is exempt is on a summary: the clause alone', () => {
    expect(named(first, '周涛')?.['备注']).toBe('认定事由 3.4.3-2');
    expect(named(second, '周涛')?.['备注']).toBe('');
    expect(JSON.stringify(first)).not.toMatch(/酒后|处分|患病/);
  });

  test('the control figures are those of the quarter: 应参加 = 实参加 + 免予', () => {
    expect(fieldsOf(first)).toMatchObject({
      应参加: '4',
      实参加: '3',
      免予: '1',
      预备党员: '2',
      入党积极分子: '1',
    });
    expect(fieldsOf(second)).toMatchObject({
      应参加: '3',
      实参加: '2',
      免予: '1',
      预备党员: '2',
      入党积极分子: '1',
    });
    expect(fieldsOf(periodSummary(branch, 3))).toMatchObject({ 应参加: '5', 实参加: '4', 预备党员: '1' });
  });

  test('head, measure and origin are named; what the books cannot know is left for the hand', () => {
    expect(fieldsOf(first)).toMatchObject({
      党组织名称: '清江县财政局机关支部',
      年度: '2026 年',
      季度: '第一季度',
      党支部书记: '',
    });
    expect(first.origin).toMatchObject({
      policy: '《财政局机关支部党员积分制管理办法》 版本 2026-1 · 摘要 823412d1eacb',
      source: '账册第 1583 笔 · 9f2e6d33a371',
    });
    expect(first.origin.code).toMatch(/^jifen:head:清江县财政局机关支部:2026:1583:9f2e6d33a371[0-9a-f]{52}$/);
    expect(periodSummary(branchOf({ people, origin: FILES }), 1).origin.source).toBe(
      '由文件计算 · 摘要 9f2e6d33a371',
    );
    expect(first.notes.join('')).toContain('于 2026-03-28 前上报');
  });
});

test('a loss larger than the quarter, a pool used up, a later loss that comes back: each is said', () => {
  const loss = (item: string, on: string) => ({ item, day: on, supplier: '本支部' });
  const branch = branchOf({
    people: [
      { person: 张建国, entries: ['01', '02', '03', '04', '05'].map((d) => loss('3.4.2-4', `2026-10-${d}`)) },
      { person: 李梅, entries: [loss('3.4.2-4', '2026-01-05'), loss('3.4.2-5', '2026-01-06')] },
      {
        person: 吴㙦,
        entries: [
          loss('A2.2-1', '2026-01-05'),
          loss('A2.2-3', '2026-01-06'),
          loss('A2.2-4', '2026-01-07'),
          { ...loss('A2.1-1', '2026-01-08'), incident: '同一件事' },
          { ...loss('A2.2-2', '2026-05-08'), incident: '同一件事' },
        ],
      },
      { person: 郑𠮷 },
    ],
  });
  const remarks = (period: number) =>
    rowsOf(periodSummary(branch, period)).map((row) => [row['基础分'], row['备注']]);
  expect(remarks(4)[0]).toEqual(['-17.50', '基础分冲减前期']);
  expect(remarks(1)[1]).toEqual(['0.00', '基础分扣完为止']);
  expect(remarks(2)[1]).toEqual(['5.00', '基础分补扣前期未扣完部分']);
  expect(remarks(1)[2]).toEqual(['0.50', '']);
  expect(remarks(2)[2]).toEqual(['9.50', '基础分冲回前期扣分']);
  expect(remarks(1)[3]).toEqual(['7.50', '']);
});

test('a measure of twelve months and other kinds of points makes twelve papers with its own words', () => {
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1} 月`);
  const policy = {
    ...POLICY,
    periods: { ...POLICY.periods, count: 12, name: '月度', labels: months },
    kinds: POLICY.kinds.map((kind) => ({ ...kind, name: `${kind.name}数` })),
  };
  const branch = branchOf({ policy, people: [{ person: 张建国, tasks: '5' }] });
  const paper = periodSummary(branch, 11);
  expect(paper.title).toBe('月度党员积分汇总一览表');
  expect(fieldsOf(paper)['月度']).toBe('11 月');
  expect(Object.keys(rowsOf(paper)[0] ?? {})).toContain('基础分数');
  expect(rowsOf(paper)[0]).toMatchObject({ 任务分数: '5.00', 月度积分: '12.50' });
  expect(paper.notes.join('')).toContain('于 2026-11-28 前上报');
});
