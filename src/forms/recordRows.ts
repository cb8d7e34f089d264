/**
 * The rows of a member's record table. Every recorded entry stands once, under its number; what caps, floors and larger
 * entries change stands in rows without one, so that a period's rows add up to its figures.
 */
import { type Points, points } from '../domain/points.ts';
import type { Entry, Line } from '../domain/policy/line.ts';
import type { Kind, Policy } from '../domain/policy/policy.ts';
import type { PeriodScore } from '../domain/year/score.ts';
import type { YearMember } from '../service/views/entryWords.ts';
import { periodName } from '../service/views/naming.ts';
import { type Cell, pointsOf, type Row, text } from './paper.ts';
import {
  adjustmentRow,
  apartRow,
  enteredRow,
  groundRow,
  type Numbers,
  RECORD_WIDTH,
} from './recordEntries.ts';
import { periodStanding } from './periodStanding.ts';

export function recordRows(policy: Policy, year: number, member: YearMember): Row[] {
  const numbers = numbering();
  const { score } = member.result;
  const rows = score.periods.flatMap((figures) => {
    const { period } = figures;
    return score.counted.includes(period)
      ? [
          ...enteredRows(policy, member, period, numbers),
          ...groundRows(policy, member, period, numbers),
          ...adjustedRows(policy, member, period, numbers),
          sumRow(policy, figures),
        ]
      : [...groundRows(policy, member, period, numbers), uncountedRow(policy, year, member, period)];
  });
  return [...rows, ...apartRows(policy, member, numbers)];
}

function numbering(): Numbers {
  const numbers = new Map<string, number>();
  return {
    of: (id) => numbers.get(id),
    next(id) {
      numbers.set(id, numbers.size + 1);
      return numbers.size;
    },
  };
}

type Dated = { readonly day: string };
const byDay = (a: Dated, b: Dated) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** Entries of the period by day, each once: in full effect, or absorbed by another. */
function enteredRows(policy: Policy, member: YearMember, period: number, numbers: Numbers): Row[] {
  const lines = member.result.score.lines.filter(
    (line): line is Line & { entry: Entry } =>
      line.period === period && line.entry !== null && (line.told === 'counts' || line.told === 'absorbed'),
  );
  lines.sort((a, b) => byDay(a.entry, b.entry));
  for (const { entry } of lines) numbers.next(entry.id);
  return lines.map((line) => enteredRow(policy, member, line, numbers));
}

const groundRows = (policy: Policy, member: YearMember, period: number, numbers: Numbers): Row[] =>
  member.grounds
    .filter((ground) => ground.period === period)
    .toSorted(byDay)
    .map((ground) => groundRow(policy, ground, numbers.next(`ground ${ground.id}`)));

/** What larger entries, floors and caps changed in the period. */
const adjustedRows = (policy: Policy, member: YearMember, period: number, numbers: Numbers): Row[] =>
  member.result.score.lines
    .filter((line) => line.period === period && !['opening', 'counts', 'absorbed'].includes(line.told))
    .map((line) => adjustmentRow(policy, line, numbers));

/** After each period: 得分 奖励 扣分 季度积分 累计 (readings.md: points = 得分 + 奖励 − 扣分). */
function sumRow(policy: Policy, figures: PeriodScore): Row {
  const sum = (share: (kind: Kind) => number) =>
    points(policy.kinds.reduce((total, kind) => total + share(kind), 0));
  const figureOf = (kind: Kind, mechanism: Kind['mechanism']) =>
    kind.mechanism === mechanism ? (figures.kinds[kind.id] ?? 0) : 0;
  const pairs: [string, Points][] = [
    ['得分', sum((kind) => (kind.mechanism === 'pool' ? kind.period : figureOf(kind, 'plan')))],
    ['奖励', sum((kind) => figureOf(kind, 'cappedBonus'))],
    ['扣分', figures.deduction],
    [`${policy.periods.name}积分`, figures.points],
    ['累计', figures.cumulative],
  ];
  return {
    role: 'sum',
    cells: [
      periodCell(policy, figures.period),
      ...pairs.flatMap(([label, value]): Cell[] => [
        { ...text(label), align: 'right' },
        { ...pointsOf(value), align: 'left', strong: true },
      ]),
    ],
  };
}

const periodCell = (policy: Policy, period: number): Cell => ({
  ...text(periodName(policy, period)),
  span: 2,
  align: 'center',
  strong: true,
});

function uncountedRow(policy: Policy, year: number, member: YearMember, period: number): Row {
  const calendar = { year, count: policy.periods.count };
  const { state } = periodStanding(member.member, calendar, period, member.result.score.counted);
  const why: Cell = { ...text(`不计分：${UNCOUNTED[state]}`), span: RECORD_WIDTH - 2, align: 'left' };
  return { role: 'sum', cells: [periodCell(policy, period), why] };
}

const UNCOUNTED = {
  counted: '',
  left: '期初已转出',
  elsewhere: '由原支部登记，凭转移证明转入',
  notYetJoined: '期初尚未加入本支部',
  exempt: '免予参加积分管理',
  notYetFull: '期初尚未转正，考察',
  notExamined: '期初党章考试尚未合格，考察',
} as const;

/** 考察 and 免予 entries stay on record and in no figure: year-files.md. */
function apartRows(policy: Policy, member: YearMember, numbers: Numbers): Row[] {
  const { apart } = member.result.score;
  if (apart.length === 0) return [];
  const heading: Cell = { ...text('以下记录所在期间不计分（考察或免予），只作记录'), span: RECORD_WIDTH };
  return [
    { role: 'section', cells: [heading] },
    ...apart.toSorted(byDay).map((entry) => apartRow(policy, member, entry, numbers.next(entry.id))),
  ];
}
