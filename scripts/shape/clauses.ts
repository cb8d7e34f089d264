import { citationsOf, readLines } from '../policy/citations.ts';
import { readClauses } from '../policy/clauses.ts';
import type { Problem } from './problem.ts';

/** Every clause is named by data, code or a test, or is listed as `operative: false`. */
export function checkClauses(root: string): Problem[] {
  const clauses = readClauses(root);
  if (clauses.length === 0) return [{ file: 'policy', rule: 'clauses', text: '没有 clauses.yaml' }];
  const lines = readLines(root);
  return clauses
    .filter(({ id, operative }) => operative && citationsOf(id, lines).length === 0)
    .map(({ id, file }) => ({
      file,
      rule: 'clauses',
      text: `条款 ${id} 没有任何数据、代码或测试引用；没有可执行内容的请标 operative: false`,
    }));
}
