import type { RowProblem } from '../contract/opening.ts';
import type { Problem } from '../service/yearFiles/problem.ts';

/** A problem of a year file as the wire carries it: the cell by its letter and row, or by what is known of it. */
export function rowProblem({ file, sheet, row, column, value, expected, mend }: Problem): RowProblem {
  const letter = column?.letter ?? '';
  const name = column === null ? '' : `${column.name}`;
  const cell = [row === null ? letter : `${letter}${row}`, name].filter((part) => part !== '').join(' ');
  return { file, sheet: sheet ?? '', cell, value: value ?? '', expected, mend };
}
