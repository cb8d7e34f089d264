/** A rehearsal as JSON: amounts as text with two decimals, members in roster order, both sides of whatever differs. */
import { formatPoints, type Points } from '../../domain/points.ts';
import type { MemberResult } from '../../domain/year/evaluate.ts';
import type { MemberRehearsal, RehearsalTotals } from '../../domain/year/rehearsal.ts';
import type { RehearsedYear } from '../rehearseYear.ts';
import type { PolicyVersion } from './branchYear.ts';

export function rehearsalResult({ source, draft, rehearsal }: RehearsedYear) {
  const { organisation, year, example, version, origin } = source;
  return {
    organisation,
    year,
    example,
    origin,
    policy: versionOf(version),
    draft: versionOf(draft),
    counts: rehearsal.counts,
    totals: { before: totalsOf(rehearsal.totals.before), after: totalsOf(rehearsal.totals.after) },
    members: rehearsal.members.map((one) => ({
      number: source.records[one.index]?.person.number,
      name: source.records[one.index]?.person.name,
      ...memberOf(one),
    })),
  };
}

const versionOf = ({ policy, sha256 }: PolicyVersion) => ({ id: policy.id, version: policy.version, sha256 });

const orNull = (value: Points | null) => (value === null ? null : formatPoints(value));

const totalsOf = ({ points, ...rest }: RehearsalTotals) => ({
  ...rest,
  points: Object.fromEntries(Object.entries(points).map(([kind, sum]) => [kind, formatPoints(sum)])),
});

const memberOf = ({ touched, before, after, figures, adjustments }: MemberRehearsal) => ({
  touched,
  before: sideOf(before),
  after: sideOf(after),
  figures: figures.map((one) => ({
    ...one,
    before: formatPoints(one.before),
    after: formatPoints(one.after),
  })),
  adjustments: adjustments.map(({ how, item, entry, after: amount }) => ({
    how,
    item,
    entry: entry?.id ?? null,
    day: entry?.day ?? null,
    before: orNull(entry?.amount ?? null),
    after: orNull(amount),
  })),
});

const sideOf = ({
  score,
  graded,
  standing,
  grade,
  rank,
  top,
  tie,
  eligible,
  disqualified,
}: MemberResult) => ({
  year: formatPoints(score.year),
  standing,
  graded: orNull(graded),
  grade,
  rank,
  top,
  tie,
  eligible,
  disqualified,
});
