/** Proposes plans (提出目标任务): a first version, or a change of the one in force, which holds until the change is approved. */
import { planStream, yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { isSame, planFaults, type PlanMeasure, type Task } from '../../domain/taskPlan/content.ts';
import { phaseAfter } from '../../domain/taskPlan/procedure.ts';
import { accessObject } from '../accessObject.ts';
import type { Decision, Making, NewFact, Step } from '../step.ts';
import type { DraftTask, ProposePlans } from './commands.ts';
import { planPaper } from './planDraft.ts';
import { allOrNone, loadPlans, type MemberPlan, oneRefusal, type PlanState } from './planState.ts';

/**
 * Refuses what loadPlans does, a plan with faults (each named), one that says what stands already (planUnchanged), and a change
 * without its reason. Of several members all or none.
 */
export const proposePlansStep: Step<ProposePlans, PlanState> = {
  ability: 'proposePlan',
  object: (tx, { organisationId, plans }, today) =>
    accessObject(tx, organisationId, today, { about: plans.map(({ personId }) => personId) }),
  books: ({ year }) => [yearBook(year)],
  subject: ({ year, plans }) => ({ book: yearBook(year), stream: planStream(plans[0]?.personId ?? '') }),
  load: (tx, { organisationId, year, plans }, heads) =>
    loadPlans(tx, { organisationId, year, people: plans.map(({ personId }) => personId) }, heads),
  decide,
};

function decide(command: ProposePlans, state: PlanState, making: Making): Decision | Refusal {
  const { year, plans, reason } = command;
  const written = plans.flatMap(({ personId, tasks }) => {
    const member = state.members.get(personId);
    return member === undefined ? [] : [{ personId, member, tasks: identified(tasks, member, making) }];
  });
  const refused = allOrNone(
    state,
    written.map(({ personId, member, tasks }) => ({
      personId,
      refusal: refusalOf(tasks, member, state.measure, reason),
    })),
  );
  if (refused !== undefined) return refused;
  return {
    facts: written.map(({ personId, member, tasks }) =>
      proposed(command, { personId, tasks, version: member.plan.versions.length + 1 }, making),
    ),
    handedIn: plans.map(({ personId }) => planPaper(year, personId)),
    outcome: { proposed: plans.length },
  };
}

function refusalOf(
  tasks: readonly Task[],
  member: MemberPlan,
  measure: PlanMeasure,
  reason: string | null,
): Refusal | undefined {
  const { plan, counted, decided, former, proposed: before } = member;
  const phase = phaseAfter(plan.phase, 'propose');
  if (isRefusal(phase)) return phase;
  const faults = oneRefusal(planFaults(tasks, { ...measure, counted, decided, former }));
  if (faults !== undefined) return faults;
  const stands = plan.phase !== 'returned' && before !== null && isSame(tasks, before);
  if (stands) return refuse('planUnchanged', '3.2');
  if (former !== null && (reason ?? '').trim() === '') return refuse('missing-changeReason', 'An1.3');
  return undefined;
}

/** A task keeps its id through every version of the plan: named by it or, as pasted, known by its words. The rest is new. */
function identified(tasks: readonly DraftTask[], member: MemberPlan, { newId }: Making): Task[] {
  const { plan, former, proposed: before } = member;
  const known = new Set(plan.versions.flatMap((version) => version.tasks.map(({ taskId }) => taskId)));
  const named = new Set(tasks.map(({ taskId }) => taskId));
  const worded = [...(before ?? []), ...(former ?? [])].filter(({ taskId }) => !named.has(taskId));
  const stays = new Set(worded.filter((one) => tasks.some((task) => isIn(task, one, 0))));
  return tasks.map((task) => {
    const meant =
      worded.find((one) => isIn(task, one, 0)) ?? worded.find((one) => !stays.has(one) && isIn(task, one, 1));
    const asked = task.taskId ?? meant?.taskId;
    const taskId = asked !== undefined && known.delete(asked) ? asked : newId();
    return { ...task, taskId, wording: task.wording.trim(), standard: task.standard.trim() };
  });
}

/** The same task so many periods later. */
const isIn = (task: DraftTask, one: Task, later: number) =>
  one.kind === task.kind && one.wording === task.wording.trim() && task.period === one.period + later;

type Proposing = { readonly personId: string; readonly tasks: readonly Task[]; readonly version: number };

function proposed(
  { year, reason }: ProposePlans,
  { personId, tasks, version }: Proposing,
  making: Making,
): NewFact {
  const book = yearBook(year);
  const words = tasks.map(({ taskId, wording, standard }) => ({ taskId, wording, standard }));
  const text = making.seal(book, { tasks: words, reason });
  const planned = tasks.map(({ taskId, kind, period, points }) => ({ taskId, kind, period, points }));
  return {
    book,
    stream: planStream(personId),
    text,
    fact: { type: 'planProposed', v: 1, personId, version, tasks: planned, textHash: text.hash },
  };
}
