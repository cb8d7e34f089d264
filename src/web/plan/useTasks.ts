/** The tasks being written, with every step of them kept, so that the last can be undone. */
import { useState } from 'react';
import type { TaskLine } from '../../contract/plans.ts';

/** `key` tells rows apart while they are written; it goes nowhere else. */
export type EditedTask = TaskLine & { readonly key: number };

let keys = 0;
const edited = (task: TaskLine): EditedTask => ({ ...task, key: (keys += 1) });
export const plain = ({ key: _key, ...task }: EditedTask): TaskLine => task;

const blank = (period: number): EditedTask =>
  edited({ taskId: null, kind: 'assigned', period, points: '', wording: '', standard: '' });

const STEPS_KEPT = 100;

export function useTasks(start: readonly TaskLine[]) {
  const [steps, setSteps] = useState<readonly (readonly EditedTask[])[]>(() => [start.map(edited)]);
  const tasks = steps.at(-1) ?? [];
  const put = (next: readonly EditedTask[]) => setSteps([...steps.slice(-STEPS_KEPT), next]);
  return {
    tasks,
    change: (key: number, more: Partial<TaskLine>) =>
      put(tasks.map((task) => (task.key === key ? { ...task, ...more } : task))),
    add: () => put([...tasks, blank(tasks.at(-1)?.period ?? 1)]),
    insert: (after: number, more: readonly TaskLine[]) => {
      const at = tasks.findIndex(({ key }) => key === after) + 1;
      put([...tasks.slice(0, at), ...more.map(edited), ...tasks.slice(at)]);
    },
    remove: (key: number) => put(tasks.filter((task) => task.key !== key)),
    replace: (next: readonly TaskLine[]) => put(next.map(edited)),
    undo: steps.length > 1 ? () => setSteps(steps.slice(0, -1)) : undefined,
  };
}

export type Tasks = ReturnType<typeof useTasks>;
