import type { ClauseId } from '../clause.ts';

/** A thing a measure says something of. `key` names the same thing in two versions; `values` are what can differ in it, by label. */
export type Subject = {
  readonly key: string;
  /** Null: of the measure as a whole. */
  readonly clause: ClauseId | null;
  readonly name: string;
  readonly values: readonly (readonly [label: string, text: string])[];
};
