/** Paper → rows of one grid: every part of the paper stands on the columns of its table, every row as high as its text. */
import type { Box, Cell, Column, Content, Field, Paper, Row } from '../paper.ts';
import { printable } from './cellText.ts';
import { spansOf } from './fieldSpans.ts';
import { partition } from './partition.ts';
import { linesOf, rowHeight } from './measure.ts';

export type Look =
  | 'title'
  | 'label'
  | 'value'
  | 'head'
  | 'entry'
  | 'sum'
  | 'section'
  | 'box'
  | 'note'
  | 'origin';
export const SIZES: Readonly<Record<Look, number>> = {
  title: 18,
  label: 10.5,
  value: 10.5,
  head: 10.5,
  entry: 10,
  sum: 10,
  section: 10,
  box: 11,
  note: 9,
  origin: 8.5,
};

/** `from` is the first column, counted from 0. */
export type GridCell = Cell & { readonly from: number; readonly span: number; readonly look: Look };
/** `height` in points. */
export type GridRow = { readonly cells: readonly GridCell[]; readonly height: number };
export type Grid = {
  readonly widths: readonly number[];
  readonly rows: readonly GridRow[];
  /** The row of the table's column titles: its position from 0; null when no column has one. */
  readonly headingRow: number | null;
  /** The cell kept free for the QR code, in the last row. */
  readonly code: { readonly row: number; readonly column: number };
};

/** Units that fit across A4 between the margins. A wider table is shrunk when printed. */
const ROOM = { portrait: 96, landscape: 144 } as const;
/** No row grows beyond this many lines (a spreadsheet row ends at 409 points): longer text goes on in the next row. */
const MOST_LINES = 12;
const CODE_UNITS = 13;
const ORIGIN_UNITS = 26;
/** Room to sign and to seal, in points. */
const CLOSING_HEIGHT = 110;

export function gridOf(paper: Paper): Grid {
  const widths = widthsOf(paper.table.columns, ROOM[paper.orientation]);
  const full = { from: 0, span: widths.length };
  const title = paper.example ? `${paper.title}（示例）` : paper.title;
  const above = [
    ...fitted(widths, [{ kind: 'text', text: title, ...full, look: 'title' }]),
    ...paper.head.flatMap((line) => fieldRows(widths, line)),
  ];
  const isHeaded = paper.table.columns.some((column) => column.title !== '');
  const body = [
    ...(isHeaded ? fitted(widths, headingCells(paper.table.columns)) : []),
    ...paper.table.rows.flatMap((row) => fitted(widths, rowCells(row, paper.table.columns))),
    ...paper.figures.flatMap((line) => fieldRows(widths, line)),
    ...paper.notes.flatMap((note) => fitted(widths, [{ kind: 'text', text: note, ...full, look: 'note' }])),
  ];
  const { row, codeAt } = closingRow(widths, paper);
  const rows = [...above, ...body, row];
  return {
    widths,
    rows,
    headingRow: isHeaded ? above.length : null,
    code: { row: rows.length - 1, column: codeAt },
  };
}

/** Narrow tables are widened to the page, so that all papers have the same edges. */
function widthsOf(columns: readonly Column[], room: number): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const stretch = Math.max(1, room / total);
  return columns.map(({ width }) => Math.floor(width * stretch * 10) / 10);
}

const headingCells = (columns: readonly Column[]): GridCell[] =>
  columns.map(({ title }, from) => ({
    kind: 'text',
    text: title,
    from,
    span: 1,
    look: 'head',
    align: 'center',
  }));

function rowCells({ cells, role }: Row, columns: readonly Column[]): GridCell[] {
  let from = 0;
  return cells.map((cell) => {
    const span = cell.span ?? 1;
    const placed = { ...cell, from, span, align: cell.align ?? columns[from]?.align ?? 'left', look: role };
    from += span;
    return placed;
  });
}

function fieldRows(widths: readonly number[], fields: readonly Field[]): GridRow[] {
  return spansOf(widths, fields, SIZES.label).flatMap((line) =>
    fitted(
      widths,
      line.flatMap(({ field, from, labelSpan, valueSpan }): GridCell[] => [
        { kind: 'text', text: field.label, from, span: labelSpan, look: 'label', align: 'center' },
        { ...field.value, from: from + labelSpan, span: valueSpan, look: 'value', align: 'left' },
      ]),
    ),
  );
}

/** One row, or several when a text is too long for one. */
function fitted(widths: readonly number[], cells: readonly GridCell[]): GridRow[] {
  const lines = cells.map((cell) => cellLines(widths, cell));
  const parts = Math.max(1, Math.ceil(Math.max(...lines.map(({ length }) => length)) / MOST_LINES));
  return Array.from({ length: parts }, (_, part) => {
    const shown = lines.map((all) => all.slice(part * MOST_LINES, (part + 1) * MOST_LINES));
    return {
      cells: cells.map((cell, index) => partOf(cell, shown[index] ?? [], part, parts)),
      height: Math.max(...cells.map(({ look }, index) => rowHeight(shown[index]?.length || 1, SIZES[look]))),
    };
  });
}

function cellLines(widths: readonly number[], cell: GridCell): string[] {
  if (cell.kind !== 'text') return [];
  const units = widths.slice(cell.from, cell.from + cell.span).reduce((sum, width) => sum + width, 0);
  return linesOf(printable(cell.text), units, SIZES[cell.look]);
}

function partOf(cell: GridCell, lines: readonly string[], part: number, parts: number): GridCell {
  if (parts === 1 || (part === 0 && cell.kind !== 'text')) return cell;
  const content: Content = lines.length === 0 ? { kind: 'empty' } : { kind: 'text', text: lines.join('') };
  const { from, span, look, align } = cell;
  return { ...content, from, span, look, ...(align === undefined ? {} : { align }) };
}

/** Boxes, QR code and origin in one row: a row is never broken across pages, and the last page always has them all. */
function closingRow(
  widths: readonly number[],
  paper: Paper,
): { readonly row: GridRow; readonly codeAt: number } {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const each = (total - CODE_UNITS - ORIGIN_UNITS) / paper.boxes.length;
  const edges = partition(widths, [
    ...paper.boxes.map(() => ({ least: 0, want: each })),
    { least: CODE_UNITS, want: CODE_UNITS },
    { least: ORIGIN_UNITS, want: ORIGIN_UNITS },
  ]);
  const placed = (index: number) => {
    const [from = 0, to = 0] = edges.slice(index, index + 2);
    return { from, span: to - from };
  };
  const cells: GridCell[] = [
    ...paper.boxes.map((box, index) => boxCell(box, placed(index))),
    { kind: 'empty', ...placed(paper.boxes.length), look: 'origin' },
    {
      kind: 'text',
      text: originText(paper),
      ...placed(paper.boxes.length + 1),
      look: 'origin',
      align: 'left',
    },
  ];
  const heights = cells.map((cell) => rowHeight(cellLines(widths, cell).length, SIZES[cell.look]));
  return {
    row: { cells, height: Math.max(CLOSING_HEIGHT, ...heights) },
    codeAt: placed(paper.boxes.length).from,
  };
}

type Place = { readonly from: number; readonly span: number };
const boxCell = ({ title, lines }: Box, place: Place): GridCell => ({
  kind: 'text',
  text: [title, '', ...lines].join('\n'),
  ...place,
  look: 'box',
  align: 'left',
});

const originText = ({ origin, example }: Paper): string =>
  [
    `${example ? '【示例】' : ''}依据：${origin.policy}`,
    `来源：${origin.source}`,
    '二维码载有来源的完整摘要，可与账册核对。',
  ].join('\n');
