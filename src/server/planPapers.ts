/** Downloads about plans: one member's to be signed, or everyone's as a sheet that can be taken in again. */
import type { Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { latest } from '../domain/taskPlan/plan.ts';
import { PHASES } from '../domain/taskPlan/procedure.ts';
import { safeName } from '../domain/fileName.ts';
import { TASK_PLAN_TITLE, taskPlanPaper } from '../forms/taskPlan.ts';
import type { YearPaper } from '../forms/yearPapers.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { World } from '../service/ports.ts';
import { plannedOf } from '../service/taskPlan/plannedTasks.ts';
import { type PlannedMember, planScene } from '../service/taskPlan/planScene.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import { planSheet } from './planSheet.ts';

const ALL = 'taskPlans';

/** Which paper of plans that name is: a member's id, or null for everyone's; undefined for another paper. */
export function planPaperNamed(name: string): { readonly member: string | null } | undefined {
  if (name === ALL) return { member: null };
  const [, member] = /^taskPlan-(.+)$/.exec(name) ?? [];
  return member === undefined ? undefined : { member };
}

type Place = { readonly organisation: string; readonly year: number };

/** Refuses what planScene does, and a member without a plan (paperUnknown). */
export function memberPlanPaper(
  { store, now, holidays }: World,
  branch: BranchYear,
  place: Place,
  personId: string,
): Promise<YearPaper | Refusal> {
  return store.read(async (tx) => {
    const scene = await planScene(tx, place, { today: dayInShanghai(now()), holidays }, personId);
    if (isRefusal(scene)) return scene;
    const planned = scene.members.find((one) => one.personId === personId);
    const member = branch.members.find(({ id }) => id === personId);
    const version = planned === undefined ? undefined : latest(planned.plan);
    if (planned === undefined || member === undefined || version === undefined)
      return refuse('paperUnknown', null);
    const leader = scene.leaders.get(personId) ?? null;
    const tasks = (await plannedOf(tx, place, [planned], latest)).get(personId) ?? [];
    const paper = taskPlanPaper(branch, member, {
      version: version.version,
      state: PHASES[planned.plan.phase],
      leader: leader === null ? null : scene.nameOf(place.organisation, leader),
      tasks,
    });
    const { number, name } = member.person;
    return { paper, fileName: `${safeName(`${TASK_PLAN_TITLE}-${branch.year}-${number}-${name}`)}.xlsx` };
  });
}

/** Of those the actor may see. */
export function everyPlanSheet(
  { store, now, holidays }: World,
  actor: Actor,
  place: Place,
): Promise<Uint8Array | Refusal> {
  return store.read(async (tx) => {
    const scene = await planScene(tx, place, { today: dayInShanghai(now()), holidays });
    if (isRefusal(scene)) return scene;
    const seen = scene.members.filter(({ object }) => can(actor, 'readPlan', object) === true);
    const tasks = await plannedOf(tx, place, seen, latest);
    const rows = seen.map(({ personId, row }: PlannedMember) => ({
      number: row.number,
      name: row.name,
      tasks: tasks.get(personId) ?? [],
    }));
    return planSheet(rows, scene.measure.labels);
  });
}
