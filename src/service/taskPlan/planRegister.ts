/** Task plans as the books have them, with their words. */
import { type Fact, memberStream, planStream, readFact, yearBook } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { taskItems } from '../../domain/policy/taskItems.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Task } from '../../domain/taskPlan/content.ts';
import { NO_PLAN, type PlanVersion, takePlan, type TaskPlan } from '../../domain/taskPlan/plan.ts';
import { foldYear, type PostedEntry } from '../fold.ts';
import type { Reading } from '../ports.ts';

/** The text of a planProposed fact. */
export type ProposedText = {
  readonly tasks: readonly { readonly taskId: string; readonly wording: string; readonly standard: string }[];
  readonly reason: string | null;
};

/** By person id. */
export type Plans = Map<string, TaskPlan>;

export function foldPlans(facts: Iterable<Chained>): Plans {
  const plans: Plans = new Map();
  for (const row of facts) takeIntoPlans(plans, readFact(row), row);
  return plans;
}

/** Throws ImpossibleFact on what the procedure does not allow; facts about anything else are let pass. */
export function takeIntoPlans(plans: Plans, fact: Fact, row: Chained): void {
  switch (fact.type) {
    case 'planProposed':
    case 'planAgreed':
    case 'planReturned':
    case 'planApproved':
      plans.set(fact.personId, takePlan(plans.get(fact.personId) ?? NO_PLAN, fact, row));
      break;
    default:
  }
}

export const PLAN_FACTS = ['planProposed', 'planAgreed', 'planReturned', 'planApproved'] as const;

export const everyPlan = async (tx: Reading, organisationId: string, year: number) =>
  foldPlans(await tx.factsOfTypes(organisationId, yearBook(year), PLAN_FACTS));

export const plansOf = async (tx: Reading, organisationId: string, year: number, people: readonly string[]) =>
  foldPlans(await tx.factsOf(organisationId, yearBook(year), people.map(planStream)));

/** Contents of those facts' texts, by seq; one lawfully destroyed is absent. */
export async function wordsOf<Content>(
  tx: Reading,
  organisationId: string,
  year: number,
  seqs: readonly number[],
): Promise<Map<number, Content>> {
  const texts = await tx.textsOf(organisationId, yearBook(year), seqs);
  return new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as Content]));
}

/** The tasks of a version with their words; empty words where they have been destroyed. */
export function tasksOf({ tasks }: PlanVersion, text: ProposedText | undefined): Task[] {
  const words = new Map(text?.tasks.map((one) => [one.taskId, one]));
  return tasks.map((task) => {
    const { wording = '', standard = '' } = words.get(task.taskId) ?? {};
    return { ...task, wording, standard };
  });
}

/** By person: the periods whose tasks have been decided, as standing entries of the kinds earned against a plan say. */
function decidedPeriods(policy: Policy, entries: Iterable<PostedEntry>): Map<string, number[]> {
  const items = taskItems(policy);
  const decided = new Map<string, number[]>();
  for (const { personId, item, period, reversedSeq } of entries) {
    if (reversedSeq !== null || !items.has(item)) continue;
    const known = decided.get(personId) ?? [];
    if (!known.includes(period))
      decided.set(
        personId,
        [...known, period].toSorted((a, b) => a - b),
      );
  }
  return decided;
}

export async function decidedFor(
  tx: Reading,
  organisationId: string,
  year: number,
  policy: Policy,
  people: readonly string[],
): Promise<Map<string, number[]>> {
  const facts = await tx.factsOf(organisationId, yearBook(year), people.map(memberStream));
  return decidedPeriods(policy, foldYear(facts).entries.values());
}
