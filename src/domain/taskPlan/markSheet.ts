/** Results of the unit's performance appraisal from a table: 编号, 姓名, 季度 (or 全年), 考核结果. */
import { periodNamed } from './periodNamed.ts';
import { namedRows, type SheetProblem, type SheetRow } from './sheetRows.ts';
import { personNamed, type SheetPerson } from './taskSheet.ts';

export const MARK_COLUMNS = ['编号', '姓名', '季度', '考核结果'] as const;

/** `period` null: the whole year. */
export type ReadMark = { readonly member: string; readonly period: number | null; readonly result: string };

export function readMarks(
  rows: readonly SheetRow[],
  labels: readonly string[],
  people: readonly SheetPerson[],
): { readonly marks: readonly ReadMark[]; readonly problems: readonly SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const marks = namedRows(rows, MARK_COLUMNS).flatMap(({ row, cells }): ReadMark[] => {
    const person = personNamed(row, cells, people, problems);
    const whole = cells.季度 === '全年' || cells.季度 === '年度' || cells.季度 === '';
    const period = whole ? null : periodNamed(cells.季度, labels);
    if (period === undefined)
      problems.push({ row, column: '季度', value: cells.季度, expected: `${labels.join('、')}或全年` });
    if (cells.考核结果 === '') problems.push({ row, column: '考核结果', value: '', expected: '分数或等次' });
    if (person === undefined || period === undefined) return [];
    return [{ member: person.id, period, result: cells.考核结果 }];
  });
  return { marks, problems };
}
