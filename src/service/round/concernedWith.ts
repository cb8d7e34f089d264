/** Whoever had a hand in the inputs of a member's matter: none of them re-examines it (An1.6, G30). */
import { accountIn } from '../../domain/access/actor.ts';
import { standingProposals } from '../../domain/round/matter.ts';
import type { RoundState } from './roundState.ts';

/** Accounts of who signed the opinion, kept the points and proposed the deductions; a meeting's decision is nobody's alone. */
export function concernedWith({ round, actors }: RoundState, personId: string): readonly string[] {
  const matter = round.matters.get(personId);
  if (matter === undefined) return [];
  const { opinion, assessment } = matter;
  const seqs = [
    ...(opinion === null || opinion.unsigned ? [] : [opinion.seq]),
    ...(assessment === null ? [] : [assessment.seq]),
    ...standingProposals(matter).map(({ seq }) => seq),
  ];
  return seqs.flatMap((seq) => accountIn(actors.get(seq) ?? '') ?? []);
}
