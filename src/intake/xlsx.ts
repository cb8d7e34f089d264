/** The one place that knows hucre: an .xlsx of one plain sheet → the table on it. Refuses whatever could say more than it shows. */
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { type Cell, columnLetter, EMPTY_CELL, type Table } from '../domain/year/table.ts';
import { partsOf, zipOf } from './archive.ts';
import { dateCell, numberCell, textCell } from './cell.ts';
import { Unreadable } from './fault.ts';
import { LIMITS } from './limits.ts';
import { checkMarkup } from './markup.ts';
import { tableOf } from './tableOf.ts';

export async function readSheet(file: string, bytes: Uint8Array): Promise<Table> {
  const parts = partsOf(bytes);
  for (const [name, part] of parts) checkMarkup(name, part);
  const workbook = await readXlsx(zipOf(parts)).catch(() => {
    throw new Unreadable('broken', {});
  });
  const hidden = workbook.sheets.find((sheet) => sheet.hidden === true || sheet.veryHidden === true);
  if (hidden !== undefined)
    throw new Unreadable('hiddenSheet', { deep: hidden.veryHidden === true ? 1 : 0 }, { sheet: hidden.name });
  const filled = workbook.sheets.filter((sheet) =>
    sheet.rows.some((row) => row.some((value) => value !== null)),
  );
  const [sheet, second] = filled;
  if (sheet === undefined) throw new Unreadable('noSheet');
  if (second !== undefined)
    throw new Unreadable('severalSheets', { names: filled.map(({ name }) => name).join('、') });
  refuseFormulas(sheet);
  refuseMerges(sheet);
  return tableOf(file, sheet.name, sheet.rows.length, (row) => cellsOf(sheet, row));
}

function refuseFormulas(sheet: Sheet): void {
  const at = [...(sheet.cells ?? [])]
    .filter(([, { formula }]) => formula !== undefined)
    .map(([key]) => addressOf(key));
  const [first] = at;
  if (first === undefined) return;
  const named = at.slice(0, LIMITS.faults).join('、');
  throw new Unreadable('formula', { count: at.length, cells: named }, { sheet: sheet.name, cell: first });
}

function refuseMerges(sheet: Sheet): void {
  const [merge] = sheet.merges ?? [];
  if (merge === undefined) return;
  const area = `${columnLetter(merge.startCol)}${merge.startRow + 1}:${columnLetter(merge.endCol)}${merge.endRow + 1}`;
  throw new Unreadable(
    'mergedCells',
    { count: sheet.merges?.length ?? 1 },
    { sheet: sheet.name, cell: area },
  );
}

function addressOf(key: string): string {
  const [row = '0', column = '0'] = key.split(',');
  return `${columnLetter(Number(column))}${Number(row) + 1}`;
}

function cellsOf(sheet: Sheet, row: number): Cell[] {
  return (sheet.rows[row] ?? []).map((value, column) => {
    const detail = sheet.cells?.get(`${row},${column}`);
    return detail?.type === 'error' ? { kind: 'error', text: String(value) } : cellOf(value);
  });
}

function cellOf(value: CellValue): Cell {
  if (value === null) return EMPTY_CELL;
  if (value instanceof Date) return dateCell(value);
  switch (typeof value) {
    case 'number':
      return numberCell(value);
    case 'boolean':
      return { kind: 'boolean', value };
    default:
      return textCell(value);
  }
}
