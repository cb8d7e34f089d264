/**
 * What every competitor must answer with, brought into one form so that answers can be held against each other value by
 * value: each member's figures, and the explanation of them as lines of text.
 */
import { crc32 } from 'node:zlib';

/** Four quarters of base, task, bonus, points, then the year; all in hundredths of a point. */
const FIGURES_EACH = 17;

export type Explained = {
  readonly figures: readonly number[];
  /** One line of text per line of the statement, in any order. */
  readonly lines: readonly string[];
};

export type ExplainedLine = {
  readonly period: number;
  readonly kind: string;
  readonly told: string;
  /** Position of the category from 1, or 0. */
  readonly category: number;
  /** The entry's position in reading order from 1, or 0. */
  readonly entry: number;
  /** The entry that counts instead, or 0. */
  readonly by: number;
  readonly amount: number;
};

export const lineText = ({ period, kind, told, category, entry, by, amount }: ExplainedLine): string =>
  `${period} ${kind} ${told} ${category} ${entry} ${by} ${amount === 0 ? 0 : amount}`;

const COLUMNS = FIGURES_EACH + 2;

/** Members' answers as numbers, to be handed from one process to another: figures, number of lines, checksum of the lines. */
export function packAnswers(answers: Iterable<Explained>): Int32Array {
  const packed: number[] = [];
  for (const { figures, lines } of answers) {
    if (figures.length !== FIGURES_EACH)
      throw new Error(`${figures.length} figures instead of ${FIGURES_EACH}`);
    for (const figure of figures) packed.push(figure);
    packed.push(lines.length, crc32(lines.toSorted().join('\n')) | 0);
  }
  return Int32Array.from(packed);
}

/** Where two packed answers differ, at most ten places named; none when they are equal to the last value. */
export function differences(expected: Int32Array, found: Int32Array): string[] {
  if (expected.length !== found.length) return [`${found.length} values instead of ${expected.length}`];
  const named: string[] = [];
  for (let at = 0; at < expected.length && named.length < 10; at += 1) {
    if (expected[at] === found[at]) continue;
    const member = Math.floor(at / COLUMNS) + 1;
    named.push(`member ${member}, ${columnName(at % COLUMNS)}: ${found[at]} instead of ${expected[at]}`);
  }
  return named;
}

function columnName(column: number): string {
  if (column === FIGURES_EACH - 1) return 'year';
  if (column === FIGURES_EACH) return 'number of lines';
  if (column > FIGURES_EACH) return 'lines (checksum)';
  return `quarter ${Math.floor(column / 4) + 1} ${['base', 'task', 'bonus', 'points'][column % 4]}`;
}
