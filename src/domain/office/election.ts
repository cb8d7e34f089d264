/**
 * 推选记分员 (An1.2, readings G34, G36; docs/decisions/0017): the general meeting votes for one of its members. Quorum is more
 * than half of those entitled; whoever has more than half of the votes of those present is elected, else it is voted again.
 */
import { exemptWithin, type Member } from '../member/member.ts';
import type { Day } from '../period.ts';
import { type Refusal, refuse } from '../refusal.ts';

export type Votes = { readonly personId: string; readonly votes: number };

/** One ballot as it was counted. Whoever is present casts one vote: for somebody, blank, or invalid. */
export type Count = {
  /** Those who may vote, from the register of that day. */
  readonly entitled: number;
  readonly present: number;
  readonly ballots: readonly Votes[];
  readonly abstained: number;
  readonly invalid: number;
};

const CLAUSE = 'An1.2';

/** Who votes, and may be voted for: full members of the branch on that day who are not exempt (G36). */
export function isEntitled(member: Member, day: Day): boolean {
  const { type, joinedOn, leftOn, fullOn } = member;
  const isIn = joinedOn <= day && (leftOn === null || day < leftOn);
  const isFull = type === 'full' && (fullOn === null || fullOn <= day);
  return isIn && isFull && !exemptWithin(member, day, day);
}

/** The fewest who must be present: more than half of those entitled. */
export const quorumOf = (entitled: number): number => Math.trunc(entitled / 2) + 1;

/** The fewest votes that elect: more than half of those present. */
export const majorityOf = (present: number): number => Math.trunc(present / 2) + 1;

export const countedVotes = ({ ballots, abstained, invalid }: Omit<Count, 'entitled' | 'present'>): number =>
  ballots.reduce((sum, { votes }) => sum + votes, abstained + invalid);

/**
 * Refuses a branch in which nobody may vote (nobodyEntitled), more present than entitled (tooManyPresent), a missing quorum (noQuorum),
 * no candidate or one named twice (badCandidates), and votes that are not those of the present (votesDiffer).
 */
export function countRefusal(count: Count): Refusal | undefined {
  const { entitled, present, ballots } = count;
  if (entitled === 0) return refuse('nobodyEntitled', CLAUSE);
  if (present > entitled) return refuse('tooManyPresent', CLAUSE, { entitled, present });
  const needed = quorumOf(entitled);
  if (present < needed) return refuse('noQuorum', CLAUSE, { entitled, present, needed });
  if (ballots.length === 0 || new Set(ballots.map(({ personId }) => personId)).size < ballots.length)
    return refuse('badCandidates', CLAUSE);
  const counted = countedVotes(count);
  return counted === present ? undefined : refuse('votesDiffer', CLAUSE, { present, counted });
}

/** Whom the count elects; null after a tie, or when nobody has a majority: then a second ballot is held. */
export function electedBy({ present, ballots }: Pick<Count, 'present' | 'ballots'>): string | null {
  return ballots.find(({ votes }) => votes >= majorityOf(present))?.personId ?? null;
}
