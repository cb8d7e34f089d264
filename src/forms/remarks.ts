/**
 * 备注: what a figure or its absence means, in plain Chinese. On a summary a finding appears by the id of its clause alone,
 * and an exemption without its reason: many people read a summary.
 */
import { type Exemption, exemptionEnd, exemptionWithin } from '../domain/member/member.ts';
import { type Day, firstDay, lastDay, yearEnd } from '../domain/period.ts';
import { formatPoints } from '../domain/points.ts';
import type { Kind, Policy } from '../domain/policy/policy.ts';
import { addsUp } from '../domain/policy/transfer.ts';
import type { PeriodScore } from '../domain/year/score.ts';
import type { YearMember } from '../service/views/entryWords.ts';
import { gradeName, periodName } from '../service/views/naming.ts';
import { type PeriodStanding, periodStanding } from './periodStanding.ts';

const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('；');

/** 备注 of one member on a period's summary. */
export function periodRemark(policy: Policy, year: number, member: YearMember, period: number): string {
  const standing = periodStanding(
    member.member,
    { year, count: policy.periods.count },
    period,
    member.result.score.counted,
  );
  const apart = member.result.score.apart.filter((entry) => entry.period === period).length;
  const found = member.result.disqualified.filter((id) =>
    member.grounds.some(({ ground, period: of }) => ground === id && of === period),
  );
  return joined([
    standingRemark(member, standing, exemptionWithin(member.member, ...daysOf(policy, year, period))),
    apart === 0 ? null : `另有记录 ${apart} 笔，不计分`,
    ...poolRemarks(policy, member, period),
    found.length === 0 ? null : `认定事由 ${found.join('、')}`,
  ]);
}

function daysOf({ periods }: Policy, year: number, period: number): [Day, Day] {
  const calendar = { year, count: periods.count };
  return [firstDay(calendar, period), lastDay(calendar, period)];
}

function standingRemark(
  { member }: YearMember,
  { type, state }: PeriodStanding,
  exemption: Exemption | null,
): string | null {
  switch (state) {
    case 'counted':
      return type === 'full' ? null : '考察';
    case 'elsewhere':
      return `${member.joinedOn} 转入，本期由原支部登记`;
    case 'left':
      return `转出（${member.leftOn} 起）`;
    case 'notYetJoined':
      return `${member.joinedOn} 加入，本期不计`;
    case 'exempt':
      return exemptionRemark(exemption);
    case 'notYetFull':
      return `考察（${member.fullOn} 转正），本期不计`;
    case 'notExamined':
      return '考察，期初党章考试尚未合格，本期不计';
  }
}

function exemptionRemark(exemption: Exemption | null): string {
  return exemption === null ? '免予参加' : `免予参加（${exemption.from} 至 ${exemptionEnd(exemption)}）`;
}

type Pool = Extract<Kind, { mechanism: 'pool' }>;

/** 冲减前期, 冲回, 扣完为止: where a pool's figure is not what its period alone would give. */
function poolRemarks(policy: Policy, { result: { score } }: YearMember, period: number): string[] {
  const figures = score.periods[period - 1];
  if (figures === undefined || !score.counted.includes(period)) return [];
  return policy.kinds
    .filter((kind): kind is Pool => kind.mechanism === 'pool')
    .flatMap((pool) => {
      const floored = score.lines.find(
        (line) => line.period === period && line.kind === pool.id && line.told === 'floor',
      );
      return poolRemark(pool, figures, floored?.amount ?? 0);
    });
}

function poolRemark(pool: Pool, figures: PeriodScore, floored: number): string[] {
  const figure = figures.kinds[pool.id] ?? 0;
  const remarks: string[] = [];
  if (figure < 0) remarks.push(`${pool.name}冲减前期`);
  if (figure > pool.period) remarks.push(`${pool.name}冲回前期扣分`);
  if (floored > 0) remarks.push(`${pool.name}扣完为止`);
  if (floored < 0) remarks.push(`${pool.name}补扣前期未扣完部分`);
  return remarks;
}

/** 备注 of one member on the year's paper. */
export function yearRemark(policy: Policy, year: number, member: YearMember): string {
  const { result } = member;
  const perPeriod = result.score.counted.flatMap((period) =>
    poolRemarks(policy, member, period).map((remark) => `${periodName(policy, period)}${remark}`),
  );
  return joined([
    yearStandingRemark(policy, year, member),
    disqualifiedRemark(policy, member),
    transferRemark(policy, member),
    partYearRemark(policy, member),
    result.tie ? '并列，待会议议定' : null,
    ...perPeriod,
    failingRemark(policy, member),
  ]);
}

function yearStandingRemark(policy: Policy, year: number, { member, result }: YearMember): string | null {
  switch (result.standing) {
    case 'left':
      return `转出（${member.leftOn} 起），不评定`;
    case 'observed':
      return '考察，不评定';
    case 'exempt':
      return `${exemptionRemark(exemptionWithin(member, yearEnd(year), yearEnd(year)))}，不评定`;
    case 'unrated':
      return `计分${policy.periods.name} ${result.score.counted.length} 个，不足 ${policy.partYear.atLeast} 个，不评定`;
    case 'graded':
      return null;
  }
}

/** Reading G39: for anyone but a graded or unrated full member a finding is recorded and the branch decides. */
function disqualifiedRemark(policy: Policy, { result }: YearMember): string | null {
  if (result.disqualified.length === 0) return null;
  const clauses = result.disqualified.join('、');
  return result.grade === null
    ? `另记认定事由 ${clauses}，由支部研究`
    : `认定为${gradeName(policy, result.grade)}，事由 ${clauses}`;
}

/** Reading G22: which periods were recorded in another branch. */
function transferRemark(policy: Policy, { received = [] }: YearMember): string | null {
  if (received.length === 0 || !addsUp(policy)) return null;
  return received
    .map(
      ({ from, periods }) => `${periods.map((period) => periodName(policy, period)).join('、')}由${from}转入`,
    )
    .join('；');
}

/** Reading G21: what was scaled, by how much, to what. */
function partYearRemark(policy: Policy, { result }: YearMember): string | null {
  const { graded, score } = result;
  const all = policy.periods.count;
  if (graded === null || score.counted.length >= all) return null;
  const share = `${score.counted.length}/${all}`;
  if (policy.partYear.scaling === 'none') return `不满全年，计 ${share}，不折算`;
  const kinds = policy.kinds.filter(({ id }) => policy.partYear.kinds.includes(id)).map(({ name }) => name);
  return `不满全年，${kinds.join('、')}按 ${share} 折算，评定积分 ${formatPoints(graded)}`;
}

/** Forms.md: whoever has the failing grade is explained, here by the points when no finding explains it. */
function failingRemark(policy: Policy, { result }: YearMember): string | null {
  if (!result.support || result.disqualified.length > 0 || result.grade === null) return null;
  const label = policy.grades.bands.find(({ id }) => id === result.grade)?.label;
  return `${gradeName(policy, result.grade)}事由：积分${label ?? '未达上一档'}（${policy.grades.clause}）`;
}
