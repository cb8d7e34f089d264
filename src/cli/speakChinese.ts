/** Help and complaints of the command line in Chinese, for a program and all its commands. */
import type { Command } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '全局选项：',
};

/** Commander's own sentences, and what is said instead; $1 is the name it speaks of. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/^error: required option '(.+?)' not specified/, '缺少选项 $1'],
  [/^error: unknown option '(.+?)'/, '没有选项 $1'],
  [/^error: unknown command '(.+?)'/, '没有命令 $1'],
  [/^error: missing required argument '(.+?)'/, '缺少参数 $1'],
  [/^error: option '(.+?)' argument missing/, '选项 $1 后面缺少内容'],
  [/^error: option '(.+?)' argument '(.*?)' is invalid\. /, '选项 $1 的内容“$2”不对：'],
  [/^error: too many arguments.*/, '参数太多'],
  [/\(Did you mean (.+?)\?\)/, '是否想写 $1？'],
];

export function speakChinese(command: Command): Command {
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(inChinese(text)) })
    .showHelpAfterError(`（用 ${command.name()} --help 查看用法）`);
  if (command.commands.length > 0) command.helpCommand('help [command]', '显示某个命令的帮助');
  for (const one of command.commands) speakChinese(one);
  return command;
}

const inChinese = (text: string) =>
  COMPLAINTS.reduce((said, [pattern, chinese]) => said.replace(pattern, chinese), text);
