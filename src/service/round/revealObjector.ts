/** Looking at who objected is an act of its own, with its reason, for whoever audits the books (promises P5). */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { ObjectionRow } from '../ports/objections.ts';
import type { Decision, Making } from '../step.ts';
import { type Here, matterOf, type RoundState } from './roundState.ts';
import { inRound, roundStep } from './roundStep.ts';
import { handedIn } from './waitingObjection.ts';

export type RevealObjector = Here & {
  readonly type: 'revealObjector';
  readonly personId: string;
  readonly objectionId: string;
  readonly reason: string;
};

/** Refuses an objection that is not there (objectionUnknown) and no reason at all. Says nothing itself of who it is. */
export const revealObjectorStep = roundStep<RevealObjector, ObjectionRow | undefined>({
  ability: 'revealObjector',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: handedIn,
  decide: reveal,
});

function reveal(
  command: RevealObjector,
  state: RoundState,
  row: ObjectionRow | undefined,
  making: Making,
): Decision | Refusal {
  const { personId, objectionId, period, year, reason } = command;
  const matter = matterOf(state, command, personId);
  if (isRefusal(matter)) return matter;
  if (row === undefined) return refuse('objectionUnknown', 'An1.6', {});
  if (reason.trim() === '') return refuse('missing-reason', 'An1.6', {});
  const text = making.seal(yearBook(year), { reason });
  const fact = {
    type: 'objectorRevealed',
    v: 1,
    period,
    personId,
    objectionId,
    textHash: text.hash,
  } as const;
  return { facts: [inRound(command, fact, text)], outcome: {} };
}
