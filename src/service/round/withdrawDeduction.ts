/** A proposed deduction is taken back, with the reason. */
import type { Here } from './roundState.ts';
import { roundStep } from './roundStep.ts';
import { saidOf } from './saidOfProposal.ts';

export type WithdrawDeduction = Here & {
  readonly type: 'withdrawDeduction';
  readonly personId: string;
  readonly proposalId: string;
  readonly reason: string;
};

/** Refuses a proposal that is not there (proposalUnknown) and no reason. */
export const withdrawDeductionStep = roundStep<WithdrawDeduction, null>({
  ability: 'proposeDeduction',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async () => null,
  decide: (command, state, _more, making) =>
    saidOf(command, state, making, 'withdrawDeduction', { words: command.reason }, command.reason),
});
