/** What ends a matter: the member takes it back or takes part again; the organisation above ends it (clause 2). */
import type { ExemptionMatter } from '../domain/exemption/matter.ts';
import { isOpen, stateAfter } from '../domain/exemption/procedure.ts';
import { endRefusal, granted } from '../domain/exemption/term.ts';
import { exemptionStream, REGISTER } from '../domain/fact.ts';
import { exemptionCut } from '../domain/member/member.ts';
import type { Day } from '../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { EndExemption, WithdrawExemption } from './exemptionCommands.ts';
import { bodyObject, decidingBody, helperRefusal, matterOf } from './exemptionMatters.ts';
import type { Reading } from './ports.ts';
import { standingFact } from './reconcilePeople.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';
import type { Decision, Making, NewFact, Step } from './step.ts';

type State = {
  readonly matter: ExemptionMatter;
  readonly known: RegisteredMember;
};

const subject = ({ exemptionId }: { readonly exemptionId: string }) => ({
  book: REGISTER,
  stream: exemptionStream(exemptionId),
});

/** Refuses exemptionUnknown, exemptionStep, a missing reason, exemptionOver, and a day gone by or after the end (badExemptionEnd). */
export const withdrawExemptionStep: Step<WithdrawExemption, State> = {
  ability: 'withdrawExemption',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject,
  load,
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

/** Refuses the same, by the organisation above. */
export const endExemptionStep: Step<EndExemption, State> = {
  ability: 'approveExemption',
  object: bodyObject,
  books: () => [],
  subject,
  load,
  decide: (command, state, making) => {
    const next = stateAfter(state.matter.state, 'end');
    if (isRefusal(next)) return next;
    const body = decidingBody(making.object);
    if (body === null) return refuse('noBodyAbove', '2');
    return ended(command, state, command.on, body.bodyId, making);
  },
};

async function load(tx: Reading, command: WithdrawExemption | EndExemption): Promise<State | Refusal> {
  const { organisationId, personId } = command;
  const matter = await matterOf(tx, command);
  if (isRefusal(matter)) return matter;
  const known = await registeredMember(tx, organisationId, personId);
  return isRefusal(known) ? known : { matter, known };
}

/** `bodyId`: the organisation above that ends it; null: the member. It is told either way. */
function ended(
  command: WithdrawExemption | EndExemption,
  { matter, known: { member, row } }: State,
  on: Day,
  bodyId: string | null,
  making: Making,
): Decision | Refusal {
  const { organisationId: branchId, exemptionId, personId, reason } = command;
  if (reason.trim() === '') return refuse('missing-endReason', '2');
  const refusal = endRefusal(matter, on, making.today);
  if (refusal !== undefined) return refusal;
  const helper = 'helper' in command ? command.helper : null;
  const text = making.seal(REGISTER, { reason, helper });
  const stream = exemptionStream(exemptionId);
  const facts: NewFact[] = [
    {
      book: REGISTER,
      stream,
      text,
      fact: { type: 'exemptionEnded', v: 1, exemptionId, personId, on, bodyId, textHash: text.hash },
    },
  ];
  const term = granted(matter);
  const cut = term === null ? member : exemptionCut(member, term, on);
  if (cut !== member)
    facts.push(standingFact({ member: cut, exemptionReason: null }, row, 'memberAmended', making));
  const kept: NewFact = {
    book: REGISTER,
    stream,
    fact: { type: 'branchExemptionEnded', v: 1, exemptionId, branchId, on },
  };
  const told = matter.decision?.bodyId;
  return {
    facts,
    ...(told === undefined ? {} : { above: { organisationId: told, facts: [kept] } }),
    outcome: { on },
  };
}
