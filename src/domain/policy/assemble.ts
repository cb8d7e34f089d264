/** Policy files → one Policy: each file against its schema, the chosen alternatives put into the settings, then the items in order. */
import type { Points } from '../points.ts';
import { POLICY_FILES, type PolicyFileName, type PolicyFiles, type policyFile } from './schema.ts';
import type { Ground, Item, Policy } from './policy.ts';
import { inChinese, readablePath } from './wording.ts';

/** What is wrong in a policy, where, and what was expected; in Chinese, for the branch that wrote it. */
export type PolicyProblem = { readonly file: string; readonly path: string; readonly expected: string };

export type Assembled = { readonly policy: Policy } | { readonly problems: readonly PolicyProblem[] };

const FILE_NAMES = Object.keys(POLICY_FILES) as PolicyFileName[];

/** `documents`: parsed content by file name without ending, as the YAML reader gives it. */
export function assemblePolicy(documents: Readonly<Record<string, unknown>>): Assembled {
  const problems: PolicyProblem[] = [];
  const raw = withChosenAlternatives(documents, problems);
  const parsed: Record<string, unknown> = {};
  for (const name of FILE_NAMES) {
    const result = POLICY_FILES[name].safeParse(raw[name], { error: inChinese });
    if (result.success) parsed[name] = result.data;
    else
      for (const { path, message } of result.error.issues)
        problems.push({ file: `${name}.yaml`, path: readablePath(raw[name], path), expected: message });
  }
  if (problems.length > 0) return { problems };
  return { policy: combine(parsed as PolicyFiles) };
}

/** The settings with every chosen alternative's `sets` put in: behaviour switches by data alone. */
function withChosenAlternatives(
  documents: Readonly<Record<string, unknown>>,
  problems: PolicyProblem[],
): Record<string, unknown> {
  const readings = POLICY_FILES.readings.safeParse(documents['readings']);
  if (!readings.success) return { ...documents };
  let settings = documents['policy'];
  for (const reading of readings.data) {
    if (reading.chosen === undefined) continue;
    const alternative = reading.alternatives.find(({ id }) => id === reading.chosen);
    if (alternative === undefined) {
      const known = reading.alternatives.map(({ id }) => id).join('、') || '无';
      problems.push({
        file: 'readings.yaml',
        path: `[${reading.id}].chosen`,
        expected: `应为 ${reading.id} 所列的备选之一（${known}）`,
      });
      continue;
    }
    for (const [path, value] of Object.entries(alternative.sets ?? {})) {
      const changed = replaceAt(settings, path.split('.'), value);
      if (changed === undefined)
        problems.push({
          file: 'readings.yaml',
          path: `[${reading.id}].alternatives[${alternative.id}].sets`,
          expected: `“${path}”应为 policy.yaml 中已有的设定`,
        });
      else settings = changed;
    }
  }
  return { ...documents, policy: settings };
}

/** A copy of `tree` with the existing value at `path` replaced; undefined when there is nothing at that path. List members are found by their `id`. */
function replaceAt(tree: unknown, path: readonly string[], value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(tree)) {
    const index = tree.findIndex((member: unknown) => (member as { id?: unknown } | null)?.id === head);
    const changed = index < 0 ? undefined : replaceAt(tree[index], rest, value);
    return changed === undefined ? undefined : tree.with(index, changed);
  }
  if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, head)) return undefined;
  const changed = replaceAt((tree as Record<string, unknown>)[head], rest, value);
  return changed === undefined ? undefined : { ...tree, [head]: changed };
}

function combine(files: PolicyFiles): Policy {
  const { policy: settings, bonuses, deductions, disqualifiers } = files;
  const base = files['base-items'];
  const fixed = (list: typeof bonuses, group: Item['group']): Item[] =>
    list.items.map((item) => ({
      ...item,
      clause: list.clause,
      group,
      kind: list.kind,
      category: null,
      most: item.amount,
      requires: list.requires,
    }));
  const standards = base.categories.flatMap((category): Item[] =>
    category.standards.map((item) => ({
      ...item,
      clause: category.id,
      group: 'standard',
      kind: base.kind,
      category: category.id,
      most: item.amount,
      requires: base.requires,
    })),
  );
  const discretionary = base.categories.map(
    ({ id, name, discretionary: item }): Item => ({
      ...item,
      clause: id,
      name: `${name}酌情扣分`,
      group: 'discretionary',
      kind: base.kind,
      category: id,
      amount: null,
      most: settings.discretionary.most,
      requires: base.requires,
    }),
  );
  const grounds = disqualifiers.items.map(
    (item): Ground => ({ ...item, clause: disqualifiers.clause, requires: disqualifiers.requires }),
  );
  return {
    ...settings,
    clauses: files.clauses,
    categories: base.categories.map(({ id, name, cap, standardsText, indicators }) => ({
      id,
      name,
      cap,
      standardsText,
      indicators,
    })),
    items: [
      ...fixed(bonuses, 'bonus'),
      ...fixed(deductions, 'common'),
      ...standards,
      ...discretionary,
      ...taskItems(settings),
    ],
    grounds,
    suppliers: deductions.suppliers,
    procedure: files.procedure,
    readings: files.readings,
  };
}

function taskItems(settings: ReturnType<typeof policyFile.parse>): Item[] {
  return settings.kinds.flatMap((kind) =>
    kind.mechanism === 'plan'
      ? [
          {
            id: kind.item,
            clause: kind.clause,
            name: kind.name,
            text: kind.name,
            group: 'task' as const,
            kind: kind.id,
            category: null,
            amount: null as Points | null,
            most: kind.period,
            requires: [],
          },
        ]
      : [],
  );
}
