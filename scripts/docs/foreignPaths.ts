import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../shape/problem.ts';

const NOT_OURS = new Set(['node_modules', 'dist', 'data', '.git', 'package-lock.json']);
const TEXT =
  /\.(md|ts|tsx|js|json|yaml|yml|css|html|csv|txt|sh)$|\.ci\/run$|^\.(?:npmrc|gitignore|gitattributes)$/;

/** Folders of one person's machine, and tools that only one person has. */
const FOREIGN =
  /(?<![\w.:/-])\/(?:work|root|home|Users)\/\w|[A-Z]:\\Users\\|\/tmp\/(?:brief|bash)|\bissues show\b/;

/** Nothing here leads to a place that exists on one machine only. */
export function checkForeignPaths(root: string): Problem[] {
  return globSync(['**/*', '.*', '.ci/*'], { cwd: root, exclude: (path) => NOT_OURS.has(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => TEXT.test(path) && !NOT_OURS.has(path))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((text, index) => {
          const found = FOREIGN.exec(text)?.[0];
          return found
            ? [{ file, line: index + 1, rule: 'foreign', text: `“${found}”只在某一台机器上有` }]
            : [];
        }),
    );
}
