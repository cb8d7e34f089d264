/** 更正 (An1.6, G31): what was registered wrongly is put right in the open round, heard, decided and shown like everything else in it. */
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import { yearBook } from '../../domain/fact.ts';
import { countedPeriods } from '../../domain/member/counted.ts';
import { asOfYear } from '../../domain/member/inYear.ts';
import { type Points, ZERO } from '../../domain/points.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type Matter, standingProposals } from '../../domain/round/matter.ts';
import type { PostedEntry } from '../fold.ts';
import { amountRefusal } from '../posting.ts';
import type { Decision, Making } from '../step.ts';
import { correctableEntries, takesPoints } from './correctable.ts';
import type { ProposalWords } from './proposeDeduction.ts';
import { roundDays } from './roundDays.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';

export type ProposeCorrection = Here & {
  readonly type: 'proposeCorrection';
  readonly personId: string;
  readonly entryId: string;
  /** What the entry should say; null: it should not be there. */
  readonly amount: Points | null;
  readonly reason: string;
  readonly evidence: string;
  /** Ids of evidence files. */
  readonly files: readonly string[];
};

/**
 * Refuses an entry that is not there, was corrected or reversed, or counts in this period or later (notCorrectable), one asked
 * about already (correctionOpen), what it says anyway (correctionUnchanged), an amount the item cannot have, no reason or
 * evidence, and a period in which the member's points do not count (periodApart).
 */
export const proposeCorrectionStep = roundStep<ProposeCorrection, readonly PostedEntry[]>({
  ability: 'proposeCorrection',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: (tx, command) => correctableEntries(tx, command, command.personId),
  decide: propose,
});

function propose(
  command: ProposeCorrection,
  state: RoundState,
  entries: readonly PostedEntry[],
  making: Making,
): Decision | Refusal {
  const { personId, entryId, period, year, reason, evidence, files } = command;
  const matter = matterFor(state, command, personId, 'proposeCorrection', making);
  if (isRefusal(matter)) return matter;
  const entry = entries.find((one) => one.entryId === entryId);
  if (entry === undefined) return refuse('notCorrectable', 'An1.6', { period });
  const refusal =
    countedRefusal(state, command) ??
    contentRefusal(command, state, matter, entry) ??
    (reason.trim() === '' ? refuse('missing-reason', 'An1.6', {}) : undefined) ??
    (evidence.trim() === '' ? refuse('missing-evidence', 'An1.6', { item: entry.item }) : undefined);
  if (refusal !== undefined) return refusal;
  const amount = command.amount ?? ZERO;
  const words: ProposalWords = { reason, evidence, supplier: null, incident: null };
  const text = making.seal(yearBook(year), words);
  const proposalId = making.newId();
  const answerUntil = addWorkdays(making.holidays, making.today, roundDays(state.policy).answer);
  const lowers = takesPoints(state.policy, entry.item) ? amount > entry.amount : amount < entry.amount;
  const fact = {
    type: 'correctionProposed',
    v: 1,
    period,
    personId,
    proposalId,
    entryId,
    item: entry.item,
    day: entry.day,
    was: entry.amount,
    counted: entry.period,
    amount,
    withdrawn: command.amount === null,
    lowers,
    evidence: [...files],
    answerUntil,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: { proposalId, answerUntil, lowers } };
}

/** What is put right takes effect in this period: it must be one that counts for the member. */
function countedRefusal(
  { policy, members }: RoundState,
  { personId, period, year }: ProposeCorrection,
): Refusal | undefined {
  const member = members.get(personId);
  const counted =
    member === undefined ? [] : countedPeriods(asOfYear(member, year), { year, count: policy.periods.count });
  return counted.includes(period) ? undefined : refuse('periodApart', 'An1.6', { period });
}

function contentRefusal(
  { entryId, amount }: ProposeCorrection,
  { policy }: RoundState,
  matter: Matter,
  entry: PostedEntry,
): Refusal | undefined {
  if (standingProposals(matter).some(({ corrects }) => corrects?.entryId === entryId))
    return refuse('correctionOpen', 'An1.6', {});
  if (amount === null) return undefined;
  if (amount === entry.amount) return refuse('correctionUnchanged', 'An1.6', {});
  const item = [...policy.items, ...policy.grounds].find(({ id }) => id === entry.item);
  return item === undefined ? undefined : amountRefusal(item, amount);
}
