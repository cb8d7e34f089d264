/** 公示 on paper: number, name, points and note, and nothing more (An1.6, reading G29). */
import { longDay } from '../service/views/naming.ts';
import type { NoticeSheet } from '../service/views/round/noticeSheet.ts';
import { pointsIn } from './narrow.ts';
import { count, known, type Paper, type PaperOrigin, text } from './paper.ts';

export type Where = {
  readonly organisation: string;
  readonly example: boolean;
  readonly year: number;
  readonly label: string;
};

/** A notice that is not published yet says so in its title. `shown`: names as the reader may see them. */
export function publicNoticePaper(
  { organisation, example, year, label }: Where,
  { lines, scope, receiver, hangs, workdays }: NoticeSheet,
  shown: (name: string) => string,
  origin: PaperOrigin,
): Paper {
  const term =
    hangs === null
      ? `${workdays} 个工作日，自批准之日起`
      : `${longDay(hangs.from)}至${longDay(hangs.until)}（${workdays} 个工作日）`;
  return {
    form: 'publicNotice',
    title: `党员积分公示${hangs === null ? '（稿，未经批准不得张贴）' : ''}`,
    orientation: 'portrait',
    example,
    running: `${organisation} ${year} 年 ${label}`,
    head: [
      [
        { label: '党组织名称', value: text(organisation) },
        { label: '季度', value: text(`${year} 年${label}`) },
      ],
      [
        { label: '公示范围', value: known(scope) },
        { label: '公示时间', value: text(term) },
      ],
    ],
    table: {
      columns: [
        { title: '序号', width: 8, align: 'center' },
        { title: '姓名', width: 24, align: 'left' },
        { title: '积分', width: 16, align: 'right' },
        { title: '备注', width: 40, align: 'left' },
      ],
      rows: lines.map(({ name, points, note }, index) => ({
        role: 'entry',
        cells: [count(index + 1), text(shown(name)), pointsIn(points), known(note)],
      })),
    },
    figures: [[{ label: '异议受理', value: known(receiver) }]],
    boxes: [{ title: `中共${organisation}`, lines: ['（章）', '', '　　年　　月　　日'] }],
    notes: [
      '公示期间，党员、职工、群众和服务对象对公示内容有异议的，可以书面或当面向异议受理人提出（办法附件一第六步）。受理人对提出人的身份保密，由与此无关的人重新审定，书面答复。',
    ],
    origin,
  };
}
