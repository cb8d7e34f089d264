/** One row of a year file, asked by column name; whatever cannot be taken is told once and answered with null. */
import type { Day } from '../../domain/period.ts';
import { type Cell, cellText, EMPTY_CELL, type Table, type TableRow } from '../../domain/year/table.ts';
import type { Columns } from './columns.ts';
import { dayIn } from './dayCell.ts';
import { type Problem, problemAt } from './problem.ts';
import type { RULES, RuleCode } from './rules.ts';

export type Row = {
  readonly row: number;
  /** The cell, empty when the column is not there. */
  readonly cell: (name: string) => Cell;
  readonly text: (name: string) => string | null;
  readonly day: (name: string) => Day | null;
  /** 编号: text, or a whole number's text. */
  readonly number: (name: string) => string | null;
  readonly wrong: <C extends RuleCode>(name: string, code: C, ...args: Parameters<(typeof RULES)[C]>) => void;
  /** Whether nothing was wrong in this row so far. */
  readonly sound: () => boolean;
};

const FULL_WIDTH = /[\uff01-\uff5e]/;
const WHOLE = /^\d{1,15}$/;

/** Tells at once what holds for every cell: required ones are filled, none is an error, unreadable or beyond the header. */
export function openRow(
  table: Table,
  columns: Columns,
  required: readonly string[],
  { row, cells }: TableRow,
  problems: Problem[],
): Row {
  let count = 0;
  const cell = (name: string) => cells[columns.get(name) ?? -1] ?? EMPTY_CELL;
  const wrong: Row['wrong'] = (name, code, ...args) => {
    count += 1;
    const column = columns.get(name) ?? null;
    const place = { table, row, column, name: column === null ? name : headed(table, column) };
    problems.push(problemAt(place, cell(name), code, ...args));
  };
  for (const [name] of columns) {
    const { kind } = cell(name);
    if (kind === 'empty' && required.includes(name)) wrong(name, 'required', name);
    if (kind === 'error' || kind === 'unreadable') wrong(name, kind);
  }
  for (const [column, beyond] of cells.entries())
    if (column >= table.header.length && beyond.kind !== 'empty') {
      count += 1;
      problems.push(problemAt({ table, row, column, name: '（无列名）' }, beyond, 'beyondHeader'));
    }
  return { row, cell, wrong, sound: () => count === 0, ...readersOf(cell, wrong) };
}

/** As the file itself calls the column, which a mapping may read under another name. */
function headed({ header }: Table, column: number): string {
  const name = cellText(header[column] ?? EMPTY_CELL);
  return name === '' ? '（无列名）' : name;
}

function readersOf(cell: Row['cell'], wrong: Row['wrong']): Pick<Row, 'text' | 'day' | 'number'> {
  const told = (name: string) => ['empty', 'error', 'unreadable'].includes(cell(name).kind);
  return {
    text(name) {
      const found = cell(name);
      if (found.kind === 'text' || found.kind === 'number') return found.text;
      if (!told(name)) wrong(name, 'notText');
      return null;
    },
    day(name) {
      if (told(name)) return null;
      const found = dayIn(cell(name));
      if ('day' in found) return found.day;
      wrong(name, found.breaks);
      return null;
    },
    number(name) {
      const found = cell(name);
      if (told(name)) return null;
      if (found.kind === 'text' && FULL_WIDTH.test(found.text))
        wrong(name, 'fullWidth', found.text.normalize('NFKC'));
      else if (found.kind === 'text' || (found.kind === 'number' && WHOLE.test(found.text)))
        return found.text;
      else wrong(name, 'notNumberText');
      return null;
    },
  };
}
