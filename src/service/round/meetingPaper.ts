/**
 * A branch appraisal before it is handed in: one working paper for the meeting, and one for each member decided on. Each goes
 * with what hands it in, so whatever is refused stays.
 */
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/period.ts';
import { actRefusal } from '../../domain/round/matter.ts';
import type { Reading, World } from '../ports.ts';
import { savePaper } from '../workingPaper.ts';
import { type Here, loadMatters, matterOf } from './roundState.ts';

export const meetingPaperKind = ({ year, period }: Omit<Here, 'organisationId'>) =>
  `meeting-${year}-${period}`;
/** The meeting's own; every other paper of the kind is named by its member. */
export const MEETING_PAPER = 'meeting';

/** As it is typed: days and votes that are none yet are kept too. */
export type MeetingDraft = {
  readonly on: string;
  readonly place: string;
  readonly host: string;
  readonly present: readonly string[];
  readonly reasons: readonly { readonly who: string; readonly reason: string }[];
  readonly minutes: string;
};

export type DecisionDraft = {
  readonly tasks: readonly { readonly taskId: string; readonly points: string; readonly expected: boolean }[];
  readonly bonuses: readonly { readonly bonusId: string; readonly accepted: boolean }[];
  readonly deductions: readonly { readonly proposalId: string; readonly upheld: boolean }[];
  readonly recused: readonly string[];
  readonly votes: { readonly for: string; readonly against: string; readonly abstained: string };
  readonly words: string;
  /** The meeting has decided it so; false: still being discussed. */
  readonly taken: boolean;
};

type Saved<Content> = { readonly content: Content; readonly by: string; readonly expected: number };

/** Refuses a round that is not open, and a version that is not the one seen (versionConflict). */
export async function saveMeeting(
  world: World,
  here: Here,
  saved: Saved<MeetingDraft>,
): Promise<number | Refusal> {
  const refusal = await world.store.read(async (tx) => {
    const state = await loadMatters(tx, here, []);
    if (isRefusal(state)) return state;
    return state.round.opened === null ? refuse('roundNotOpen', 'An1.5', { period: here.period }) : undefined;
  });
  return refusal ?? savePaper(world, paperOf(here, MEETING_PAPER), saved);
}

/** Refuses whoever is not of the round or not at this step, and a version that is not the one seen (versionConflict). */
export async function saveDecision(
  world: World,
  here: Here,
  { personId, today }: { readonly personId: string; readonly today: Day },
  saved: Saved<DecisionDraft>,
): Promise<number | Refusal> {
  const refusal = await world.store.read((tx) => decisionRefusal(tx, here, personId, today));
  return refusal ?? savePaper(world, paperOf(here, personId), saved);
}

async function decisionRefusal(tx: Reading, here: Here, personId: string, today: Day) {
  const state = await loadMatters(tx, here, [personId]);
  if (isRefusal(state)) return state;
  const matter = matterOf(state, here, personId);
  if (isRefusal(matter)) return matter;
  // what is tied is the organisation above's to write down
  return actRefusal(matter, matter.tie === null ? 'appraise' : 'decideTie', today);
}

const paperOf = (here: Here, paperId: string) => ({
  organisationId: here.organisationId,
  kind: meetingPaperKind(here),
  paperId,
});
