/** 党员积分申请表: one member's quarter, from the application to the appraisal; or blank, for whoever writes by hand (An1.3, forms.md). */
import type { MatterPage } from '../service/views/round/matterPage.ts';
import { appraisalRows, leaderRows, recordRows } from './applicationJudged.ts';
import { bonusRows, taskRows } from './applicationOwn.ts';
import { labelled, narrowColumns, section } from './narrow.ts';
import { type Box, EMPTY, type Field, known, type Paper, type PaperOrigin, text } from './paper.ts';

export const APPLICATION_TITLE = '党员积分申请表';

export type ApplicationSheet = {
  readonly organisation: string;
  readonly example: boolean;
  readonly year: number;
  readonly label: string;
  readonly name: string;
  readonly group: string | null;
  readonly post: string | null;
  readonly matter: MatterPage;
};

/** `sheet` null: the blank form. What nobody has said yet is left for a hand to fill in. */
export function applicationPaper(sheet: ApplicationSheet | null, origin: PaperOrigin): Paper {
  const matter = sheet?.matter ?? null;
  return {
    form: 'application',
    title: APPLICATION_TITLE,
    orientation: 'portrait',
    example: sheet?.example ?? false,
    running:
      sheet === null ? '空白表' : `${sheet.organisation} ${sheet.year} 年 ${sheet.label} ${sheet.name}`,
    head: headOf(sheet),
    table: {
      columns: narrowColumns,
      rows: [
        section('一、任务和承诺完成情况（本人填写）'),
        ...taskRows(matter),
        section('二、奖励申报和自报扣分（本人填写）'),
        ...bonusRows(matter),
        labelled('自报扣分', known(matter?.selfReported ?? null)),
        ...(matter?.onBehalf
          ? [labelled('代书人', text(`${matter.onBehalf.helper}，${matter.onBehalf.on}`))]
          : []),
        section('三、分管领导意见'),
        ...leaderRows(matter),
        section('四、记分员核录'),
        ...recordRows(matter),
        section('五、支部评议意见'),
        ...appraisalRows(matter),
      ],
    },
    figures: [],
    boxes: BOXES,
    notes: [
      '依据办法附件一第三至五步：季末由党员填写，分管领导签注是否完成及完成质量，记分员核录，支部评议定分。没有提交申请的，以记分员的记录为准，不因此扣分（读法 G33）。',
      '书写不便的可由他人代书，写明代书人和日期，与本人填写同等办理。',
    ],
    origin,
  };
}

function headOf(sheet: ApplicationSheet | null): Field[][] {
  return [
    [
      { label: '支部', value: known(sheet?.organisation ?? null) },
      { label: '年度', value: sheet === null ? EMPTY : text(`${sheet.year} 年`) },
      { label: '季度', value: known(sheet?.label ?? null) },
    ],
    [
      { label: '姓名', value: known(sheet?.name ?? null) },
      { label: '党小组', value: known(sheet?.group ?? null) },
      { label: '岗位', value: known(sheet?.post ?? null) },
    ],
  ];
}

const DATED = '　年　月　日';
const BOXES: readonly Box[] = ['本人或代书人', '分管领导', '记分员', '党支部书记'].map((title, index) => ({
  title,
  lines: [index === 3 ? '（签名、章）' : '（签名）', '', DATED],
}));
