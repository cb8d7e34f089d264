/**
 * 申诉 (An1.6, G30): a member takes a registered quarter, or the answer to an objection, to the organisation above. Nothing moves
 * by it, and using the right is no ground for anything. Spoken, it is written down by another.
 */
import { isOwn } from '../../domain/access/grant.ts';
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { lodgingRefusal } from '../../domain/round/appeal.ts';
import { decidingBody } from '../exemptionMatters.ts';
import type { Decision, Making } from '../step.ts';
import { roundDays } from './roundDays.ts';
import { type Here, matterOf, type RoundState } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';

export type LodgeAppeal = Here & {
  readonly type: 'lodgeAppeal';
  readonly personId: string;
  /** The objection whose answer it is about; null: the registered points. */
  readonly answerTo: string | null;
  readonly words: string;
};

/** Refuses what lodgingRefusal does, an appeal without words, and a branch that nobody above decides for (appealNowhere). */
export const lodgeAppealStep = roundStep<LodgeAppeal, null>({
  ability: 'lodgeAppeal',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async () => null,
  decide: lodge,
});

function lodge(command: LodgeAppeal, state: RoundState, _more: null, making: Making): Decision | Refusal {
  const { personId, answerTo, period, year } = command;
  const { actor, object, today, holidays } = making;
  const matter = matterOf(state, command, personId);
  if (isRefusal(matter)) return matter;
  const refusal = lodgingRefusal(matter, answerTo);
  if (refusal !== undefined) return refusal;
  if (command.words.trim() === '') return refuse('missing-reason', 'An1.6', {});
  if (decidingBody(object) === null) return refuse('appealNowhere', 'An1.6', {});
  const text = making.seal(yearBook(year), { words: command.words });
  const appealId = making.newId();
  const answerUntil = addWorkdays(holidays, today, roundDays(state.policy).appeal);
  const fact = {
    type: 'appealLodged',
    v: 1,
    period,
    personId,
    appealId,
    answerTo,
    onBehalf: !(actor.kind === 'person' && isOwn(actor, object)),
    answerUntil,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: { appealId, answerUntil } };
}
