/** Elections of scorekeepers as the facts tell them. Facts must come in the order of seq. */
import type { Fact } from '../fact.ts';
import type { Day } from '../period.ts';
import type { Count } from './election.ts';

export type Ballot = Count & {
  readonly ballot: number;
  readonly on: Day;
  readonly secret: boolean;
  /** The elected and the office given; null: undecided. */
  readonly elected: { readonly personId: string; readonly officeId: string } | null;
  readonly seq: number;
};

export type Election = { readonly electionId: string; readonly ballots: readonly Ballot[] };

export const ELECTION_FACTS = [
  'scorekeeperElected',
  'scorekeeperBallotUndecided',
] as const satisfies readonly Fact['type'][];

/** By id, in the order of their first ballots. */
export function foldElections(
  facts: Iterable<{ readonly fact: Fact; readonly seq: number }>,
): Map<string, Election> {
  const elections = new Map<string, Election>();
  for (const { fact, seq } of facts) {
    if (fact.type !== 'scorekeeperElected' && fact.type !== 'scorekeeperBallotUndecided') continue;
    const { electionId, ballot, on, entitled, present, ballots, abstained, invalid, secret } = fact;
    const elected =
      fact.type === 'scorekeeperElected' ? { personId: fact.personId, officeId: fact.officeId } : null;
    const counted = { ballot, on, entitled, present, ballots, abstained, invalid, secret, elected, seq };
    const before = elections.get(electionId)?.ballots ?? [];
    elections.set(electionId, { electionId, ballots: [...before, counted] });
  }
  return elections;
}

/** The ballot after which it must be voted again. */
export function undecidedBallot({ ballots }: Election): Ballot | undefined {
  const last = ballots.at(-1);
  return last?.elected === null ? last : undefined;
}
