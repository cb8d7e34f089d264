/** Tasks from a table: 季度, 类别, 内容, 计划分, 考评标准; with 编号 and 姓名 before them for several members. */
import { parsePoints, ZERO } from '../points.ts';
import type { Task } from './content.ts';
import type { TaskKind } from './plan.ts';
import { periodNamed } from './periodNamed.ts';
import { namedRows, type SheetProblem, type SheetRow } from './sheetRows.ts';

export const TASK_COLUMNS = ['季度', '类别', '内容', '计划分', '考评标准'] as const;
const PERSON_COLUMNS = ['编号', '姓名'] as const;
export const PLAN_COLUMNS = [...PERSON_COLUMNS, ...TASK_COLUMNS] as const;

type ReadTask = Omit<Task, 'taskId'>;
export type SheetPerson = { readonly id: string; readonly number: string; readonly name: string };

export function readTasks(
  rows: readonly SheetRow[],
  labels: readonly string[],
): { readonly tasks: readonly ReadTask[]; readonly problems: readonly SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const tasks = namedRows(rows, TASK_COLUMNS).map(({ row, cells }) => readTask(row, cells, labels, problems));
  return { tasks, problems };
}

/** By member. A row that names nobody goes on with the member above; a name that is not that number's is a problem. */
export function readPlans(
  rows: readonly SheetRow[],
  labels: readonly string[],
  people: readonly SheetPerson[],
): { readonly plans: ReadonlyMap<string, readonly ReadTask[]>; readonly problems: readonly SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const plans = new Map<string, ReadTask[]>();
  let current: SheetPerson | undefined;
  for (const { row, cells } of namedRows(rows, PLAN_COLUMNS)) {
    if (cells.编号 !== '' || cells.姓名 !== '') current = personNamed(row, cells, people, problems);
    else if (current === undefined) problems.push(wrong(row, '编号', '', '党员编号'));
    const task = readTask(row, cells, labels, problems);
    if (current !== undefined) plans.set(current.id, [...(plans.get(current.id) ?? []), task]);
  }
  return { plans, problems };
}

/** By number, or by a name only one of them has. */
export function personNamed(
  row: number,
  { 编号: number, 姓名: name }: Readonly<Record<(typeof PERSON_COLUMNS)[number], string>>,
  people: readonly SheetPerson[],
  problems: SheetProblem[],
): SheetPerson | undefined {
  const found = people.filter((one) => (number === '' ? one.name === name : one.number === number));
  const [person] = found;
  if (person === undefined || found.length > 1) {
    const expected = number === '' ? '这一年名册里唯一的姓名，重名的请写编号' : '这一年名册里的编号';
    problems.push(wrong(row, number === '' ? '姓名' : '编号', number === '' ? name : number, expected));
    return undefined;
  }
  if (name !== '' && person.name !== name)
    problems.push(wrong(row, '姓名', name, `编号 ${number} 的姓名“${person.name}”`));
  return person;
}

type Cells = Readonly<Record<(typeof TASK_COLUMNS)[number], string>>;

function readTask(row: number, cells: Cells, labels: readonly string[], problems: SheetProblem[]): ReadTask {
  const period = periodNamed(cells.季度, labels);
  if (period === undefined) problems.push(wrong(row, '季度', cells.季度, labels.join('、')));
  const kind = kindNamed(cells.类别);
  if (kind === undefined) problems.push(wrong(row, '类别', cells.类别, '单位分配任务或承诺事项'));
  const planned = parsePoints(cells.计划分);
  if (planned === undefined) problems.push(wrong(row, '计划分', cells.计划分, '至多两位小数的分值，如 7.5'));
  for (const column of ['内容', '考评标准'] as const)
    if (cells[column] === '') problems.push(wrong(row, column, '', '不能为空'));
  return {
    period: period ?? 1,
    kind: kind ?? 'assigned',
    points: planned ?? ZERO,
    wording: cells.内容,
    standard: cells.考评标准,
  };
}

function kindNamed(text: string): TaskKind | undefined {
  if (text.includes('承诺')) return 'pledge';
  return /单位|分配|任务/.test(text) ? 'assigned' : undefined;
}

const wrong = (row: number, column: string, value: string, expected: string): SheetProblem => ({
  row,
  column,
  value,
  expected,
});
