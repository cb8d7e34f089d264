/** A notice of the round, and whoever acted on it before. */
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Notice } from '../../domain/round/round.ts';
import type { RoundState } from './roundState.ts';

/** Refuses one that is not there (noticeUnknown). */
export function noticeOf(state: RoundState, noticeId: string): Notice | Refusal {
  return state.round.notices.find((one) => one.noticeId === noticeId) ?? refuse('noticeUnknown', 'An1.6', {});
}

/** The accounts behind earlier acts on the notice: they are concerned in the next one. */
export function noticeActors(
  { round, actors }: RoundState,
  noticeId: string,
  of: (notice: Notice) => readonly number[],
): readonly string[] {
  const notice = round.notices.find((one) => one.noticeId === noticeId);
  const seqs = notice === undefined ? [] : of(notice);
  return seqs.flatMap((seq) => {
    const actor = actors.get(seq) ?? '';
    return actor.startsWith('person:') ? [actor.slice('person:'.length)] : [];
  });
}
