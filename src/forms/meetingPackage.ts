/** 评议材料: everybody to be appraised with the three inputs side by side, and a column for what the meeting decides (An1.5). */
import { TASK_KINDS } from '../domain/taskPlan/plan.ts';
import type { MeetingPage } from '../service/views/round/meetingPage.ts';
import { pointsIn } from './narrow.ts';
import { EMPTY, known, NONE, type Paper, type PaperOrigin, type Row, text } from './paper.ts';
import type { Where } from './publicNotice.ts';

type Appraised = MeetingPage['members'][number];

const COLUMNS = [
  { title: '事项', width: 13, align: 'center' },
  { title: '内容', width: 46, align: 'left' },
  { title: '计划分', width: 10, align: 'right' },
  { title: '本人申报', width: 12, align: 'center' },
  { title: '申报分', width: 10, align: 'right' },
  { title: '分管领导', width: 12, align: 'center' },
  { title: '记分员', width: 10, align: 'right' },
  { title: '评定分', width: 14, align: 'right' },
] as const;

const DONE = { done: '完成', partly: '部分完成', notDone: '未完成' } as const;
const QUALITIES = { excellent: '优', good: '良', fair: '中', poor: '差' } as const;

export function meetingPackagePaper(
  { organisation, example, year, label }: Where,
  { sitting, members }: MeetingPage,
  shown: (name: string) => string,
  origin: PaperOrigin,
): Paper {
  return {
    form: 'meetingPackage',
    title: '支部评议材料',
    orientation: 'landscape',
    example,
    running: `${organisation} ${year} 年 ${label}`,
    head: [
      [
        { label: '党组织名称', value: text(organisation) },
        { label: '季度', value: text(`${year} 年${label}`) },
        { label: '待评议', value: text(`${members.length} 人`) },
        { label: '应到', value: text(`${sitting.entitled.length} 人，到 ${sitting.quorum} 人可以开会`) },
      ],
    ],
    table: { columns: COLUMNS, rows: members.flatMap((member) => memberRows(member, shown)) },
    figures: [],
    boxes: [{ title: '主持人', lines: ['（签名）', '', '　　年　　月　　日'] }],
    notes: [
      '本材料只供评议会使用，会后收回。逐人评议，计划任务逐项定分，本人回避；评议结果由主持会议的书记登记（办法附件一第五步，读法 G15、G36）。',
    ],
    origin,
  };
}

function memberRows(member: Appraised, shown: (name: string) => string): Row[] {
  const { tasks, bonuses, deductions } = member;
  const rest = [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY];
  return [
    {
      role: 'section',
      cells: [{ ...text(headOf(member, shown)), span: COLUMNS.length, strong: true, align: 'left' }],
    },
    ...tasks.map(
      ({ kind, wording, planned, own, leader, sheet }): Row => ({
        role: 'entry',
        cells: [
          text(TASK_KINDS[kind]),
          text(wording + (own === null || own.words === '' ? '' : `\n自述：${own.words}`)),
          pointsIn(planned),
          own === null ? NONE : text(DONE[own.done]),
          pointsIn(own?.claimed ?? null),
          leader === null ? NONE : text(DONE[leader]),
          pointsIn(sheet),
          EMPTY,
        ],
      }),
    ),
    ...bonuses.map(
      ({ item, reason, document, amount }): Row => ({
        role: 'entry',
        cells: [
          text('奖励申报'),
          text([`${item.id} ${item.name}`, reason, document].filter((part) => part !== '').join('；')),
          NONE,
          NONE,
          pointsIn(amount),
          ...rest.slice(0, 3),
        ],
      }),
    ),
    ...deductions.map(
      ({ item, reason, basis, supplier, answer, amount }): Row => ({
        role: 'entry',
        cells: [
          text('拟扣分'),
          text(
            [
              `${item.id} ${item.name}`,
              reason,
              basis,
              supplier,
              answer === null ? '本人没有答复' : `本人答复：${answer.words}`,
            ]
              .filter((part) => part !== '' && part !== null)
              .join('；'),
          ),
          NONE,
          NONE,
          NONE,
          NONE,
          pointsIn(amount),
          EMPTY,
        ],
      }),
    ),
    ...saidRows(member),
  ];
}

const headOf = (
  { number, member, group, applied, late, onBehalf, again }: Appraised,
  shown: (name: string) => string,
) =>
  [
    `${number} ${shown(member.name)}`,
    group ?? '',
    applied ? `已申请${late ? '（逾期）' : ''}` : '没有申请',
    onBehalf === null ? '' : `由${onBehalf.helper}代书`,
    again === null ? '' : '重新评议',
  ]
    .filter((part) => part !== '')
    .join('　');

function saidRows({ opinion, sheetWords, selfReported, again }: Appraised): Row[] {
  const quality = opinion?.quality ? `质量${QUALITIES[opinion.quality]}；` : '';
  const said: [string, string][] = [
    ['自报扣分', selfReported ?? ''],
    ['领导意见', opinion === null ? '' : `${opinion.unsigned ? '未签；' : quality}${opinion.words}`],
    ['记分员说明', sheetWords],
    [
      '退回和异议',
      again === null ? '' : [again.returned ?? '', ...again.answers].filter((part) => part !== '').join('；'),
    ],
  ];
  return said.flatMap(([title, words]): Row[] =>
    words === ''
      ? []
      : [{ role: 'entry', cells: [text(title), { ...known(words), span: COLUMNS.length - 1 }] }],
  );
}
