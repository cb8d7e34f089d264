/** “为什么不是 80 分”: one sentence that says how far the next grade is and what was lost where. */
import { formatPoints, type Points, points } from '../../domain/points.ts';
import type { Kind, Policy } from '../../domain/policy/policy.ts';
import { awaitedNames, awaitedOf } from './awaited.ts';
import type { BranchYear } from './branchYear.ts';
import type { YearMember } from './entryWords.ts';
import { gradeName, inPoints, periodName, STANDING_NAMES, TYPE_NAMES } from './naming.ts';

export function distanceSentence(branch: BranchYear, member: YearMember): string {
  const { policy } = branch.version;
  const { graded, grade, standing, disqualified, score } = member.result;
  if (standing !== 'graded' && disqualified.length === 0)
    return `${notGraded(policy, member)}；记录在案的积分为 ${inPoints(score.year)}。`;
  if (disqualified.length > 0 && grade !== null)
    return `因${disqualified.map((id) => groundName(policy, id)).join('、')}，认定为${gradeName(policy, grade)}；积分照记，为 ${inPoints(score.year)}。`;
  if (graded === null)
    return `${notGraded(policy, member)}；另有认定事由 ${disqualified.join('、')}，由支部研究。`;
  const above = policy.grades.bands.filter(({ from }) => from > graded).at(-1);
  const awaited = awaitedNames(branch, member);
  const losses = lossesOf(policy, member);
  const lost = losses.length === 0 ? '没有失分' : `失分在：${losses.join('；')}`;
  if (awaited !== null)
    return `现有积分 ${inPoints(score.year)}，${awaited}还没有登记，等次和名次全年登记后才评定。已登记的${lost}。`;
  if (above === undefined || gradeName(policy, grade ?? '') === above.name) {
    const band = policy.grades.bands.find(({ id }) => id === grade);
    const over = points(graded - (band?.from ?? 0));
    return `评定分 ${inPoints(graded)}，已达${band?.name ?? ''}，高出界线 ${inPoints(over)}。${lost}。`;
  }
  return `评定分 ${inPoints(graded)}，离${above.name}（${inPoints(above.from)}）还差 ${inPoints(points(above.from - graded))}。${lost}。`;
}

const groundName = (policy: Policy, id: string) => {
  const ground = policy.grounds.find((one) => one.id === id);
  return ground === undefined ? id : `${id} ${ground.name}`;
};

function notGraded(policy: Policy, { member, result }: YearMember): string {
  switch (result.standing) {
    case 'observed':
      return `${TYPE_NAMES[member.type]}只作考察，不评定等次`;
    case 'unrated':
      return `所计${policy.periods.name} ${result.score.counted.length} 个，不足 ${policy.partYear.atLeast} 个，本年度不评定`;
    case 'exempt':
      return '年末免予参加积分管理，不评定等次';
    default:
      return `${STANDING_NAMES[result.standing]}，不评定等次`;
  }
}

/** "基础分 4.00 分（第二季度 3.00、第四季度 1.00）" for every kind that can be lost. */
function lossesOf(policy: Policy, member: YearMember): string[] {
  const { score } = member.result;
  const awaited = awaitedOf(member);
  return policy.kinds.flatMap((kind) => {
    if (kind.mechanism === 'cappedBonus') return [];
    const where = score.counted.flatMap((period) => {
      if (kind.mechanism === 'plan' && awaited.includes(period)) return [];
      const lost = lossIn(kind, score.periods[period - 1]?.kinds[kind.id]);
      return lost === 0 ? [] : [{ period, lost }];
    });
    const total = where.reduce((sum, { lost }) => sum + lost, 0);
    if (total === 0) return [];
    const parts = where.map(({ period, lost }) => `${periodName(policy, period)} ${formatPoints(lost)}`);
    return [`${kind.name} ${inPoints(points(total))}（${parts.join('、')}）`];
  });
}

function lossIn(kind: Exclude<Kind, { mechanism: 'cappedBonus' }>, figure: Points | undefined): Points {
  return points(kind.period - (figure ?? kind.period));
}
