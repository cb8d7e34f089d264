import type { PolicyProblem } from './assemble.ts';

/** A policy folder as it was read: parsed, not yet judged. */
export type PolicySource = {
  /** Parsed content by file name without ending. */
  readonly documents: Readonly<Record<string, unknown>>;
  /** The worked examples, parsed, by file name with ending. */
  readonly examples: Readonly<Record<string, unknown>>;
  /** The measure's own text (measure.txt), when the folder keeps one. */
  readonly measure: string | null;
  /** Of the documents' canonical form, lower-case hex: two folders that say the same have the same. */
  readonly sha256: string;
  /** Files that are missing or are not YAML. */
  readonly problems: readonly PolicyProblem[];
};
