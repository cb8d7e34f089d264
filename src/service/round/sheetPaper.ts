/** The scorekeeper's sheet before it is handed in: one working paper a member, gone once the member's line is handed in. */
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/period.ts';
import { actRefusal } from '../../domain/round/matter.ts';
import type { World } from '../ports.ts';
import { savePaper } from '../workingPaper.ts';
import { type Here, loadMatters, matterOf } from './roundState.ts';

export const sheetPaperKind = ({ year, period }: Omit<Here, 'organisationId'>) =>
  `assessment-${year}-${period}`;

/** As it is typed: what is no amount yet is kept too. */
export type SheetDraft = {
  readonly tasks: readonly { readonly taskId: string; readonly points: string }[];
  readonly words: string;
};

type Saved = { readonly content: SheetDraft; readonly by: string; readonly expected: number };

/** Refuses whoever is not of the round or not at this step, and a version that is not the one seen (versionConflict). */
export async function saveSheetLine(
  world: World,
  here: Here,
  personId: string,
  today: Day,
  saved: Saved,
): Promise<number | Refusal> {
  const refusal = await world.store.read(async (tx) => {
    const state = await loadMatters(tx, here, [personId]);
    if (isRefusal(state)) return state;
    const matter = matterOf(state, here, personId);
    return isRefusal(matter) ? matter : actRefusal(matter, 'assess', today);
  });
  if (refusal !== undefined) return refusal;
  const { organisationId } = here;
  return savePaper(world, { organisationId, kind: sheetPaperKind(here), paperId: personId }, saved);
}
