import type { Exception } from './rules.ts';

/** Something that breaks a rule, where it does, and what the rule is. */
export type Problem = { file: string; line?: number; rule: string; text: string };

/** Leaves out what is excepted by name, and adds exceptions that no longer except anything. */
export function withExceptions(problems: Problem[], exceptions: Exception[]): Problem[] {
  const covers = (exception: Exception, problem: Problem) =>
    exception.file === problem.file && exception.rule === problem.rule;
  const remaining = problems.filter((problem) => !exceptions.some((exception) => covers(exception, problem)));
  const idle = exceptions.filter((exception) => !problems.some((problem) => covers(exception, problem)));
  const stale = idle.map(({ file, rule }) => ({
    file,
    rule: 'exception',
    text: `例外（${rule}）已无必要，请删去`,
  }));
  return [...remaining, ...stale];
}

/** Prints the problems, one a line, and says how the run ended. */
export function report(what: string, problems: Problem[]): void {
  for (const { file, line, rule, text } of problems) {
    console.log(`${file}${line === undefined ? '' : `:${line}`}  [${rule}] ${text}`);
  }
  console.log(problems.length === 0 ? `${what}：没有问题` : `${what}：${problems.length} 个问题`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
