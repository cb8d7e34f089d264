/** 年度积分总表 and 年终评定 as one read model: members in roster order, never by score. */
import type { MemberRow, YearTable } from '../../contract/yearTable.ts';
import { formatPoints } from '../../domain/points.ts';
import { awaitedSentence } from './awaited.ts';
import type { BranchYear } from './branchYear.ts';
import type { YearMember } from './entryWords.ts';
import { gradeName, levelName, longDay, periodName, STANDING_NAMES, TYPE_NAMES } from './naming.ts';
import { placesRemark } from './verdictRows.ts';
import { yearHead } from './yearHead.ts';

export function yearTable(branch: BranchYear, organisationId: string): YearTable {
  const { policy } = branch.version;
  const members = branch.members.map((member) => memberRow(branch, member));
  return {
    head: yearHead(branch, organisationId),
    periods: policy.periods.labels.map((_, index) => ({
      period: index + 1,
      name: periodName(policy, index + 1),
    })),
    members,
    groups: [...new Set(members.flatMap(({ group }) => (group === null ? [] : [group])))],
    types: Object.entries(TYPE_NAMES).map(([id, name]) => ({ id, name })),
    grades: policy.grades.bands.map(({ id, name, label }) => ({ id, name, label: label ?? name })),
    control: controlFigures(branch),
    balance: balanceSentence(branch),
    places: branch.places,
    percent: policy.topShare.percent,
    awaited: awaitedSentence(branch),
    notes: gradingNotes(branch),
    forms: formDoors(branch),
  };
}

function memberRow(branch: BranchYear, member: YearMember): MemberRow {
  const { policy } = branch.version;
  const { person, result } = member;
  return {
    id: member.id,
    number: person.number,
    name: person.name,
    group: person.group,
    type: { id: member.member.type, name: TYPE_NAMES[member.member.type] },
    standing: { id: result.standing, name: STANDING_NAMES[result.standing] },
    periods: result.score.periods.map(({ period, points, cumulative }) => ({
      period,
      counted: result.score.counted.includes(period),
      points: formatPoints(points),
      cumulative: formatPoints(cumulative),
    })),
    year: formatPoints(result.score.year),
    graded: result.graded === null ? null : formatPoints(result.graded),
    grade: result.grade === null ? null : { id: result.grade, name: gradeName(policy, result.grade) },
    rank: result.rank,
    top: result.top,
    tie: result.tie,
    eligible: result.eligible.map((id) => ({ id, name: levelName(policy, id) })),
    support: result.support,
    remarks: remarksOn(branch, member),
  };
}

/** The reason of an exemption stays off a table that many read. */
function remarksOn({ version: { policy } }: BranchYear, { member, result }: YearMember): string[] {
  const remarks: string[] = [];
  if (result.standing !== 'graded') remarks.push(STANDING_NAMES[result.standing]);
  if (member.leftOn !== null && result.standing === 'left') remarks.push(`${longDay(member.leftOn)}转出`);
  if (result.standing === 'graded' && result.score.counted.length < policy.periods.count)
    remarks.push(`不满全年，计 ${result.score.counted.length} 个${policy.periods.name}`);
  if (result.disqualified.length > 0) remarks.push(`认定事由 ${result.disqualified.join('、')}`);
  if (result.score.apart.length > 0) remarks.push(`另有 ${result.score.apart.length} 笔记录不计分`);
  return remarks;
}

function controlFigures({ control, version: { policy } }: BranchYear): YearTable['control'] {
  const figure = (id: string, label: string, count: number) => ({ id, label, count });
  return [
    figure('expected', '应参加', control.expected),
    figure('participating', '实参加', control.participating),
    figure('exempt', '免予', control.exempt),
    ...policy.grades.bands.map(({ id, name }) => figure(id, name, control.grades[id] ?? 0)),
    figure('unrated', '不评定', control.unrated),
    figure('probationary', TYPE_NAMES.probationary, control.probationary),
    figure('applicants', TYPE_NAMES.applicant, control.applicants),
    figure('left', '已离开', control.left),
  ];
}

function balanceSentence({ control, version: { policy } }: BranchYear): string {
  const grades = policy.grades.bands.map(({ id, name }) => `${name} ${control.grades[id] ?? 0}`).join(' + ');
  return (
    `实参加 ${control.participating} = ${grades} + 不评定 ${control.unrated}；` +
    `应参加 ${control.expected} = 实参加 ${control.participating} + 免予 ${control.exempt}。`
  );
}

function gradingNotes(branch: BranchYear): string[] {
  const { policy } = branch.version;
  const ties = branch.members.filter(({ result }) => result.tie).length;
  const bands = policy.grades.bands.map(({ name, label }) => `${label ?? ''}为${name}`).join('，');
  return [
    '这里按办法列出每名党员落在哪一档，不作决定。等次由党支部评定，报党委审核、备案；“可以参加”评优是资格，不是授予。',
    `等次（办法 ${policy.grades.clause}）：${bands}。`,
    `前 ${policy.topShare.percent}%（办法 ${policy.topShare.clause}）：${placesRemark(branch)}`,
    ...(ties === 0 ? [] : [`名额边缘有 ${ties} 人同分并列，已作标记，请会议议定。`]),
    '等次为不合格的，系统只提出列为帮教对象的建议，由党支部确认。',
  ];
}

/** Papers of the year: addresses below the books' own, in the order in which they are filed. */
function formDoors({ version: { policy } }: BranchYear): YearTable['forms'] {
  const paper = (figure: string, label: string) => ({ figure, label, text: 'xlsx' });
  return [
    ...policy.periods.labels.map((label, index) =>
      paper(`periodSummary-${index + 1}`, `${label}党员积分汇总一览表`),
    ),
    paper('yearGrading', '年度党员积分汇总及评定格次表'),
    paper('all', '全部表格（含每名党员的积分管理记录表）'),
  ];
}
