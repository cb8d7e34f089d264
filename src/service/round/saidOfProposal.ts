/** A word on a proposed deduction: the member's answer, or its withdrawal. Refuses a proposal that is not there, no words, and a second answer. */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Decision, Making } from '../step.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, matterFor } from './roundStep.ts';

export function saidOf(
  command: Here & { readonly personId: string; readonly proposalId: string },
  state: RoundState,
  making: Making,
  act: 'answerDeduction' | 'withdrawDeduction',
  content: object,
  words: string,
): Decision | Refusal {
  const { personId, proposalId, period, year } = command;
  const matter = matterFor(state, command, personId, act, making);
  if (isRefusal(matter)) return matter;
  const proposal = matter.proposals.find((one) => one.proposalId === proposalId && !one.withdrawn);
  if (proposal === undefined) return refuse('proposalUnknown', '3.4', {});
  if (act === 'answerDeduction' && proposal.answeredSeq !== null) return refuse('answered', '3.4', {});
  if (words.trim() === '') return refuse('missing-reason', '3.4', {});
  const text = making.seal(yearBook(year), content);
  const type = act === 'answerDeduction' ? 'deductionAnswered' : 'deductionWithdrawn';
  const fact = { type, v: 1, period, personId, proposalId, textHash: text.hash } as const;
  return { facts: [inRound(command, fact, text)], outcome: {} };
}
