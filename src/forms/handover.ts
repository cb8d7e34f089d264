/** 记分工作移交单: one page, signed by both and by the secretary. */
import type { HandoverSheet } from '../service/views/handoverSheet.ts';
import { longDay } from '../service/views/naming.ts';
import { type Box, type Cell, count, EMPTY, type Paper, type Row, text } from './paper.ts';

const HANDOVER_TITLE = '记分工作移交单';

/** What fits on the page, of papers the entries rest on and of books; the rest are told by their number. */
const MOST_EVIDENCE = 8;
const MOST_BOOKS = 3;
/** A longer name is cut: the books have it whole. */
const LONGEST_NAME = 20;

/** Narrow columns that rows, fields and boxes share. */
const COLUMNS = 24;
const WHAT = 11;
const SOME = 3;

export function handoverPaper(sheet: HandoverSheet): Paper {
  const { organisation, former, next, matters, books } = sheet;
  const register = books[0];
  const source =
    register === undefined ? '尚无账册' : `${register.name}第 ${register.seq} 笔 · ${register.hash}`;
  return {
    form: 'handover',
    title: HANDOVER_TITLE,
    orientation: 'portrait',
    onePage: true,
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
      columns: Array.from({ length: COLUMNS }, () => ({ title: '', width: 4, align: 'left' }) as const),
      rows: [
        HEADING,
        section('一、未了事项'),
        ...matters.map(({ kind, count: some, note }) => line(kind, some, note)),
        section('二、本期登记所依据的证明材料'),
        ...evidenceRows(sheet),
        section('三、账册（末尾一笔的摘要，移交后可据以核对）'),
        ...bookRows(sheet),
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

const rowOf = (role: Row['role'], what: Cell, some: Cell, note: Cell): Row => ({
  role,
  cells: [
    { ...what, span: WHAT },
    { ...some, span: SOME },
    { ...note, span: COLUMNS - WHAT - SOME },
  ],
});
const titled = (title: string): Cell => ({ ...text(title), align: 'center', strong: true });
const HEADING = rowOf('section', titled('移交事项'), titled('数量'), titled('说明'));
const section = (title: string): Row => ({
  role: 'section',
  cells: [{ ...text(title), span: COLUMNS, strong: true }],
});
const line = (what: string, some: number | null, note: string): Row =>
  rowOf('entry', text(what), { ...(some === null ? text('—') : count(some)), align: 'center' }, text(note));

/** The register and the latest years; those before them by their number. */
function bookRows({ books }: HandoverSheet): Row[] {
  const [register, ...years] = books;
  const shown = [...(register === undefined ? [] : [register]), ...years.slice(-(MOST_BOOKS - 1))];
  const rest = books.length - shown.length;
  const rows = shown.map(({ name, seq, hash }) => line(name, seq, `末尾摘要 ${hash}`));
  return rest > 0 ? [...rows, line('更早的年度账册', rest, '册，按账册自身的摘要核对')] : rows;
}

function evidenceRows({ evidence }: HandoverSheet): Row[] {
  if (evidence.length === 0) return [line('本期没有登记证明材料', 0, '')];
  const rest = evidence.slice(MOST_EVIDENCE);
  const shown = evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ name, entries }) => line(cut(name), entries, '数量为所涉笔数'));
  if (rest.length === 0) return shown;
  const entries = rest.reduce((sum, one) => sum + one.entries, 0);
  const note = `另有 ${rest.length} 种，全部 ${evidence.length} 种见年度账册`;
  return [...shown, line('其余证明材料', entries, note)];
}

function cut(name: string): string {
  const letters = Array.from(name.replaceAll(/\s+/g, ' '));
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : letters.join('');
}

const SIGNED = ['签名：________', '____年__月__日'];
const BOXES: readonly Box[] = [
  { title: '移交人（原记分员）', lines: SIGNED },
  { title: '接收人（新记分员）', lines: SIGNED },
  { title: '监交人（党支部书记）', lines: SIGNED },
];
