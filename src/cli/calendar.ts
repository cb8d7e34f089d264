/** jifen calendar: the year's dates planned back from each filing day, on one page of text or as a paper. */
import { Command } from 'commander';
import { isRefusal } from '../domain/refusal.ts';
import type { Holidays } from '../domain/calendar/holidays.ts';
import type { PolicyProblem } from '../domain/policy/assemble.ts';
import { renderXlsx } from '../forms/render/xlsx.ts';
import { workCalendarPaper } from '../forms/workCalendar.ts';
import type { PolicyVersion } from '../service/views/branchYear.ts';
import { periodName } from '../service/views/naming.ts';
import { refusalSentence } from '../service/views/refusalWords.ts';
import {
  calendarNotes,
  PLANNED_STEPS,
  spanText,
  type WorkCalendar,
  workCalendar,
} from '../service/views/workCalendar.ts';
import { parseYear } from './options.ts';
import { writeOneFile } from './writeFile.ts';

type Problems = { readonly problems: readonly PolicyProblem[] };

export type CalendarTools = {
  readonly readPolicy: (folder: string) => Promise<PolicyVersion | Problems>;
  readonly readHolidays: () => Promise<{ readonly holidays: Holidays } | Problems>;
  /** The measure the program brings along. */
  readonly defaultFolder: string;
};

type CalendarOptions = {
  readonly year: number;
  readonly policy: string;
  readonly branch?: string;
  readonly out?: string;
};

export function calendarCommand(tools: CalendarTools): Command {
  return new Command('calendar')
    .description('从每期上报日倒排全年日程：申请、签注、登记、评议、公示、上报；可以写成一页的表（.xlsx）')
    .requiredOption('--year <year>', '年度，如 2026', parseYear)
    .option('--policy <folder>', '办法所在的文件夹', tools.defaultFolder)
    .option('--branch <name>', '表上印的党支部名称；不填则用办法的制定单位')
    .option('--out <file>', '另写成“年度积分工作日历”（.xlsx）；已有的文件会被替换')
    .action((options: CalendarOptions) => run(tools, options));
}

async function run(tools: CalendarTools, { year, policy: folder, branch, out }: CalendarOptions) {
  const version = await tools.readPolicy(folder);
  const table = await tools.readHolidays();
  if ('problems' in version || 'problems' in table) {
    const problems = [version, table].flatMap((one) => ('problems' in one ? one.problems : []));
    for (const { file, path, expected } of problems) console.error(`${file}，${path}：${expected}。`);
    process.exitCode = 1;
    return;
  }
  const calendar = workCalendar(branch ?? version.policy.issuer, version, year, table.holidays);
  if (isRefusal(calendar)) {
    console.error(refusalSentence(calendar));
    process.exitCode = 1;
    return;
  }
  console.log(calendarText(calendar));
  if (out === undefined) return;
  const fault = await writeOneFile(out, '.xlsx', await renderXlsx(workCalendarPaper(calendar)));
  console.error(fault ?? `已写出 ${out}。`);
  if (fault !== null) process.exitCode = 1;
}

function calendarText(calendar: WorkCalendar): string {
  const { organisation, year, version, periods } = calendar;
  const { policy } = version;
  const parts = periods.flatMap(({ period, steps, spare, provisional }) => [
    '',
    `${periodName(policy, period)}${provisional ? '（暂定）' : ''}`,
    ...steps.map((span) => {
      const [, name = '', procedure] = PLANNED_STEPS.find(([step]) => step === span.step) ?? [];
      const clause = policy.procedure.find(({ id }) => id === procedure)?.clause;
      const basis = clause === undefined ? '' : `（${clause}）`;
      const length = span.days === 1 ? '' : `，${span.days} 个工作日`;
      return `  ${spanText(span)}  ${name}${length}${basis}`;
    }),
    `  登记与上报之间机动 ${spare} 个工作日，供处理异议`,
  ]);
  return [
    `${organisation} ${year} 年度积分工作日历`,
    `依据《${policy.title}》${policy.version}`,
    ...parts,
    '',
    ...calendarNotes(calendar),
  ].join('\n');
}
