/** The tasks of the plans in force that are due in a period, with their words. */
import type { Task } from '../../domain/taskPlan/content.ts';
import { inForce } from '../../domain/taskPlan/plan.ts';
import type { Reading } from '../ports.ts';
import { plansOf, type ProposedText, tasksOf, wordsOf } from '../taskPlan/planRegister.ts';
import type { Here } from './roundState.ts';

export type WordedTask = Task;

/** By person id; empty for whoever has no plan in force, and then there is nothing to decide of tasks. Three queries for any number of people. */
export async function tasksDue(
  tx: Reading,
  { organisationId, year, period }: Here,
  people: readonly string[],
): Promise<Map<string, readonly WordedTask[]>> {
  const plans = await plansOf(tx, organisationId, year, people);
  const versions = [...plans].flatMap(([personId, plan]) => {
    const version = inForce(plan);
    return version === undefined ? [] : [{ personId, version }];
  });
  const seqs = versions.map(({ version }) => version.proposed.seq);
  const words = await wordsOf<ProposedText>(tx, organisationId, year, seqs);
  return new Map(
    versions.map(({ personId, version }) => [
      personId,
      tasksOf(version, words.get(version.proposed.seq)).filter((task) => task.period === period),
    ]),
  );
}
