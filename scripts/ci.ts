// The list of everything that must hold, run by `npm test`. Names after `npm test --` choose steps
// (`checks` = all but pages and tests); anything else goes on to vitest: `npm test -- tests test/store`.
import { buildWebWhenStale } from './web.js';
import { isStopped, runCommand, stopRunning } from './ci/command.ts';
import { prepareMachine } from './ci/machine.ts';
import { provideDatabase } from './ci/postgres.ts';
import { runTests } from './ci/tests.ts';
import { closingLine, failed, type Outcome, passedIf, sum } from './ci/outcome.ts';

type Step = { name: string; what: string; run: () => Outcome | Promise<Outcome> };

const inCi = process.env['CI'] === 'true';
const node = (file: string, ...args: string[]) => runCommand(process.execPath, [file, ...args]);
const tool = (path: string, ...args: string[]) => node(`node_modules/${path}`, ...args);

const checks: Step[] = [
  { name: 'packages', what: '组件清单', run: () => node('scripts/check-packages.ts') },
  { name: 'shape', what: '代码结构', run: () => node('scripts/check-shape.ts') },
  { name: 'docs', what: '文档', run: () => node('scripts/check-docs.ts') },
  { name: 'lint', what: '代码规则', run: () => tool('oxlint/bin/oxlint', '--deny-warnings') },
  { name: 'types', what: '类型', run: () => tool('typescript/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'types-pure',
    what: '类型（纯内核）',
    run: () => tool('typescript/bin/tsc', '-p', 'tsconfig.pure.json'),
  },
  {
    name: 'types-web',
    what: '类型（网页）',
    run: () => tool('typescript/bin/tsc', '-p', 'src/web'),
  },
  {
    name: 'format',
    what: '排版',
    run: () => tool('@biomejs/biome/bin/biome', 'format', '--error-on-warnings'),
  },
  { name: 'unused', what: '无用的文件、导出和组件', run: () => tool('knip/bin/knip.js', '--no-progress') },
];

const pages: Step = { name: 'pages', what: '网页生成', run: async () => passedIf(await buildWebWhenStale()) };

const tests = (vitestArgs: string[]): Step => ({
  name: 'tests',
  what: '测试',
  run: async () => {
    const machine = prepareMachine();
    const database = await provideDatabase();
    try {
      const outcome = await runTests(database.url, machine.hasBrowser, vitestArgs);
      return sum([
        outcome,
        { passed: 0, failed: 0, skipped: machine.missing.length + database.missing.length },
      ]);
    } finally {
      await database.close();
    }
  },
});

function chosenSteps(args: string[]): Step[] {
  const named = new Set([...checks.map(({ name }) => name), 'checks', 'pages', 'tests']);
  const all = [...checks, pages, tests(args.filter((arg) => !named.has(arg)))];
  const names = args.filter((arg) => named.has(arg));
  if (names.length === 0) return args.length > 0 ? all.slice(-2) : all;
  return all.filter(
    (step) => names.includes(step.name) || (names.includes('checks') && checks.includes(step)),
  );
}

async function runStep(step: Step): Promise<Outcome> {
  if (isStopped()) return failed(1);
  console.log(`\n── ${step.name} ${step.what}`);
  try {
    return await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return failed(1);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopRunning);

const outcomes: { step: Step; outcome: Outcome }[] = [];
for (const step of chosenSteps(process.argv.slice(2))) {
  outcomes.push({ step, outcome: await runStep(step) });
}
console.log('');
for (const { step, outcome } of outcomes) {
  console.log(`${outcome.failed > 0 ? '✗' : '✓'} ${step.name} ${step.what}`);
}
const total = sum(outcomes.map(({ outcome }) => outcome));
const { line, ok } = closingLine(total, inCi);
console.log(line);
process.exitCode = ok ? 0 : 1;
