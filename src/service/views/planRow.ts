/** One member's line in the list of plans. */
import type { PlanRow } from '../../contract/plans.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { formatPoints } from '../../domain/points.ts';
import { plannedIn } from '../../domain/taskPlan/content.ts';
import { inForce, latest } from '../../domain/taskPlan/plan.ts';
import { PHASES } from '../../domain/taskPlan/procedure.ts';
import type { PlannedMember, PlanScene } from '../taskPlan/planScene.ts';
import { actsFor, nextWords } from './planWords.ts';

export function planRow(scene: PlanScene, actor: Actor, member: PlannedMember): PlanRow {
  const { plan, row, group, personId, counted } = member;
  const { labels } = scene.measure;
  const leader = scene.leaders.get(personId) ?? null;
  const tasks = latest(plan)?.tasks;
  return {
    id: personId,
    number: row.number,
    name: row.name,
    group,
    leader: leader === null ? null : scene.nameOf(row.organisationId, leader),
    state: { id: plan.phase, name: PHASES[plan.phase] },
    version: plan.versions.length,
    changing: plan.phase !== 'inForce' && inForce(plan) !== undefined,
    draft: member.hasDraft,
    sums: labels.map((_, index) => {
      const sum = plannedIn(tasks ?? [], index + 1);
      return counted.includes(index + 1) || sum > 0 ? formatPoints(sum) : null;
    }),
    next: nextWords(scene, member),
    marks: member.marks.map(({ period, result }) => ({
      period,
      label: period === null ? '全年' : (labels[period - 1] ?? ''),
      result,
    })),
    may: actsFor(actor, member),
  };
}
