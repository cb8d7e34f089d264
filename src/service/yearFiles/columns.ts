import { cellText, columnLetter, EMPTY_CELL, type Table } from '../../domain/year/table.ts';
import { type Problem, problemAt } from './problem.ts';

/** Column name → where it stands. A Map, so that no name (`__proto__` …) means anything but itself. */
export type Columns = ReadonlyMap<string, number>;

export type ColumnNames = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** The columns by name, whatever their order; every missing, unknown, repeated or nameless one is told. */
export function findColumns(table: Table, names: ColumnNames, problems: Problem[]): Columns {
  const known = [...names.required, ...names.optional];
  const columns = new Map<string, number>();
  for (const [index, cell] of table.header.entries()) {
    const name = cellText(cell);
    const place = { table, row: 1, column: index, name: name === '' ? '（无列名）' : name };
    const first = columns.get(name);
    if (cell.kind === 'empty') {
      if (table.rows.some(({ cells }) => (cells[index] ?? EMPTY_CELL).kind !== 'empty'))
        problems.push(problemAt(place, cell, 'namelessColumn'));
    } else if (cell.kind !== 'text' || !known.includes(name))
      problems.push(problemAt(place, cell, 'unknownColumn', known.join('、')));
    else if (first !== undefined)
      problems.push(problemAt(place, cell, 'duplicateColumn', columnLetter(first)));
    else columns.set(name, index);
  }
  for (const name of names.required)
    if (!columns.has(name))
      problems.push(
        problemAt({ table, row: null, column: null, name: null }, EMPTY_CELL, 'missingColumn', name),
      );
  return columns;
}
