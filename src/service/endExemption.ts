/** The organisation above ends an exemption before its term (提前结束, clause 2). */
import { stateAfter } from '../domain/exemption/procedure.ts';
import { exemptionStream, REGISTER } from '../domain/fact.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { EndExemption } from './exemptionCommands.ts';
import { ended, type MatterToEnd, matterToEnd } from './exemptionEnding.ts';
import { decidingBody } from './exemptionMatters.ts';
import type { Step } from './step.ts';

/** Refuses exemptionUnknown, exemptionStep, and what ended refuses. */
export const endExemptionStep: Step<EndExemption, MatterToEnd> = {
  ability: 'approveExemption',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ exemptionId }) => ({ book: REGISTER, stream: exemptionStream(exemptionId) }),
  load: matterToEnd,
  decide: (command, state, making) => {
    const next = stateAfter(state.matter.state, 'end');
    if (isRefusal(next)) return next;
    const body = decidingBody(making.object);
    if (body === null) return refuse('noBodyAbove', '2');
    return ended(command, state, command.on, body.bodyId, making);
  },
};
