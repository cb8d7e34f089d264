/** jifen on the command line: the list of commands. Each one lives in its own file under src/cli. */
import { Command } from 'commander';
import { policyCommand } from '../cli/policy.ts';
import { speakChinese } from '../cli/speakChinese.ts';
import { yearCommand } from '../cli/year.ts';
import { policyTools, yearTools } from '../compose.ts';

const program = new Command('jifen').description('党员积分制管理');
program.addCommand(yearCommand(yearTools));
program.addCommand(policyCommand(policyTools));

await speakChinese(program).parseAsync();
