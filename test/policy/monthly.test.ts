/** Another branch's measure — months, stars, other amounts and readings — needs other data, not other code. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPolicy } from '../../src/domain/year/checkPolicy.ts';
import { readPolicyFolder } from '../../src/store/policyFolder.ts';

const source = await readPolicyFolder(join(import.meta.dirname, 'fixtures/monthly'));

test('a measure by months and stars is checked, and its own worked examples hold', () => {
  const { policy, findings, examples } = checkPolicy(source);
  expect(findings).toEqual([]);
  expect(policy?.periods.count).toBe(12);
  expect(examples).toBe(9);
});

test('its examples do not hold under other data', () => {
  const settings = source.documents['policy'] as Record<string, unknown>;
  const documents = {
    ...source.documents,
    policy: { ...settings, incident: 'largest', achievement: 'highest' },
  };
  const failed = checkPolicy({ ...source, documents }).findings.map(({ file, path }) => [file, path]);
  expect(new Set(failed.map(([, path]) => path))).toEqual(
    new Set(['荣誉分 12、12、6，全年 24 封顶，各档互不相容', '同一事件两笔都扣']),
  );
});
