/** A member asks not to take part, or a helper writes it down for them (提出申请, clause 2). */
import { type ExemptionMatter } from '../domain/exemption/matter.ts';
import { applicationRefusal } from '../domain/exemption/application.ts';
import { exemptionStream, REGISTER } from '../domain/fact.ts';
import type { Member } from '../domain/member/member.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { ApplicationWords, ApplyExemption } from './exemptionCommands.ts';
import { decidingBody, exemptionMatters, helperRefusal } from './exemptionMatters.ts';
import type { Reading } from './ports.ts';
import { registeredMember } from './registeredMember.ts';
import type { Decision, Making, Step } from './step.ts';

type State = { readonly member: Member; readonly matters: readonly ExemptionMatter[] };

/**
 * Refuses somebody who is no member here (as registeredMember does), a branch nobody above decides for (noBodyAbove), words that are missing,
 * and what the rule refuses (applicationRefusal).
 */
export const applyExemptionStep: Step<ApplyExemption, State> = {
  ability: 'applyExemption',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: (_command, { matters }) => ({
    book: REGISTER,
    stream: exemptionStream(matters.at(-1)?.exemptionId ?? ''),
  }),
  load,
  decide,
};

async function load(tx: Reading, { organisationId, personId }: ApplyExemption): Promise<State | Refusal> {
  const known = await registeredMember(tx, organisationId, personId);
  if (isRefusal(known)) return known;
  const matters = [...(await exemptionMatters(tx, organisationId)).values()];
  return { member: known.member, matters: matters.filter((one) => one.personId === personId) };
}

function decide(command: ApplyExemption, state: State, making: Making): Decision | Refusal {
  const { personId, from, until, renews, words } = command;
  if (decidingBody(making.object) === null) return refuse('noBodyAbove', '2');
  const refusal =
    helperRefusal(making, words.helper) ??
    wordsRefusal(words) ??
    applicationRefusal(state.member, state.matters, command, making.today);
  if (refusal !== undefined) return refusal;
  const exemptionId = making.newId();
  const text = making.seal(REGISTER, words);
  return {
    facts: [
      {
        book: REGISTER,
        stream: exemptionStream(exemptionId),
        text,
        fact: {
          type: 'exemptionApplied',
          v: 1,
          exemptionId,
          personId,
          from,
          until,
          renews,
          onBehalf: words.helper !== null,
          textHash: text.hash,
        },
      },
    ],
    outcome: { exemptionId },
  };
}

const isEmpty = (text: string | null) => text === null || text.trim() === '';

function wordsRefusal({ category, reason, whereabouts, contact }: ApplicationWords) {
  if (isEmpty(reason)) return refuse('missing-exemptionReason', '2');
  if (category === 'away' && (isEmpty(whereabouts) || isEmpty(contact)))
    return refuse('missing-whereabouts', '2');
  return undefined;
}
