/** 积分说明单: everything behind one figure of one member, in words that screen, paper and API share. Pure. */
import type { Statement, StatementRow } from '../../contract/statement.ts';
import { formatPoints, points } from '../../domain/points.ts';
import { periodOf } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { awaitedNames, awaitedSentence } from './awaited.ts';
import type { BranchYear } from './branchYear.ts';
import { distanceSentence } from './distance.ts';
import { amountOf, doorTo, labelOf, scoreOf, textOf } from './doors.ts';
import type { YearMember } from './entryWords.ts';
import { type Figure, figureId } from './figure.ts';
import { inPoints, kindOf, poolKinds, sizeOf } from './naming.ts';
import * as sums from './statementRows.ts';
import { transferNotes } from './transferNotes.ts';
import { type Touch, touchedReadings, touchesOf } from './touched.ts';
import { eligibilityRows, gradeRows, rankRows, topRemark } from './verdictRows.ts';

export function statementOf(branch: BranchYear, member: YearMember, figure: Figure): Statement {
  const { policy } = branch.version;
  const rows = rowsOf(branch, member, figure);
  const amount = amountOf(branch, member, figure);
  const text = textOf(branch, member, figure);
  const readings = touchedReadings(policy, touchesOfFigure(branch, member, figure));
  return {
    figure: figureId(figure),
    title: labelOf(branch, figure),
    text,
    sentence: sentenceOf(branch, member, figure),
    rows,
    total: amount === undefined ? null : formatPoints(amount),
    notes: [
      ...awaitedNotes(branch, member, figure),
      ...notesOf(branch, member, figure),
      ...transferNotes(branch, member, figure),
    ],
    doors: doorsFrom(branch, member, figure),
    readings,
    clauses: clausesOf(policy, figure, rows),
  };
}

function rowsOf(branch: BranchYear, member: YearMember, figure: Figure): StatementRow[] {
  switch (figure.of) {
    case 'kind':
      return sums.kindRows(branch, member, figure.period, figure.kind);
    case 'deduction':
      return sums.deductionRows(branch, member, figure.period);
    case 'points':
      return sums.pointsRows(branch, member, figure.period);
    case 'cumulative':
      return sums.cumulativeRows(branch, member, figure.period);
    case 'yearKind':
      return sums.yearKindRows(branch, member, figure.kind);
    case 'yearDeduction':
      return sums.yearDeductionRows(branch, member);
    case 'year':
      return sums.cumulativeRows(branch, member);
    case 'graded':
      return sums.gradedRows(branch, member);
    case 'grade':
      return gradeRows(branch, member);
    case 'rank':
      return rankRows(branch, member);
    case 'eligibility':
      return eligibilityRows(branch, member);
  }
}

function sentenceOf(branch: BranchYear, member: YearMember, figure: Figure): string {
  const { policy } = branch.version;
  const text = textOf(branch, member, figure);
  const label = labelOf(branch, figure);
  if (
    'period' in figure &&
    figure.of !== 'cumulative' &&
    !member.result.score.counted.includes(figure.period)
  )
    return `${label}不计：${sums.whyApart(branch, member, figure.period)}。`;
  if (figure.of === 'grade' || figure.of === 'graded' || figure.of === 'year')
    return distanceSentence(branch, member);
  if (figure.of === 'rank' && member.result.rank !== null)
    return `${member.person.name}${text}，前 ${policy.topShare.percent}% 有 ${branch.places} 个名额，${topRemark(member)}`;
  if (figure.of === 'rank' || figure.of === 'eligibility') return `${label}：${text}。`;
  return `${member.person.name}${label}为 ${text} 分${'period' in figure && 'kind' in figure ? kindWords(policy, member, figure) : ''}。`;
}

/** How a kind's figure stands to its period's share, in half a sentence. */
function kindWords(
  policy: Policy,
  member: YearMember,
  { period, kind: id }: { period: number; kind: string },
): string {
  const kind = kindOf(policy, id);
  if (kind.mechanism === 'cappedBonus') return '';
  const lost = points(kind.period - (scoreOf(member, period).kinds[id] ?? 0));
  const share = kind.mechanism === 'pool' ? '期初记入' : '本期计划';
  if (lost === 0) return `，${share} ${inPoints(kind.period)}，没有失分`;
  return `，${share} ${inPoints(kind.period)}，${lost > 0 ? `失 ${sizeOf(lost)}` : `冲回先前的 ${sizeOf(lost)}`}`;
}

/** A grade before the year is whole is no grade. */
function awaitedNotes(branch: BranchYear, member: YearMember, { of }: Figure): string[] {
  const awaited = awaitedNames(branch, member);
  if ((of === 'graded' || of === 'grade') && awaited !== null)
    return [`${awaited}还没有登记：这里按现有积分推算，不是评定结果。`];
  const everybody = awaitedSentence(branch);
  return (of === 'rank' || of === 'eligibility') && everybody !== null ? [everybody] : [];
}

function notesOf(branch: BranchYear, member: YearMember, figure: Figure): string[] {
  const { policy } = branch.version;
  switch (figure.of) {
    case 'kind':
      return poolNotes(policy, member, figure.period, figure.kind);
    case 'deduction':
      return [
        '扣分分值是真正生效的扣分：期初记入的分数减去期末实得的分数。',
        ...poolKinds(policy).flatMap(({ id }) => poolNotes(policy, member, figure.period, id)),
      ];
    case 'points':
      return [formulaNote(policy, member, figure.period)];
    case 'rank':
      return [
        '名次按评定分排，同分同名次（1、2、2、4）；被认定不合格的不占名次。名次只供会议评定和本人查看。',
      ];
    case 'eligibility':
      return ['“可以参加”是参评资格，不是授予；由会议决定。'];
    case 'grade':
      return ['等次由党支部评定、报党委审核；这里只按办法列出分数落在哪一档，不代替会议决定。'];
    default:
      return [];
  }
}

