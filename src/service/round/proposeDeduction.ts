/** 拟扣分 (3.4.2, annex 2): proposed with reason and evidence, and served to the member, who may answer (G41). */
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { can } from '../../domain/access.ts';
import { actorText } from '../../domain/access/actor.ts';
import { bodiesOf } from '../../domain/access/evidence.ts';
import { broughtTo, citedRefusal } from '../evidence/citedRefusal.ts';
import type { EvidenceRow } from '../ports/evidence.ts';
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

type More = { readonly salt: string; readonly brought: readonly EvidenceRow[] };

/** Refuses an item that takes no points (notADeduction), another body’s evidence (notYourBody), a finding that is not there (findingNeeded), and whatever could not be posted in this period. */
export const proposeDeductionStep = roundStep<ProposeDeduction, More>({
  ability: 'proposeDeduction',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async (tx, command) => ({
    salt: (await tx.person(command.organisationId, command.personId))?.salt ?? '',
    brought: await broughtTo(tx, command, 'deduction'),
  }),
  decide: propose,
});

function propose(
  command: ProposeDeduction,
  state: RoundState,
  { salt, brought }: More,
  making: Making,
): Decision | Refusal {
  const { personId, proposed, period, year, files } = command;
  const matter = matterFor(state, command, personId, 'proposeDeduction', making);
  if (isRefusal(matter)) return matter;
  const member = state.members.get(personId);
  if (member === undefined) return refuse('notOfRound', 'An1.3', { period });
  const refusal =
    kindRefusal(state, proposed.item) ??
    supplierRefusal(command, making) ??
    postingRefusal(state.policy, year, member, { ...proposed, period, achievement: null }) ??
    citedRefusal(files, brought, actorText(making.actor)) ??
    findingRefusal(state, command);
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

/** Whoever does not act as the scorekeeper proposes what their own body supplies, in its name (G38). */
function supplierRefusal({ proposed }: ProposeDeduction, { actor, object }: Making): Refusal | undefined {
  if (can(actor, 'assess', object) === true) return undefined;
  const bodies = bodiesOf(actor, object.organisation);
  return bodies.includes(proposed.supplier ?? '')
    ? undefined
    : refuse('notYourBody', '3.4.2', { body: bodies.join('、') });
}

/** A lawful petition is no ground, nor is hearsay of a family: such an item stands on the body's written finding (G40). */
function findingRefusal({ policy }: RoundState, { proposed, files }: ProposeDeduction): Refusal | undefined {
  const needed = policy.findings?.needed.find(({ item }) => item === proposed.item);
  if (needed === undefined) return undefined;
  const by = needed.by ?? policy.suppliers;
  return files.length > 0 && by.includes(proposed.supplier ?? '')
    ? undefined
    : refuse('findingNeeded', '3.4.2', { item: proposed.item, by: by.join('、') });
}
