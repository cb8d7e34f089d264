import type { z } from 'zod';
import type { ClauseId } from '../clause.ts';
import type { Points } from '../points.ts';
import type { clausesFile, policyFile, procedureFile, readingsFile } from './schema.ts';

export type Required = 'reason' | 'evidence' | 'supplier';

/** What an entry may cite (条款). `amount` is the policy's own; null means discretionary (酌情), at most `most`. */
export type Item = {
  readonly id: string;
  readonly clause: ClauseId;
  readonly name: string;
  readonly text: string;
  readonly group: 'bonus' | 'common' | 'standard' | 'discretionary' | 'task';
  /** Id of the kind of points the item adds to or takes from. */
  readonly kind: string;
  readonly category: string | null;
  readonly amount: Points | null;
  /** The largest amount an entry of this item may carry, in hundredths. */
  readonly most: Points;
  readonly requires: readonly Required[];
};

/** A ground of disqualification (3.4.3): apart from the numbers, it holds for the whole year. */
export type Ground = {
  readonly id: string;
  readonly clause: ClauseId;
  readonly name: string;
  readonly text: string;
  readonly requires: readonly Required[];
};

/** What is judged (指标): informative, never an entry of its own (reading G9). */
export type Indicator = { readonly id: string; readonly text: string; readonly amount: Points };

export type Category = {
  readonly id: string;
  readonly name: string;
  readonly cap: Points;
  readonly standardsText: string;
  readonly indicators: readonly Indicator[];
};

type Settings = z.output<typeof policyFile>;
export type Kind = Settings['kinds'][number];
export type Band = Settings['grades']['bands'][number];
export type Clause = z.output<typeof clausesFile>[number];
export type Step = z.output<typeof procedureFile>[number];
export type Reading = z.output<typeof readingsFile>[number];

/** One version of a branch's measure, with the chosen readings already in its settings. Immutable once adopted. */
export type Policy = Settings & {
  readonly clauses: readonly Clause[];
  readonly categories: readonly Category[];
  /** In the order of readings.md: bonuses, common deductions, standards by category, the discretionary ones; tasks last. */
  readonly items: readonly Item[];
  readonly grounds: readonly Ground[];
  /** Bodies that may supply evidence for a common deduction or a ground (G38). */
  readonly suppliers: readonly string[];
  readonly procedure: readonly Step[];
  readonly readings: readonly Reading[];
};
