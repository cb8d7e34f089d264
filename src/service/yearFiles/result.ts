/** A branch's year as the JSON of year-files.md "Result": amounts as text with two decimals, members in roster order, keys in its order. */
import { formatPoints, type Points } from '../../domain/points.ts';
import type { Control } from '../../domain/year/control.ts';
import type { BranchYear } from '../views/branchYear.ts';

export function yearResult({ year, version, members, control }: BranchYear) {
  const { policy, sha256 } = version;
  return {
    year,
    policy: { id: policy.id, version: policy.version, sha256 },
    members: members.map((one) => memberResult(one)),
    control: controlResult(control),
  };
}

/** Always ends with a line feed; the same on standard output and in year.json. */
export const yearJson = (branch: BranchYear): string => `${JSON.stringify(yearResult(branch), null, 2)}\n`;

const orNull = (value: Points | null) => (value === null ? null : formatPoints(value));

function memberResult({ person, member, result }: BranchYear['members'][number]) {
  const { score } = result;
  return {
    number: person.number,
    name: person.name,
    type: member.type,
    standing: result.standing,
    counted: score.counted,
    periods: score.periods.map(({ period, kinds, deduction, points, cumulative }) => ({
      period,
      kinds: Object.fromEntries(Object.entries(kinds).map(([kind, figure]) => [kind, formatPoints(figure)])),
      deduction: formatPoints(deduction),
      points: formatPoints(points),
      cumulative: formatPoints(cumulative),
    })),
    year: formatPoints(score.year),
    graded: orNull(result.graded),
    grade: result.grade,
    disqualified: result.disqualified,
    rank: result.rank,
    top20: result.top,
    tie: result.tie,
    eligible: result.eligible,
    support: result.support,
  };
}

function controlResult({ expected, participating, graded, grades, ...rest }: Control) {
  const { unrated, exempt, probationary, applicants, left } = rest;
  return { expected, participating, graded, ...grades, unrated, exempt, probationary, applicants, left };
}
