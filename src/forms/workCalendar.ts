/** 年度积分工作日历: the year's dates on one page, a line a period, printed when the year opens (reading G28). */
import { PLANNED_STEPS, calendarNotes, spanText, type WorkCalendar } from '../service/views/workCalendar.ts';
import { periodName } from '../service/views/naming.ts';
import { type Box, type Cell, count, type Paper, text } from './paper.ts';

const WORK_CALENDAR_TITLE = '年度积分工作日历';

const SHORT = 12;

export function workCalendarPaper(calendar: WorkCalendar): Paper {
  const { organisation, year, version, periods } = calendar;
  const { policy, sha256 } = version;
  const short = sha256.slice(0, SHORT);
  return {
    form: 'workCalendar',
    title: WORK_CALENDAR_TITLE,
    orientation: 'portrait',
    example: false,
    running: `${organisation} ${year} 年`,
    head: [
      [
        { label: '党组织名称', value: text(organisation) },
        { label: '年度', value: text(`${year} 年`) },
      ],
    ],
    table: {
      columns: [
        { title: policy.periods.name, width: 9, align: 'center' },
        ...PLANNED_STEPS.map(([, title]) => ({ title, width: 10, align: 'center' }) as const),
        { title: '机动工作日', width: 7, align: 'center' },
      ],
      rows: periods.map(({ period, steps, spare, provisional }) => ({
        role: 'entry',
        cells: [
          text(`${periodName(policy, period)}${provisional ? '\n（暂定）' : ''}`),
          ...PLANNED_STEPS.map(([wanted]): Cell => {
            const step = steps.find((one) => one.step === wanted);
            return text(step === undefined ? '—' : spanText(step).replace('—', '\n至'));
          }),
          count(spare),
        ],
      })),
    },
    figures: [],
    boxes: BOXES,
    notes: [...stepNotes(calendar), ...calendarNotes(calendar)],
    origin: {
      policy: `《${policy.title}》 版本 ${policy.version} · 摘要 ${short}`,
      source: `由办法和节假日表推算 · ${short}`,
      short: `办法 ${policy.version} ${short}`,
      code: `jifen:policy:${policy.id}:${policy.version}:${sha256}`,
    },
  };
}

/** Who does what by when, in the procedure's own words. */
const stepNotes = ({ version }: WorkCalendar): string[] =>
  version.policy.procedure
    .filter(({ id }) => PLANNED_STEPS.some(([, , procedure]) => procedure === id))
    .map(({ clause, name, roles, deadline }) => `${name}（${clause}）：${roles.join('、')}；${deadline}。`);

const BOXES: readonly Box[] = [
  { title: '记分员', lines: ['签名：________________', '日期：____ 年 __ 月 __ 日'] },
  { title: '党支部书记', lines: ['签名：________________', '印发日期：____ 年 __ 月 __ 日'] },
];
