/** 党员不参加积分制管理党员审批表: one application with opinion and decision, or blank for the paper path (clause 2, forms.md). */
import type { Person } from '../domain/member/person.ts';
import type { Day } from '../domain/period.ts';
import type { WordedExemption } from '../service/views/exemption.ts';
import { rowsOf } from './exemptionRows.ts';
import { type Box, EMPTY, type Field, known, type Paper, type PaperOrigin, text } from './paper.ts';

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

const DATED = '　　年　　月　　日';
const BOXES: readonly Box[] = [
  { title: '申请人或代书人', lines: ['（签名）', '', DATED] },
  { title: '党支部书记', lines: ['（签名、盖章）', '', DATED] },
  { title: '上级党组织', lines: ['（签名、盖章）', '', DATED] },
];
