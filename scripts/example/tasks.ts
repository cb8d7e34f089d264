// The task rows of the example year: eleven a quarter for everybody whose year is recorded, fifteen planned points in all.
import { type Random, randomFrom } from '../random.ts';
import type { RecordRow } from './marks.ts';
import { people, type Person } from './roster.ts';
import { PLEDGES, PRAISE, SHORTFALLS, WORK } from './work.ts';

const YEAR = 2026;
const SEED = 20260101;

/** Planned hundredths of a point: three tasks a month, and once a quarter a pledge and a key task. */
const MONTHLY = [200, 150, 80];
const PLEDGE = 110;
const KEY_TASK = 100;
const KEY_TASKS = [
  '重点任务：上年决算编审和部门预算批复',
  '重点任务：上半年预算执行分析和绩效监控',
  '重点任务：下年度预算编制布置和项目库清理',
  '重点任务：年终结账、库款清算和资产核对',
];

type Task = { readonly day: string; readonly reason: string; readonly planned: number; missed: number };

export function taskRows(): RecordRow[] {
  const random = randomFrom(SEED);
  return people.filter(isRecorded).flatMap((person, seat) => yearOf(person, seat, random));
}

/** Nobody keeps task rows for an exempt member, nor for an applicant who has not passed the exam (G24). */
function isRecorded(person: Person): boolean {
  return person.免予自 === '' && (person.类型 !== '入党积极分子' || person.党章考试 === '合格');
}

function yearOf(person: Person, seat: number, random: Random): RecordRow[] {
  const missed = person.少得.split(' ').map((points) => Math.round(Number(points) * 100));
  return [1, 2, 3, 4].flatMap((quarter) => {
    const tasks = quarterTasks(person, seat, quarter, random).filter(({ day }) => isHere(person, day));
    spread(tasks, missed[quarter - 1] ?? 0, random);
    return tasks.map((task) => rowOf(person, task, random));
  });
}

function quarterTasks(person: Person, seat: number, quarter: number, random: Random): Task[] {
  const work = WORK[person.股室] ?? [];
  const months = [3 * quarter - 2, 3 * quarter - 1, 3 * quarter];
  const monthly = months.flatMap((month) =>
    MONTHLY.map((planned, turn) => {
      const done = work[(month * MONTHLY.length + turn + seat) % work.length] ?? '';
      const reason = `${month} 月${counted(done, random)}`;
      return { day: workday(month, random), reason, planned, missed: 0 };
    }),
  );
  const last = 3 * quarter;
  const pledge = `第${'一二三四'[quarter - 1]}季度承诺：${PLEDGES[(seat + 3 * quarter) % PLEDGES.length]}`;
  return [
    ...monthly,
    { day: workday(last, random), reason: pledge, planned: PLEDGE, missed: 0 },
    { day: workday(last, random), reason: KEY_TASKS[quarter - 1] ?? '', planned: KEY_TASK, missed: 0 },
  ];
}

/** Papers and payments go by the dozen, meetings and projects by ones. */
function counted(work: string, random: Random): string {
  const many = /\{n\} [笔件户人条盒本]/.test(work);
  return work.replace('{n}', String(many ? 12 + random.below(90) : 1 + random.below(8)));
}

/** Rows fall on working days from the 20th to the 28th, when the month's work is looked at. */
function workday(month: number, random: Random): string {
  for (;;) {
    const day = new Date(Date.UTC(YEAR, month - 1, 24 - random.below(5) + random.below(5)));
    const weekday = day.getUTCDay();
    const springFestival = month === 2 && day.getUTCDate() < 24;
    if (weekday !== 0 && weekday !== 6 && !springFestival) return day.toISOString().slice(0, 10);
  }
}

function isHere(person: Person, day: string): boolean {
  const since = person.党章考试日期 > person.加入日期 ? person.党章考试日期 : person.加入日期;
  return since <= day && (person.离开日期 === '' || day < person.离开日期);
}

/** Takes the quarter's missed points from its tasks, a tenth to half a point at a time. */
function spread(tasks: Task[], missed: number, random: Random): void {
  let left = tasks.length === 0 ? 0 : missed;
  while (left > 0) {
    const task = random.pick(tasks);
    const part = Math.min(left, 10 * (1 + random.below(5)));
    if (task.missed + part > task.planned) continue;
    task.missed += part;
    left -= part;
  }
}

function rowOf(person: Person, task: Task, random: Random): RecordRow {
  const tenths = (task.missed / 100).toFixed(1);
  const opinion =
    task.missed === 0
      ? `分管领导签注：${random.pick(PRAISE)}`
      : `分管领导签注：部分完成，少得 ${tenths} 分（${random.pick(SHORTFALLS)}）`;
  return {
    编号: person.编号,
    日期: task.day,
    条款: 'task',
    分值: String((task.planned - task.missed) / 100),
    事由: task.reason,
    依据: opinion,
    提供单位: '',
    事件: '',
    成果: '',
    计入季度: '',
  };
}
