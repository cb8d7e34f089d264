/** The member takes the application back, or takes part again before the exemption is over (撤回、提前恢复参加, clause 2). */
import { isOpen, stateAfter } from '../domain/exemption/procedure.ts';
import { exemptionStream, REGISTER } from '../domain/fact.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { WithdrawExemption } from './exemptionCommands.ts';
import { ended, type MatterToEnd, matterToEnd } from './exemptionEnding.ts';
import { helperRefusal } from './exemptionMatters.ts';
import type { Step } from './step.ts';

/** Refuses exemptionUnknown, exemptionStep, a helper unnamed or needless, a missing reason, and what ended refuses. */
export const withdrawExemptionStep: Step<WithdrawExemption, MatterToEnd> = {
  ability: 'withdrawExemption',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ exemptionId }) => ({ book: REGISTER, stream: exemptionStream(exemptionId) }),
  load: matterToEnd,
  decide: (command, state, making) => {
    const { exemptionId, personId, on, reason, helper } = command;
    const unnamed = helperRefusal(making, helper);
    if (unnamed !== undefined) return unnamed;
    if (!isOpen(state.matter.state)) {
      const next = stateAfter(state.matter.state, 'giveUp');
      return isRefusal(next) ? next : ended(command, state, on ?? making.today, null, making);
    }
    if (reason.trim() === '') return refuse('missing-endReason', '2');
    const text = making.seal(REGISTER, { reason, helper });
    const fact = {
      type: 'exemptionWithdrawn',
      v: 1,
      exemptionId,
      personId,
      onBehalf: helper !== null,
      textHash: text.hash,
    } as const;
    return { facts: [{ book: REGISTER, stream: exemptionStream(exemptionId), text, fact }], outcome: {} };
  },
};
