/** What a form shows of a measure: things, each under its clause, with the fields that may be changed. */
import type { ClauseId } from '../../clause.ts';

export type FieldForm = 'amount' | 'whole' | 'text' | 'long' | 'list' | 'choice';

export type Field = {
  readonly place: string;
  readonly label: string;
  readonly form: FieldForm;
  /** As the base has it, in words; null for a thing the draft adds. */
  readonly before: string | null;
  /** For a choice: the values there are; '' is the reading itself. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
};

export type Thing = {
  readonly place: string;
  /** Null: of the measure as a whole. */
  readonly clause: ClauseId | null;
  readonly name: string;
  readonly fields: readonly Field[];
  /** May be taken away as a whole. */
  readonly removable: boolean;
};

/** A list of things to which a branch may add its own. */
export type Addition = {
  readonly list: string;
  readonly clause: ClauseId;
  readonly name: string;
  /** What a new member's id begins with: '3.4.1-'. */
  readonly stem: string;
  readonly keys: readonly ('name' | 'text' | 'amount')[];
};
