/** A plan not yet proposed: one working paper for each member and year. */
import type { Reading } from '../ports.ts';
import type { DraftTask } from './commands.ts';
import type { PlanPlace } from './planScene.ts';

export const planPaper = (year: number, personId: string) =>
  ({ kind: 'planDraft', paperId: `${year}-${personId}` }) as const;

export type PlanDraft = {
  readonly version: number;
  readonly savedAt: string;
  /** Account id. */
  readonly savedBy: string;
  readonly tasks: readonly DraftTask[];
};

export async function draftOf(
  tx: Reading,
  { organisation, year }: PlanPlace,
  personId: string,
): Promise<PlanDraft | undefined> {
  const row = await tx.workingPaper({ organisationId: organisation, ...planPaper(year, personId) });
  if (row === undefined) return undefined;
  const { tasks } = JSON.parse(row.content) as Pick<PlanDraft, 'tasks'>;
  return { version: row.version, savedAt: row.savedAt, savedBy: row.savedBy, tasks };
}
