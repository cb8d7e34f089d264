/** Mechanism: a share of ranks (§4.3, readings G26 and G27). Ranks run 1, 2, 2, 4; nobody's order inside a tie is invented. */
import type { Points } from '../points.ts';
import type { Policy } from './policy.ts';

export type Place = { readonly rank: number; readonly inside: boolean; readonly tie: boolean };

/** How many places a number of graded members has. */
export function placesFor(policy: Policy, graded: number): number {
  const { percent, atLeast } = policy.topShare;
  const hundredths = graded * percent;
  return Math.max(atLeast, (hundredths - (hundredths % 100)) / 100);
}

/**
 * The place of every ranked score, in the order given. `graded` is N, the disqualified included, who hold no place: so there
 * may be fewer scores than N. Everyone at or above the last place's score is inside, unless ties at the edge are excluded.
 */
export function placesOf(policy: Policy, scores: readonly Points[], graded: number): Place[] {
  const places = placesFor(policy, graded);
  const sorted = scores.toSorted((a, b) => b - a);
  const ranks = new Map<Points, number>();
  for (const [index, score] of sorted.entries()) if (!ranks.has(score)) ranks.set(score, index + 1);
  const edge = sorted[Math.min(places, sorted.length) - 1];
  const reaching = edge === undefined ? 0 : sorted.filter((score) => score >= edge).length;
  const crowded = reaching > places;
  return scores.map((score) => {
    const atEdge = score === edge;
    const excluded = crowded && atEdge && policy.topShare.ties === 'excluded';
    return {
      rank: ranks.get(score) ?? 0,
      inside: edge !== undefined && score >= edge && !excluded,
      tie: crowded && atEdge,
    };
  });
}
