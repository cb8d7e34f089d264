/** What two versions of a measure differ in: nothing is missed, nothing is made up. */
import { describe, expect, test } from 'vitest';
import { assemblePolicy } from '../../src/domain/policy/assemble.ts';
import { type ClauseDifference, policyDifference } from '../../src/domain/policy/difference.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { readPolicy } from '../../src/store/policyFolder.ts';
import { added, finance, removed, replaced } from './finance.ts';

function policyOf(documents: Readonly<Record<string, unknown>>): Policy {
  const assembled = assemblePolicy(documents);
  if ('problems' in assembled) throw new Error(JSON.stringify(assembled.problems));
  return assembled.policy;
}

const BUREAU = policyOf(finance.documents);
const MONTHLY = await readPolicy('test/policy/fixtures/monthly');
if ('problems' in MONTHLY) throw new Error(JSON.stringify(MONTHLY.problems));

/** "3.4.1 changed 项目 3.4.1-1 省级…: 分值 5.00 分 → 6.00 分", a line a value. */
const told = (difference: readonly ClauseDifference[]) =>
  difference.flatMap(({ clause, changes }) =>
    changes.flatMap(({ how, name, values }) =>
      values.map(
        ({ label, before, after }) => `${clause ?? '–'} ${how} ${name}：${label} ${before} → ${after}`,
      ),
    ),
  );
const against = (documents: Record<string, unknown>) => told(policyDifference(BUREAU, policyOf(documents)));

test('a policy and itself: no difference', () => {
  expect(policyDifference(BUREAU, BUREAU)).toEqual([]);
  expect(policyDifference(BUREAU, policyOf(structuredClone(finance.documents)))).toEqual([]);
});

describe('one thing changed', () => {
  test('an amount', () => {
    expect(against(replaced('bonuses/items/3.4.1-1/amount', 6))).toEqual([
      '3.4.1 changed 项目 3.4.1-1 省级及以上表彰奖励：分值 5.00 分 → 6.00 分',
    ]);
  });

  test('a setting, under the clause of the reading that decides it', () => {
    expect(against(replaced('policy/categoryFloor', 'none'))).toEqual([
      'A2 changed 每类扣分的上限： 以本类全年分值为限 → 不设上限',
    ]);
    expect(against(replaced('policy/topShare/percent', 30))).toEqual([
      '4.3 changed 名次：前百分之几 20% → 30%',
    ]);
  });

  test('a reading newly chosen, and the setting it changes', () => {
    expect(against(replaced('readings/G7/chosen', 'period'))).toEqual([
      '3.3.1 changed 一类分 基础分：扣完为止 全年通算 → 每期扣到零为止，不结转',
      '3.4.2 changed 读法 G7：采用 读法本身 → 每季度扣到零为止，多出的不结转。',
    ]);
  });

  test('the text of a clause', () => {
    expect(against(replaced('clauses/2/text', '适用于全体党员。'))[0]).toMatch(
      /^2 changed 条文：原文 财政局机关支部所有共产党员.* → 适用于全体党员。$/,
    );
  });

  test('an indicator that is new, a ground that is gone', () => {
    const indicator = { id: 'A2-18', text: '积极参加义务劳动。', amount: 1 };
    expect(against(added('base-items/categories/A2.2/indicators', indicator))).toEqual([
      'A2.2 added 指标 A2-18：所属类别 null → 服务群众',
      'A2.2 added 指标 A2-18：内容 null → 积极参加义务劳动。',
      'A2.2 added 指标 A2-18：分值 null → 1.00 分',
    ]);
    const gone = policyDifference(BUREAU, { ...BUREAU, grounds: BUREAU.grounds.slice(1) });
    expect(gone).toMatchObject([
      {
        clause: '3.4.3',
        changes: [{ how: 'removed', name: '不合格情形 3.4.3-1 侵占集体资产或挪用集体资金' }],
      },
    ]);
  });

  test('a calendar that is gone', () => {
    const names = against(removed('policy/calendar')).map((line) => line.split('：')[1]);
    expect(new Set(names)).toEqual(
      new Set([
        '党员申请',
        '签注意见',
        '汇齐考核登记',
        '评议日',
        '公示',
        '登记',
        '评定格次',
        '答复拟扣分',
        '公示最少',
        '重新审定异议',
        '改变后重新公示',
        '上级答复申诉',
      ]),
    );
  });
});

/** Links inside the product, of which a meeting's vote needs nothing; and a mechanism, which comes with fields of its own. */
const APART = /\.(requirements|touches|mechanism)\b/;

/** Every place in a value that holds a text, a number or a yes or no. */
function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

function withLeafChanged(policy: Policy, path: string): Policy {
  const copy = structuredClone(policy) as unknown as Record<string, unknown>;
  const steps = path.slice(1).split('.');
  let here = copy;
  for (const step of steps.slice(0, -1)) here = here[step] as Record<string, unknown>;
  const last = steps.at(-1) ?? '';
  const before = here[last];
  here[last] =
    typeof before === 'number' ? before + 1 : typeof before === 'boolean' ? !before : `${String(before)}改`;
  return copy as unknown as Policy;
}

/** A fixed item's most is its amount again. */
const repeated = (path: string) => {
  const [, list, index, field] = path.split('.');
  return list === 'items' && field === 'most' && BUREAU.items[Number(index)]?.amount !== null;
};

test('whatever a version says, a change of it is told', () => {
  // A path of alternatives[].sets has dots of its own and is left to the readings it sets.
  const places = leaves(BUREAU, '').filter(
    (path) => !APART.test(path) && !path.includes('.sets.') && !repeated(path),
  );
  expect(places.length).toBeGreaterThan(800);
  const missed = places.filter(
    (path) => policyDifference(BUREAU, withLeafChanged(BUREAU, path)).length === 0,
  );
  expect(missed).toEqual([]);
});

test('read the other way round, what was before is after', () => {
  const sides = (difference: readonly ClauseDifference[]) =>
    difference.flatMap(({ changes }) => changes.flatMap(({ values }) => values));
  const there = sides(policyDifference(BUREAU, MONTHLY.policy));
  const back = sides(policyDifference(MONTHLY.policy, BUREAU));
  expect(back.map(({ label, before, after }) => `${label}|${before}|${after}`).sort()).toEqual(
    there.map(({ label, before, after }) => `${label}|${after}|${before}`).sort(),
  );
});
