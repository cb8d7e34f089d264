/** jifen import: the two year files into the books. A second run adds nothing; bad files or differing rows write nothing. */
import { Command } from 'commander';
import type { Actor } from '../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { importBranch } from '../service/importBranch.ts';
import type { ImportOutcome } from '../service/importCommand.ts';
import type { World } from '../service/ports.ts';
import { refusalSentence } from '../service/views/refusalWords.ts';
import { type FileTools, readBranchFiles } from './branchFiles.ts';
import { parseYear } from './options.ts';
import { openProgress } from './progress.ts';

export type ImportTools = FileTools & {
  /** The books of that data folder, or of the one the surroundings name; open for writing. */
  readonly openWorld: (dataDir: string | undefined) => Promise<World>;
  /** Who acts: the machine's operator, until signing in is set up; then nobody does from here. */
  readonly actorIn: (world: World) => Promise<Actor>;
};

type ImportOptions = {
  readonly policy: string;
  readonly roster: string;
  readonly records: string;
  readonly year: number;
  readonly branch?: string;
  readonly correction?: string;
  readonly data?: string;
  readonly json?: true;
};

export function importCommand(tools: ImportTools): Command {
  return new Command('import')
    .description(
      '把名册和一年的记录登记入账；再导入一次不会多记一笔。文件有误、或与账上不一致时，逐处说明，什么都不登记，退出码为 1',
    )
    .option('--policy <folder>', '办法所在的文件夹', tools.defaultFolder)
    .requiredOption('--roster <file>', '名册（.xlsx 或 .csv）')
    .requiredOption('--records <file>', '全年记录（.xlsx 或 .csv）')
    .requiredOption('--year <year>', '年度，如 2026', parseYear)
    .option('--branch <name>', '党支部名称；不填则用办法的制定单位')
    .option('--correction <reason>', '账上与文件不一致的各笔按文件冲正，写明理由')
    .option('--data <folder>', '数据目录；不写则用环境变量 DATA_DIR，再没有则用 ./data')
    .option('--json', '把结果（JSON）打印到标准输出')
    .action((options: ImportOptions) => run(tools, options));
}

async function run(tools: ImportTools, options: ImportOptions): Promise<void> {
  const progress = openProgress(process.stderr);
  progress.tell('读取办法、名册和记录');
  const files = await readBranchFiles(tools, options, '什么都没有登记');
  progress.clear();
  if (files === null) {
    process.exitCode = 1;
    return;
  }
  const world = await tools.openWorld(options.data);
  try {
    progress.tell('登记入账');
    const wanted = {
      organisation: options.branch ?? files.version.policy.issuer,
      year: options.year,
      example: false,
      version: files.version,
      records: files.records,
      correction: options.correction ?? null,
    };
    const done = await importBranch(world, await tools.actorIn(world), wanted, world.newId());
    progress.clear();
    if (isRefusal(done)) tellRefusal(done);
    else tellOutcome(done.outcome, wanted.organisation, options);
  } finally {
    await world.store.close();
  }
}

function tellRefusal(refusal: Refusal): void {
  console.error(refusalSentence(refusal));
  process.exitCode = 1;
}

function tellOutcome(
  outcome: ImportOutcome,
  organisation: string,
  { year, json }: Pick<ImportOptions, 'year' | 'json'>,
): void {
  const { registered, amended, posted, reversed, unchanged, absent, otherwise } = outcome;
  if (json === true) console.log(JSON.stringify(outcome));
  console.error(
    `${organisation} ${year} 年：新登记 ${registered} 人，更正 ${amended} 人；新记 ${posted} 笔，冲正 ${reversed} 笔，原有未变 ${unchanged} 笔。`,
  );
  if (absent.length > 0)
    console.error(
      `注意：账上有、这次名册里没有的编号：${absent.join('、')}。他们仍在册；离开的请在名册写明离开日期。`,
    );
  if (otherwise.length > 0)
    console.error(
      `注意：名册里的身份或免予参加与账上已作的决定不同，账上照旧的编号：${otherwise.join('、')}。变更请在此人的名册页面登记，免予参加请本人申请、上级审批。`,
    );
}
