/** jifen rehearse: a draft of the measure over a year of the books, before the vote. Reads only. */
import { Command } from 'commander';
import type { Actor } from '../domain/access/actor.ts';
import { assemblePolicy } from '../domain/policy/assemble.ts';
import { lintPolicy } from '../domain/policy/lint.ts';
import { error, type Finding } from '../domain/policy/lint/finding.ts';
import type { PolicySource } from '../domain/policy/source.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Store } from '../service/ports.ts';
import { rehearseYear } from '../service/rehearseYear.ts';
import type { PolicyVersion } from '../service/views/branchYear.ts';
import { refusalSentence } from '../service/views/refusalWords.ts';
import { rehearsalResult } from '../service/views/rehearsalResult.ts';
import { rehearsalText } from '../service/views/rehearsalWords.ts';
import { parseYear } from './options.ts';
import { findingText } from './policyText.ts';
import { openProgress } from './progress.ts';

export type RehearseTools = {
  readonly readFolder: (folder: string) => Promise<PolicySource>;
  /** The books of that data folder, or of the one the surroundings name; reading only, beside a running server if need be. */
  readonly openReading: (dataDir: string | undefined) => Promise<Pick<Store, 'read' | 'close'>>;
  readonly actor: Actor;
};

type RehearseOptions = {
  readonly policy: string;
  readonly branch?: string;
  readonly year?: number;
  readonly data?: string;
  readonly json?: true;
};

export function rehearseCommand(tools: RehearseTools): Command {
  return new Command('rehearse')
    .description('预演：用一份草案重算账上一年的积分，列出谁的积分、等次、名次、评优层级会变；只读，不改账')
    .requiredOption('--policy <folder>', '草案所在的文件夹')
    .option('--branch <name>', '党支部名称；账册里只有一个支部时不必写')
    .option('--year <year>', '年度，如 2026；不写则用最近一年', parseYear)
    .option('--data <folder>', '数据目录；不写则用环境变量 DATA_DIR，再没有则用 ./data')
    .option('--json', '把结果（JSON）打印到标准输出')
    .action((options: RehearseOptions) => run(tools, options));
}

async function run(tools: RehearseTools, { policy: folder, branch, year, data, json }: RehearseOptions) {
  const draft = await readDraft(tools, folder);
  if (draft === null) {
    process.exitCode = 1;
    return;
  }
  const progress = openProgress(process.stderr);
  const store = await tools.openReading(data);
  try {
    progress.tell('读账、预演');
    const rehearsed = await store.read((tx) => rehearseYear(tx, tools.actor, { branch, year, draft }));
    progress.clear();
    if (isRefusal(rehearsed)) {
      console.error(refusalSentence(rehearsed));
      process.exitCode = 1;
    } else {
      console.log(
        json === true ? JSON.stringify(rehearsalResult(rehearsed), null, 2) : rehearsalText(rehearsed),
      );
    }
  } finally {
    await store.close();
  }
}

/** A draft must hold together before anybody is reckoned by it; null after having told what does not. */
async function readDraft(tools: RehearseTools, folder: string): Promise<PolicyVersion | null> {
  const { documents, problems, sha256 } = await tools.readFolder(folder);
  const findings: readonly Finding[] =
    problems.length > 0
      ? problems.map(({ file, path, expected }) => error(file, path, expected))
      : lintPolicy(documents);
  for (const finding of findings) console.error(findingText(finding));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const assembled = errors > 0 ? null : assemblePolicy(documents);
  if (assembled !== null && 'policy' in assembled) return { policy: assembled.policy, sha256 };
  console.error(`草案“${folder}”有错误 ${errors} 处，没有预演。请改正后重新运行。`);
  return null;
}
