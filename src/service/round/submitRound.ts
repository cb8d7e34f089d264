/** 上报 (An1.7): whoever is registered goes up; whoever is not follows in a supplementary submission (G37). */
import { yearBook } from '../../domain/fact.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Decision, Making } from '../step.ts';
import { allRefusal } from './allRefusal.ts';
import type { Here, RoundState } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';

export type SubmitRound = Here & {
  readonly type: 'submitRound';
  readonly people: readonly string[];
  /** Why it comes after the filing day; empty when it does not. */
  readonly lateReason: string;
};

/** Refuses a late submission without its reason (missing-reason). Whoever is not ready follows in a supplementary one. */
export const submitRoundStep = roundStep<SubmitRound, null>({
  ability: 'submitRound',
  about: () => [],
  reads: 'all',
  more: async () => null,
  decide: submit,
});

function submit(command: SubmitRound, state: RoundState, _more: null, making: Making): Decision | Refusal {
  const { people, period, year, lateReason } = command;
  const refusal = allRefusal(command, state, people, 'submit', making);
  if (refusal !== undefined) return refusal;
  const late = making.today > (state.round.opened?.filingOn ?? making.today);
  if (late && lateReason.trim() === '') return refuse('missing-reason', '3.3.2', {});
  const submissionId = making.newId();
  const text = making.seal(yearBook(year), { lateReason: late ? lateReason : null });
  const fact = {
    type: 'roundSubmitted',
    v: 1,
    period,
    submissionId,
    people: [...people],
    late,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: { submissionId, late } };
}
