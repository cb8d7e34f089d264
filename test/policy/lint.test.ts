import { describe, expect, test } from 'vitest';
import { lintPolicy } from '../../src/domain/policy/lint.ts';
import { added, changed, finance, replaced } from './finance.ts';

const errorsOf = (documents: Record<string, unknown>) =>
  lintPolicy(documents)
    .filter(({ severity }) => severity === 'error')
    .map(({ file, path, message }) => `${file} ${path}：${message}`);

test('the bureau’s measure has no error, and one standard larger than any indicator, settled by reading G9', () => {
  expect(lintPolicy(finance.documents)).toMatchObject([
    {
      severity: 'warning',
      file: 'base-items.yaml',
      path: 'categories[A2.2].standards[A2.2-2]',
      message: expect.stringContaining('读法 G9') as unknown,
    },
  ]);
});

describe('sums', () => {
  test('30 + 60 + 12 is not 100', () => {
    expect(errorsOf(replaced('policy/kinds/bonus/year', 12))).toEqual([
      'policy.yaml total：各类分之和 基础分 30.00 + 任务分 60.00 + 奖励分 12.00 = 102.00，应等于总分 100.00',
    ]);
  });

  test('four quarters of 14 are not 60', () => {
    expect(errorsOf(replaced('policy/kinds/task/period', 14))).toEqual([
      'policy.yaml kinds[task].period：每季度 14.00 × 4 应等于全年 60.00',
    ]);
  });

  test('a category of 6 makes six categories 31', () => {
    const found = errorsOf(replaced('base-items/categories/A2.1/cap', 6));
    expect(found).toContain('base-items.yaml categories：各类别分值之和 31.00，应等于基础分全年 30.00');
    expect(found).toContain(
      'base-items.yaml categories[A2.1].indicators：各指标分值之和 5.00，应等于本类 6.00',
    );
  });

  test('an indicator of 3 in place of 2', () => {
    expect(errorsOf(replaced('base-items/categories/A2.6/indicators/A2-16/amount', 3))).toEqual([
      'base-items.yaml categories[A2.6].indicators：各指标分值之和 6.00，应等于本类 5.00',
    ]);
  });

  test('three names for four quarters', () => {
    expect(errorsOf(replaced('policy/periods/labels', ['一', '二', '三']))).toEqual([
      'policy.yaml periods.labels：应有 4 个名称，现有 3 个',
    ]);
  });

  test('a graded year needs five of four quarters', () => {
    expect(errorsOf(replaced('policy/partYear/atLeast', 5))).toEqual([
      'policy.yaml partYear.atLeast：不能大于一年的季度数 4',
    ]);
  });
});

describe('ids', () => {
  test.each([
    ['clauses', 'clauses', { id: '3.1', text: '又一条' }, 'clauses.yaml [3.1]'],
    [
      'an item',
      'bonuses/items',
      { id: '3.4.1-1', name: '又', text: '获得省级及以上表彰奖励的，加5分。', amount: 5 },
      'items[3.4.1-1]',
    ],
    [
      'a ground with a deduction’s id',
      'disqualifiers/items',
      { id: '3.4.2-1', name: '又', text: '（1）' },
      'items[3.4.2-1]',
    ],
    [
      'a grade',
      'policy/grades/bands',
      { id: 'excellent', name: '又', from: 0 },
      'policy.yaml grades.bands[excellent]',
    ],
    [
      'a reading',
      'readings',
      { id: 'G7', clauses: [], question: '又', reading: '又', decidedBy: '支部', decidedOn: '2026-01-01' },
      'readings.yaml [G7]',
    ],
    ['a supplier', 'deductions/suppliers', '纪检', 'deductions.yaml suppliers[纪检]'],
  ])('%s twice', (_what, list, member, place) => {
    const found = errorsOf(added(list, member)).filter((text) => text.includes('出现了不止一次'));
    expect(found).toEqual([expect.stringContaining(place)]);
  });

  test('an alternative, a step, an indicator and a category twice', () => {
    const alternative = { id: 'period', text: '又' };
    const again = (path: string) => changed(path, (list) => [...(list as unknown[]), (list as unknown[])[0]]);
    expect(errorsOf(added('readings/G7/alternatives', alternative))).toEqual([
      'readings.yaml [G7].alternatives[period]：“period”出现了不止一次，每个编号只能用一次',
    ]);
    expect(errorsOf(again('procedure')).join()).toContain('procedure.yaml [rules]：“rules”出现了不止一次');
    expect(errorsOf(again('base-items/categories/A2.1/indicators')).join()).toContain('“A2-1”出现了不止一次');
    expect(errorsOf(again('base-items/categories')).join()).toContain(
      'categories[A2.1]：“A2.1”出现了不止一次',
    );
  });
});

