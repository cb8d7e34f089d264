/** One planned task with what everybody said of it: the member, the leader, the sheet, the meeting. */
import { formatPoints, type Points } from '../../../domain/points.ts';
import type { Matter } from '../../../domain/round/matter.ts';
import type { WordedTask } from '../../round/dueTasks.ts';
import type { ApplicationWords } from '../../round/handInApplication.ts';

/** Points with two decimals; null where nobody has said yet. */
export function taskLine(
  task: WordedTask,
  { application, opinion, assessment, appraisal }: Matter,
  own: ApplicationWords | undefined,
) {
  const of = <T extends { readonly taskId: string }>(all: readonly T[] | undefined) =>
    all?.find(({ taskId }) => taskId === task.taskId);
  const claim = of(application?.tasks);
  const text = (value: Points | undefined) => (value === undefined ? null : formatPoints(value));
  return {
    taskId: task.taskId,
    kind: task.kind,
    wording: task.wording,
    standard: task.standard,
    planned: formatPoints(task.points),
    own:
      claim === undefined
        ? null
        : { done: claim.done, claimed: formatPoints(claim.claimed), words: own?.tasks[task.taskId] ?? '' },
    leader: of(opinion?.tasks)?.done ?? null,
    sheet: text(assessment?.tasks.get(task.taskId)),
    decided: text(of(appraisal?.tasks)?.points),
    /** Decided before it fell due (预计, G15). */
    expected: of(appraisal?.tasks)?.expected === true,
  };
}
