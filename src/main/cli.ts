/** jifen on the command line: the list of commands. Each one lives in its own file under src/cli. */
import { Command } from 'commander';
import { calendarCommand } from '../cli/calendar.ts';
import { demoCommand } from '../cli/demo.ts';
import { importCommand } from '../cli/import.ts';
import { policyCommand } from '../cli/policy.ts';
import { rehearseCommand } from '../cli/rehearse.ts';
import { speakChinese } from '../cli/speakChinese.ts';
import { verifyCommand } from '../cli/verify.ts';
import { yearCommand } from '../cli/year.ts';
import {
  calendarTools,
  demoTools,
  importTools,
  mendable,
  policyTools,
  rehearseTools,
  verifyTools,
  yearTools,
} from '../compose.ts';

const program = new Command('jifen').description('党员积分制管理');
program.addCommand(yearCommand(yearTools));
program.addCommand(importCommand(importTools));
program.addCommand(verifyCommand(verifyTools));
program.addCommand(rehearseCommand(rehearseTools));
program.addCommand(calendarCommand(calendarTools));
program.addCommand(policyCommand(policyTools));
program.addCommand(demoCommand(demoTools));

try {
  await speakChinese(program).parseAsync();
} catch (error) {
  const sentence = mendable(error);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 1;
}
