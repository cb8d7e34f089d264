/** jifen policy: what a branch reads in its terminal. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { policyCommand } from '../../src/cli/policy.ts';
import { readPolicyFolder } from '../../src/store/policyFolder.ts';
import { FINANCE_BUREAU, finance } from '../policy/finance.ts';

let out: string[] = [];
beforeEach(() => {
  out = [];
  const keep = (line: string) => void out.push(line);
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

const run = async (args: string[], read = readPolicyFolder) => {
  await policyCommand({ read, defaultFolder: FINANCE_BUREAU }).parseAsync(args, { from: 'user' });
  return out.join('\n');
};

test('check: no error in the bureau’s measure, all examples run, exit status 0', async () => {
  const text = await run(['check']);
  expect(text).toMatch(
    /《财政局机关支部党员积分制管理办法》2026-1（[0-9a-f]{12}）：错误 0 处，提醒 1 处，例子 200 个$/,
  );
  expect(process.exitCode ?? 0).toBe(0);
});

test('check: an example whose figures are wrong is an error, exit status 1', async () => {
  const text = await run(['check'], () =>
    Promise.resolve({
      ...finance,
      examples: {
        'x.yaml': {
          title: '例',
          year: 2026,
          cases: [{ title: '满分', members: [{ name: '张建国', result: { year: 31 } }] }],
        },
      },
    }),
  );
  expect(text).toContain('错误  examples/x.yaml  满分\n      张建国 的 year 应为 31.00，算得 30.00');
  expect(text).toContain('提醒  examples  G7 period');
  expect(process.exitCode).toBe(1);
});

test('check: a clause that lost its sentence is an error', async () => {
  const text = await run(['check'], () =>
    Promise.resolve({ ...finance, measure: `${finance.measure}\n每月另加1分。` }),
  );
  expect(text).toContain('缺少 measure.txt 中的“每月另加1分。”，应照录原文');
  expect(process.exitCode).toBe(1);
});

test('check: a folder that is not there', async () => {
  expect(await run(['check', '/no/such'])).toContain(
    '错误  /no/such  （文件夹）\n      应为办法所在的文件夹，找不到它',
  );
  expect(process.exitCode).toBe(1);
});

test.each<[string, string[]]>([
  [
    '3.4.2-4',
    [
      '（4）无故不参加党支部活动',
      '3.4.2-4  无故不参加支部活动或中途退出：5.00 分，扣自基础分；须写明事由、依据、提供单位',
      'G7',
      'base-pool.yaml  第二季度扣 5 分',
    ],
  ],
  ['3.4.2', ['3.4.2-1  ', '3.4.2-7  ', 'G40', '采用：全年 30 分通算', '备选 period：']],
  ['A2.5-x', ['最多 2.00 分', 'G13', 'categories.yaml  同一类酌情扣三次各 2 分']],
  [
    'A2-5',
    ['A2-5  年初对党组织和群众进行公开承诺', '（二）服务群众（5分）', 'categories.yaml  未兑现承诺扣 3 分'],
  ],
  [
    '3.4.3-2',
    [
      '受党纪、政纪处分。与分数无关，全年有效；须写明事由、依据、提供单位',
      'G39',
      'disqualification.yaml  受处分：',
    ],
  ],
  ['3.4.1-6', ['0.50 分，计入奖励分；须写明依据', 'G18', 'G19']],
  ['An1.5', ['支部评议：支部委员会、党员大会', '时限：每季度最后一个月 15 日前后', 'G36']],
  ['G7', ['条款 3.4.2', '采用：全年 30 分通算', 'base-pool.yaml  改为每季度扣到零']],
])('explain %s', async (id, parts) => {
  const text = await run(['explain', id]);
  for (const part of parts) expect(text).toContain(part);
});

test('explain: an id the measure lacks', async () => {
  expect(await run(['explain', '3.4.2-8'])).toContain('里没有“3.4.2-8”');
  expect(process.exitCode).toBe(1);
});

describe('diff', () => {
  const MONTHLY = 'test/policy/fixtures/monthly';

  test('a folder and itself: no difference', async () => {
    expect(await run(['diff', FINANCE_BUREAU, FINANCE_BUREAU])).toMatch(/：没有不同$/);
  });

  test('two measures, clause by clause in Chinese', async () => {
    const text = await run(['diff', FINANCE_BUREAU, MONTHLY]);
    expect(text).toContain('整个办法\n  改动  办法的编号：finance-bureau → monthly-stars');
    expect(text).toContain('  改动  一年分几段统计：4 → 12');
    expect(text).toMatch(
      /条款 3\.4\.1 {2}1\.奖励分内容\n[^条]*.*?\n {2}删去 {2}项目 3\.4\.1-1 省级及以上表彰奖励/s,
    );
    expect(process.exitCode ?? 0).toBe(0);
  });

  test('a folder that holds no measure is told, and nothing compared', async () => {
    const text = await run(['diff', FINANCE_BUREAU, '/no/such']);
    expect(text).toContain('应为办法所在的文件夹，找不到它');
    expect(text).not.toContain('没有不同');
    expect(process.exitCode).toBe(1);
  });
});
