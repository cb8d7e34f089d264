/** 报上级党组织决定 (G36): what was tied, discussed again and tied again goes to the organisation above, with its vote. */
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { answerRefusal } from '../../domain/round/appraisal.ts';
import type { Tie } from '../../domain/round/matter.ts';
import { recusalRefusal, tieRefusal } from '../../domain/round/meeting.ts';
import { decidingBody } from '../exemptionMatters.ts';
import type { Decision, Making, NewFact } from '../step.ts';
import { meetingFor } from './meetingFor.ts';
import { forEach, inRound, matterFor, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';

export type ReferTies = Here & {
  readonly type: 'referTies';
  readonly meetingId: string;
  readonly ties: readonly (Pick<Tie, 'votes' | 'recused'> & { readonly personId: string })[];
};

/**
 * Refuses a vote that is no tie (notTied), one that does not fit its meeting, a deduction the member may still answer
 * (answerPending), and a branch that nobody above decides for (tieNowhere).
 */
export const referTiesStep = roundStep<ReferTies, null>({
  ability: 'appraise',
  about: ({ ties }) => ties.map(({ personId }) => personId),
  reads: 'matters',
  more: async () => null,
  decide,
});

function decide(command: ReferTies, state: RoundState, _more: null, making: Making): Decision | Refusal {
  if (decidingBody(making.object) === null) return refuse('tieNowhere', 'An1.5', {});
  const facts = forEach(command.ties, (tie) => tieFacts(command, tie, state, making));
  return isRefusal(facts) ? facts : { facts, outcome: { referred: facts.length } };
}

function tieFacts(
  command: ReferTies,
  { personId, votes, recused }: ReferTies['ties'][number],
  state: RoundState,
  making: Making,
): readonly NewFact[] | Refusal {
  const matter = matterFor(state, command, personId, 'referTie', making);
  if (isRefusal(matter)) return matter;
  const meeting = meetingFor(state, command.meetingId, matter);
  if (isRefusal(meeting)) return meeting;
  const { meetingId } = meeting;
  const refusal =
    recusalRefusal(meeting.present, recused, personId) ??
    tieRefusal(votes, meeting.present.length, recused.length) ??
    answerRefusal(matter, meeting.on);
  if (refusal !== undefined) return { ...refusal, params: { ...refusal.params, person: personId } };
  const { period } = command;
  const vote = { meetingId, votes: { ...votes }, recused: [...recused] };
  return [inRound(command, { type: 'tieReferred', v: 1, period, personId, ...vote })];
}
