/** What the pages about plans are answered: the list, one plan, and those in force for copying. */
import type { PlanPage } from '../contract/plans.ts';
import type { Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { formatPoints } from '../domain/points.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { inForce } from '../domain/taskPlan/plan.ts';
import { PHASE_NAMES, PHASES } from '../domain/taskPlan/procedure.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { Reading } from '../service/ports.ts';
import { plannedOf } from '../service/taskPlan/plannedTasks.ts';
import { draftOf } from '../service/taskPlan/planDraft.ts';
import { decidedFor } from '../service/taskPlan/planRegister.ts';
import { type PlanPlace, type PlanScene, planScene } from '../service/taskPlan/planScene.ts';
import type { Today } from '../service/taskPlan/silentLeaders.ts';
import { planRow } from '../service/views/planRow.ts';
import { planVersions, taskLineOf } from '../service/views/planVersions.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

export function planRoutes(os: Guarded, { world }: Services) {
  const today = (): Today => ({ today: dayInShanghai(world.now()), holidays: world.holidays });
  return {
    plans: os.plans.handler(({ input, context: { actor } }) =>
      world.store.read(async (tx) => {
        const scene = granted(await planScene(tx, input, today()));
        const members = scene.members.filter(({ object }) => can(actor, 'readPlan', object) === true);
        return {
          ...frameOf(scene),
          members: members.map((member) => planRow(scene, actor, member)),
          states: PHASE_NAMES.map((id) => ({ id, name: PHASES[id] })),
          abilities: (['proposePlan', 'importMarks'] as const).filter(
            (ability) => can(actor, ability, scene.base) === true,
          ),
        };
      }),
    ),
    plan: os.plan.handler(({ input, context: { actor } }) =>
      world.store.read((tx) => planAnswer(tx, actor, input, today())),
    ),
    plansInForce: os.plansInForce.handler(({ input, context: { actor } }) =>
      world.store.read(async (tx) => {
        const scene = granted(await planScene(tx, input, today()));
        const readable = scene.members.filter(({ object }) => can(actor, 'readPlan', object) === true);
        const tasks = await plannedOf(tx, input, readable, inForce);
        return { plans: [...tasks].map(([member, found]) => ({ member, tasks: found.map(taskLineOf) })) };
      }),
    ),
  };
}

const frameOf = ({ measure, example }: PlanScene) => ({
  share: formatPoints(measure.share),
  labels: [...measure.labels],
  example,
});

async function planAnswer(
  tx: Reading,
  actor: Actor,
  place: PlanPlace & { readonly member: string },
  today: Today,
): Promise<PlanPage> {
  const { organisation, year, member: personId } = place;
  const scene = granted(await planScene(tx, place, today, personId));
  const member = scene.members.find((one) => one.personId === personId);
  if (member === undefined) throw thrown(refuse('memberUnknown', null));
  const decided = await decidedFor(tx, organisation, year, scene.policy, [personId]);
  const draft = await draftOf(tx, place, personId);
  return {
    ...frameOf(scene),
    member: planRow(scene, actor, member),
    counted: [...member.counted],
    decided: decided.get(personId) ?? [],
    versions: await planVersions(tx, place, scene, member),
    inForce: inForce(member.plan)?.version ?? null,
    draft:
      draft === undefined
        ? null
        : { ...draft, savedBy: scene.accountName(draft.savedBy), tasks: draft.tasks.map(taskLineOf) },
    lastYear: await lastYears(tx, place, today),
    streamVersion: member.plan.streamVersion,
  };
}

/** What was in force for this member the year before; nothing where that year has no books. */
async function lastYears(
  tx: Reading,
  { organisation, year, member }: PlanPlace & { readonly member: string },
  today: Today,
) {
  const place = { organisation, year: year - 1 };
  const scene = await planScene(tx, place, today, member);
  if (isRefusal(scene)) return [];
  return ((await plannedOf(tx, place, scene.members, inForce)).get(member) ?? []).map(taskLineOf);
}
