import { expect, test } from 'vitest';
import { closingLine } from '../../scripts/ci/outcome.ts';
import { countTests } from '../../scripts/ci/tests.ts';

test('全部通过', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 }, false)).toEqual({
    line: '12 passed, 0 failed',
    ok: true,
  });
});

test('自己的机器上可以跳过，但要说出来', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 2 }, false)).toEqual({
    line: '12 passed, 0 failed, 2 skipped',
    ok: true,
  });
});

test('CI 里跳过算失败', () => {
  expect(closingLine({ passed: 12, failed: 1, skipped: 2 }, true)).toEqual({
    line: '12 passed, 3 failed',
    ok: false,
  });
});

test('什么也没跑不算通过', () => {
  expect(closingLine({ passed: 0, failed: 0, skipped: 0 }, false).ok).toBe(false);
});

test('没有加载成功的测试文件算一个失败，即使里面没有失败的测试', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ];
  expect(countTests({ ...report, testResults })).toEqual({ passed: 3, failed: 2, skipped: 2 });
});
