import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { failed, type Outcome, sum } from './outcome.ts';

/** The part of vitest's JSON report that is counted. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** A file that failed without a failed test in it (it did not load) counts as one failure. */
export function countTests(report: Report): Outcome {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs vitest, every project of vitest.config.ts; without a browser all but e2e, which then counts as skipped. */
export async function runTests(
  databaseUrl: string | undefined,
  hasBrowser: boolean,
  args: string[],
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'jifen-tests-'));
  const report = join(folder, 'report.json');
  // Tests open the books they made themselves, never those of the person who runs them.
  const { DATABASE_URL: _theirs, DATABASE_ADMIN_URL: _admin, DATA_DIR: _data, ...env } = process.env;
  if (databaseUrl) env['TEST_DATABASE_URL'] = databaseUrl;
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  if (!hasBrowser) options.push('--project=!e2e');
  try {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...options, ...args];
    const { failed: wentWrong } = await runCommand(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...vitest],
      env,
    );
    const counted = countTests(JSON.parse(readFileSync(report, 'utf8')) as Report);
    // Errors outside any test make vitest fail without a failed test.
    return wentWrong > 0 && counted.failed === 0 ? sum([counted, failed(1)]) : counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
