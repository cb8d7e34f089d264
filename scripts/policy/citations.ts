import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line that names a clause. */
export type Citation = { kind: 'data' | 'code' | 'test'; file: string; line: number; text: string };

const PLACES = [
  // The worked examples beside the rules run as tests.
  { kind: 'test', pattern: 'policy/*/examples/**/*.yaml' },
  { kind: 'test', pattern: 'policy/*/examples.yaml' },
  { kind: 'data', pattern: 'policy/**/*.yaml' },
  { kind: 'code', pattern: 'src/**/*.{ts,tsx}' },
  { kind: 'test', pattern: 'test/**/*.{ts,tsx,yaml}' },
] as const;

/** clauses.yaml lists the clauses; the tests of these scripts use clause ids as material. Neither cites one. */
const NOT_CITING = /\/clauses\.yaml$|^test\/scripts\//;

/** Every line that may cite a clause. */
export function readLines(root: string): Citation[] {
  const seen = new Set<string>();
  return PLACES.flatMap(({ kind, pattern }) =>
    globSync(pattern, { cwd: root })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !NOT_CITING.test(path) && !seen.has(path) && seen.add(path))
      .sort()
      .flatMap((file) => {
        const lines = readFileSync(join(root, file), 'utf8').split('\n');
        return lines.map((text, index) => ({ kind, file, line: index + 1, text: text.trim() }));
      }),
  );
}

/**
 * What counts as naming a clause: its id in quotes, or after `clause`, `id`, `§` or 条款; an id that cannot be
 * mistaken for a number (3.4.2, A2.5, An1.3) also counts by itself. 3.4.2 is not named by 3.4.2-4 or 13.4.2.
 */
export function citationPattern(id: string): RegExp {
  const literal = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const end = String.raw`(?![\w]|[.-]\d)`;
  const unmistakable = /[a-z]|\d\.\d+\.\d|-/i.test(id);
  const quoted = `(['"\`])${literal}\\1`;
  const marked = `(?:§ ?|条款 ?|\\bclauses?:? ?\\[?|\\bid: ?)${literal}${end}`;
  const bare = `(?<![\\w.-])${literal}${end}`;
  return new RegExp([quoted, marked, ...(unmistakable ? [bare] : [])].join('|'));
}

/** The lines that name the clause. */
export function citationsOf(id: string, lines: Citation[]): Citation[] {
  const pattern = citationPattern(id);
  return lines.filter(({ text }) => text.includes(id) && pattern.test(text));
}
