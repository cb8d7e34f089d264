/**
 * A table of cells as it was read from a year file, before anything is made of it. Values only: who reads files and who
 * judges rows meet here.
 */
import type { Day } from '../period.ts';

/**
 * One cell, white space at both ends already gone. `number` keeps the shortest decimal text, as the sheet shows it. `moment` is a
 * date cell that is no whole calendar day: it has a time of day, or lies outside the calendar; the day is never guessed, because a
 * program that writes midnight in its own time zone leaves exactly such cells behind. `unreadable` text has characters nobody can see.
 */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' | 'number' | 'moment' | 'error' | 'unreadable'; readonly text: string }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** `row` is counted from 1 as spreadsheet programs count; `cells` stand in the header's order and may be fewer or more. */
export type TableRow = { readonly row: number; readonly cells: readonly Cell[] };

/** `sheet` is null for a csv file. The header is row 1; rows without any content are left out. */
export type Table = {
  readonly file: string;
  readonly sheet: string | null;
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
};

/** Why a file cannot be read at all, or not safely. `params` fill the sentence. */
export type FileFaultCode =
  | 'missing'
  | 'empty'
  | 'tooLarge'
  | 'ending'
  | 'oldFormat'
  | 'macro'
  | 'password'
  | 'notWhatItSays'
  | 'broken'
  | 'tooManyParts'
  | 'inflatesTooFar'
  | 'tooComplex'
  | 'xmlEntities'
  | 'externalLinks'
  | 'hiddenSheet'
  | 'severalSheets'
  | 'noSheet'
  | 'mergedCells'
  | 'formula'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooManyCells'
  | 'cellTooLong'
  | 'encoding'
  | 'separator'
  | 'csvQuotes'
  | 'tooSlow';

/** `cell` is an address such as "C7", when one cell or area is meant. */
export type FileFault = {
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly code: FileFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A file is a table, or everything that keeps it from being one. */
export type TableReading = { readonly table: Table } | { readonly faults: readonly FileFault[] };

export const EMPTY_CELL: Cell = { kind: 'empty' };

/** Column 0 → "A", 26 → "AA". */
export function columnLetter(index: number): string {
  const rest = Math.trunc(index / 26) - 1;
  return `${rest < 0 ? '' : columnLetter(rest)}${String.fromCodePoint(65 + (index % 26))}`;
}

/** What a reader sees in the cell; empty text for an empty one. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'date':
      return cell.day;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'text':
    case 'number':
    case 'moment':
    case 'error':
    case 'unreadable':
      return cell.text;
  }
}
