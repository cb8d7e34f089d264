/** jifen on the command line: the list of commands. Each one lives in its own file under src/cli. */
import { Command } from 'commander';
import { importCommand } from '../cli/import.ts';
import { policyCommand } from '../cli/policy.ts';
import { speakChinese } from '../cli/speakChinese.ts';
import { verifyCommand } from '../cli/verify.ts';
import { yearCommand } from '../cli/year.ts';
import { importTools, mendable, policyTools, verifyTools, yearTools } from '../compose.ts';

const program = new Command('jifen').description('党员积分制管理');
program.addCommand(yearCommand(yearTools));
program.addCommand(importCommand(importTools));
program.addCommand(verifyCommand(verifyTools));
program.addCommand(policyCommand(policyTools));

try {
  await speakChinese(program).parseAsync();
} catch (error) {
  const sentence = mendable(error);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 1;
}
