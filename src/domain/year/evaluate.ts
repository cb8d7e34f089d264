/** A branch's whole year: every member's sum, standing, grade, rank and what they may be put forward for; year-files.md "Result". */
import { countedPeriods } from '../member/counted.ts';
import type { Member } from '../member/member.ts';
import { type Standing, standingOf } from '../member/standing.ts';
import { type Points, points, ZERO } from '../points.ts';
import { gradeOf, levelsOf } from '../policy/bands.ts';
import type { Entry } from '../policy/line.ts';
import { gradedScore } from '../policy/partYear.ts';
import type { Policy } from '../policy/policy.ts';
import type { Scoring } from '../policy/scoring.ts';
import { addsUp } from '../policy/transfer.ts';
import { type Place, placesFor, placesOf } from '../policy/topShare.ts';
import { type Control, controlOf } from './control.ts';
import { scoreYear } from './corrected.ts';
import type { MemberScore } from './score.ts';

/** One member's year as it goes in. `grounds`: ids of the 3.4.3 grounds found, in any order, repeats allowed. */
export type MemberYear = {
  readonly member: Member;
  readonly entries: readonly Entry[];
  readonly grounds: readonly string[];
  /** Periods that counted in the branch the member came from, by transcript (G22). */
  readonly received?: readonly number[] | undefined;
};

export type MemberResult = {
  readonly score: MemberScore;
  readonly standing: Standing;
  /** Each ground once, in the policy's order, for everyone. */
  readonly disqualified: readonly string[];
  /** The score that is graded and ranked; null unless standing is `graded`. */
  readonly graded: Points | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly top: boolean;
  readonly tie: boolean;
  readonly eligible: readonly string[];
  /** A grade of 不合格 proposes a support case (帮教); people decide. */
  readonly support: boolean;
};

export type YearResult = {
  readonly members: readonly MemberResult[];
  readonly control: Control;
  /** How many places the top share has (§4.3). */
  readonly places: number;
};

/** Members come out in the order they went in; each one's figures need nothing of the others, ranks and places need all. */
export function evaluateYear(scoring: Scoring, year: number, members: readonly MemberYear[]): YearResult {
  const calendar = { year, count: scoring.periodCount };
  const results = members.map((one) => {
    const { received, entries } = addsUp(scoring.policy) ? one : ownOnly(one);
    const score = scoreYear(scoring, countedPeriods(one.member, calendar, received), entries);
    return gradeMember(scoring.policy, year, one, score);
  });
  return rankYear(scoring.policy, members, results);
}

/** Reading G22, the alternative: what came from another branch stays on record alone. */
function ownOnly({ entries }: MemberYear): Pick<MemberYear, 'received' | 'entries'> {
  return { received: [], entries: entries.filter(({ transferredFrom = null }) => transferredFrom === null) };
}

/** Standing, graded score and grade of one member; rank and eligibility wait for `rankYear`. */
function gradeMember(
  policy: Policy,
  year: number,
  { member, grounds }: MemberYear,
  score: MemberScore,
): MemberResult {
  const standing = standingOf(member, year, score.counted.length, policy.partYear.atLeast);
  const disqualified = policy.grounds.map(({ id }) => id).filter((id) => grounds.includes(id));
  const graded = standing === 'graded' ? gradedOf(policy, score, disqualified.length > 0) : null;
  const grade = gradeFor(policy, standing, graded, disqualified.length > 0);
  return {
    score,
    standing,
    disqualified,
    graded,
    grade,
    rank: null,
    top: false,
    tie: false,
    eligible: [],
    support: grade === policy.grades.failing,
  };
}

function gradedOf(policy: Policy, score: MemberScore, disqualified: boolean): Points {
  if (disqualified && policy.disqualification.points === 'zero') return ZERO;
  return gradedScore(policy, yearByKind(policy, score), score.counted.length);
}

/** A year's points by kind, in hundredths. */
export function yearByKind(policy: Policy, score: MemberScore): Record<string, Points> {
  return Object.fromEntries(
    policy.kinds.map(({ id }) => [
      id,
      points(score.periods.reduce((sum, period) => sum + (period.kinds[id] ?? 0), 0)),
    ]),
  );
}

/** Reading G39: a disqualified member who is graded or unrated has the failing grade, whatever the points. */
function gradeFor(
  policy: Policy,
  standing: Standing,
  graded: Points | null,
  disqualified: boolean,
): string | null {
  if (disqualified && (standing === 'graded' || standing === 'unrated')) return policy.grades.failing;
  return graded === null ? null : gradeOf(policy, graded).id;
}

/** Puts ranks, places and eligibility on graded members; the disqualified count in N and hold no place (G26). */
function rankYear(
  policy: Policy,
  members: readonly MemberYear[],
  results: readonly MemberResult[],
): YearResult {
  const gradedCount = results.filter(({ standing }) => standing === 'graded').length;
  const ranked = results.filter(({ graded, disqualified }) => graded !== null && disqualified.length === 0);
  const places = placesOf(
    policy,
    ranked.map(({ graded }) => graded ?? ZERO),
    gradedCount,
  );
  const placed = new Map(ranked.map((result, index) => [result, places[index]]));
  return {
    members: results.map((result) => withPlace(policy, result, placed.get(result))),
    control: controlOf(
      policy,
      members.map(({ member }) => member.type),
      results,
    ),
    places: gradedCount === 0 ? 0 : placesFor(policy, gradedCount),
  };
}

function withPlace(policy: Policy, result: MemberResult, place: Place | undefined): MemberResult {
  if (place === undefined || result.graded === null) return result;
  const mayEnter = place.inside || policy.eligibility.needs === 'band';
  const eligible = mayEnter ? levelsOf(policy, result.graded) : [];
  return { ...result, rank: place.rank, top: place.inside, tie: place.tie, eligible };
}
