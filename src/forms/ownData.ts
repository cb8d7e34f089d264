/** The copy of everything kept about a person as a workbook: first what it is, then a sheet for each part. */
import { type Cell, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { OwnData, OwnPart } from '../service/views/ownData.ts';
import { looksLikeError, looksLikeFormula, storedText } from './render/cellText.ts';

const WIDTH = 24;
/** What one cell holds in a workbook. */
const MOST_CHARACTERS = 32_000;

export function ownDataWorkbook({ title, person, madeAt, explained, parts }: OwnData): Promise<Uint8Array> {
  const about = [[title], ['姓名', person], ['生成时间', madeAt], ...explained.map((line) => [line])];
  return writeXlsx({
    sheets: [sheet('说明', about, 1), ...parts.map(sheetOf)],
    properties: { title, creator: 'jifen' },
  });
}

const sheetOf = ({ name, text, columns, rows }: OwnPart): WriteSheet =>
  sheet(name, [[text], columns, ...(rows.length === 0 ? [['（没有）']] : rows)], 2);

function sheet(name: string, rows: readonly (readonly string[])[], headings: number): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries())
      cells.set(`${row},${column}`, cellOf(value, row < headings));
  const columns = Math.max(...rows.map((row) => row.length));
  return { name, cells, columns: Array.from({ length: columns }, () => ({ width: WIDTH })) };
}

function cellOf(value: string, bold: boolean): Partial<Cell> {
  const whole = storedText(value);
  const text = whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS)}……` : whole;
  const style = {
    font: { bold },
    alignment: { wrapText: true, vertical: 'top' as const },
    ...(looksLikeFormula(value) ? { numFmt: '@' } : {}),
  };
  return looksLikeError(text) ? { value: text, richText: [{ text }], style } : { value: text, style };
}
