/** What keeps a draft from being proposed, said as the server would say it. */
import { PLAN_REFUSALS } from '../../contract/planSentences.ts';
import type { TaskLine } from '../../contract/plans.ts';
import { parsePoints, ZERO } from '../../domain/points.ts';
import { planFaults, type Task } from '../../domain/taskPlan/content.ts';

export type Frame = {
  readonly share: string;
  readonly labels: readonly string[];
  readonly counted: readonly number[];
  readonly decided: readonly number[];
  readonly former: readonly TaskLine[] | null;
};

/** As the core has it. A sum that cannot be read stands as none; a new task has an id of this page alone. */
export const taskOf = ({ taskId, points, ...rest }: TaskLine, index: number): Task => ({
  ...rest,
  taskId: taskId ?? `new ${index}`,
  points: parsePoints(points) ?? ZERO,
});

export function faultsOf(tasks: readonly TaskLine[], { share, former, ...frame }: Frame): string[] {
  return planFaults(tasks.map(taskOf), {
    ...frame,
    share: parsePoints(share) ?? ZERO,
    former: former?.map(taskOf) ?? null,
  }).map(({ code, params }) => PLAN_REFUSALS[code]?.(params) ?? code);
}
