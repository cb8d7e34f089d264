/** 支部评议会议记录 (An1.5): attendance, absence with its reason, recusal, every decision with its vote. */
import { longDay } from '../service/views/naming.ts';
import type { MinutesSheet } from '../service/views/round/minutesSheet.ts';
import { count, known, NONE, type Paper, type PaperOrigin, pointsOf, type Row, text } from './paper.ts';
import type { Where } from './publicNotice.ts';

const BODIES = { committee: '支部委员会', generalMeeting: '支部党员大会' } as const;

export function minutesPaper(
  { organisation, example, year, label }: Where,
  sheet: MinutesSheet,
  origin: PaperOrigin,
): Paper {
  const { on, body, place, host, minutes, present, absent, decisions } = sheet;
  const away = absent.map(({ name, reason }) => `${name}（${reason}）`).join('、');
  return {
    form: 'minutes',
    title: '支部评议会议记录',
    orientation: 'landscape',
    example,
    running: `${organisation} ${year} 年 ${label} ${longDay(on)}`,
    head: [
      [
        { label: '党组织名称', value: text(organisation) },
        { label: '会议', value: text(`${year} 年${label}支部评议（${BODIES[body]}）`) },
      ],
      [
        { label: '时间', value: text(longDay(on)) },
        { label: '地点', value: known(place) },
        { label: '主持人', value: known(host) },
      ],
      [
        { label: '应到', value: count(present.length + absent.length) },
        { label: '实到', value: count(present.length) },
        { label: '缺席', value: count(absent.length) },
      ],
      [{ label: '到会人员', value: text(present.join('、')) }],
      [{ label: '缺席及原因', value: text(away === '' ? '无' : away) }],
      [{ label: '会议记录', value: known(minutes) }],
    ],
    table: {
      columns: [
        { title: '序号', width: 6, align: 'center' },
        { title: '姓名', width: 16, align: 'left' },
        { title: '任务分', width: 11, align: 'right' },
        { title: '奖励', width: 11, align: 'right' },
        { title: '扣分', width: 11, align: 'right' },
        { title: '赞成', width: 8, align: 'right' },
        { title: '反对', width: 8, align: 'right' },
        { title: '弃权', width: 8, align: 'right' },
        { title: '回避', width: 20, align: 'left' },
        { title: '说明', width: 40, align: 'left' },
      ],
      rows: decisions.map(rowOf),
    },
    figures: [[{ label: '评议人数', value: count(decisions.length) }]],
    boxes: [
      { title: '主持人', lines: ['（签名）', '', '　　年　　月　　日'] },
      { title: '记录人', lines: ['（签名）', '', '　　年　　月　　日'] },
      { title: '党支部', lines: ['（章）', '', '　　年　　月　　日'] },
    ],
    notes: [
      '应到会人数过半方能开会；本人和与其有利害关系的人回避，计入到会人数、不参加表决；赞成超过有表决权到会人数的半数为通过（读法 G36）。奖励、扣分为会上认定的分值，封顶、扣完为止等在积分记录表里计算。',
    ],
    origin,
  };
}

function rowOf(decision: MinutesSheet['decisions'][number], index: number): Row {
  const { name, points, votes, recused } = decision;
  return {
    role: 'entry',
    cells: [
      count(index + 1),
      text(name),
      ...(points === null
        ? [NONE, NONE, NONE]
        : [pointsOf(points.task), pointsOf(points.bonus), pointsOf(points.deduction)]),
      count(votes.for),
      count(votes.against),
      count(votes.abstained),
      text(recused.length === 0 ? '无' : recused.join('、')),
      known(saidOf(decision)),
    ],
  };
}

const OUTCOMES = {
  branch: '',
  above: '再议后票数相等，由上级党组织决定（读法 G36）。',
  referred: '再议后票数相等，已报上级党组织决定，尚未答复（读法 G36）。',
} as const;

const saidOf = ({ outcome, expected, words }: MinutesSheet['decisions'][number]): string =>
  `${OUTCOMES[outcome]}${expected ? '含预计的任务分（读法 G15）。' : ''}${words}`;
