/** 拟扣分 (3.4.2, annex 2): proposed with reason and evidence, and served to the member, who may answer (G41). */
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { postingRefusal, type Posting } from '../posting.ts';
import type { Decision, Making } from '../step.ts';
import { roundDays } from './roundDays.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';

type Proposed = Pick<Posting, 'item' | 'day' | 'amount' | 'reason' | 'evidence' | 'supplier' | 'incident'>;

export type ProposeDeduction = Here & {
  readonly type: 'proposeDeduction';
  readonly personId: string;
  readonly proposed: Proposed;
  /** Ids of evidence files. */
  readonly files: readonly string[];
};

/** What a proposal's text row keeps. */
export type ProposalWords = Pick<Posting, 'reason' | 'evidence' | 'supplier' | 'incident'>;

/** Refuses an item that takes no points (notADeduction) and whatever could not be posted in this period. */
export const proposeDeductionStep = roundStep<ProposeDeduction, string>({
  ability: 'proposeDeduction',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async (tx, { organisationId, personId }) => (await tx.person(organisationId, personId))?.salt ?? '',
  decide: propose,
});

function propose(
  command: ProposeDeduction,
  state: RoundState,
  salt: string,
  making: Making,
): Decision | Refusal {
  const { personId, proposed, period, year, files } = command;
  const matter = matterFor(state, command, personId, 'proposeDeduction', making);
  if (isRefusal(matter)) return matter;
  const member = state.members.get(personId);
  if (member === undefined) return refuse('notOfRound', 'An1.3', { period });
  const refusal =
    kindRefusal(state, proposed.item) ??
    postingRefusal(state.policy, year, member, { ...proposed, period, achievement: null });
  if (refusal !== undefined) return refusal;
  const book = `year-${year}`;
  const { item, day, amount, reason, evidence, supplier, incident } = proposed;
  const words: ProposalWords = { reason, evidence, supplier, incident };
  const text = making.seal(book, words);
  const proposalId = making.newId();
  const answerUntil = addWorkdays(making.holidays, making.today, roundDays(state.policy).answer);
  const fact = {
    type: 'deductionProposed',
    v: 1,
    period,
    personId,
    proposalId,
    item,
    day,
    amount,
    incident: incident === null ? null : making.digest(book, salt, { kind: 'incident', key: incident }),
    evidence: [...files],
    answerUntil,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: { proposalId, answerUntil } };
}

/** Grounds of disqualification (3.4.3) are proposed the same way: they are heard like any deduction. */
function kindRefusal({ policy }: RoundState, id: string): Refusal | undefined {
  const item = policy.items.find((one) => one.id === id);
  const takes = item !== undefined && ['common', 'standard', 'discretionary'].includes(item.group);
  return takes || policy.grounds.some((ground) => ground.id === id)
    ? undefined
    : refuse('notADeduction', '3.4.2', { item: id });
}
