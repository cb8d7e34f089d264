/** The early end of an exemption that runs, whoever ends it: told to both registers, and the member's term is cut (clause 2). */
import type { ExemptionMatter } from '../domain/exemption/matter.ts';
import { endRefusal, granted } from '../domain/exemption/term.ts';
import { exemptionStream, REGISTER } from '../domain/fact.ts';
import { exemptionCut } from '../domain/member/member.ts';
import type { Day } from '../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { EndExemption, WithdrawExemption } from './exemptionCommands.ts';
import { matterOf } from './exemptionMatters.ts';
import type { Reading } from './ports.ts';
import { standingFact } from './reconcilePeople.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';
import type { Decision, Making, NewFact } from './step.ts';

export type MatterToEnd = { readonly matter: ExemptionMatter; readonly known: RegisteredMember };

/** Refuses exemptionUnknown, and whoever is no member. */
export async function matterToEnd(
  tx: Reading,
  command: WithdrawExemption | EndExemption,
): Promise<MatterToEnd | Refusal> {
  const { organisationId, personId } = command;
  const matter = await matterOf(tx, command);
  if (isRefusal(matter)) return matter;
  const known = await registeredMember(tx, organisationId, personId);
  return isRefusal(known) ? known : { matter, known };
}

/**
 * `bodyId`: the organisation above that ends it; null: the member. Refuses a missing reason, exemptionOver, and a day gone by
 * or after the end (badExemptionEnd).
 */
export function ended(
  command: WithdrawExemption | EndExemption,
  { matter, known: { member, row } }: MatterToEnd,
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
