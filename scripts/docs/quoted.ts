import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../shape/problem.ts';
import { LIMITS } from '../shape/rules.ts';
import type { Document } from './documents.ts';

const PATH = /^\.?\/?((?:policy|examples|src|test|docs|scripts|bin|bench|\.ci)\/[^\s,;:()（）]*|[A-Z]+\.md)$/;

/** Files and folders that are quoted exist; `…` and `*` stand for any name. */
export function checkPaths(root: string, { file, quotes }: Document): Problem[] {
  return quotes.flatMap(({ text, line }) =>
    text.split(/\s+/).flatMap((word) => {
      const path = PATH.exec(word)?.[1];
      if (!path || /NNNN|[<>]/.test(path)) return [];
      const pattern = path.replaceAll('…', '**');
      const found = pattern.includes('*')
        ? globSync(pattern, { cwd: root }).length > 0
        : existsSync(join(root, path));
      return found ? [] : [{ file, line, rule: 'paths', text: `没有 ${path}` }];
    }),
  );
}

function npmScripts(root: string): Set<string> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>;
  };
  return new Set(Object.keys(manifest.scripts ?? {}));
}

/** npm scripts and `jifen` commands that are quoted exist. */
export function checkCommands(root: string, { file, quotes }: Document): Problem[] {
  const scripts = npmScripts(root);
  return quotes.flatMap(({ text, line }) => {
    const script = /^npm (?:run ([\w:-]+)|(start|test)\b)/.exec(text.trim());
    const name = script?.[1] ?? script?.[2];
    const command = /^(?:npx )?jifen ([a-z][\w-]*)/.exec(text.trim())?.[1];
    const problems: Problem[] = [];
    if (name && !scripts.has(name))
      problems.push({ file, line, rule: 'commands', text: `package.json 里没有 npm run ${name}` });
    if (command && !existsSync(join(root, 'src/cli', `${command}.ts`))) {
      problems.push({
        file,
        line,
        rule: 'commands',
        text: `没有命令 jifen ${command}（src/cli/${command}.ts）`,
      });
    }
    return problems;
  });
}

const QUOTED_LIMITS = [
  { limit: LIMITS.median, pattern: /median ≤ (\d+)|中位数 ?≤ ?(\d+)/g },
  { limit: LIMITS.p90, pattern: /p90 ≤ (\d+)|九成位数 ?≤ ?(\d+)/g },
  { limit: LIMITS.cap, pattern: /p90 ≤ \d+, (?:at most|cap) (\d+)|文件上限 ?(\d+)/g },
  { limit: LIMITS.function, pattern: /[Ff]unctions?:? (?:at most|≤) (\d+)|函数 ?≤ ?(\d+)/g },
];

/** Limits that are quoted are those that are held. */
export function checkLimits({ file, lines }: Document): Problem[] {
  return lines.flatMap((text, index) =>
    QUOTED_LIMITS.flatMap(({ limit, pattern }) =>
      [...text.matchAll(pattern)]
        .filter(([, english, chinese]) => Number(english ?? chinese) !== limit)
        .map(([quote]) => ({
          file,
          line: index + 1,
          rule: 'limits',
          text: `“${quote}”与实际检查的 ${limit} 不符`,
        })),
    ),
  );
}
