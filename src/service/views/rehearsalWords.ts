/** A rehearsal in words, for a meeting: the totals of both sides, then each member whom the draft would change, and why. */
import type { Policy } from '../../domain/policy/policy.ts';
import type { MemberResult } from '../../domain/year/evaluate.ts';
import type { MemberRehearsal, RehearsalTotals } from '../../domain/year/rehearsal.ts';
import type { Adjustment } from '../../domain/year/underDraft.ts';
import type { RehearsedYear } from '../rehearseYear.ts';
import { gradeName, inPoints, levelName, periodName, shortDay, STANDING_NAMES } from './naming.ts';

const SHORT = 12;

export function rehearsalText(rehearsed: RehearsedYear): string {
  const { source, rehearsal } = rehearsed;
  const { organisation, year, example, records } = source;
  const { booked, drafted, counts, totals, adjustments, members } = rehearsalLines(rehearsed);
  return [
    `${organisation}${example ? '（示例）' : ''} ${year} 年预演：只作比较，账上没有任何改动`,
    `账上：${booked}`,
    `草案：${drafted}`,
    `共 ${records.length} 人：${counts.map(({ label, count }) => `${label} ${count} 人`).join('，')}`,
    '',
    '合计（账上 → 草案）',
    ...totals.map((line) => `  ${line}`),
    ...(adjustments.length === 0 ? [] : ['', '各笔', ...adjustments.map((line) => `  ${line}`)]),
    '',
    rehearsal.members.length === 0 ? '没有人因草案而有变化。' : '逐人（账上 → 草案）',
    ...members.flatMap(({ person, unchanged, lines }) => [
      `  ${person?.number ?? ''} ${person?.name ?? ''}${unchanged ? '：结果不变' : ''}`,
      ...lines.map((line) => `      ${line}`),
    ]),
  ].join('\n');
}

const COUNTED = [
  ['points', '积分有变'],
  ['standing', '参加情况有变'],
  ['grade', '等次有变'],
  ['rank', '名次有变'],
  ['top', '进出名额'],
  ['eligible', '评优层级有变'],
] as const;

/** The parts of a rehearsal, for the terminal and the page. */
export function rehearsalLines(rehearsed: RehearsedYear) {
  const { source, draft, rehearsal } = rehearsed;
  const name = ({ policy, sha256 }: typeof draft) =>
    `《${policy.title}》${policy.version}${sha256 === '' ? '' : `（${sha256.slice(0, SHORT)}）`}`;
  return {
    booked: name(source.version),
    drafted: name(draft),
    counts: COUNTED.map(([id, label]) => ({ id, label, count: rehearsal.counts[id] })),
    totals: totalLines(rehearsed),
    adjustments: adjustmentTotals(rehearsed),
    members: rehearsal.members.map((one) => {
      const record = source.records[one.index];
      return {
        id: record?.id ?? '',
        person: record?.person,
        touched: one.touched,
        unchanged: one.touched.length === 0,
        lines: memberLines(rehearsed, one),
      };
    }),
  };
}

const arrow = (before: string, after: string) => (before === after ? before : `${before} → ${after}`);

/** The names of both versions' lists by id, the draft's where it has one. */
function namesOf<Named extends { readonly id: string; readonly name: string }>(
  before: readonly Named[],
  after: readonly Named[],
): Map<string, string> {
  return new Map([...before, ...after].map(({ id, name }) => [id, name]));
}

function totalLines({ source, draft, rehearsal }: RehearsedYear): string[] {
  const { before, after } = rehearsal.totals;
  const [booked, drafted] = [source.version.policy, draft.policy];
  const line = (name: string, of: (side: RehearsalTotals) => string) =>
    `${name}：${arrow(of(before), of(after))}`;
  const each = (names: Map<string, string>, of: (side: RehearsalTotals, id: string) => string) =>
    [...names].map(([id, name]) => line(name, (side) => of(side, id)));
  const people = (value: number | undefined) => (value === undefined ? '无此项' : `${value} 人`);
  return [
    ...each(namesOf(booked.kinds, drafted.kinds), ({ points }, id) => {
      const sum = points[id];
      return sum === undefined ? '无此项' : inPoints(sum);
    }),
    line('参加评定', ({ control }) => people(control.graded)),
    ...each(namesOf(booked.grades.bands, drafted.grades.bands), ({ control }, id) =>
      people(control.grades[id]),
    ),
    `名额（前 ${arrow(`${booked.topShare.percent}%`, `${drafted.topShare.percent}%`)}）：${arrow(`${before.places} 个`, `${after.places} 个`)}`,
    line('在内', ({ inside }) => people(inside)),
    line('边缘并列', ({ tied }) => people(tied)),
    line('被认定不合格、计入基数但不占名次', ({ unranked }) => people(unranked)),
    ...each(namesOf(booked.eligibility.bands, drafted.eligibility.bands), ({ eligible }, id) =>
      people(eligible[id]),
    ),
  ];
}

