import { expect, test } from 'vitest';
import { citationPattern } from '../../scripts/policy/citations.ts';
import { givenTree, whenRun } from './tree.ts';

test.each([
  ['3.4.2', "clause: '3.4.2'"],
  ['3.4.2', '// §3.4.2: down to the floor'],
  ['3.4.2', 'a deduction (3.4.2) is taken from the base'],
  ['3.4.2', 'Ends the sentence with 3.4.2.'],
  ['2', "clauses: ['1', '2']"],
  ['3.1', 'clause: 3.1'],
  ['A2.5', '- id: A2.5'],
])('%s 由“%s”引用', (id, text) => {
  expect(citationPattern(id).test(text)).toBe(true);
});

test.each([
  ['3.4.2', '3.4.2-4'],
  ['3.4.2', '13.4.2'],
  ['3.4.2', '3.4.21'],
  ['3.4.2', '3.4.2.1'],
  ['2', 'amount: 2'],
  ['3.1', 'version 3.1'],
  ['A2.5', 'A2.5-1'],
])('%s 不由“%s”引用', (id, text) => {
  expect(citationPattern(id).test(text)).toBe(false);
});

const tree = {
  'policy/one/clauses.yaml': "- { id: '3.4.2', title: 扣分内容, text: 直到扣完为止。 }\n",
  'policy/one/deductions.yaml': "items:\n  - { id: 3.4.2-1, clause: '3.4.2' }\n",
  'src/domain/policy/floor.ts': '// §3.4.2\nexport const floor = 0;\n',
  'test/domain/floor.test.ts': "const clause = '3.4.2';\n",
};

test('where 列出条款的全文、数据、代码和测试', () => {
  const { status, said } = whenRun('scripts/where.ts', '3.4.2', givenTree(tree));
  expect(status).toBe(0);
  expect(said).toContain('直到扣完为止。');
  expect(said).toContain('policy/one/deductions.yaml:2');
  expect(said).toContain('src/domain/policy/floor.ts:1');
  expect(said).toContain('test/domain/floor.test.ts:1');
});

test('where 遇到没有的条款：说有哪些', () => {
  const { status, said } = whenRun('scripts/where.ts', '9.9', givenTree(tree));
  expect(status).toBe(1);
  expect(said).toContain('没有条款“9.9”');
  expect(said).toContain('3.4.2');
});
