/** 党员积分管理记录表: one member's whole year, entry by entry (forms.md, An1.4, An1.6). */
import type { Kind } from '../domain/policy/policy.ts';
import { type BranchYear, openingIn } from '../service/views/branchYear.ts';
import type { YearMember } from '../service/views/entryWords.ts';
import { awaitedNames } from '../service/views/awaited.ts';
import { TYPE_NAMES } from '../service/views/naming.ts';
import { gradeOrStanding } from './gradeOrStanding.ts';
import { originOf } from './origin.ts';
import { type Box, EMPTY, type Field, known, NONE, type Paper, pointsOf, text } from './paper.ts';
import { RECORD_COLUMNS } from './recordEntries.ts';
import { recordRows } from './recordRows.ts';
import { yearRemark } from './remarks.ts';

export const POINTS_RECORD_TITLE = '党员积分管理记录表';

export function pointsRecord(branch: BranchYear, member: YearMember): Paper {
  const { policy } = branch.version;
  const awaited = awaitedNames(branch, member);
  const remark = yearRemark(policy, branch.year, member);
  return {
    form: 'pointsRecord',
    title: POINTS_RECORD_TITLE,
    orientation: 'landscape',
    example: branch.example,
    running: `${branch.organisation} ${branch.year} 年度 ${member.person.number} ${member.person.name}`,
    head: headOf(branch, member),
    table: { columns: RECORD_COLUMNS, rows: recordRows(policy, branch.year, member) },
    figures: [figuresOf(branch, member, awaited !== null)],
    boxes: BOXES,
    notes: [
      ...(awaited === null ? [] : [`${awaited}还没有登记，年度积分是现有积分，全年登记后才评定。`]),
      ...(remark === '' ? [] : [`备注：${remark}。`]),
      `得分为期初给足的分值与任务所得之和；${policy.periods.name}积分 = 得分 + 奖励 − 扣分。没有序号的行是按办法调整的分值，逐行相加即得本期各数。`,
    ],
    origin: originOf(branch),
  };
}

function headOf(branch: BranchYear, one: YearMember): Field[][] {
  const { version, organisation, year } = branch;
  const { person, member } = one;
  const opening = openingIn(branch, one);
  return [
    [
      { label: '年度', value: text(`${year} 年`) },
      { label: '支部', value: text(organisation) },
      { label: '党小组', value: known(person.group) },
      { label: '编号', value: text(person.number) },
      { label: '姓名', value: text(person.name) },
    ],
    [
      { label: '性别', value: known(person.gender) },
      { label: '入党时间', value: known(person.admittedOn) },
      { label: '党员类型', value: text(TYPE_NAMES[member.type]) },
      { label: '职务', value: known(person.post) },
      { label: '分管领导', value: known(person.leader) },
    ],
    version.policy.kinds.map((kind) => {
      const given = opening?.amounts[kind.id];
      return { label: budgetLabel(kind), value: given === undefined ? NONE : pointsOf(given) };
    }),
  ];
}

function budgetLabel({ name, mechanism }: Kind): string {
  switch (mechanism) {
    case 'pool':
      return `${name}（全年给足）`;
    case 'plan':
      return `${name}（全年计划）`;
    case 'cappedBonus':
      return `${name}（全年至多）`;
  }
}

/** A year that still waits for a period has not been graded: the form leaves the place open. */
function figuresOf({ version: { policy } }: BranchYear, { result }: YearMember, isAwaited: boolean): Field[] {
  const { graded, score } = result;
  return [
    { label: '年度积分', value: score.counted.length === 0 ? NONE : pointsOf(score.year) },
    { label: '评定积分', value: isAwaited ? EMPTY : graded === null ? NONE : pointsOf(graded) },
    { label: '格次', value: isAwaited ? EMPTY : text(gradeOrStanding(policy, result)) },
    { label: '评定日期', value: EMPTY },
  ];
}

const BOXES: readonly Box[] = [
  { title: '记分员', lines: ['签名：________________', '日期：____ 年 __ 月 __ 日'] },
  { title: '党支部书记', lines: ['签名：________________', '日期：____ 年 __ 月 __ 日'] },
  { title: '党委审核', lines: ['', '（章）', '日期：____ 年 __ 月 __ 日'] },
];