/** 冲减前期, 冲回: why a pool's figure lies outside its period's share. */
function poolNotes(policy: Policy, member: YearMember, period: number, kind: string): string[] {
  const pool = kindOf(policy, kind);
  const figure = scoreOf(member, period).kinds[kind] ?? 0;
  if (pool.mechanism !== 'pool' || !member.result.score.counted.includes(period)) return [];
  if (figure < 0)
    return [
      `冲减前期：本期扣分大于本期记入的 ${sizeOf(pool.period)}，多出的部分冲减前期已得的${pool.name}，所以本期为负数。`,
    ];
  if (figure > pool.period)
    return [`冲回：先前的扣分在本期由同一事件中更大的一笔代替或退回，所以本期多于 ${sizeOf(pool.period)}。`];
  return [];
}

/** 三（一）: 党员积分 = 得分分值 + 奖励分分值 − 扣分分值. */
function formulaNote(policy: Policy, member: YearMember, period: number): string {
  const score = scoreOf(member, period);
  if (!member.result.score.counted.includes(period)) return '本期不计分。';
  const of = (mechanism: string) =>
    policy.kinds.reduce(
      (sum, kind) => sum + (kind.mechanism === mechanism ? (score.kinds[kind.id] ?? 0) : 0),
      0,
    );
  const given = policy.kinds.reduce((sum, kind) => sum + (kind.mechanism === 'pool' ? kind.period : 0), 0);
  return (
    `按办法 ${policy.grades.clause} 的算式：得分分值 ${inPoints(points(given + of('plan')))} + 奖励分分值 ${inPoints(points(of('cappedBonus')))}` +
    ` − 扣分分值 ${inPoints(score.deduction)} = ${inPoints(score.points)}。`
  );
}

function doorsFrom(branch: BranchYear, member: YearMember, figure: Figure) {
  const to = (next: Figure) => doorTo(branch, member, next);
  if (figure.of === 'kind') return [to({ of: 'points', period: figure.period })];
  if (figure.of === 'deduction' || figure.of === 'points')
    return [to({ of: 'cumulative', period: figure.period }), to({ of: 'year' })];
  if (figure.of === 'year' || figure.of === 'graded')
    return branch.version.policy.kinds
      .map(({ id }) => to({ of: 'yearKind', kind: id }))
      .concat(to({ of: 'grade' }));
  return [to({ of: 'year' })];
}

function touchesOfFigure(branch: BranchYear, member: YearMember, figure: Figure): Set<Touch> {
  const { policy } = branch.version;
  const { score, tie, disqualified, standing } = member.result;
  const calendar = sums.calendarOf(branch);
  const touches = new Set<Touch>();
  const within = (period: number, kind: string) =>
    !('period' in figure) || (figure.of === 'cumulative' ? period <= figure.period : period === figure.period)
      ? !('kind' in figure) || figure.kind === kind
      : false;
  const judged = VERDICTS[figure.of] !== undefined;
  for (const line of score.lines) {
    if (judged || !within(line.period, line.kind)) continue;
    const later = line.entry !== null && periodOf(calendar, line.entry.day) !== line.entry.period;
    for (const touch of touchesOf(policy, line, later)) touches.add(touch);
  }
  for (let period = 1; period <= calendar.count; period += 1) {
    const why = sums.whyOf(branch, member, period);
    if (why !== null && (!('period' in figure) || figure.period === period)) touches.add(why.touch);
  }
  if (transferNotes(branch, member, figure).length > 0) touches.add('transfer');
  if ('period' in figure || figure.of === 'yearKind') return touches;
  if (score.counted.length < calendar.count && standing === 'graded') touches.add('partYear');
  if (standing === 'unrated') touches.add('unscored').add('partYear');
  if (disqualified.length > 0) touches.add('disqualification');
  for (const touch of VERDICTS[figure.of] ?? []) touches.add(touch);
  if (tie && (figure.of === 'rank' || figure.of === 'eligibility')) touches.add('tie');
  return touches;
}

const VERDICTS: Readonly<Partial<Record<Figure['of'], readonly Touch[]>>> = {
  grade: ['grade'],
  rank: ['topShare'],
  eligibility: ['eligibility', 'topShare'],
};

/** The clauses a reader would want to hold beside the figure, each once, in the measure's order. */
function clausesOf(policy: Policy, figure: Figure, rows: readonly StatementRow[]) {
  const cited = new Set(rows.flatMap(({ entry }) => (entry === null ? [] : [entry.item.clause])));
  if ('kind' in figure) cited.add(kindOf(policy, figure.kind).clause);
  if (figure.of === 'points' || figure.of === 'deduction' || figure.of === 'grade')
    cited.add(policy.grades.clause);
  if (figure.of === 'rank') cited.add(policy.topShare.clause);
  if (figure.of === 'eligibility') cited.add(policy.eligibility.clause).add(policy.topShare.clause);
  return policy.clauses
    .filter(({ id }) => cited.has(id))
    .map(({ id, title, text }) => ({ id, title: title ?? '', text: text ?? '' }));
}
