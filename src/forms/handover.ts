/** 记分工作移交单: one page, signed by both and by the secretary. */
import type { HandoverSheet } from '../service/views/handoverSheet.ts';
import { longDay } from '../service/views/naming.ts';
import { type Box, count, EMPTY, type Paper, type Row, text } from './paper.ts';

const HANDOVER_TITLE = '记分工作移交单';

/** Papers the entries rest on that fit on the page; the rest are told by their number. */
const MOST_EVIDENCE = 10;

export function handoverPaper(sheet: HandoverSheet): Paper {
  const { organisation, former, next, matters, books } = sheet;
  const register = books[0];
  const source =
    register === undefined ? '尚无账册' : `${register.name}第 ${register.seq} 笔 · ${register.hash}`;
  return {
    form: 'handover',
    title: HANDOVER_TITLE,
    orientation: 'portrait',
    example: sheet.example,
    running: organisation,
    head: [
      [{ label: '党组织名称', value: text(organisation) }],
      [
        { label: '移交人（原记分员）', value: former === null ? text('首任，无') : text(former.name) },
        { label: '接收人（新记分员）', value: text(next.name) },
      ],
      [
        {
          label: '任期',
          value: text(`${longDay(next.from)}起${next.until === null ? '' : `，至${longDay(next.until)}`}`),
        },
        { label: '移交日期', value: sheet.done === null ? EMPTY : text(longDay(sheet.done.on)) },
      ],
    ],
    table: {
      columns: [
        { title: '移交事项', width: 36, align: 'left' },
        { title: '数量', width: 8, align: 'right' },
        { title: '说明', width: 36, align: 'left' },
      ],
      rows: [
        section('一、未了事项'),
        ...matters.map(({ kind, count: some, note }) => line(kind, some, note)),
        section('二、本期登记所依据的证明材料'),
        ...evidenceRows(sheet),
        section('三、账册（末尾一笔的摘要，移交后可据以核对）'),
        ...books.map(({ name, seq, hash }) => line(name, seq, `末尾摘要 ${hash}`)),
        section('四、文件'),
        line('积分管理记录表、季度汇总一览表、评定格次表', null, '由账册随时生成，不另移交电子文件'),
        line('纸质申请表、证明材料原件', null, '按上列证明材料清点，不符的在备注写明'),
      ],
    },
    figures: [],
    boxes: BOXES,
    notes: ['备注：________________________________________________________________'],
    origin: {
      policy: '按办法 3.3.2、附件一第 2 条',
      source,
      short: source,
      code: `jifen:handover:${sheet.officeId}:${register?.seq ?? 0}:${register?.hash ?? ''}`,
    },
  };
}

const section = (title: string): Row => ({ role: 'section', cells: [{ ...text(title), span: 3 }] });
const line = (what: string, some: number | null, note: string): Row => ({
  role: 'entry',
  cells: [text(what), some === null ? text('—') : count(some), text(note)],
});

function evidenceRows({ evidence }: HandoverSheet): Row[] {
  if (evidence.length === 0) return [line('本期没有登记证明材料', 0, '')];
  const rest = evidence.length - MOST_EVIDENCE;
  const shown = evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ name, entries }) => line(name, entries, '份数按所涉笔数'));
  return rest > 0 ? [...shown, line('其余证明材料', rest, '种，见年度账册')] : shown;
}

const SIGNED = ['签名：________________', '日期：____ 年 __ 月 __ 日'];
const BOXES: readonly Box[] = [
  { title: '移交人（原记分员）', lines: SIGNED },
  { title: '接收人（新记分员）', lines: SIGNED },
  { title: '监交人（党支部书记）', lines: SIGNED },
];
