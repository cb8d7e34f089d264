/** The words in which the terminal shows findings and explanations of a policy. */
import type { Explanation } from '../domain/policy/explain.ts';
import type { Finding } from '../domain/policy/lint/finding.ts';
import type { Item, Policy, Reading, Required } from '../domain/policy/policy.ts';
import { formatPoints } from '../domain/points.ts';

export const findingText = ({ severity, file, path, message }: Finding): string =>
  `${severity === 'error' ? '错误' : '提醒'}  ${file}  ${path}\n      ${message}`;

export function explanationText(policy: Policy, explanation: Explanation): string {
  const { clause, items, grounds, indicators, category, steps, readings, examples } = explanation;
  const parts: [heading: string, lines: readonly string[]][] = [
    [`条款 ${clause?.id ?? ''}  ${clause?.title ?? ''}`, clause === null ? [] : clause.text.split('\n')],
    [
      '指标（只说明考察什么，不单独记）',
      indicators.map(({ id, text, amount }) => `${id}  ${text}${formatPoints(amount)} 分`),
    ],
    ['项目', items.flatMap((item) => itemLines(policy, item))],
    ['本类', category === null ? [] : [`${category.name}，全年 ${formatPoints(category.cap)} 分`]],
    [
      '认定为不合格的情形',
      grounds.map(
        ({ id, name, requires }) => `${id}  ${name}。与分数无关，全年有效${requiredText(requires)}`,
      ),
    ],
    ['程序', steps.flatMap(({ name, roles, deadline, forms }) => stepLines(name, roles, deadline, forms))],
    ['读法', readings.flatMap(readingLines)],
    [`例子（${examples.length} 个）`, examples.map(({ file, title }) => `${file}  ${title}`)],
  ];
  return [`${explanation.id}  《${policy.title}》${policy.version}`, ...parts.flatMap(partText)].join('\n');
}

const partText = ([heading, lines]: readonly [string, readonly string[]]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

const REQUIRED: Readonly<Record<Required, string>> = {
  reason: '事由',
  evidence: '依据',
  supplier: '提供单位',
};

const requiredText = (requires: readonly Required[]) =>
  requires.length === 0 ? '' : `；须写明${requires.map((one) => REQUIRED[one]).join('、')}`;

function itemLines(policy: Policy, item: Item): string[] {
  const kind = policy.kinds.find(({ id }) => id === item.kind)?.name ?? item.kind;
  const verb = item.group === 'bonus' || item.group === 'task' ? '计入' : '扣自';
  const amount = item.amount === null ? `最多 ${formatPoints(item.most)}` : formatPoints(item.amount);
  return [`${item.id}  ${item.name}：${amount} 分，${verb}${kind}${requiredText(item.requires)}`];
}

function stepLines(
  name: string,
  roles: readonly string[],
  deadline: string,
  forms: readonly string[],
): string[] {
  const form = forms.length === 0 ? [] : [`用表：${forms.join('、')}`];
  return [`${name}：${roles.join('、')}`, `时限：${deadline}`, ...form];
}

function readingLines({
  id,
  question,
  reading,
  chosen,
  alternatives,
  decidedBy,
  decidedOn,
}: Reading): string[] {
  return [
    `${id}  ${question}`,
    `    ${chosen === undefined ? '采用' : '原读法'}：${reading}`,
    ...alternatives.map((one) => `    ${one.id === chosen ? '采用' : '备选'} ${one.id}：${one.text}`),
    `    ${decidedBy}，${decidedOn}`,
  ];
}
