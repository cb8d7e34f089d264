/** What a later version of a plan has otherwise than an earlier one, task by task. */
import { isSame, type Task } from './content.ts';

export type TaskDifference =
  | { readonly is: 'added' | 'removed'; readonly task: Task }
  | { readonly is: 'changed'; readonly before: Task; readonly task: Task };

/** In the order of the later version; what is gone comes last. A task without a known id is new. */
export function planDifference(before: readonly Task[], after: readonly Task[]): TaskDifference[] {
  const known = new Map(before.map((task) => [task.taskId, task]));
  const kept = new Set(after.map(({ taskId }) => taskId));
  return [
    ...after.flatMap((task): TaskDifference[] => {
      const former = known.get(task.taskId);
      if (former === undefined) return [{ is: 'added', task }];
      return isSame([former], [task]) ? [] : [{ is: 'changed', before: former, task }];
    }),
    ...before.filter(({ taskId }) => !kept.has(taskId)).map((task) => ({ is: 'removed' as const, task })),
  ];
}
