import { type Cell, cellText, columnLetter, type Table, type TableRow } from '../domain/year/table.ts';
import { Unreadable } from './fault.ts';
import { LIMITS } from './limits.ts';

/** Rows of cells → a table: row 1 is the header, empty rows and empty cells at the end of a row are dropped, limits hold. */
export function tableOf(
  file: string,
  sheet: string | null,
  rowCount: number,
  cellsAt: (row: number) => Cell[],
): Table {
  if (rowCount > LIMITS.rows + 1) throw new Unreadable('tooManyRows', { most: LIMITS.rows });
  const rows: TableRow[] = [];
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const cells = withoutEmptyEnd(cellsAt(row));
    if (cells.length > LIMITS.columns) throw new Unreadable('tooManyColumns', { most: LIMITS.columns });
    count += cells.length;
    if (count > LIMITS.cells) throw new Unreadable('tooManyCells', { most: LIMITS.cells });
    const long = cells.findIndex((cell) => cellText(cell).length > LIMITS.cellLength);
    if (long >= 0)
      throw new Unreadable(
        'cellTooLong',
        { length: cellText(cells[long] as Cell).length, most: LIMITS.cellLength },
        { ...(sheet === null ? {} : { sheet }), cell: `${columnLetter(long)}${row + 1}` },
      );
    if (row === 0 || cells.length > 0) rows.push({ row: row + 1, cells });
  }
  const [header, ...data] = rows;
  return { file, sheet, header: header?.cells ?? [], rows: data };
}

function withoutEmptyEnd(cells: Cell[]): Cell[] {
  const last = cells.findLastIndex(({ kind }) => kind !== 'empty');
  return cells.slice(0, last + 1);
}
