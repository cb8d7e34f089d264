/** The organisation above decides what the branch's vote left tied (G36); the vote stands beside the decision as it was referred. */
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decisionRefusal } from '../../domain/round/appraisal.ts';
import type { Making, NewFact } from '../step.ts';
import { appraised, type DecisionOn, decidingStep, type DueByPerson } from './appraise.ts';
import { meetingFor } from './meetingFor.ts';
import { matterFor } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';

export type DecideTies = Here & {
  readonly type: 'decideTies';
  readonly decisions: readonly DecisionOn[];
};

/** Refuses what was not referred (actNotNow), and whatever decisionRefusal names. */
export const decideTiesStep = decidingStep<DecideTies>('decideTie', decisionFacts);

function decisionFacts(
  command: DecideTies,
  decision: DecisionOn,
  state: RoundState,
  due: DueByPerson,
  making: Making,
): readonly NewFact[] | Refusal {
  const { personId } = decision;
  const matter = matterFor(state, command, personId, 'decideTie', making);
  if (isRefusal(matter)) return matter;
  const { tie } = matter;
  if (tie === null) return refuse('notTied', 'An1.5', {});
  const meeting = meetingFor(state, tie.meetingId, matter);
  if (isRefusal(meeting)) return meeting;
  const refusal = decisionRefusal(matter, due.get(personId) ?? [], decision, meeting.on);
  if (refusal !== undefined) return { ...refusal, params: { ...refusal.params, person: personId } };
  const { meetingId, votes, recused } = tie;
  return [appraised(command, { ...decision, meetingId, votes, recused, decidedAbove: true }, making)];
}
