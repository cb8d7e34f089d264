/** 季度党员积分汇总一览表: every member's points of one period, by the period's filing day (forms.md, An1.7). */
import { type Day, lastDay } from '../domain/period.ts';
import type { Points } from '../domain/points.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import { type YearMember } from '../service/views/entryWords.ts';
import { longDay, periodName, TYPE_NAMES } from '../service/views/naming.ts';
import type { PeriodFiling } from '../service/views/round/periodFiling.ts';
import { originOf } from './origin.ts';
import {
  type Box,
  type Cell,
  type Column,
  count,
  EMPTY,
  known,
  NONE,
  type Paper,
  pointsOf,
  type Row,
  text,
} from './paper.ts';
import { periodFigures, periodStanding } from './periodStanding.ts';
import { periodRemark } from './remarks.ts';

/** `period`: 1…count of the policy's periods. `filing` null: no round of it is in the books, and its places are left for a hand. */
export function periodSummary(branch: BranchYear, period: number, filing: PeriodFiling | null = null): Paper {
  const { policy } = branch.version;
  const label = periodName(policy, period);
  return {
    form: 'periodSummary',
    title: periodSummaryTitle(policy),
    orientation: 'landscape',
    example: branch.example,
    running: `${branch.organisation} ${branch.year} 年 ${label}`,
    head: [
      [
        { label: '党组织名称', value: text(branch.organisation) },
        { label: '年度', value: text(`${branch.year} 年`) },
        { label: policy.periods.name, value: text(label) },
        { label: '党支部书记', value: EMPTY },
      ],
    ],
    table: {
      columns: columnsOf(policy),
      rows: branch.members.map((member, index) => rowOf(branch, member, period, index + 1, filing)),
    },
    figures: figuresOf(branch, period, filing),
    boxes: boxesOf(filing),
    notes: notesOf(branch, period),
    origin: originOf(branch),
  };
}

export const periodSummaryTitle = (policy: Policy): string => `${policy.periods.name}党员积分汇总一览表`;

function columnsOf(policy: Policy): Column[] {
  const figure = (title: string): Column => ({ title, width: 9.5, align: 'right' });
  return [
    { title: '序号', width: 5, align: 'center' },
    { title: '姓名', width: 13, align: 'left' },
    { title: '类型', width: 13, align: 'left' },
    ...policy.kinds.map(({ name }) => figure(name)),
    figure('扣分'),
    figure(`${policy.periods.name}积分`),
    figure('累计积分'),
    { title: '公示情况', width: 13, align: 'left' },
    { title: '备注', width: 40, align: 'left' },
  ];
}

function rowOf(
  { version: { policy }, year }: BranchYear,
  member: YearMember,
  period: number,
  number: number,
  filing: PeriodFiling | null,
): Row {
  const { score } = member.result;
  const figures = score.periods[period - 1];
  const counts = score.counted.includes(period);
  const figure = (value: Points | undefined): Cell =>
    counts && value !== undefined ? pointsOf(value) : NONE;
  const begun = score.counted.some((counted) => counted <= period);
  const { type } = periodStanding(
    member.member,
    { year, count: policy.periods.count },
    period,
    score.counted,
  );
  return {
    role: 'entry',
    cells: [
      count(number),
      text(member.person.name),
      text(TYPE_NAMES[type]),
      ...policy.kinds.map(({ id }) => figure(figures?.kinds[id])),
      figure(figures?.deduction),
      figure(figures?.points),
      begun && figures !== undefined ? pointsOf(figures.cumulative) : NONE,
      known(filing?.notices.get(member.id) ?? null),
      known(periodRemark(policy, year, member, period)),
    ],
  };
}

function figuresOf(
  { version: { policy }, year, members }: BranchYear,
  period: number,
  filing: PeriodFiling | null,
): Paper['figures'] {
  const calendar = { year, count: policy.periods.count };
  const figures = periodFigures(
    members.map(({ member, result }) => periodStanding(member, calendar, period, result.score.counted)),
  );
  return [
    [
      { label: '应参加', value: count(figures.expected) },
      { label: '实参加', value: count(figures.participating) },
      { label: '免予', value: count(figures.exempt) },
      { label: '预备党员', value: count(figures.probationary) },
      { label: '入党积极分子', value: count(figures.applicants) },
      ...(filing === null ? [] : [{ label: '待定', value: count(filing.pending) }]),
    ],
  ];
}

const BY_HAND = '____ 年 __ 月 __ 日';

/** What the books know stands there; the rest is left for a hand, and signatures always are. */
function boxesOf(filing: PeriodFiling | null): Box[] {
  const { submitted, reviewed, filed } = filing ?? { submitted: null, reviewed: null, filed: null };
  const day = (one: { readonly on: Day } | null) => (one === null ? BY_HAND : longDay(one.on));
  const late = submitted?.late === true ? '（逾期）' : '';
  return [
    { title: '记分员', lines: ['签名：________________', `日期：${BY_HAND}`] },
    { title: '党支部书记', lines: ['签名：________________', `上报日期：${day(submitted)}${late}`] },
    {
      title: '党委审核意见',
      lines: [
        reviewed?.words ?? '',
        '（章）',
        `审核日期：${day(reviewed)}`,
        `备案号：${filed?.words || '________________'}${filed === null ? '' : `（${longDay(filed.on)}）`}`,
      ],
    },
  ];
}

function notesOf({ version: { policy }, year }: BranchYear, period: number): string[] {
  const month = lastDay({ year, count: policy.periods.count }, period).slice(0, 7);
  const due = `${month}-${String(policy.periods.filingDay).padStart(2, '0')}`;
  const pools = policy.kinds.filter(({ mechanism }) => mechanism === 'pool').map(({ name }) => name);
  return [
    `${policy.periods.name}积分 = ${policy.kinds.map(({ name }) => name).join(' + ')}。${pools.join('、')}为扣分之后的数，扣分为本期实际扣去的分值。“—”为本期不计分。`,
    `应参加、实参加、免予、预备党员、入党积极分子按本期第一天在册人数计；应参加 = 实参加 + 免予。于 ${due} 前上报。`,
  ];
}
