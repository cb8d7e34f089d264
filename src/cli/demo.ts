/** jifen demo: an empty data folder becomes the demonstration, with the names and the password to sign in with. */
import { Command } from 'commander';
import type { Refusal } from '../domain/refusal.ts';
import { openProgress, type Progress } from './progress.ts';
import { refusalSentence } from '../service/views/refusalWords.ts';

/** One who can sign in, and as what. */
export type DemoPerson = { readonly username: string; readonly name: string; readonly offices: string };

export type DemoTools = {
  /** Makes the demonstration in that data folder, or refuses where books are. */
  readonly make: (
    dataDir: string | undefined,
    tell: Progress['tell'],
  ) => Promise<{ readonly people: readonly DemoPerson[]; readonly password: string } | Refusal>;
};

export function demoCommand(tools: DemoTools): Command {
  return new Command('demo')
    .description(
      '在空的数据目录里生成示例：四个组织、各项职务、可登录的账号、办到各步的季度积分工作。每一页、每一张表都标明示例',
    )
    .option('--data <folder>', '数据目录；不写则用环境变量 DATA_DIR，再没有则用 ./data')
    .action(({ data }: { readonly data?: string }) => run(tools, data));
}

async function run(tools: DemoTools, data: string | undefined): Promise<void> {
  const progress = openProgress(process.stderr);
  const made = await tools.make(data, progress.tell);
  progress.clear();
  if ('refused' in made) {
    console.error(refusalSentence(made));
    process.exitCode = 1;
    return;
  }
  console.log(`示例已经生成。运行 npm start 后用下面的用户名登录，密码都是 ${made.password}\n`);
  for (const { username, name, offices } of made.people) console.log(`${username}\t${name}\t${offices}`);
}
