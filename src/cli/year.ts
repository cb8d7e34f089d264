/** jifen year: two year files in, every member's year and the official forms out; or every problem of the files, and nothing else. */
import { createHash } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import type { PolicyProblem } from '../domain/policy/assemble.ts';
import type { TableReading } from '../domain/year/table.ts';
import { renderXlsx } from '../forms/render/xlsx.ts';
import { yearPapers } from '../forms/yearPapers.ts';
import { type BranchYear, branchYear, type PolicyVersion } from '../service/views/branchYear.ts';
import { type Problem, problemText } from '../service/yearFiles/problem.ts';
import { readYearFiles } from '../service/yearFiles/read.ts';
import { yearJson } from '../service/yearFiles/result.ts';
import { openProgress, type Progress } from './progress.ts';
import { UnusableFolder, writeFolder } from './writeFolder.ts';

export type YearTools = {
  readonly readPolicy: (
    folder: string,
  ) => Promise<PolicyVersion | { readonly problems: readonly PolicyProblem[] }>;
  readonly readTable: (path: string) => Promise<{ readonly reading: TableReading; readonly sha256: string }>;
  /** The measure the program brings along. */
  readonly defaultFolder: string;
};

type YearOptions = {
  readonly policy: string;
  readonly roster: string;
  readonly records: string;
  readonly year: number;
  readonly out: string;
  readonly json?: true;
  readonly branch?: string;
};

/** More problems than this are counted, not printed: whoever mends the first hundred will run it again anyway. */
const MOST_PRINTED = 100;

export function yearCommand(tools: YearTools): Command {
  return new Command('year')
    .description(
      '由名册和记录两个文件算出全年积分，写出结果（year.json）和各表（.xlsx）；文件有误时逐处说明，不写任何结果，退出码为 1',
    )
    .option('--policy <folder>', '办法所在的文件夹', tools.defaultFolder)
    .requiredOption('--roster <file>', '名册（.xlsx 或 .csv）')
    .requiredOption('--records <file>', '全年记录（.xlsx 或 .csv）')
    .requiredOption('--year <year>', '年度，如 2026', parseYear)
    .requiredOption('--out <folder>', '结果写到哪个文件夹；同名文件会被替换，其他文件不动')
    .option('--json', '同时把结果（JSON）打印到标准输出')
    .option('--branch <name>', '表上印的党支部名称；不填则用办法的制定单位')
    .action((options: YearOptions) => run(tools, options));
}

function parseYear(text: string): number {
  if (!/^(19|20|21)\d{2}$/.test(text)) throw new InvalidArgumentError('年度应为四位数字，如 2026。');
  return Number.parseInt(text, 10);
}

async function run(tools: YearTools, options: YearOptions): Promise<void> {
  const progress = openProgress(process.stderr);
  const branch = await evaluate(tools, options, progress);
  if (branch === null) {
    process.exitCode = 1;
    return;
  }
  const json = yearJson(branch);
  const papers = yearPapers(branch);
  const files = new Map<string, string | Uint8Array>();
  for (const [index, { fileName, paper }] of papers.entries()) {
    progress.tell(`制表 ${index + 1}/${papers.length}`);
    files.set(fileName, await renderXlsx(paper));
  }
  // Last, so that a folder with a year.json is a folder with everything.
  files.set('year.json', json);
  progress.tell('写出文件');
  const others = await writeFolder(options.out, files).catch((error: unknown) =>
    refuseFolder(progress, error),
  );
  progress.clear();
  if (others === null) return;
  if (options.json === true) process.stdout.write(json);
  if (others.length > 0)
    console.error(`注意：${options.out} 里原有的这些文件不是本次写出的，未改动：${others.join('、')}`);
  console.error(`已写出 ${files.size} 个文件到 ${options.out}：year.json 和 ${papers.length} 份表。`);
}

function refuseFolder(progress: Progress, error: unknown): null {
  if (!(error instanceof UnusableFolder)) throw error;
  progress.clear();
  console.error(error.message);
  process.exitCode = 1;
  return null;
}

/** Null after having told what is wrong. */
async function evaluate(
  tools: YearTools,
  options: YearOptions,
  progress: Progress,
): Promise<BranchYear | null> {
  progress.tell('读取办法、名册和记录');
  const version = await tools.readPolicy(options.policy);
  const roster = await tools.readTable(options.roster);
  const records = await tools.readTable(options.records);
  progress.clear();
  if ('problems' in version) {
    for (const { file, path, expected } of version.problems)
      console.error(`${options.policy}，${file}，${path}：${expected}。`);
    return null;
  }
  const read = readYearFiles({
    roster: roster.reading,
    records: records.reading,
    policy: version.policy,
    year: options.year,
  });
  if ('problems' in read) {
    tellProblems(read.problems);
    return null;
  }
  return branchYear({
    organisation: options.branch ?? version.policy.issuer,
    year: options.year,
    example: false,
    version,
    origin: { from: 'files', sha256: digestOf(roster.sha256, records.sha256) },
    records: read.records,
  });
}

const digestOf = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');

function tellProblems(problems: readonly Problem[]): void {
  for (const problem of problems.slice(0, MOST_PRINTED)) console.error(problemText(problem));
  const rest = problems.length - MOST_PRINTED;
  if (rest > 0) console.error(`……另有 ${rest} 处，请先改正以上各处后重新运行。`);
  console.error(`共 ${problems.length} 处需要改正，没有计算，也没有写出任何文件。`);
}
