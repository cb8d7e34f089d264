// One bad row: how it is written down, and what must be told of it.
import { expect } from 'vitest';
import type { Day } from '../../../src/domain/period.ts';
import type { Cell } from '../../../src/domain/year/table.ts';
import type { Line } from './branch.ts';

export const number = (text: string): Cell => ({ kind: 'number', text });
export const date = (day: string): Cell => ({ kind: 'date', day: day as Day });
export const empty: Cell = { kind: 'empty' };

/** [what is wrong, the cells changed, the column told, what stands there (null: nothing), what was expected, how to mend it] */
export type Case = readonly [
  what: string,
  changes: Record<string, string | Cell>,
  column: string,
  value: string | null,
  expected: string,
  mend: string,
];

/** With the line that is changed, 0 for the first, when it is not the first. */
export type CaseAt = Case | readonly [...Case, at: number];

export function expectOne(told: readonly string[], file: string, row: number, one: readonly unknown[]): void {
  const [, , column, value, expected, mend] = one as Case;
  expect(told).toHaveLength(1);
  const [sentence] = told;
  expect(sentence).toContain(`${file}，工作表“表一”，第 ${row} 行“${column}”列`);
  expect(sentence).toMatch(new RegExp(`（[A-Z]${row}）：`));
  expect(sentence).toContain(value === null ? '空着' : `填的是“${value}”`);
  expect(sentence).toContain(expected);
  expect(sentence).toContain(mend);
  expect(sentence).toMatch(/。.+。$/);
}

/** Every column is there, so that an empty cell is an empty cell and not a missing column. */
export const withAllColumns = (lines: readonly Line[], more: readonly Line[]): Line[] => {
  const names = [...lines, ...more].flatMap((line) => Object.keys(line));
  return lines.map((line) => ({ ...Object.fromEntries(names.map((name) => [name, empty])), ...line }));
};
