/** The commands by which a branch adopts its rules and opens a year under them. */
import type { Adopting } from '../domain/policy/adoption.ts';
import type { Policy } from '../domain/policy/policy.ts';

export type AdoptRules = Adopting & {
  readonly type: 'adoptRules';
  readonly organisationId: string;
  /** The version of the draft that was voted on. */
  readonly draft: number;
  /** Every warning of the lints, by name. */
  readonly acknowledged: readonly string[];
  /** The measure the program brings: what a draft may start from. */
  readonly measure: Policy;
};

/** Opens the year under the version in force for it. */
export type OpenAdoptedYear = {
  readonly type: 'openAdoptedYear';
  readonly organisationId: string;
  readonly year: number;
};
