/** 公示结果情况说明: how the notice ended, in numbers; who objected stands nowhere (An1.6, reading G30). */
import { longDay } from '../service/views/naming.ts';
import type { NoticeSheet } from '../service/views/round/noticeSheet.ts';
import { labelled, narrowColumns, paragraph } from './narrow.ts';
import { count, type Paper, type PaperOrigin, text } from './paper.ts';
import type { Where } from './publicNotice.ts';

export function noticeResultPaper(
  { organisation, example, year, label }: Where,
  sheet: NoticeSheet & { readonly hangs: NonNullable<NoticeSheet['hangs']> },
  origin: PaperOrigin,
): Paper {
  const { hangs, workdays, lines, scope, objections, registered } = sheet;
  const { received, changed, kept, open } = objections;
  return {
    form: 'noticeResult',
    title: '公示结果情况说明',
    orientation: 'portrait',
    example,
    running: `${organisation} ${year} 年 ${label}`,
    head: [
      [
        { label: '党组织名称', value: text(organisation) },
        { label: '季度', value: text(`${year} 年${label}`) },
      ],
    ],
    table: {
      columns: narrowColumns,
      rows: [
        paragraph(
          `根据办法附件一第六步，${year} 年${label}党员积分于${longDay(hangs.from)}至${longDay(hangs.until)}在${scope}公示 ${workdays} 个工作日，列入公示 ${lines.length} 人，公示期已满。`,
        ),
        paragraph(
          received === 0
            ? '公示期间没有收到异议。'
            : `公示期间收到异议 ${received} 件，均由与此无关的人重新审定：维持原评议 ${kept} 件，重新评议 ${changed} 件${open === 0 ? '' : `，还在审定 ${open} 件`}。重新评议的另行公示。`,
        ),
        labelled('已登记', count(registered)),
        labelled('待定', count(lines.length - registered)),
        labelled('异议受理', text(sheet.receiver)),
      ],
    },
    figures: [],
    boxes: [
      { title: '记分员', lines: ['（签名）', '', '　年　月　日'] },
      { title: '党支部书记', lines: ['（签名、章）', '', '　年　月　日'] },
    ],
    notes: ['已登记、待定的人数按出表时的账册计算。待定的办完后补报，不影响其他人上报（读法 G37）。'],
    origin,
  };
}
