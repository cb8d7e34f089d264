import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basename } from 'node:path/posix';
import type { Problem } from '../shape/problem.ts';

/** Decision records are numbered 0001, 0002 … without gaps or doubles, and their headings carry the number. */
export function checkDecisions(root: string): Problem[] {
  const files = globSync('docs/decisions/*.md', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  return files.flatMap((file, index) => {
    const expected = String(index + 1).padStart(4, '0');
    const [heading = ''] = readFileSync(join(root, file), 'utf8').split('\n');
    if (!basename(file).startsWith(`${expected}-`)) {
      return [{ file, rule: 'decisions', text: `编号应为 ${expected}：编号不能跳过或重复` }];
    }
    if (heading.startsWith(`# ${index + 1}. `)) return [];
    return [{ file, line: 1, rule: 'decisions', text: `标题应以“# ${index + 1}. ”开头` }];
  });
}
