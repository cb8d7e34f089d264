import type { Policy } from '../src/domain/policy/policy.ts';
import type { MemberYear } from '../src/domain/year/evaluate.ts';
import type { Explained } from './answer.ts';

/** A competitor made ready for one workload. Only `run` is timed. */
export type Race = {
  /** Reckons every member's year and keeps figures and explanation of all of them. */
  readonly run: () => unknown;
  /** What the last run answered, member by member. */
  readonly answers: () => Iterable<Explained> | Promise<Iterable<Explained>>;
  readonly close: () => void | Promise<void>;
};

/** Everything done once goes in here: building rules, compiling, loading tables, bringing facts into the form wanted. */
export type Competitor = (policy: Policy, years: readonly MemberYear[]) => Race | Promise<Race>;
