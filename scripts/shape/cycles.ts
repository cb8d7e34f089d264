import type { Problem } from './problem.ts';
import type { Source } from './source.ts';

/** Files that import each other in a ring, types included; each ring is reported once. */
export function checkCycles(sources: Source[]): Problem[] {
  const imports = new Map(
    sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]),
  );
  const finished = new Set<string>();
  const problems: Problem[] = [];
  const walk = (path: string, trail: string[]): void => {
    const entered = trail.indexOf(path);
    if (entered >= 0) {
      const ring = [...trail.slice(entered), path].join(' → ');
      problems.push({ file: path, rule: 'cycles', text: `循环引用：${ring}` });
      return;
    }
    if (finished.has(path)) return;
    for (const target of imports.get(path) ?? []) walk(target, [...trail, path]);
    finished.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return problems;
}
