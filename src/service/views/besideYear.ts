/** What stands beside a member's points without being any: the plan in force, and results of the unit's appraisal (绩效考核, An1.1). */
import { performanceStream, yearBook } from '../../domain/fact.ts';
import { inForce, type PlanVersion } from '../../domain/taskPlan/plan.ts';
import type { Reading } from '../ports.ts';
import { marksIn } from '../taskPlan/importMarks.ts';
import { plansOf } from '../taskPlan/planRegister.ts';

export type BesideYear = {
  /** Null: none has been approved. */
  readonly plan: PlanVersion | null;
  /** `period` null: the whole year. `result` as written. */
  readonly marks: readonly { readonly period: number | null; readonly result: string }[];
};

export const NOTHING_BESIDE: BesideYear = { plan: null, marks: [] };

export async function besideYear(
  tx: Reading,
  { organisation, year }: { readonly organisation: string; readonly year: number },
  personId: string,
): Promise<BesideYear> {
  const plan = (await plansOf(tx, organisation, year, [personId])).get(personId);
  const marked = await tx.factsOf(organisation, yearBook(year), [performanceStream(personId)]);
  return {
    plan: plan === undefined ? null : (inForce(plan) ?? null),
    marks: await marksIn(tx, organisation, year, marked),
  };
}
