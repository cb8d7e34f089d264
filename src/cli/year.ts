/** jifen year: two year files in, every member's year and the official forms out; or every problem of the files, and nothing else. */
import { createHash } from 'node:crypto';
import { Command } from 'commander';
import { renderXlsx } from '../forms/render/xlsx.ts';
import { yearPapers } from '../forms/yearPapers.ts';
import { type BranchYear, branchYear } from '../service/views/branchYear.ts';
import { yearJson } from '../service/yearFiles/result.ts';
import { type FileTools, readBranchFiles } from './branchFiles.ts';
import { parseYear } from './options.ts';
import { openProgress, type Progress } from './progress.ts';
import { UnusableFolder, writeFolder } from './writeFolder.ts';

type YearOptions = {
  readonly policy: string;
  readonly roster: string;
  readonly records: string;
  readonly year: number;
  readonly out: string;
  readonly json?: true;
  readonly branch?: string;
};

/** Files left alone that are named; the rest are counted. */
const MOST_NAMED = 5;

export function yearCommand(tools: FileTools): Command {
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

async function run(tools: FileTools, options: YearOptions): Promise<void> {
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
    console.error(
      `注意：${options.out} 里原有的 ${others.length} 个文件不是本次写出的，未改动：${others.slice(0, MOST_NAMED).join('、')}${others.length > MOST_NAMED ? '……' : ''}`,
    );
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
  tools: FileTools,
  options: YearOptions,
  progress: Progress,
): Promise<BranchYear | null> {
  progress.tell('读取办法、名册和记录');
  const files = await readBranchFiles(tools, options, '没有计算，也没有写出任何文件');
  progress.clear();
  if (files === null) return null;
  return branchYear({
    organisation: options.branch ?? files.version.policy.issuer,
    year: options.year,
    example: false,
    version: files.version,
    origin: { from: 'files', sha256: digestOf(files.digests) },
    records: files.records,
  });
}

const digestOf = (parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');
