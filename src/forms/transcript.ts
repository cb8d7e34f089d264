/** 党员积分转移证明 (G22): what counted in the branch that is left, for the folder of the next one; signed by both. */
import type { Policy } from '../domain/policy/policy.ts';
import type { TranscriptEntry, TranscriptFile } from '../domain/year/transcript.ts';
import { periodName, TYPE_NAMES } from '../service/views/naming.ts';
import { type Box, type Column, type Field, known, type Paper, pointsOf, type Row, text } from './paper.ts';

const TRANSCRIPT_TITLE = '党员积分转移证明';

const SHORT = 12;

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 5, align: 'center' },
  { title: '日期', width: 11, align: 'center' },
  { title: '计入', width: 10, align: 'center' },
  { title: '条款', width: 22, align: 'left' },
  { title: '分值', width: 9, align: 'right' },
  { title: '事由', width: 26, align: 'left' },
  { title: '依据及提供单位', width: 24, align: 'left' },
];

/** `policy`: that of the year it was issued in, for names; null when there is no year in it. */
export function transcriptPaper({ content, hash }: TranscriptFile, policy: Policy | null): Paper {
  const { year, from, person, transcriptId } = content;
  const short = hash.slice(0, SHORT);
  const entries = year?.entries ?? [];
  return {
    form: 'transcript',
    title: TRANSCRIPT_TITLE,
    orientation: 'landscape',
    example: from.example,
    running: `${from.name} ${person.number} ${person.name}`,
    head: headOf(content),
    table: { columns: COLUMNS, rows: entries.map((entry, index) => rowOf(policy, entry, index + 1)) },
    figures: year === null ? [] : [figuresOf(policy, year)],
    boxes: BOXES,
    notes: notesOf(content),
    origin: {
      policy: year === null ? '' : `《${year.policy.title}》 版本 ${year.policy.version}`,
      source: `转移证明 · ${short}`,
      short: `转移证明 ${short}`,
      code: `jifen:transcript:${transcriptId}:${hash}`,
    },
  };
}

function headOf({
  person,
  standing,
  from,
  to,
  leftOn,
  issuedOn,
  basis,
  year,
}: TranscriptFile['content']): Field[][] {
  const exam = { label: '党章考试合格', value: known(standing.examPassedOn) };
  const full = { label: '转正时间', value: known(standing.fullOn) };
  return [
    [
      { label: '姓名', value: text(person.name) },
      { label: '性别', value: known(person.gender) },
      { label: '出生日期', value: known(person.bornOn) },
      { label: '入党时间', value: known(person.admittedOn) },
      { label: '党员类型', value: text(TYPE_NAMES[standing.type]) },
    ],
    [
      { label: '原支部', value: text(from.name) },
      { label: '转往支部', value: text(to) },
      { label: '离开日期', value: text(leftOn) },
      { label: '开具日期', value: text(issuedOn) },
      standing.type === 'applicant' ? exam : full,
    ],
    [
      { label: '年度', value: year === null ? known(null) : text(`${year.year} 年`) },
      { label: '依据', value: text(basis) },
    ],
  ];
}

function rowOf(policy: Policy | null, entry: TranscriptEntry, number: number): Row {
  const { item, day, period, amount, reason, evidence, supplier, from } = entry;
  const brought = from === null ? null : `由${from}转入`;
  return {
    role: 'entry',
    cells: [
      { kind: 'count', value: number },
      text(day),
      text(policy === null ? String(period) : periodName(policy, period)),
      text(itemWords(policy, item)),
      pointsOf(amount),
      known(reason),
      known([evidence, supplier, brought].filter((part) => part !== null && part !== '').join('；')),
    ],
  };
}

function itemWords(policy: Policy | null, id: string): string {
  const name = [...(policy?.items ?? []), ...(policy?.grounds ?? [])].find((one) => one.id === id)?.name;
  return name === undefined ? id : `${id} ${name}`;
}

/** The periods that counted, each with its points. */
function figuresOf(
  policy: Policy | null,
  { periods, figures }: NonNullable<TranscriptFile['content']['year']>,
): Field[] {
  return figures
    .filter(({ period }) => periods.includes(period))
    .map(({ period, points }) => ({
      label: `${policy === null ? period : periodName(policy, period)}积分`,
      value: pointsOf(points),
    }));
}

function notesOf({ year, issue }: TranscriptFile['content']): string[] {
  const head =
    year === null
      ? '原支部没有这一年的账册，只转个人情况。'
      : `原支部 ${year.year} 年账册到第 ${year.head.seq} 笔（${year.head.hash.slice(0, SHORT)}）。没有列出积分的各段在原支部不计分。`;
  return [
    ...(issue === 1 ? [] : [`第 ${issue} 次开具，以本次为准。`]),
    head,
    '积分由转入支部与本年在该支部的合并计算，在 12 月 31 日组织关系所在的支部评定（读法 G22）；更正由原支部办理后重新开具。',
  ];
}

const BOXES: readonly Box[] = [
  { title: '原支部', lines: ['书记签名：________________', '（章）', '日期：____ 年 __ 月 __ 日'] },
  { title: '转入支部', lines: ['接收人签名：________________', '（章）', '日期：____ 年 __ 月 __ 日'] },
];
