/** One member's matter in a round (本季事项): what its facts say, and what may be done with it on a day. */
import type { Day } from '../period.ts';
import type { Points } from '../points.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { ACTS, type ActName, type State, STATES } from './acts.ts';
import type { RoundFact } from './facts.ts';

type Of<Type extends RoundFact['type']> = Extract<RoundFact, { type: Type }>;
export type Application = Omit<Of<'applicationHandedIn'>, 'type' | 'v' | 'period' | 'personId'> & {
  readonly seq: number;
};
export type Opinion = Omit<Of<'opinionGiven'>, 'type' | 'v' | 'period' | 'personId'> & {
  readonly seq: number;
};
export type Appraisal = Omit<Of<'appraised'>, 'type' | 'v' | 'period' | 'personId'> & {
  readonly seq: number;
};
/** A vote that went to the organisation above; `seq` of the fact that says so. */
export type Tie = Pick<Of<'tieReferred'>, 'meetingId' | 'votes' | 'recused'> & { readonly seq: number };
export type Proposal = Omit<Of<'deductionProposed'>, 'type' | 'v' | 'period' | 'personId'> & {
  readonly seq: number;
  readonly answeredSeq: number | null;
  readonly withdrawn: boolean;
  /** The registered entry it would correct (G31), and how; null: a deduction. */
  readonly corrects: Correction | null;
};
/** `amount` of the proposal is then the right one. `withdrawn`: the entry should not be there at all. */
export type Correction = {
  readonly entryId: string;
  /** As it was registered, and in which period. */
  readonly was: Points;
  readonly counted: number;
  readonly withdrawn: boolean;
  readonly lowers: boolean;
};
export type Objection = {
  readonly objectionId: string;
  readonly answerUntil: Day;
  readonly changed: boolean | null;
  readonly receivedSeq: number;
  readonly answeredSeq: number | null;
};

/** `upheld` null: not answered yet. */
export type Appeal = {
  readonly appealId: string;
  /** The objection whose answer it is about; null: the registered points. */
  readonly answerTo: string | null;
  readonly onBehalf: boolean;
  readonly answerUntil: Day;
  readonly upheld: boolean | null;
  readonly lodgedSeq: number;
  readonly answeredSeq: number | null;
};

export type Matter = {
  readonly personId: string;
  readonly state: State;
  readonly application: Application | null;
  readonly opinion: Opinion | null;
  readonly proposals: readonly Proposal[];
  /** Points by task as the scorekeeper's sheet has them. */
  readonly assessment: { readonly tasks: ReadonlyMap<string, Points>; readonly seq: number } | null;
  /** The vote that the organisation above is to decide on (G36); null: none waits. */
  readonly tie: Tie | null;
  /** The latest decision; earlier ones stand in the chain. */
  readonly appraisal: Appraisal | null;
  /** How often it was decided: 1 after the first appraisal. */
  readonly appraisals: number;
  readonly notice: { readonly noticeId: string; readonly from: Day; readonly until: Day } | null;
  readonly objections: readonly Objection[];
  /** Ids of objections that were not taken in. */
  readonly declined: readonly string[];
  readonly appeals: readonly Appeal[];
  /** Entries in the ledger by this round, standing now. */
  readonly entries: readonly string[];
  readonly submissionId: string | null;
  /** The last fact that reopened it: a return, or an answer that upholds an objection. A meeting held before it cannot decide. */
  readonly reopenedSeq: number | null;
};

export const openMatter = (personId: string): Matter => ({
  personId,
  state: 'open',
  application: null,
  opinion: null,
  proposals: [],
  assessment: null,
  tie: null,
  appraisal: null,
  appraisals: 0,
  notice: null,
  objections: [],
  declined: [],
  appeals: [],
  entries: [],
  submissionId: null,
  reopenedSeq: null,
});

/** Where it stands on that day: a notice that has ended without an open objection is cleared (公示期满), by its date alone. */
export function stateOn({ state, notice }: Matter, today: Day): State {
  return state === 'onNotice' && notice !== null && today > notice.until ? 'cleared' : state;
}

/** Refuses what the table does not name from where the matter stands (actNotNow), citing the act's clause. */
export function actRefusal(matter: Matter, act: ActName, today: Day): Refusal | undefined {
  const { from, does, clause } = ACTS[act];
  const state = stateOn(matter, today);
  if ((from as readonly State[]).includes(state)) return undefined;
  return refuse('actNotNow', clause, { act: does, state: STATES[state] });
}

export const openObjections = ({ objections }: Matter): readonly Objection[] =>
  objections.filter(({ changed }) => changed === null);

export const standingProposals = ({ proposals }: Matter): readonly Proposal[] =>
  proposals.filter(({ withdrawn }) => !withdrawn);

/** G41: those that still wait for the member's answer. What is put right in their favour waits for none. */
export const awaitingAnswer = (matter: Matter, today: Day): readonly Proposal[] =>
  standingProposals(matter).filter(
    ({ answeredSeq, answerUntil, corrects }) =>
      answeredSeq === null && today <= answerUntil && corrects?.lowers !== false,
  );

const REGISTERED: readonly State[] = ['registered', 'submitted', 'reviewed', 'filed'];

/** Its points stand in the ledger, and nobody has sent them back. */
export const isRegistered = ({ state }: Matter): boolean => REGISTERED.includes(state);