describe('references', () => {
  test.each([
    ['policy/kinds/base/clause', 'policy.yaml kinds[base].clause'],
    ['policy/grades/clause', 'policy.yaml grades.clause'],
    ['policy/disqualification/clause', 'policy.yaml disqualification.clause'],
    ['policy/topShare/clause', 'policy.yaml topShare.clause'],
    ['policy/eligibility/clause', 'policy.yaml eligibility.clause'],
    ['bonuses/clause', 'bonuses.yaml items[3.4.1-1]'],
    ['deductions/clause', 'deductions.yaml items[3.4.2-1]'],
    ['disqualifiers/clause', 'disqualifiers.yaml items[3.4.3-1]'],
    ['base-items/categories/A2.1/id', 'base-items.yaml categories[9.9].standards[A2.1-1]'],
    ['procedure/appraisal/clause', 'procedure.yaml [appraisal].clause'],
    ['readings/G7/clauses/0', 'readings.yaml [G7].clauses'],
  ])('%s names a clause that is not there', (path, place) => {
    expect(errorsOf(replaced(path, '9.9'))[0]).toBe(
      `${place}：没有条款“9.9”，应为 clauses.yaml 中已有的条款`,
    );
  });

  test('a kind that is not there, a kind of the wrong mechanism', () => {
    expect(errorsOf(replaced('bonuses/kind', 'bonbon'))[0]).toBe(
      'bonuses.yaml items[3.4.1-1].kind：没有“bonbon”这类分，应为以下之一：base、task、bonus',
    );
    expect(errorsOf(replaced('deductions/kind', 'bonus'))[0]).toBe(
      'deductions.yaml items[3.4.2-1].kind：“奖励分”的机制是 cappedBonus，应为 pool',
    );
  });

  test('a failing grade and a scaled kind that are not there', () => {
    expect(errorsOf(replaced('policy/grades/failing', 'bad'))).toEqual([
      'policy.yaml grades.failing：应为所列等次之一：excellent、qualified、unqualified',
    ]);
    expect(errorsOf(replaced('policy/partYear/kinds/0', 'basis'))).toEqual([
      'policy.yaml partYear.kinds：没有“basis”这类分，应为以下之一：base、task、bonus',
    ]);
  });

  test.each([
    ['bonuses/items/3.4.1-1/text', 'items[3.4.1-1].text'],
    ['disqualifiers/items/3.4.3-1/text', 'items[3.4.3-1].text'],
    ['base-items/categories/A2.3/indicators/A2-7/text', 'categories[A2.3].indicators[A2-7].text'],
    ['procedure/appraisal/text', '[appraisal].text'],
  ])('%s is not what its clause says: a warning', (path, place) => {
    expect(lintPolicy(replaced(path, '另一种写法'))).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        path: place,
        message: expect.stringContaining('应照录原文') as unknown,
      }),
    );
  });
});

describe('bands leave no score without a grade and none with two', () => {
  test('the lowest grade begins at 10', () => {
    expect(errorsOf(replaced('policy/grades/bands/unqualified/from', 10))).toEqual([
      'policy.yaml grades.bands[unqualified].from：0 至不满 10.00 分没有等次，最低一档应从 0 起',
    ]);
  });

  test('two grades begin at the same score; grades in the wrong order', () => {
    expect(errorsOf(replaced('policy/grades/bands/qualified/from', 80))).toEqual([
      'policy.yaml grades.bands[qualified].from：“优秀”从 80.00 起，“合格”从 80.00 起，应从高到低、互不重叠',
    ]);
    expect(errorsOf(replaced('policy/grades/bands/qualified/from', 90))).toHaveLength(1);
  });

  test('award levels in the wrong order', () => {
    expect(errorsOf(replaced('policy/eligibility/bands/county/from', 80))).toEqual([
      'policy.yaml eligibility.bands[county].from：“财政系统评优”从 80.00 起，“县级评优”从 80.00 起，应从低到高、互不重叠',
    ]);
  });

  test('bands nobody can reach', () => {
    expect(errorsOf(replaced('policy/grades/bands/excellent/from', 101))).toEqual([
      'policy.yaml grades.bands[excellent].from：101.00 大于总分 100.00，谁也达不到',
    ]);
    expect(errorsOf(replaced('policy/eligibility/bands/city/from', 100.5))).toHaveLength(1);
  });
});

describe('amounts and their room', () => {
  test('a standard larger than its category', () => {
    expect(errorsOf(replaced('base-items/categories/A2.5/standards/A2.5-1/amount', 6))).toEqual([
      'base-items.yaml categories[A2.5].standards[A2.5-1]：“无故不参加组织生活”6.00 分大于“组织生活”类 5.00 分',
    ]);
  });

  test('a discretionary limit larger than the category', () => {
    expect(errorsOf(replaced('policy/discretionary/most', 5.01))).toHaveLength(6);
  });

  test('a common deduction larger than the pool, a bonus larger than its cap', () => {
    expect(errorsOf(replaced('deductions/items/3.4.2-1/amount', 31))).toEqual([
      'deductions.yaml items[3.4.2-1]：31.00 分大于基础分全年 30.00 分',
    ]);
    expect(errorsOf(replaced('bonuses/items/3.4.1-1/amount', 11))).toEqual([
      'bonuses.yaml items[3.4.1-1]：11.00 分大于奖励分全年 10.00 分',
    ]);
  });

  test('an item of nothing', () => {
    expect(errorsOf(replaced('bonuses/items/3.4.1-6/amount', 0))).toEqual([
      'bonuses.yaml items[3.4.1-6]：分值为 0，记了也没有作用，应大于 0',
    ]);
  });

  test('a standard larger than any indicator of its category is a warning', () => {
    expect(lintPolicy(replaced('base-items/categories/A2.1/standards/A2.1-1/amount', 3))).toContainEqual(
      expect.objectContaining({ severity: 'warning', path: 'categories[A2.1].standards[A2.1-1]' }),
    );
  });
});

