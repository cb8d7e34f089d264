/** Reads a paper as a person does: by column titles, labels and row order. */
import type { Content, Paper, Row } from '../../src/forms/paper.ts';
import { formatPoints } from '../../src/domain/points.ts';

/** What a cell shows: points with two decimals, an empty cell as ''. */
export function shown(content: Content | undefined): string {
  switch (content?.kind) {
    case 'text':
      return content.text;
    case 'points':
      return formatPoints(content.value);
    case 'count':
      return String(content.value);
    default:
      return '';
  }
}

/** A row's cells by the title of the column they begin under. */
function byTitle({ table }: Paper, row: Row | undefined): Record<string, string> {
  const read: Record<string, string> = {};
  let column = 0;
  for (const cell of row?.cells ?? []) {
    read[table.columns[column]?.title ?? ''] = shown(cell);
    column += cell.span ?? 1;
  }
  return read;
}

/** The rows of a summary by member name, of a record by what they cite; the role tells sums from entries. */
export const rowsOf = (paper: Paper, role: Row['role'] = 'entry'): Record<string, string>[] =>
  paper.table.rows.filter((row) => row.role === role).map((row) => byTitle(paper, row));

/** Labelled values above and below the table. */
export const fieldsOf = (paper: Paper): Record<string, string> =>
  Object.fromEntries(
    [...paper.head, ...paper.figures].flat().map(({ label, value }) => [label, shown(value)]),
  );
