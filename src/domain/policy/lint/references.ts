/** What is named exists: clauses, kinds, grades; and an item's words are the words of its clause. */
import type { Item, Policy } from '../policy.ts';
import { error, type Finding, placeOf, warning } from './finding.ts';

export function references(policy: Policy): Finding[] {
  return [...clauses(policy), ...kinds(policy), ...settings(policy), ...wording(policy)];
}

function clauses(policy: Policy): Finding[] {
  const known = new Set(policy.clauses.map(({ id }) => id));
  const cited: (readonly [file: string, path: string, clause: string])[] = [
    ...policy.kinds.map(({ id, clause }) => ['policy.yaml', `kinds[${id}].clause`, clause] as const),
    ...(['grades', 'disqualification', 'topShare', 'eligibility'] as const).map(
      (part) => ['policy.yaml', `${part}.clause`, policy[part].clause] as const,
    ),
    ...policy.items.map((item) => [placeOf(item).file, placeOf(item).path, item.clause] as const),
    ...policy.grounds.map(({ id, clause }) => ['disqualifiers.yaml', `items[${id}]`, clause] as const),
    ...policy.procedure.map(({ id, clause }) => ['procedure.yaml', `[${id}].clause`, clause] as const),
    ...policy.readings.flatMap((reading) =>
      reading.clauses.map((clause) => ['readings.yaml', `[${reading.id}].clauses`, clause] as const),
    ),
  ];
  return cited.flatMap(([file, path, clause]) =>
    known.has(clause) ? [] : [error(file, path, `没有条款“${clause}”，应为 clauses.yaml 中已有的条款`)],
  );
}

/** Which mechanism a kind must have for an item of that group to act on it. */
const MECHANISMS: Readonly<Record<Item['group'], string>> = {
  bonus: 'cappedBonus',
  common: 'pool',
  standard: 'pool',
  discretionary: 'pool',
  task: 'plan',
};

function kinds(policy: Policy): Finding[] {
  return policy.items.flatMap((item) => {
    const kind = policy.kinds.find(({ id }) => id === item.kind);
    const { file, path } = placeOf(item);
    const wanted = MECHANISMS[item.group];
    if (kind === undefined) {
      const known = policy.kinds.map(({ id }) => id).join('、');
      return [error(file, `${path}.kind`, `没有“${item.kind}”这类分，应为以下之一：${known}`)];
    }
    if (kind.mechanism === wanted) return [];
    return [error(file, `${path}.kind`, `“${kind.name}”的机制是 ${kind.mechanism}，应为 ${wanted}`)];
  });
}

function settings(policy: Policy): Finding[] {
  const { grades, partYear, periods } = policy;
  const findings: Finding[] = [];
  const grade = grades.bands.map(({ id }) => id);
  const kind = policy.kinds.map(({ id }) => id);
  if (!grade.includes(grades.failing))
    findings.push(error('policy.yaml', 'grades.failing', `应为所列等次之一：${grade.join('、')}`));
  for (const id of partYear.kinds.filter((id) => !kind.includes(id)))
    findings.push(
      error('policy.yaml', 'partYear.kinds', `没有“${id}”这类分，应为以下之一：${kind.join('、')}`),
    );
  if (partYear.atLeast > periods.count)
    findings.push(
      error('policy.yaml', 'partYear.atLeast', `不能大于一年的${periods.name}数 ${periods.count}`),
    );
  if (periods.labels.length !== periods.count)
    findings.push(
      error(
        'policy.yaml',
        'periods.labels',
        `应有 ${periods.count} 个名称，现有 ${periods.labels.length} 个`,
      ),
    );
  return findings;
}

function wording(policy: Policy): Finding[] {
  const texts = new Map(policy.clauses.map(({ id, text }) => [id, text]));
  const quoted: (readonly [file: string, path: string, clause: string, text: string])[] = [
    ...policy.items
      .filter(({ group }) => group !== 'task')
      .map((item) => [placeOf(item).file, `${placeOf(item).path}.text`, item.clause, item.text] as const),
    ...policy.grounds.map(
      (one) => ['disqualifiers.yaml', `items[${one.id}].text`, one.clause, one.text] as const,
    ),
    ...policy.categories.flatMap(({ id, indicators }) =>
      indicators.map(
        (one) => ['base-items.yaml', `categories[${id}].indicators[${one.id}].text`, id, one.text] as const,
      ),
    ),
    ...policy.procedure.map(
      (step) => ['procedure.yaml', `[${step.id}].text`, step.clause, step.text] as const,
    ),
  ];
  return quoted.flatMap(([file, path, clause, text]) => {
    const whole = texts.get(clause);
    if (whole === undefined || whole.includes(text)) return [];
    return [warning(file, path, `与条款 ${clause} 的原文不一致，应照录原文`)];
  });
}
