/** Every figure of a member's year as a door: its name, what stands there, and which statement it opens. */
import type { Door } from '../../contract/wire.ts';
import { formatPoints, type Points, points, ZERO } from '../../domain/points.ts';
import { yearByKind } from '../../domain/year/evaluate.ts';
import type { PeriodScore } from '../../domain/year/score.ts';
import type { BranchYear } from './branchYear.ts';
import type { YearMember } from './entryWords.ts';
import { type Figure, figureId } from './figure.ts';
import { gradeName, levelName, periodName } from './naming.ts';

export function doorTo(branch: BranchYear, member: YearMember, figure: Figure): Door {
  return {
    figure: figureId(figure),
    label: labelOf(branch, figure),
    text: textOf(branch, member, figure),
  };
}

export function labelOf({ version: { policy } }: BranchYear, figure: Figure): string {
  const kind = 'kind' in figure ? (policy.kinds.find(({ id }) => id === figure.kind)?.name ?? '') : '';
  const period = 'period' in figure ? periodName(policy, figure.period) : '';
  switch (figure.of) {
    case 'kind':
      return `${period}${kind}`;
    case 'deduction':
      return `${period}扣分`;
    case 'points':
      return `${period}积分`;
    case 'cumulative':
      return `到${period}累计积分`;
    case 'yearKind':
      return `全年${kind}`;
    case 'yearDeduction':
      return '全年扣分';
    case 'year':
      return '年度积分';
    case 'graded':
      return '评定分';
    case 'grade':
      return '等次';
    case 'rank':
      return '名次';
    case 'eligibility':
      return '可以参加的评优';
  }
}

export const scoreOf = (member: YearMember, period: number): PeriodScore => {
  const score = member.result.score.periods[period - 1];
  if (score === undefined) throw new Error(`no period ${period}`);
  return score;
};

const yearDeduction = (member: YearMember): Points =>
  points(member.result.score.periods.reduce((sum, { deduction }) => sum + deduction, 0));

/** The amount behind a figure that is one; undefined for grade, rank, eligibility and what is not graded. */
export function amountOf(branch: BranchYear, member: YearMember, figure: Figure): Points | undefined {
  const { score, graded } = member.result;
  switch (figure.of) {
    case 'kind':
      return scoreOf(member, figure.period).kinds[figure.kind] ?? ZERO;
    case 'deduction':
    case 'points':
    case 'cumulative':
      return scoreOf(member, figure.period)[figure.of];
    case 'yearKind':
      return yearByKind(branch.version.policy, score)[figure.kind] ?? ZERO;
    case 'yearDeduction':
      return yearDeduction(member);
    case 'year':
      return score.year;
    case 'graded':
      return graded ?? undefined;
    default:
      return undefined;
  }
}

export function textOf(branch: BranchYear, member: YearMember, figure: Figure): string {
  const { policy } = branch.version;
  const { grade, rank, eligible } = member.result;
  const amount = amountOf(branch, member, figure);
  if (amount !== undefined) return formatPoints(amount);
  switch (figure.of) {
    case 'grade':
      return grade === null ? '不评定' : gradeName(policy, grade);
    case 'rank':
      return rank === null ? '无名次' : `第 ${rank} 名`;
    case 'eligibility':
      return eligible.length === 0 ? '无' : eligible.map((id) => levelName(policy, id)).join('、');
    default:
      return '—';
  }
}
