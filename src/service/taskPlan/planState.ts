/** What a command about some members' plans reads, and how one that cannot be done for all is refused. */
import { yearBook } from '../../domain/fact.ts';
import { countedPeriods } from '../../domain/member/counted.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type PlanMeasure, planMeasure, type Task } from '../../domain/taskPlan/content.ts';
import { inForce, latest, NO_PLAN, type TaskPlan } from '../../domain/taskPlan/plan.ts';
import { type Act, phaseAfter } from '../../domain/taskPlan/procedure.ts';
import { yearNotOpen } from '../openYear.ts';
import type { PersonRow, Reading } from '../ports.ts';
import { registerOf } from '../project.ts';
import type { Heads } from '../step.ts';
import { policyOf } from '../viewRows.ts';
import { refusalSentence } from '../views/refusalWords.ts';
import type { PlanSeen } from './commands.ts';
import { decidedFor, plansOf, type ProposedText, tasksOf, wordsOf } from './planRegister.ts';

export type MemberPlan = {
  readonly row: PersonRow;
  readonly plan: TaskPlan;
  readonly counted: readonly number[];
  readonly decided: readonly number[];
  /** Tasks of the version in force, and of the latest one, with their words. */
  readonly former: readonly Task[] | null;
  readonly proposed: readonly Task[] | null;
};

export type PlanState = {
  readonly measure: PlanMeasure;
  readonly members: ReadonlyMap<string, MemberPlan>;
};

/** Refuses a year without a book, a measure without plans (planNotMeasured), nobody at all, and unknown members. */
export async function loadPlans(
  tx: Reading,
  { organisationId, year, people }: { organisationId: string; year: number; people: readonly string[] },
  heads: Heads,
): Promise<PlanState | Refusal> {
  const closed = yearNotOpen(heads, year);
  if (closed !== undefined) return closed;
  const stored = await tx.policy(organisationId, yearBook(year));
  if (stored === undefined) throw new Error(`the book of ${year} has no policy`);
  const policy = policyOf(stored.content);
  const measure = planMeasure(policy);
  if (measure === undefined) return refuse('planNotMeasured', null, { title: policy.title });
  if (people.length === 0 || new Set(people).size !== people.length) return refuse('planNobody', null);
  const register = await registerOf(tx, organisationId, people);
  const plans = await plansOf(tx, organisationId, year, people);
  const decided = await decidedFor(tx, organisationId, year, policy, people);
  const words = await wordsOf<ProposedText>(tx, organisationId, year, [...plans.values()].flatMap(spokenOf));
  const members = new Map<string, MemberPlan>();
  for (const personId of people) {
    const registered = register.get(personId);
    const row = await tx.person(organisationId, personId);
    if (registered === undefined || row === undefined) return refuse('personUnknown', null, { personId });
    const plan = plans.get(personId) ?? NO_PLAN;
    const worded = (version: ReturnType<typeof latest>) =>
      version === undefined ? null : tasksOf(version, words.get(version.proposed.seq));
    members.set(personId, {
      row,
      plan,
      counted: countedPeriods(registered.member, { year, count: measure.labels.length }),
      decided: decided.get(personId) ?? [],
      former: worded(inForce(plan)),
      proposed: worded(latest(plan)),
    });
  }
  return { measure, members };
}

/** Seqs whose words are needed: the version in force and the latest. */
const spokenOf = (plan: TaskPlan): number[] =>
  [inForce(plan), latest(plan)].flatMap((version) => (version === undefined ? [] : [version.proposed.seq]));

/** The act on exactly that version; refuses another one (planVersion) and what the procedure does not allow (planStep). */
export function stepRefusal({ plan }: MemberPlan, { version }: PlanSeen, act: Act): Refusal | undefined {
  const phase = phaseAfter(plan.phase, act);
  if (isRefusal(phase)) return phase;
  return version === plan.versions.length
    ? undefined
    : refuse('planVersion', '3.2', { seen: version, found: plan.versions.length });
}

const NAMED = 20;

/** One member's refusal as it is; of several members each by name, and nothing is done for any of them. */
export function allOrNone(
  state: PlanState,
  refusals: readonly { readonly personId: string; readonly refusal: Refusal | undefined }[],
): Refusal | undefined {
  const refused = refusals.flatMap(({ personId, refusal }) =>
    refusal === undefined ? [] : [{ personId, refusal }],
  );
  const [first] = refused;
  if (first === undefined || refusals.length === 1) return first?.refusal;
  const rows = refused.slice(0, NAMED).map(({ personId, refusal }) => {
    const { number = '', name = '' } = state.members.get(personId)?.row ?? {};
    return `${number} ${name}：${refusalSentence(refusal)}`;
  });
  const more = refused.length > NAMED ? `另有 ${refused.length - NAMED} 人。` : '';
  return refuse('plansRefused', null, { count: refused.length, rows: `${rows.join('')}${more}` });
}

/** Of one plan: the one fault as it is, several as one list. */
export function oneRefusal(faults: readonly Refusal[]): Refusal | undefined {
  const [first] = faults;
  if (faults.length < 2) return first;
  return refuse('planFaults', null, { count: faults.length, rows: faults.map(refusalSentence).join('') });
}
