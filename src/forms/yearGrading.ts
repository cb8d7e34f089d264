/** 年度党员积分汇总及评定格次表: the year's points, grades and ranks (forms.md, An1.8, 4.3). */
import type { Policy } from '../domain/policy/policy.ts';
import { awaitedSentence } from '../service/views/awaited.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import type { YearMember } from '../service/views/entryWords.ts';
import { gradeName, levelName } from '../service/views/naming.ts';
import { gradeOrStanding } from './gradeOrStanding.ts';
import { originOf } from './origin.ts';
import {
  type Box,
  type Column,
  count,
  EMPTY,
  type Field,
  known,
  NONE,
  type Paper,
  pointsOf,
  type Row,
  text,
} from './paper.ts';
import { yearRemark } from './remarks.ts';

export const YEAR_GRADING_TITLE = '年度党员积分汇总及评定格次表';

export function yearGrading(branch: BranchYear): Paper {
  const { policy } = branch.version;
  return {
    form: 'yearGrading',
    title: YEAR_GRADING_TITLE,
    orientation: 'landscape',
    example: branch.example,
    running: `${branch.organisation} ${branch.year} 年度`,
    head: [
      [
        { label: '党组织名称', value: text(branch.organisation) },
        { label: '年度', value: text(`${branch.year} 年`) },
        { label: '党支部书记', value: EMPTY },
      ],
    ],
    table: {
      columns: columnsOf(policy),
      rows: branch.members.map((member, index) => rowOf(branch, member, index + 1)),
    },
    figures: figuresOf(branch),
    boxes: BOXES,
    notes: [...[awaitedSentence(branch) ?? []].flat(), ...notesOf(branch)],
    origin: originOf(branch),
  };
}

function columnsOf(policy: Policy): Column[] {
  const figure = (title: string): Column => ({ title, width: 9.5, align: 'right' });
  return [
    { title: '序号', width: 5, align: 'center' },
    { title: '姓名', width: 12, align: 'left' },
    ...policy.periods.labels.map(figure),
    figure('年度积分'),
    { title: '格次', width: 8, align: 'center' },
    { title: '名次', width: 6, align: 'center' },
    { title: `是否前 ${policy.topShare.percent}%`, width: 8, align: 'center' },
    { title: '可参评层级', width: 21.5, align: 'left' },
    { title: '备注', width: 36, align: 'left' },
  ];
}

function rowOf({ version: { policy }, year }: BranchYear, member: YearMember, number: number): Row {
  const { score, rank, top, eligible } = member.result;
  const levels = eligible.map((id) => levelName(policy, id));
  return {
    role: 'entry',
    cells: [
      count(number),
      text(member.person.name),
      ...score.periods.map(({ period, points }) =>
        score.counted.includes(period) ? pointsOf(points) : NONE,
      ),
      score.counted.length > 0 ? pointsOf(score.year) : NONE,
      text(gradeOrStanding(policy, member.result)),
      rank === null ? NONE : count(rank),
      rank === null ? NONE : text(top ? '是' : '否'),
      levels.length === 0 ? NONE : text(levels.join('、')),
      known(yearRemark(policy, year, member)),
    ],
  };
}

/** 参加积分管理党员数 = the grades' sum + 不评定; whoever is outside that sum stands on the second line. */
function figuresOf({ version: { policy }, control }: BranchYear): Field[][] {
  const grades = policy.grades.bands.map(({ id, name }) => ({
    label: name,
    value: count(control.grades[id] ?? 0),
  }));
  return [
    [
      { label: '参加积分管理党员数', value: count(control.participating) },
      ...grades,
      { label: '不评定', value: count(control.unrated) },
    ],
    [
      { label: '应参加', value: count(control.expected) },
      { label: '免予', value: count(control.exempt) },
      { label: '预备党员', value: count(control.probationary) },
      { label: '入党积极分子', value: count(control.applicants) },
      { label: '转出', value: count(control.left) },
    ],
  ];
}

const BOXES: readonly Box[] = [
  { title: '记分员', lines: ['签名：________________', '日期：____ 年 __ 月 __ 日'] },
  { title: '党支部书记', lines: ['签名：________________', '（章）', '日期：____ 年 __ 月 __ 日'] },
  { title: '党委审核意见', lines: ['', '（章）', '日期：____ 年 __ 月 __ 日', '备案号：________________'] },
];

function notesOf({ version: { policy }, control, members, places }: BranchYear): string[] {
  const grades = policy.grades.bands.map(({ name }) => name);
  const failing = members.filter(({ result }) => result.grade === policy.grades.failing);
  const unrated = members.filter(({ result }) => result.standing === 'unrated' && result.grade === null);
  const names = (of: readonly YearMember[]) => of.map(({ person }) => person.name).join('、');
  return [
    `参加积分管理党员数 = ${grades.join(' + ')} + 不评定；应参加 = 参加积分管理党员数 + 免予。“—”为该期不计分或无此项。`,
    ...(failing.length === 0
      ? []
      : [
          `${gradeName(policy, policy.grades.failing)} ${failing.length} 人：${names(failing)}，事由见备注。`,
        ]),
    ...(unrated.length === 0 ? [] : [`不评定 ${unrated.length} 人：${names(unrated)}，原因见备注。`]),
    `评定格次 ${control.graded} 人，前 ${policy.topShare.percent}% 名额 ${places} 个（${policy.topShare.clause}）；可参评层级是参评资格，不是授予。`,
  ];
}
