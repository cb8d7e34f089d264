/** 支部评议 (An1.5): a decision about one member leaves nothing undecided and decides nothing that was not asked. */
import type { Day } from '../period.ts';
import type { Points } from '../points.ts';
import { formatPoints } from '../points.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Appraisal, Matter } from './matter.ts';
import { awaitingAnswer, standingProposals } from './matter.ts';

/** A task of the plan in force, due in the round's period; points in hundredths. */
export type DueTask = { readonly taskId: string; readonly points: Points };

export type Decided = Pick<Appraisal, 'tasks' | 'bonuses' | 'deductions'>;

/**
 * Refuses a planned task without a decision (taskUndecided), points beyond what was planned (beyondPlan; reading G15), a claimed
 * bonus, a proposed deduction or correction left out or never asked for (undecided), and what lowers points while the member may still answer
 * (answerPending; reading G41).
 */
export function decisionRefusal(
  matter: Matter,
  due: readonly DueTask[],
  { tasks, bonuses, deductions }: Decided,
  today: Day,
): Refusal | undefined {
  return (
    taskRefusal(due, tasks) ??
    undecidedRefusal(
      '3.4.1',
      (matter.application?.bonuses ?? []).map(({ bonusId }) => bonusId),
      bonuses.map(({ bonusId }) => bonusId),
    ) ??
    undecidedRefusal(
      '3.4.2',
      standingProposals(matter).map(({ proposalId }) => proposalId),
      deductions.map(({ proposalId }) => proposalId),
    ) ??
    answerRefusal(matter, today)
  );
}

/** Each planned task once, from nothing to what was planned. */
export function taskRefusal(due: readonly DueTask[], decided: Decided['tasks']): Refusal | undefined {
  const planned = new Map(due.map(({ taskId, points }) => [taskId, points]));
  const given = new Map(decided.map((task) => [task.taskId, task.points]));
  const undecided = due.filter(({ taskId }) => !given.has(taskId)).length;
  if (undecided > 0) return refuse('taskUndecided', 'An1.3', { count: undecided });
  for (const { taskId, points } of decided) {
    const most = planned.get(taskId);
    if (most === undefined || given.size !== decided.length) return refuse('taskUnknown', 'An1.3', {});
    if (points < 0 || points > most)
      return refuse('beyondPlan', 'An1.3', { points: formatPoints(points), most: formatPoints(most) });
  }
  return undefined;
}

function undecidedRefusal(
  clause: string,
  asked: readonly string[],
  decided: readonly string[],
): Refusal | undefined {
  const answered = new Set(decided);
  const isWhole = asked.every((one) => answered.has(one)) && decided.every((one) => asked.includes(one));
  if (isWhole && answered.size === decided.length) return undefined;
  return refuse('undecided', clause, { count: asked.filter((one) => !answered.has(one)).length });
}

/** G41: what lowers points waits for the answer as long as its days run. */
export function answerRefusal(matter: Matter, today: Day): Refusal | undefined {
  const [waiting] = awaitingAnswer(matter, today);
  return waiting === undefined ? undefined : refuse('answerPending', '3.4', { until: waiting.answerUntil });
}
