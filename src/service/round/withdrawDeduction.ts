/** A proposed deduction is taken back, with the reason. */
import { can } from '../../domain/access.ts';
import { actorText } from '../../domain/access/actor.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Making } from '../step.ts';
import type { Here, RoundState } from './roundState.ts';
import { roundStep } from './roundStep.ts';
import { saidOf } from './saidOfProposal.ts';

export type WithdrawDeduction = Here & {
  readonly type: 'withdrawDeduction';
  readonly personId: string;
  readonly proposalId: string;
  readonly reason: string;
};

/** Whoever proposed it takes it back, or the scorekeeper. Refuses a proposal that is not there or another body's (proposalUnknown), and no reason. */
export const withdrawDeductionStep = roundStep<WithdrawDeduction, null>({
  ability: 'proposeDeduction',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async () => null,
  decide: (command, state, _more, making) =>
    othersRefusal(command, state, making) ??
    saidOf(command, state, making, 'withdrawDeduction', { words: command.reason }, command.reason),
});

function othersRefusal(
  { personId, proposalId }: WithdrawDeduction,
  { round, actors }: RoundState,
  { actor, object }: Making,
): Refusal | undefined {
  if (can(actor, 'assess', object) === true) return undefined;
  const proposals = round.matters.get(personId)?.proposals ?? [];
  const seq = proposals.find((one) => one.proposalId === proposalId)?.seq;
  return seq === undefined || actors.get(seq) === actorText(actor)
    ? undefined
    : refuse('proposalUnknown', '3.4', {});
}