describe('evidence', () => {
  test.each([
    [
      'deductions/requires',
      ['reason', 'supplier'],
      'deductions.yaml requires：没有要求依据，应含 evidence（依据）',
    ],
    [
      'deductions/requires',
      ['reason', 'evidence'],
      'deductions.yaml requires：没有要求提供单位，应含 supplier（提供单位）',
    ],
    ['base-items/requires', ['evidence'], 'base-items.yaml requires：没有要求事由，应含 reason（事由）'],
    ['bonuses/requires', [], 'bonuses.yaml requires：没有要求依据，应含 evidence（依据）'],
    [
      'disqualifiers/requires',
      ['reason', 'evidence'],
      'disqualifiers.yaml requires：没有要求提供单位，应含 supplier（提供单位）',
    ],
    ['deductions/suppliers', [], 'deductions.yaml suppliers：应至少列出一个提供依据的单位'],
  ])('%s without what it must ask for', (path, value, expected) => {
    expect(errorsOf(replaced(path, value))).toEqual([expected]);
  });
});

describe('against formalism', () => {
  test.each([
    '未按时签到的扣1分',
    '学习时长不足的扣1分',
    '未在群里点赞的扣1分',
    '在线时长排名靠后的扣1分',
    '未打卡的扣1分',
    '未登录学习平台的扣1分',
    '未使用APP的扣1分',
  ])('“%s” may cost nobody a point', (text) => {
    const found = errorsOf(replaced('base-items/categories/A2.5/standards/A2.5-1/text', text));
    expect(found).toEqual([expect.stringContaining('整治形式主义')]);
  });

  test('nor earn one, nor be an indicator', () => {
    expect(errorsOf(replaced('bonuses/items/3.4.1-6/name', '学习积分排名第一'))).toHaveLength(1);
    expect(errorsOf(replaced('base-items/categories/A2.5/indicators/A2-12/text', '按时打卡'))).toHaveLength(
      1,
    );
  });

  test('a step that asks for it is a warning', () => {
    expect(lintPolicy(replaced('procedure/appraisal/deadline', '会前扫码签到'))).toContainEqual(
      expect.objectContaining({ severity: 'warning', file: 'procedure.yaml', path: '[appraisal]' }),
    );
  });
});

describe('readings', () => {
  test('an alternative that sets what is not there', () => {
    expect(
      errorsOf(replaced('readings/G7/alternatives/period/sets', { 'kinds.basis.floor': 'period' })),
    ).toEqual([
      'readings.yaml [G7].alternatives[period].sets：“kinds.basis.floor”应为 policy.yaml 中已有的设定',
    ]);
  });

  test('an alternative that sets a value the setting does not take', () => {
    expect(
      errorsOf(replaced('readings/G7/alternatives/period/sets', { 'kinds.base.floor': 'month' })),
    ).toEqual([
      'readings.yaml [G7].alternatives[period].sets：改用后 policy.yaml 的 kinds[base].floor：应为以下之一：year、period',
    ]);
  });

  test('an alternative under which the sums no longer hold', () => {
    const found = errorsOf(replaced('readings/G7/alternatives/period/sets', { 'kinds.base.year': 40 }));
    expect(found[0]).toContain('readings.yaml [G7].alternatives[period].sets：改用后 policy.yaml 的 total');
  });

  test('two chosen alternatives that set the same thing', () => {
    const twice = replaced('readings/G9/alternatives/none/sets', { 'kinds.base.floor': 'period' });
    const chosen = (twice['readings'] as { id: string }[]).map((reading) =>
      reading.id === 'G7'
        ? { ...reading, chosen: 'period' }
        : reading.id === 'G9'
          ? { ...reading, chosen: 'none' }
          : reading,
    );
    expect(errorsOf({ ...twice, readings: chosen })).toEqual([
      'readings.yaml [G9].chosen：与 G7 都改了“kinds.base.floor”，只能由一条读法决定',
    ]);
  });

  test('a chosen alternative that changes no setting is a warning: people carry it out', () => {
    expect(lintPolicy(replaced('readings/G36/chosen', 'generalMeeting'))).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        path: '[G36].chosen',
        message: '“一律由支部大会评议。”不改变任何设定，由人照办',
      }),
    );
  });
});

test('errors come before warnings', () => {
  const severities = lintPolicy(replaced('policy/total', 101)).map(({ severity }) => severity);
  expect(severities).toEqual(['error', 'warning']);
});
