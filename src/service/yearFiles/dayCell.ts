import { type Day, dayOf } from '../../domain/period.ts';
import type { Cell } from '../../domain/year/table.ts';

const WRITTEN = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
];

/** The calendar day in a cell, written in one of the ways of year-files.md, or the rule it breaks. */
export function dayIn(cell: Cell): { readonly day: Day } | { readonly breaks: 'notDay' | 'notWholeDay' } {
  if (cell.kind === 'date') return { day: cell.day };
  if (cell.kind === 'moment') return { breaks: 'notWholeDay' };
  if (cell.kind !== 'text') return { breaks: 'notDay' };
  for (const form of WRITTEN) {
    const match = form.exec(cell.text);
    if (match === null) continue;
    const [, year, month, dayOfMonth] = match.map(Number);
    const day = dayOf(year ?? 0, month ?? 0, dayOfMonth ?? 0);
    if (day !== undefined) return { day };
  }
  return { breaks: 'notDay' };
}
