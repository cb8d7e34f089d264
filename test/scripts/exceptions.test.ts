import { expect, test } from 'vitest';
import { withExceptions } from '../../scripts/shape/problem.ts';

const tooLong = { file: 'src/store/tables.ts', rule: 'cap', text: '文件有 402 行' };

test('按名字列出的例外放过那个文件的那条规则，别的照报', () => {
  const other = { ...tooLong, file: 'src/store/open.ts' };
  const exception = { file: 'src/store/tables.ts', rule: 'cap', reason: '一张表一行，拆开反而难读' };
  expect(withExceptions([tooLong, other], [exception])).toEqual([other]);
});

test('不再需要的例外本身是问题', () => {
  const exception = { file: 'src/store/tables.ts', rule: 'cap', reason: '已经拆开' };
  expect(withExceptions([], [exception])).toMatchObject([{ file: 'src/store/tables.ts', rule: 'exception' }]);
});
