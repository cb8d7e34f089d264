/** 季度通报 laid out like an official document (GB/T 9704-2012): who issues it, its number, the text in numbered parts, 版记. */
import type { Segment } from '../domain/round/segments.ts';
import { formatPoints } from '../domain/points.ts';
import { longDay } from '../service/views/naming.ts';
import type { IssuedBulletin } from '../service/views/round/bulletinPage.ts';
import { headings, labelled, line, narrowColumns, paragraph, section } from './narrow.ts';
import { count, EMPTY, type Paper, type PaperOrigin, type Row, text } from './paper.ts';
import type { Where } from './publicNotice.ts';

/** 抄报抄送 stands at the foot, as a document's 版记 does. */
const COPIES = '抄报抄送';
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];

export function bulletinPaper(
  { organisation, example, year, label }: Where,
  { on, figures, sections }: IssuedBulletin,
  origin: PaperOrigin,
): Paper {
  const copies = sections.find(({ heading }) => heading === COPIES);
  const parts = sections.filter(({ heading }) => heading !== COPIES);
  return {
    form: 'bulletin',
    title: `关于 ${year} 年${label}党员积分管理考核情况的通报`,
    orientation: 'portrait',
    example,
    running: `${organisation} ${year} 年 ${label} 通报`,
    head: [
      [
        { label: '发文机关', value: text(`${organisation}党员积分考核领导小组`) },
        { label: '文号', value: EMPTY },
      ],
      [
        { label: '主送', value: text('各党小组、全体党员') },
        { label: '成文日期', value: text(longDay(on)) },
      ],
    ],
    table: {
      columns: narrowColumns,
      rows: [
        section('一、总体情况'),
        ...general(figures),
        ...parts.flatMap(({ heading, text: words }, index) => [
          section(`${NUMERALS[index + 1] ?? index + 2}、${heading}`),
          paragraph(words),
        ]),
        ...(copies === undefined ? [] : [labelled(COPIES, text(copies.text))]),
      ],
    },
    figures: [],
    boxes: [{ title: '党员积分考核领导小组', lines: ['（章）', '', longDay(on)] }],
    notes: [
      '数字按通报发出时已登记的积分计算，平均、中位和分数段只算正式党员，四舍五入到百分位；各档按全年等次线平均到每季，不是等次。不满 3 人的一档并入相邻的一档，不指向个人。',
    ],
    origin,
  };
}

function general(figures: IssuedBulletin['figures']): Row[] {
  const { people, registered, pending, full, probationary, applicants, mean, median, late, objections } =
    figures;
  const told =
    mean === null || median === null
      ? '已登记的正式党员不满 3 人，不列平均和分数段。'
      : `正式党员 ${full} 人平均 ${formatPoints(mean)} 分，中位 ${formatPoints(median)} 分。`;
  const { received, changed, kept, open } = objections;
  return [
    paragraph(
      `本季参加 ${people} 人，已登记 ${registered} 人，待定 ${pending} 人；另列入考察的预备党员 ${probationary} 人、入党积极分子 ${applicants} 人。${told}`,
    ),
    ...segmentRows('各档人数', figures.bands),
    ...segmentRows('分数分布', figures.spread),
    paragraph(
      `收到异议 ${received} 件，重新评议 ${changed} 件，维持原评议 ${kept} 件，还在审定 ${open} 件。逾期提交申请 ${late.applications} 人，分管领导未签 ${late.unsigned} 人，逾期上报 ${late.submissions} 次。`,
    ),
  ];
}

function segmentRows(title: string, segments: readonly Segment[]): Row[] {
  if (segments.length === 0) return [];
  return [
    headings([title, 18], ['人数', 6]),
    ...segments.map((one) => line([text(segmentWords(one)), 18], [count(one.count), 6, 'right'])),
  ];
}

function segmentWords({ from, to }: Segment): string {
  const [lower, upper] = [from, to].map((edge) => (edge === null ? null : formatPoints(edge)));
  if (lower === null || lower === undefined) return upper === null ? '全部' : `不满 ${upper} 分`;
  return upper === null ? `${lower} 分以上` : `${lower} 分以上、不满 ${upper} 分`;
}
