/** Mechanism: half-open bands of a score, for grades (G1) and for eligibility (G3). All amounts in hundredths. */
import { type Points, points, scaleHalfUp } from '../points.ts';
import type { Band, Policy } from './policy.ts';

/** The grade of a score: the highest band it reaches; lint makes sure that the lowest begins at zero. */
export function gradeOf(policy: Policy, score: Points): Band {
  const { bands, rounding } = policy.grades;
  const judged = rounding === 'halfUpToWhole' ? points(scaleHalfUp(score, 1, 100) * 100) : score;
  const band = bands.find(({ from }) => judged >= from) ?? bands.at(-1);
  if (band === undefined) throw new Error('a policy without grades');
  return band;
}

/** The award levels whose band holds the score, from the lowest: cumulative, or the one band it lies in. */
export function levelsOf(policy: Policy, score: Points): string[] {
  const reached = policy.eligibility.bands.filter(({ from }) => score >= from);
  const held = policy.eligibility.overlap === 'cumulative' ? reached : reached.slice(-1);
  return held.map(({ id }) => id);
}
