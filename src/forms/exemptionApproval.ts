/** 党员不参加积分制管理党员审批表: one application with opinion and decision, or blank for the paper path (clause 2, forms.md). */
import { EXEMPTION_CATEGORIES } from '../domain/exemption/category.ts';
import type { Person } from '../domain/member/person.ts';
import type { Day } from '../domain/period.ts';
import type { WordedExemption } from '../service/views/exemption.ts';
import { longDay } from '../service/views/naming.ts';
import {
  type Box,
  type Content,
  EMPTY,
  type Field,
  known,
  type Paper,
  type PaperOrigin,
  text,
} from './paper.ts';

export const EXEMPTION_APPROVAL_TITLE = '党员不参加积分制管理党员审批表';

export type ExemptionApproval = {
  readonly organisation: string;
  readonly example: boolean;
  readonly person: Person;
  readonly fullOn: Day | null;
  readonly worded: WordedExemption;
};

/** Narrow columns that labels, fields and boxes share. */
const COLUMNS = 24;
const LABEL = 4;

/** `filled` null: the blank form, to be written by hand. */
export function exemptionApproval(filled: ExemptionApproval | null, origin: PaperOrigin): Paper {
  return {
    form: 'exemptionApproval',
    title: EXEMPTION_APPROVAL_TITLE,
    orientation: 'portrait',
    example: filled?.example ?? false,
    running:
      filled === null ? '空白表' : `${filled.organisation} ${filled.person.number} ${filled.person.name}`,
    head: headOf(filled),
    table: {
      columns: Array.from({ length: COLUMNS }, () => ({ title: '', width: 4, align: 'left' }) as const),
      rows: rowsOf(filled?.worded ?? null).map(([label, content]) => ({
        role: 'entry',
        cells: [
          { ...text(label), span: LABEL, align: 'center' },
          { ...content, span: COLUMNS - LABEL },
        ],
      })),
    },
    figures: [],
    boxes: BOXES,
    notes: [
      '依据办法第二条：由本人提出申请，经党支部填注意见，报上级党组织审批后，可不参与积分制管理。期限自批准所在季度起，到批准的日期止，未写明的到当年年底；续期须重新批准（读法 G25）。',
      '本人书写不便的，可由他人代书，写明代书人，与本人填写同等办理。本表涉及个人情况，只由本人、签署意见的书记和审批的上级党组织查看。',
    ],
    origin,
  };
}

function headOf(filled: ExemptionApproval | null): Field[][] {
  const person = filled?.person;
  const day = (value: Day | null | undefined) => known(value ?? null);
  return [
    [
      { label: '姓名', value: known(person?.name ?? null) },
      { label: '性别', value: known(person?.gender ?? null) },
      { label: '出生年月', value: known(person?.bornOn?.slice(0, 7) ?? null) },
      { label: '民族', value: EMPTY },
    ],
    [
      { label: '入党时间', value: day(person?.admittedOn) },
      { label: '转正时间', value: day(filled?.fullOn) },
      { label: '联系方式', value: known(filled?.worded.application?.contact ?? null) },
    ],
    [{ label: '所在支部', value: known(filled?.organisation ?? null) }],
  ];
}

const BY_HAND = text('\n\n\n\n\n\n');
const orByHand = (words: string | null): Content => (words === null || words === '' ? BY_HAND : text(words));

type Line = readonly [label: string, content: Content];

function rowsOf(worded: WordedExemption | null): Line[] {
  const application = worded?.application ?? null;
  const isAway = application?.category === 'away';
  const away = [application?.whereabouts, isAway ? application.contact : null].filter(Boolean).join('；');
  const term = worded === null ? null : wishWords(worded);
  return [
    ['类别', text(categories(application?.category ?? null))],
    ['申请理由', orByHand(application?.reason ?? null)],
    ['期限', text(term ?? '自 ____ 年 __ 月 __ 日 至 ____ 年 __ 月 __ 日')],
    ['流动去向、联系人', away === '' ? text('\n') : text(away)],
    ['附件', known(application?.attachments ?? null)],
    ['代书人', known(application?.helper ?? null)],
    ['支部意见', orByHand(worded === null ? null : opinionWords(worded))],
    ['上级党组织\n审批意见', orByHand(worded === null ? null : decisionWords(worded))],
  ];
}

const categories = (chosen: string | null): string =>
  Object.entries(EXEMPTION_CATEGORIES)
    .map(([id, name]) => `${id === chosen ? '■' : '□'}${name}`)
    .join('　');

function wishWords({ matter: { application } }: WordedExemption): string {
  const { from, until } = application;
  return `自 ${from === null ? '批准之日' : longDay(from)} 至 ${until === null ? '当年年底' : longDay(until)}`;
}

function opinionWords({ matter: { opinion }, opinion: words }: WordedExemption): string | null {
  if (opinion === null) return null;
  return `${opinion.agrees ? '同意' : '不同意'}。${words ?? ''}（会议日期：${longDay(opinion.meetingOn)}）`;
}

function decisionWords({ matter: { decision }, decision: words }: WordedExemption): string | null {
  if (decision === null) return null;
  const { approved, from, until } = decision;
  const term = from === null ? '' : `，自${longDay(from)}至${until === null ? '当年年底' : longDay(until)}`;
  return `${approved ? '批准' : '不予批准'}${term}。${words ?? ''}`;
}

const DATED = '　　年　　月　　日';
const BOXES: readonly Box[] = [
  { title: '申请人或代书人', lines: ['（签名）', '', DATED] },
  { title: '党支部书记', lines: ['（签名、盖章）', '', DATED] },
  { title: '上级党组织', lines: ['（签名、盖章）', '', DATED] },
];
