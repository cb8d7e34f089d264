/** Nobody loses a point, and nobody is given one, without a reason and evidence on paper (3.4.1, 3.4.2). */
import type { Item, Policy, Required } from '../policy.ts';
import { error, type Finding, placeOf } from './finding.ts';

const NAMES: Readonly<Record<Required, string>> = { reason: '事由', evidence: '依据', supplier: '提供单位' };

const NEEDED: Readonly<Record<Item['group'], readonly Required[]>> = {
  bonus: ['evidence'],
  common: ['reason', 'evidence', 'supplier'],
  standard: ['reason', 'evidence'],
  discretionary: ['reason', 'evidence'],
  task: [],
};

export function grounds(policy: Policy): Finding[] {
  const byFile = new Map<string, Item>();
  for (const item of policy.items) byFile.set(placeOf(item).file, item);
  const findings = [...byFile].flatMap(([file, item]) => missing(file, item.requires, NEEDED[item.group]));
  for (const ground of policy.grounds.slice(0, 1))
    findings.push(...missing('disqualifiers.yaml', ground.requires, ['reason', 'evidence', 'supplier']));
  if (policy.suppliers.length === 0)
    findings.push(error('deductions.yaml', 'suppliers', '应至少列出一个提供依据的单位'));
  return findings;
}

function missing(file: string, required: readonly Required[], needed: readonly Required[]): Finding[] {
  return needed
    .filter((one) => !required.includes(one))
    .map((one) => error(file, 'requires', `没有要求${NAMES[one]}，应含 ${one}（${NAMES[one]}）`));
}
