/** The branch appraisal's meeting (G36): who sits, whether they are enough, and what a vote decides. */
import { type Refusal, refuse } from '../refusal.ts';

export type Sitting = {
  /** Entitled: the committee where there is one, else full members who are not exempt. */
  readonly entitled: readonly string[];
  readonly present: readonly string[];
};

/** G36: more than half of those entitled. */
export const quorumOf = (entitled: number): number => Math.floor(entitled / 2) + 1;

/** Refuses strangers at the table (notEntitled) and a meeting of half or fewer of those entitled (meetingNoQuorum). The recused count as present. */
export function quorumRefusal({ entitled, present }: Sitting): Refusal | undefined {
  const stranger = present.find((one) => !entitled.includes(one));
  if (stranger !== undefined || new Set(present).size !== present.length)
    return refuse('notEntitled', 'An1.5', {});
  if (present.length >= quorumOf(entitled.length)) return undefined;
  return refuse('meetingNoQuorum', 'An1.5', { present: present.length, entitled: entitled.length });
}

export type Votes = { readonly for: number; readonly against: number; readonly abstained: number };

/**
 * Whether the vote carries: a majority of those present and not recused. Refuses votes that are not as many as the voters
 * (votesMiscounted), a tie (votesTied: discussed again, then the organisation above) and a majority against (votedDown).
 */
export function voteRefusal(votes: Votes, present: number, recused: number): Refusal | undefined {
  const voters = present - recused;
  const cast = votes.for + votes.against + votes.abstained;
  if (cast !== voters) return refuse('votesMiscounted', 'An1.5', { cast, voters });
  if (2 * votes.for > voters) return undefined;
  return votes.for === votes.against
    ? refuse('votesTied', 'An1.5', { for: votes.for, against: votes.against })
    : refuse('votedDown', 'An1.5', { for: votes.for, voters });
}

/** G36: what was tied twice is decided by the organisation above. Refuses what voteRefusal refuses but a tie, and any other vote (notTied). */
export function tieRefusal(votes: Votes, present: number, recused: number): Refusal | undefined {
  const refusal = voteRefusal(votes, present, recused);
  if (refusal?.code === 'votesTied') return undefined;
  return refusal ?? refuse('notTied', 'An1.5', {});
}

/** 回避: whoever the matter is about, and whoever says they are concerned, is present and does not vote. */
export function recusalRefusal(
  present: readonly string[],
  recused: readonly string[],
  personId: string,
): Refusal | undefined {
  if (present.includes(personId) && !recused.includes(personId)) return refuse('mustRecuse', 'An1.5', {});
  return recused.every((one) => present.includes(one)) ? undefined : refuse('recusedAbsent', 'An1.5', {});
}
