/** What a step came to: how many checks or tests passed, failed, and could not run here. */
export type Outcome = { passed: number; failed: number; skipped: number };

export const failed = (count: number): Outcome => ({ passed: 0, failed: count, skipped: 0 });

export const passedIf = (ok: boolean): Outcome => (ok ? { passed: 1, failed: 0, skipped: 0 } : failed(1));

export function sum(outcomes: Outcome[]): Outcome {
  return outcomes.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of every run. In CI nothing may be skipped: what could not run counts as failed. */
export function closingLine(total: Outcome, inCi: boolean): { line: string; ok: boolean } {
  const failures = total.failed + (inCi ? total.skipped : 0);
  const skips = inCi || total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
  return {
    line: `${total.passed} passed, ${failures} failed${skips}`,
    ok: failures === 0 && total.passed > 0,
  };
}
