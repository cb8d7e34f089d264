/** When a further attempt has to wait: pure, so that every case can be tried. Times are milliseconds. */
import type { AttemptRow } from './tables.ts';

export type Limits = {
  /** Failures in one window that lock. */
  readonly failures: number;
  /** Whether single failures already cost a growing wait. */
  readonly delays: boolean;
  /** Failures in a row after which only the desk opens it again. */
  readonly ceiling: number;
};

/** Ten failures in fifteen minutes, a growing wait before that, a hundred in a row at most (promises S1). */
export const ONE_ACCOUNT: Limits = { failures: 10, delays: true, ceiling: 100 };

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const LONGEST_LOCK = 24 * 60 * MINUTE;
const FREE_FAILURES = 3;
const SECOND = 1_000;

export const fresh = (key: string, now: number): AttemptRow => ({
  key,
  failures: 0,
  windowFrom: now,
  consecutive: 0,
  locks: 0,
  blockedUntil: 0,
});

/** Null: go ahead. `seconds`: not before then. `closed`: not before a reset at the desk. */
export type Wait = null | { readonly seconds: number } | { readonly closed: true };

export function waitOf(row: AttemptRow, limits: Limits, now: number): Wait {
  if (row.consecutive >= limits.ceiling) return { closed: true };
  return row.blockedUntil > now ? { seconds: Math.ceil((row.blockedUntil - now) / SECOND) } : null;
}

/** The row once one more failure is counted. Counted before the password is looked at: parallel guesses gain nothing. */
export function afterFailure(row: AttemptRow, limits: Limits, now: number): AttemptRow {
  const isOver = now - row.windowFrom >= WINDOW;
  const failures = (isOver ? 0 : row.failures) + 1;
  const counted = {
    ...row,
    failures,
    windowFrom: isOver ? now : row.windowFrom,
    consecutive: row.consecutive + 1,
    locks: now - row.windowFrom >= LONGEST_LOCK ? 0 : row.locks,
  };
  if (failures >= limits.failures) return locked(counted, now);
  if (!limits.delays || failures <= FREE_FAILURES) return counted;
  return { ...counted, blockedUntil: now + SECOND * 2 ** (failures - FREE_FAILURES - 1) };
}

/** Each lock lasts twice as long as the one before. */
function locked(row: AttemptRow, now: number): AttemptRow {
  const blockedUntil = now + Math.min(WINDOW * 2 ** row.locks, LONGEST_LOCK);
  return { ...row, failures: 0, windowFrom: blockedUntil, locks: row.locks + 1, blockedUntil };
}

/** The attempt counted in advance was no failure after all. */
export function withoutOne(row: AttemptRow): AttemptRow {
  return {
    ...row,
    failures: Math.max(0, row.failures - 1),
    consecutive: Math.max(0, row.consecutive - 1),
    blockedUntil: 0,
  };
}