const HOW: Readonly<Record<Adjustment['how'], string>> = {
  leftOut: '草案没有，未计入',
  repriced: '按草案的分值',
  cut: '按草案的限额减少',
};

function nameOf(policy: Policy, item: string): string {
  const found = [...policy.items, ...policy.grounds].find(({ id }) => id === item);
  return found === undefined ? item : `${item} ${found.name}`;
}

function adjustmentTotals({ source, rehearsal }: RehearsedYear): string[] {
  const all = rehearsal.members.flatMap(({ adjustments }) => adjustments);
  if (all.length === 0) return [];
  const groups = Map.groupBy(all, ({ how, item }) => `${HOW[how]}：${nameOf(source.version.policy, item)}`);
  return [...groups].map(([name, some]) => `${name}，${some.length} 笔`);
}

function memberLines({ source, draft, rehearsal }: RehearsedYear, member: MemberRehearsal): string[] {
  const { before, after, touched, adjustments } = member;
  const [booked, drafted] = [source.version.policy, draft.policy];
  const said: Readonly<Record<(typeof touched)[number], () => string>> = {
    points: () =>
      `全年 ${arrow(inPoints(before.score.year), inPoints(after.score.year))}${figuresText(booked, drafted, member)}`,
    standing: () => `参加情况 ${arrow(standingText(before), standingText(after))}`,
    grade: () => `等次 ${arrow(gradeText(booked, before), gradeText(drafted, after))}`,
    rank: () => `名次 ${arrow(rankText(before), rankText(after))}`,
    top: () =>
      `名额 ${arrow(placeText(booked, before, rehearsal.totals.before), placeText(drafted, after, rehearsal.totals.after))}`,
    eligible: () => `可参加 ${arrow(levelsText(booked, before), levelsText(drafted, after))}`,
  };
  return [...touched.map((one) => said[one]()), ...adjustments.map((one) => adjustmentText(booked, one))];
}

function figuresText(booked: Policy, drafted: Policy, { figures, before, after }: MemberRehearsal): string {
  const kinds = namesOf(booked.kinds, drafted.kinds);
  const parts = figures.map(
    (one) =>
      `${periodName(drafted, one.period)}${kinds.get(one.kind) ?? one.kind} ${arrow(inPoints(one.before), inPoints(one.after))}`,
  );
  const graded = (one: MemberResult) => (one.graded === null ? '不评定' : inPoints(one.graded));
  if (before.graded !== before.score.year || after.graded !== after.score.year)
    parts.push(`评定分 ${arrow(graded(before), graded(after))}`);
  return `（${parts.join('；')}）`;
}

const standingText = ({ standing, disqualified }: MemberResult) =>
  `${STANDING_NAMES[standing]}${disqualified.length > 0 ? `，认定为不合格（${disqualified.join('、')}）` : ''}`;

const gradeText = (policy: Policy, { grade }: MemberResult) =>
  grade === null ? '不评定' : gradeName(policy, grade);

const rankText = ({ rank }: MemberResult) => (rank === null ? '无名次' : `第 ${rank} 名`);

const levelsText = (policy: Policy, { eligible }: MemberResult) =>
  eligible.map((id) => levelName(policy, id)).join('、') || '无';

/** Inside or not, and what decided it: ties at the edge and those who hold no place are told in words. */
function placeText({ topShare }: Policy, result: MemberResult, { places, tied }: RehearsalTotals): string {
  if (result.rank === null)
    return result.disqualified.length > 0 ? '不在内（认定为不合格，不占名次）' : '不在内（不参加评定）';
  const edge = `${places} 个名额的边缘有 ${tied} 人并列，按${topShare.ties === 'inside' ? '都在内' : '都不在内'}`;
  if (result.tie) return `${result.top ? '在内' : '不在内'}（${edge}）`;
  return result.top ? '在内' : `不在内（名额 ${places} 个，第 ${result.rank} 名）`;
}

function adjustmentText(policy: Policy, { how, item, entry, after }: Adjustment): string {
  const amounts =
    entry === null
      ? ''
      : `，${after === null ? inPoints(entry.amount) : arrow(inPoints(entry.amount), inPoints(after))}`;
  const day = entry === null ? '' : `${shortDay(entry.day)} `;
  return `${HOW[how]}：${day}${nameOf(policy, item)}${amounts}`;
}
