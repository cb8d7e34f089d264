import type { Problem } from './problem.ts';
import { LIMITS } from './rules.ts';
import type { Source } from './source.ts';

const isProduct = ({ path }: Source) => /^(src|bin|scripts)\//.test(path);

/** The value below which the given share of the sorted list lies (nearest rank). */
function quantile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function checkSpread(sources: Source[]): Problem[] {
  const sizes = sources
    .filter(isProduct)
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  const spread = [
    { name: '中位数', value: quantile(sizes, 0.5), limit: LIMITS.median },
    { name: '九成位数', value: quantile(sizes, 0.9), limit: LIMITS.p90 },
  ];
  return spread
    .filter(({ value, limit }) => value > limit)
    .map(({ name, value, limit }) => ({
      file: 'src, bin, scripts',
      rule: 'sizes',
      text: `文件行数的${name}为 ${value}，应不超过 ${limit}：请拆分较长的文件`,
    }));
}

function checkFile(source: Source): Problem[] {
  const file = source.path;
  const tooLong =
    source.lines > LIMITS.cap
      ? [{ file, rule: 'cap', text: `文件有 ${source.lines} 行，应不超过 ${LIMITS.cap}` }]
      : [];
  // In tests `describe` is a function only in form.
  if (file.startsWith('test/')) return tooLong;
  const functions = source.functions
    .filter(({ lines }) => lines > LIMITS.function)
    .map(({ line, lines }) => ({
      file,
      line,
      rule: 'function',
      text: `函数有 ${lines} 行，应不超过 ${LIMITS.function}`,
    }));
  return [...tooLong, ...functions];
}

/** Lengths of files and functions against LIMITS. */
export const checkSizes = (sources: Source[]): Problem[] => [
  ...checkSpread(sources),
  ...sources.flatMap(checkFile),
];
