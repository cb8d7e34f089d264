// The two files of the example branch, as a scorekeeper keeps them: a bold frozen header, widths to read by, real dates.
import { writeXlsx } from 'hucre/xlsx';
import { marks, RECORD_COLUMNS, type RecordRow } from './marks.ts';
import { people, ROSTER_COLUMNS } from './roster.ts';
import { taskRows } from './tasks.ts';

type Cell = string | number | Date | null;
type Sheet = { name: string; columns: readonly string[]; rows: readonly Readonly<Record<string, string>>[] };

const WIDTHS: Readonly<Record<string, number>> = {
  编号: 7,
  姓名: 20,
  性别: 6,
  日期: 12,
  条款: 10,
  分值: 7,
  事由: 56,
  依据: 44,
  提供单位: 12,
  事件: 16,
  成果: 16,
  计入季度: 10,
  党小组: 13,
  职务: 28,
  免予原因: 34,
};
const AMOUNTS = new Set(['分值', '计入季度']);
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** A day written 2026-03-05 becomes an Excel date; one written otherwise stays the text that was typed. */
function cellOf(column: string, text: string): Cell {
  if (text === '') return null;
  if (ISO.test(text)) return new Date(`${text}T00:00:00Z`);
  return AMOUNTS.has(column) ? Number(text) : text;
}

function bytesOf({ name, columns, rows }: Sheet): Promise<Uint8Array> {
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row[column] ?? '')));
  const bold = columns.map(
    (value, index) => [`0,${index}`, { value, style: { font: { bold: true } } }] as const,
  );
  return writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map((column) => ({
          width: WIDTHS[column] ?? 12,
          ...(column.endsWith('日期') || column.startsWith('免予') ? { numFmt: 'yyyy-mm-dd' } : {}),
        })),
        rows: [[...columns], ...cells],
        cells: new Map(bold),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${String.fromCharCode(64 + columns.length)}${rows.length + 1}` },
      },
    ],
    defaultFont: { name: '宋体', size: 11 },
  });
}

/** In the order of the day they are about, as they were entered; a late entry stands where it was typed. */
function recordRows(): RecordRow[] {
  const dayOf = ({ 日期 }: RecordRow) => 日期.replaceAll('.', '-').replace(/-(\d)(?=-|$)/g, '-0$1');
  return [...taskRows(), ...marks].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

/** File name → bytes. */
export async function exampleFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ['roster.xlsx', await bytesOf({ name: '名册', columns: ROSTER_COLUMNS, rows: people })],
    ['records.xlsx', await bytesOf({ name: '2026 年积分记录', columns: RECORD_COLUMNS, rows: recordRows() })],
  ]);
}
