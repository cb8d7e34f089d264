/** The rows of figures that are sums: of lines, of kinds, of periods. Rows with amounts add up to the figure. */
import type { StatementRow } from '../../contract/statement.ts';
import { formatPoints, type Points, points, ZERO } from '../../domain/points.ts';
import { addsUp } from '../../domain/policy/transfer.ts';
import { periodShare } from '../../domain/policy/scoring.ts';
import type { BranchYear } from './branchYear.ts';
import { amountOf, labelOf } from './doors.ts';
import type { YearMember } from './entryWords.ts';
import { type Figure, figureId } from './figure.ts';
import { apartRow, lineRow } from './lineWords.ts';
import { itemOf, periodName, poolKinds, whyNotCounted } from './naming.ts';

export const step = (
  label: string,
  remark: string | null = null,
  amount: Points | null = null,
): StatementRow => ({
  told: 'step',
  label,
  amount: amount === null ? null : formatPoints(amount),
  remark,
  entry: null,
  figure: null,
});

/** A row that is another figure, behind which its own statement stands. `sign` -1 takes it away. */
export function partRow(branch: BranchYear, member: YearMember, figure: Figure, sign = 1): StatementRow {
  const amount = amountOf(branch, member, figure) ?? ZERO;
  return {
    told: 'part',
    label: labelOf(branch, figure),
    amount: formatPoints(points(amount === 0 ? 0 : sign * amount)),
    remark: null,
    entry: null,
    figure: figureId(figure),
  };
}

export const calendarOf = ({ year, version }: BranchYear) => ({ year, count: version.policy.periods.count });

export const whyApart = (branch: BranchYear, member: YearMember, period: number): string =>
  whyOf(branch, member, period)?.words ?? '不计分';

/** Why a period does not count; null when it does. What came by transcript opens periods only where it adds up (G22). */
export const whyOf = (branch: BranchYear, member: YearMember, period: number) =>
  whyNotCounted(
    addsUp(branch.version.policy) ? member : { member: member.member },
    calendarOf(branch),
    period,
  );

export function kindRows(
  branch: BranchYear,
  member: YearMember,
  period: number,
  kind: string,
): StatementRow[] {
  const { lines, apart } = member.result.score;
  const { policy } = branch.version;
  return [
    ...lines
      .filter((line) => line.period === period && line.kind === kind)
      .map((line) => lineRow(branch, member, line)),
    ...apart
      .filter((entry) => entry.period === period && itemOf(policy, entry.item).kind === kind)
      .map((entry) => apartRow(branch, member, entry, whyApart(branch, member, period))),
  ];
}

export function deductionRows(branch: BranchYear, member: YearMember, period: number): StatementRow[] {
  const { policy } = branch.version;
  if (!member.result.score.counted.includes(period)) return [];
  return poolKinds(policy).flatMap((kind) => [
    step(`${periodName(policy, period)}${kind.name}，期初记入`, null, periodShare(kind)),
    partRow(branch, member, { of: 'kind', period, kind: kind.id }, -1),
  ]);
}

const everyPeriod = (branch: BranchYear, upTo = branch.version.policy.periods.count) =>
  Array.from({ length: upTo }, (_, index) => index + 1);

export const pointsRows = (branch: BranchYear, member: YearMember, period: number): StatementRow[] =>
  branch.version.policy.kinds.map(({ id }) => partRow(branch, member, { of: 'kind', period, kind: id }));

export const cumulativeRows = (branch: BranchYear, member: YearMember, upTo?: number): StatementRow[] =>
  everyPeriod(branch, upTo).map((period) => periodRow(branch, member, { of: 'points', period }));

export const yearKindRows = (branch: BranchYear, member: YearMember, kind: string): StatementRow[] =>
  everyPeriod(branch).map((period) => periodRow(branch, member, { of: 'kind', period, kind }));

export const yearDeductionRows = (branch: BranchYear, member: YearMember): StatementRow[] =>
  everyPeriod(branch).map((period) => periodRow(branch, member, { of: 'deduction', period }));

function periodRow(
  branch: BranchYear,
  member: YearMember,
  figure: Figure & { period: number },
): StatementRow {
  const counted = member.result.score.counted.includes(figure.period);
  const row = partRow(branch, member, figure);
  return counted ? row : { ...row, remark: `不计分：${whyApart(branch, member, figure.period)}。` };
}

/** Reading G21 as arithmetic: the scaled kinds, what scaling adds, the others as they are. */
export function gradedRows(branch: BranchYear, member: YearMember): StatementRow[] {
  const { policy } = branch.version;
  const { graded, score } = member.result;
  if (graded === null) return [];
  const parts = policy.kinds.map(({ id }) => partRow(branch, member, { of: 'yearKind', kind: id }));
  const difference = points(graded - score.year);
  if (difference === 0) return parts;
  if (member.result.disqualified.length > 0 && policy.disqualification.points === 'zero')
    return [...parts, step('认定为不合格，积分记零', null, difference)];
  const scaled = policy.kinds.filter(({ id }) => policy.partYear.kinds.includes(id));
  const amounts = scaled.map(({ id }) => amountOf(branch, member, { of: 'yearKind', kind: id }) ?? ZERO);
  const sum = points(amounts.reduce((total, amount) => total + amount, 0));
  const arithmetic =
    `（${amounts.map(formatPoints).join(' + ')}）× ${policy.periods.count} ÷ ${score.counted.length} = ` +
    `${formatPoints(points(sum + difference))}，四舍五入到百分之一分；比原来多 ${formatPoints(difference)}。`;
  const names = scaled.map(({ name }) => name).join('、');
  return [...parts, step(`不满全年，${names}折算`, arithmetic, difference)];
}
