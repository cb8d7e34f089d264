/** Empty year files: one sheet, one row of column names. A row of help would be read as data. */
import { writeXlsx } from 'hucre/xlsx';
import { RECORD_COLUMNS } from '../service/yearFiles/records.ts';
import { ROSTER_COLUMNS } from '../service/yearFiles/roster.ts';

const SHEETS = {
  roster: { name: '名册', columns: ROSTER_COLUMNS },
  records: { name: '年度记录', columns: RECORD_COLUMNS },
} as const;

const WIDTH = 14;

/** One sheet, one row: the column names, required ones first and in bold. */
export function emptyTemplate(which: keyof typeof SHEETS): Promise<Uint8Array> {
  const { name, columns } = SHEETS[which];
  const names = [...columns.required, ...columns.optional];
  const cells = new Map(
    names.map((value, index) => [
      `0,${index}`,
      { value, style: { font: { bold: index < columns.required.length } } },
    ]),
  );
  return writeXlsx({
    sheets: [{ name, rows: [names], cells, columns: names.map(() => ({ width: WIDTH })) }],
  });
}
