/** What a plan must hold before it can be proposed: the page marks the same things while it is still a draft. */
import { type Points, formatPoints, points } from '../points.ts';
import type { Policy } from '../policy/policy.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlannedTask } from './plan.ts';

/** `standard`: standard of completion (考评标准). Both are kept out of the chain. */
export type Task = PlannedTask & { readonly wording: string; readonly standard: string };

/** What the measure says of plans: the share of each period, and the periods' names. */
export type PlanMeasure = { readonly share: Points; readonly labels: readonly string[] };

/** What one member's plan is held against. `former`: the one in force, when there is one. */
export type PlanFrame = PlanMeasure & {
  readonly counted: readonly number[];
  /** Periods whose tasks have been decided: they cannot be changed (G15). */
  readonly decided: readonly number[];
  readonly former: readonly Task[] | null;
};

export const MOST_TASKS = 60;
export const LONGEST = 500;

/** Undefined when nothing is earned against a plan by this measure. */
export function planMeasure({ kinds, periods }: Policy): PlanMeasure | undefined {
  const plans = kinds.filter((kind) => kind.mechanism === 'plan');
  if (plans.length === 0) return undefined;
  const share = plans.reduce((sum, { period }) => sum + period, 0);
  const labels = Array.from(
    { length: periods.count },
    (_, index) => periods.labels[index] ?? `第${index + 1}${periods.name}`,
  );
  return { share: points(share), labels };
}

export function plannedIn(tasks: readonly Pick<PlannedTask, 'period' | 'points'>[], period: number): Points {
  return points(tasks.reduce((sum, task) => sum + (task.period === period ? task.points : 0), 0));
}

/** Everything that keeps the plan from being proposed, in the order a reader meets it; empty when nothing does. */
export function planFaults(tasks: readonly Task[], frame: PlanFrame): Refusal[] {
  return [
    ...(tasks.length === 0 ? [refuse('planEmpty', '3.2')] : []),
    ...(tasks.length > MOST_TASKS ? [refuse('planTooLong', null, { most: MOST_TASKS })] : []),
    ...tasks.flatMap((task, index) => taskFaults(task, index + 1, frame)),
    ...sumFaults(tasks, frame),
    ...changeFaults(tasks, frame),
  ];
}

function taskFaults(task: Task, row: number, { share, labels }: PlanMeasure): Refusal[] {
  const faults: Refusal[] = [];
  if (labels[task.period - 1] === undefined) faults.push(refuse('planPeriod', null, { row }));
  if (task.points <= 0 || task.points > share)
    faults.push(refuse('planPoints', '3.3.1', { row, share: formatPoints(share) }));
  for (const [column, text] of [
    ['内容', task.wording],
    ['考评标准', task.standard],
  ] as const) {
    if (text.trim() === '') faults.push(refuse('planTextMissing', '3.2', { row, column }));
    if (text.length > LONGEST) faults.push(refuse('planTextLong', null, { row, column, most: LONGEST }));
  }
  return faults;
}

/** A period that does not count needs no tasks; one already decided stays as it was. */
function sumFaults(tasks: readonly Task[], { share, labels, counted, decided }: PlanFrame): Refusal[] {
  return labels.flatMap((label, index) => {
    const period = index + 1;
    if (decided.includes(period)) return [];
    const sum = plannedIn(tasks, period);
    const fits = sum === share || (!counted.includes(period) && sum === 0);
    return fits
      ? []
      : [refuse('planSum', '3.3.1', { period: label, sum: formatPoints(sum), share: formatPoints(share) })];
  });
}

/** G15: what was decided stays; a task that falls due later moves to the next period, and only by an approved change. */
function changeFaults(tasks: readonly Task[], { labels, decided, former }: PlanFrame): Refusal[] {
  if (former === null) return [];
  const frozen = decided.filter((period) => !isSame(within(tasks, period), within(former, period)));
  const before = new Map(former.map((task) => [task.taskId, task]));
  const moved = tasks.flatMap((task, index) => {
    const from = before.get(task.taskId)?.period ?? task.period;
    return task.period === from || task.period === from + 1
      ? []
      : [refuse('planMoved', 'An1.3', { row: index + 1, from: labels[from - 1] ?? '' })];
  });
  return [
    ...frozen.map((period) => refuse('planDecided', 'An1.3', { period: labels[period - 1] ?? '' })),
    ...moved,
    ...(isSame(tasks, former) ? [refuse('planUnchanged', '3.2')] : []),
  ];
}

const within = (tasks: readonly Task[], period: number) => tasks.filter((task) => task.period === period);

/** The same tasks with the same content, in whatever order. */
export function isSame(one: readonly Task[], other: readonly Task[]): boolean {
  const text = ({ taskId, kind, period, points: planned, wording, standard }: Task) =>
    [taskId, kind, period, planned, wording, standard].join('\u0000');
  const written = (tasks: readonly Task[]) => tasks.map(text).toSorted().join('\u0001');
  return written(one) === written(other);
}
