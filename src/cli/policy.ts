/** jifen policy check · jifen policy explain: what a branch asks of its measure before it lives by it. */
import { Command } from 'commander';
import { explain } from '../domain/policy/explain.ts';
import type { PolicySource } from '../domain/policy/source.ts';
import { checkPolicy, readExamples } from '../domain/year/checkPolicy.ts';
import { explanationText, findingText } from './policyText.ts';

export type PolicyTools = {
  readonly read: (folder: string) => Promise<PolicySource>;
  /** The measure the program brings along. */
  readonly defaultFolder: string;
};

export function policyCommand(tools: PolicyTools): Command {
  const command = new Command('policy').description('检查办法、查看条款');
  command
    .command('check')
    .description('检查办法的数据：写法、合计、界限、引用，并算一遍例子；有错误时退出码为 1')
    .argument('[folder]', '办法所在的文件夹', tools.defaultFolder)
    .action((folder: string) => check(tools, folder));
  command
    .command('explain')
    .description('查看一个条款、项目或读法：原文、数据、读法、例子')
    .argument('<id>', '编号，如 3.4.2、3.4.2-4、A2.5-1、An1.5、G7')
    .option('--policy <folder>', '办法所在的文件夹', tools.defaultFolder)
    .action((id: string, options: { policy: string }) => explainOne(tools, id, options.policy));
  return command;
}

async function check(tools: PolicyTools, folder: string): Promise<void> {
  const source = await tools.read(folder);
  const { policy, findings, examples } = checkPolicy(source);
  for (const finding of findings) console.log(findingText(finding));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `错误 ${errors} 处，提醒 ${findings.length - errors} 处，例子 ${examples} 个`;
  console.log(
    policy === null
      ? `${folder}：${counts}`
      : `《${policy.title}》${policy.version}（${source.sha256.slice(0, 12)}）：${counts}`,
  );
  if (errors > 0) process.exitCode = 1;
}

async function explainOne(tools: PolicyTools, id: string, folder: string): Promise<void> {
  const source = await tools.read(folder);
  const { policy, findings } = checkPolicy(source);
  if (policy === null) {
    for (const finding of findings) console.error(findingText(finding));
    process.exitCode = 1;
    return;
  }
  const explanation = explain(policy, readExamples(source).files, id);
  if (explanation === undefined) {
    console.error(
      `《${policy.title}》里没有“${id}”。应为条款（如 3.4.2）、项目（如 3.4.2-4、A2.5-x）或读法（如 G7）的编号。`,
    );
    process.exitCode = 1;
    return;
  }
  console.log(explanationText(policy, explanation));
}
