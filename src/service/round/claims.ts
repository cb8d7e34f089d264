/** What a member claims in an application: how far each task came, and each bonus with what supports it. */
import type { Day } from '../../domain/period.ts';
import { formatPoints, type Points } from '../../domain/points.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { DueTask } from '../../domain/round/appraisal.ts';
import { postingRefusal } from '../posting.ts';
import type { Here, RoundState } from './roundState.ts';

export type ClaimedTask = {
  readonly taskId: string;
  readonly done: 'done' | 'partly' | 'notDone';
  readonly claimed: Points;
  /** 完成情况自述. */
  readonly words: string;
};

/** `amount` is the item's own. `document`: 文号 or where the praise stands written (G19). */
export type ClaimedBonus = {
  readonly item: string;
  readonly day: Day;
  readonly reason: string;
  readonly document: string;
  /** Equal words are one achievement (G18). */
  readonly achievement: string | null;
  readonly evidence: readonly string[];
};

export type HandInApplication = Here & {
  readonly type: 'handInApplication';
  readonly personId: string;
  readonly tasks: readonly ClaimedTask[];
  readonly bonuses: readonly ClaimedBonus[];
  /** 自报扣分: what the member says against themselves; null: nothing. */
  readonly selfReported: string | null;
  /** Written on paper: who helped, and the paper's day; null: handed in here. */
  readonly onBehalf: { readonly helper: string; readonly on: Day } | null;
};

/** Refuses a task of the plan left out (taskUndecided), one that is not in it (taskUnknown), and a claim beyond it (beyondPlan). */
export function claimRefusal(due: readonly DueTask[], tasks: readonly ClaimedTask[]): Refusal | undefined {
  const planned = new Map(due.map(({ taskId, points }) => [taskId, points]));
  const missing = due.filter(({ taskId }) => !tasks.some((one) => one.taskId === taskId)).length;
  if (missing > 0) return refuse('taskUndecided', 'An1.3', { count: missing });
  for (const { taskId, claimed } of tasks) {
    const most = planned.get(taskId);
    if (most === undefined || tasks.length !== planned.size) return refuse('taskUnknown', 'An1.3', {});
    if (claimed < 0 || claimed > most)
      return refuse('beyondPlan', 'An1.3', { points: formatPoints(claimed), most: formatPoints(most) });
  }
  return undefined;
}

/** A bonus carries the item's own amount. */
export const amountOf = ({ policy }: RoundState, id: string): Points =>
  policy.items.find((item) => item.id === id)?.amount ?? (0 as Points);

/** Refuses an item that is no bonus (notABonus) and whatever could not be posted in this period. */
export function bonusRefusal(
  { year, period, personId, bonuses }: HandInApplication,
  state: RoundState,
): Refusal | undefined {
  const member = state.members.get(personId);
  if (member === undefined) return refuse('notOfRound', 'An1.3', { period });
  for (const { item, day, reason, document, achievement } of bonuses) {
    if (state.policy.items.find(({ id }) => id === item)?.group !== 'bonus')
      return refuse('notABonus', '3.4.1', { item });
    const posting = {
      item,
      day,
      period,
      amount: amountOf(state, item),
      reason,
      evidence: document,
      supplier: null,
      incident: null,
      achievement,
    };
    const refusal = postingRefusal(state.policy, year, member, posting);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
