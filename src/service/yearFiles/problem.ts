/** What is wrong in a year file, as a value, and the one Chinese sentence for it: where, what stands there, what was expected, how to mend it. */
import { type Cell, cellText, columnLetter, type Table } from '../../domain/year/table.ts';
import { RULES, type RuleCode } from './rules.ts';

export type Problem = {
  readonly file: string;
  /** Null for a csv file. */
  readonly sheet: string | null;
  /** Counted from 1, as spreadsheet programs count; null when the whole file is meant. */
  readonly row: number | null;
  /** Null when no column is meant; a cell of a file that cannot be read has no `letter` but its address for `name`. */
  readonly column: { readonly letter: string | null; readonly name: string } | null;
  /** What stands there; null when nothing does. */
  readonly value: string | null;
  readonly code: RuleCode | 'file';
  readonly expected: string;
  readonly mend: string;
};

export type Place = {
  readonly table: Table;
  readonly row: number | null;
  readonly column: number | null;
  readonly name: string | null;
};

/** `args` are those of the rule's sentence in rules.ts. */
export function problemAt<C extends RuleCode>(
  { table, row, column, name }: Place,
  cell: Cell,
  code: C,
  ...args: Parameters<(typeof RULES)[C]>
): Problem {
  const sentence = RULES[code] as (...args: readonly (string | number)[]) => readonly [string, string];
  const [expected, mend] = sentence(...args);
  const value = cellText(cell);
  return {
    file: table.file,
    sheet: table.sheet,
    row,
    column: name === null ? null : { letter: column === null ? null : columnLetter(column), name },
    value: value === '' ? null : value,
    code,
    expected,
    mend,
  };
}

const MOST_SHOWN = 60;

/** Cut by whole characters: 𠮷 is two units of text and must not be halved. */
function shown(value: string): string {
  const characters = Array.from(value);
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join('')}…` : value;
}

/** “名册.xlsx，工作表“Sheet1”，第 3 行“类型”列（C3）：填的是“党员”，应为……。请……。” */
export function problemText({ file, sheet, row, column, value, expected, mend }: Problem): string {
  const address = row === null || !column?.letter ? '' : `（${column.letter}${row}）`;
  const line = row === null ? '' : `第 ${row} 行`;
  const cell = column === null ? '' : row === null ? column.name : `“${shown(column.name)}”列${address}`;
  const where = [file, ...(sheet === null ? [] : [`工作表“${sheet}”`]), `${line}${cell}`];
  const found = row === null ? '' : value === null ? '空着，' : `填的是“${shown(value)}”，`;
  return `${where.filter((part) => part !== '').join('，')}：${found}${expected}。${mend}。`;
}

/** By file, row and column, so that a list of problems can be worked through from the top. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const width = (letter: string | null | undefined) => (letter ?? '').length;
  return problems.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      width(a.column?.letter) - width(b.column?.letter) ||
      ((a.column?.letter ?? '') < (b.column?.letter ?? '') ? -1 : 1),
  );
}
