/** The branch writes its opinion on an application (填注支部意见, clause 2). */
import { stateAfter } from '../domain/exemption/procedure.ts';
import type { ExemptionMatter } from '../domain/exemption/matter.ts';
import { exemptionStream, REGISTER } from '../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { GiveExemptionOpinion } from './exemptionCommands.ts';
import { matterOf } from './exemptionMatters.ts';
import type { Decision, Making, Step } from './step.ts';

/** Refuses exemptionUnknown, exemptionStep, missing words, and a meeting still to come (badMeetingDay). */
export const giveExemptionOpinionStep: Step<GiveExemptionOpinion, ExemptionMatter> = {
  ability: 'giveExemptionOpinion',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ exemptionId }) => ({ book: REGISTER, stream: exemptionStream(exemptionId) }),
  load: matterOf,
  decide,
};

function decide(
  { exemptionId, personId, agrees, meetingOn, words }: GiveExemptionOpinion,
  { state }: ExemptionMatter,
  making: Making,
): Decision | Refusal {
  const next = stateAfter(state, 'giveOpinion');
  if (isRefusal(next)) return next;
  if (words.trim() === '') return refuse('missing-opinion', '2');
  if (meetingOn > making.today) return refuse('badMeetingDay', '2', { day: meetingOn });
  const text = making.seal(REGISTER, { words });
  const fact = {
    type: 'exemptionOpinionGiven',
    v: 1,
    exemptionId,
    personId,
    agrees,
    meetingOn,
    textHash: text.hash,
  } as const;
  return { facts: [{ book: REGISTER, stream: exemptionStream(exemptionId), text, fact }], outcome: {} };
}
