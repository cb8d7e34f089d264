// The one table of what the code may look like. check-shape holds every file against it; docs that quote a
// figure are held against it too.

export const LIMITS = { median: 60, p90: 200, cap: 400, function: 70 } as const;

/** Which rooms a room of src/ may import from; a path stands for that file or folder alone. */
export const ARROWS: Record<string, string[]> = {
  domain: [],
  contract: ['domain'],
  service: ['domain', 'contract'],
  store: ['domain', 'service/ports'],
  intake: ['domain', 'service/ports'],
  signIn: ['domain', 'service/ports'],
  forms: ['domain', 'service/ports', 'service/views'],
  server: ['contract', 'service', 'signIn', 'forms', 'domain'],
  cli: ['contract', 'service', 'forms', 'domain'],
  web: ['contract', 'domain'],
  compose: ['domain', 'contract', 'service', 'store', 'intake', 'signIn', 'forms', 'server', 'cli'],
  main: ['compose', 'server', 'cli'],
};

/** Inside the domain imports go to the same or an earlier group only. */
export const DOMAIN_ORDER: string[][] = [
  ['points', 'period', 'clause', 'refusal', 'field', 'fileName'],
  ['evidence'],
  ['calendar'],
  ['policy'],
  ['member', 'privacy'],
  ['ledger'],
  ['exemption'],
  ['round', 'taskPlan'],
  ['year'],
  ['office', 'fact', 'access'],
  ['todo'],
];

/** Packages of the rooms that must stay pure; the other rooms may use what package.json lists. */
export const PACKAGES: Record<string, string[]> = {
  domain: ['zod'],
  contract: ['zod', '@orpc/contract', '@orpc/zod'],
};

/** Rooms without clock, chance or surroundings: `now`, ids and salts come in as arguments. */
export const PURE_ROOMS = ['domain', 'contract'];
export const IMPURE_NAMES = [
  'Date',
  'Math.random',
  'parseFloat',
  'performance',
  'globalThis',
  'process',
  'crypto',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
];

/** File and folder names that say nothing about what is inside. */
export const REFUSED_NAMES = /(^|[-_.]|(?<=[a-z])(?=[A-Z]))(utils?|helpers?|common|types|misc|index)$/i;

/**
 * Figures of the measure in hundredths: a quarter's base (7.5) and task (15), the year's 30 and 60, the bands at
 * 80, 85 and 95. They live in policy/ alone. Rooms that count milliseconds or bytes are left out.
 */
export const MEASURE_FIGURES = [750, 1500, 3000, 6000, 8000, 8500, 9500, 7.5];
export const MEASURE_FREE_ROOMS = ['domain', 'contract', 'service', 'forms', 'cli', 'web'];

/** A file that may break one rule, and why. One that is no longer needed is refused. */
export type Exception = { file: string; rule: string; reason: string };
export const EXCEPTIONS: Exception[] = [];
