import { describe, expect, test } from 'vitest';
import { yearGrading } from '../../src/forms/yearGrading.ts';
import { day, 刘洋, 孙丽, 周涛, 吴㙦, 张建国, 李梅, 王强, 赵敏, 郑𠮷, 陈志远 } from '../cast.ts';
import { branchOf, POLICY } from './branch.ts';
import { fieldsOf, rowsOf } from './reading.ts';

const people = [
  { person: 张建国, tasks: '15', entries: [{ item: '3.4.1-1', day: '2026-02-01' }] },
  { person: 李梅, tasks: '15' },
  { person: 王强, tasks: '15' },
  { person: 赵敏, member: { joinedOn: day('2026-05-06') }, tasks: ['0', '0', '15', '15'] },
  { person: 陈志远, member: { joinedOn: day('2026-09-06') }, tasks: ['0', '0', '0', '15'] },
  { person: 刘洋, tasks: '15', grounds: [{ ground: '3.4.3-2', day: '2026-06-01' }] },
  { person: 孙丽 },
  { person: 周涛, member: { exemption: { from: day('2026-01-01'), until: null } } },
  { person: 吴㙦, member: { type: 'probationary' as const }, tasks: '15' },
  { person: 郑𠮷, member: { leftOn: day('2026-11-01') }, tasks: '15' },
];

describe('年度党员积分汇总及评定格次表', () => {
  const paper = yearGrading(branchOf({ people }));
  const named = (name: string) => rowsOf(paper).find((row) => row['姓名'] === name);

  test('given the best year of the branch, 张建国 has each quarter, sum, grade, rank, place and every level', () => {
    expect(named('张建国')).toEqual({
      序号: '1',
      姓名: '张建国',
      第一季度: '27.50',
      第二季度: '22.50',
      第三季度: '22.50',
      第四季度: '22.50',
      年度积分: '95.00',
      格次: '优秀',
      名次: '1',
      '是否前 20%': '是',
      可参评层级: '财政系统评优、县级评优、市级及以上评优',
      备注: '',
    });
    expect(named('李梅')).toMatchObject({
      年度积分: '90.00',
      名次: '2',
      '是否前 20%': '否',
      可参评层级: '—',
    });
  });

  test('whoever was here for half a year is graded on the scaled score, and the paper says so', () => {
    expect(named('赵敏')).toMatchObject({
      第一季度: '—',
      年度积分: '45.00',
      格次: '优秀',
      名次: '2',
      备注: '不满全年，基础分、任务分按 2/4 折算，评定积分 90.00',
    });
  });

  test('no grade without its reason: 不评定, 免予, 考察, 转出', () => {
    expect(named('陈志远')).toMatchObject({
      格次: '不评定',
      名次: '—',
      备注: '计分季度 1 个，不足 2 个，不评定',
    });
    expect(named('周涛')).toMatchObject({
      年度积分: '—',
      格次: '免予',
      备注: '免予参加（2026-01-01 至 2026-12-31），不评定',
    });
    expect(named('吴㙦')).toMatchObject({ 年度积分: '90.00', 格次: '考察', 备注: '考察，不评定' });
    expect(named('郑𠮷')).toMatchObject({ 格次: '转出', 备注: '转出（2026-11-01 起），不评定' });
  });

  test('不合格 is explained by the clause or by the points, and nothing more is told', () => {
    expect(named('刘洋')).toMatchObject({
      年度积分: '90.00',
      格次: '不合格',
      名次: '—',
      备注: '认定为不合格，事由 3.4.3-2',
    });
    expect(named('孙丽')).toMatchObject({ 年度积分: '30.00', 备注: '不合格事由：积分不满 60 分（3.1）' });
    expect(paper.notes).toContain('不合格 2 人：刘洋、孙丽，事由见备注。');
    expect(paper.notes).toContain('不评定 1 人：陈志远，原因见备注。');
    expect(JSON.stringify(paper)).not.toMatch(/警告|患病/);
  });

  test('whoever counts the column 格次 by hand finds the control figures', () => {
    const control = fieldsOf(paper);
    for (const grade of ['优秀', '合格', '不合格', '不评定', '免予', '转出'])
      expect([grade, `${rowsOf(paper).filter((row) => row['格次'] === grade).length}`]).toEqual([
        grade,
        control[grade],
      ]);
  });

  test('the control figures add up: 参加积分管理党员数 = 优秀 + 合格 + 不合格 + 不评定', () => {
    expect(fieldsOf(paper)).toMatchObject({
      参加积分管理党员数: '7',
      优秀: '4',
      合格: '0',
      不合格: '2',
      不评定: '1',
      应参加: '8',
      免予: '1',
      预备党员: '1',
      转出: '1',
    });
  });
});

test('equals at the edge of the top share wait for the meeting', () => {
  const paper = yearGrading(
    branchOf({ people: [张建国, 李梅, 王强].map((person) => ({ person, tasks: '15' })) }),
  );
  expect(rowsOf(paper).map((row) => [row['名次'], row['是否前 20%'], row['备注']])).toEqual(
    Array(3).fill(['1', '是', '并列，待会议议定']),
  );
});

test('a measure with other grades, another share and twelve months has them in its paper', () => {
  const policy = {
    ...POLICY,
    periods: {
      ...POLICY.periods,
      count: 12,
      name: '月度',
      labels: Array.from({ length: 12 }, (_, i) => `${i + 1} 月`),
    },
    topShare: { ...POLICY.topShare, percent: 15 },
    grades: {
      ...POLICY.grades,
      bands: POLICY.grades.bands.map((band, index) => ({ ...band, name: `${'五四三'[index]}星` })),
    },
  };
  const paper = yearGrading(branchOf({ policy, people: [{ person: 张建国, tasks: '5' }] }));
  expect(Object.keys(rowsOf(paper)[0] ?? {})).toEqual(
    expect.arrayContaining(['1 月', '12 月', '是否前 15%']),
  );
  expect(fieldsOf(paper)).toMatchObject({ 五星: '1', 四星: '0', 三星: '0' });
});
