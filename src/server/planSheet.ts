/** All plans as one plain sheet, a row a task: it can be taken in again as it goes out. */
import { writeXlsx } from 'hucre/xlsx';
import { formatPoints } from '../domain/points.ts';
import type { Task } from '../domain/taskPlan/content.ts';
import { TASK_KINDS } from '../domain/taskPlan/plan.ts';
import { PLAN_COLUMNS } from '../domain/taskPlan/taskSheet.ts';
import { storedText } from '../forms/render/cellText.ts';

type Planned = { readonly number: string; readonly name: string; readonly tasks: readonly Task[] };

const WIDTHS = [10, 12, 12, 16, 40, 10, 40];

/** A member without tasks has one row with the number and name alone, to be written on. */
export function planSheet(members: readonly Planned[], labels: readonly string[]): Promise<Uint8Array> {
  const rows = members.flatMap(({ number, name, tasks }) => {
    const person = [number, name].map(storedText);
    if (tasks.length === 0) return [[...person, '', '', '', '', '']];
    return tasks.map(({ period, kind, wording, points, standard }) => [
      ...person,
      labels[period - 1] ?? '',
      TASK_KINDS[kind],
      storedText(wording),
      formatPoints(points),
      storedText(standard),
    ]);
  });
  return writeXlsx({
    sheets: [
      { name: '目标任务', rows: [[...PLAN_COLUMNS], ...rows], columns: WIDTHS.map((width) => ({ width })) },
    ],
  });
}
