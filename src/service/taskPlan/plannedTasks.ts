import type { Task } from '../../domain/taskPlan/content.ts';
import type { PlanVersion, TaskPlan } from '../../domain/taskPlan/plan.ts';
import type { Reading } from '../ports.ts';
import { type ProposedText, tasksOf, wordsOf } from './planRegister.ts';
import type { PlannedMember, PlanPlace } from './planScene.ts';

/** By person id: the tasks of the version that `which` picks, with their words. Whoever has none is absent. */
export async function plannedOf(
  tx: Reading,
  { organisation, year }: PlanPlace,
  members: readonly PlannedMember[],
  which: (plan: TaskPlan) => PlanVersion | undefined,
): Promise<Map<string, Task[]>> {
  const held = members.flatMap(({ personId, plan }) => {
    const version = which(plan);
    return version === undefined ? [] : [{ personId, version }];
  });
  const seqs = held.map(({ version }) => version.proposed.seq);
  const words = await wordsOf<ProposedText>(tx, organisation, year, seqs);
  return new Map(
    held.map(({ personId, version }) => [personId, tasksOf(version, words.get(version.proposed.seq))]),
  );
}
