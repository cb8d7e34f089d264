/** The bureau's measure as its folder has it, and copies of it in which one thing is different. */
import { join } from 'node:path';
import type { PolicySource } from '../../src/domain/policy/source.ts';
import { readPolicyFolder } from '../../src/store/policyFolder.ts';

export const FINANCE_BUREAU = join(import.meta.dirname, '../../policy/finance-bureau');

export const finance: PolicySource = await readPolicyFolder(FINANCE_BUREAU);

type Tree = Record<string | number, unknown>;

/** A deep copy of the documents; `path` walks keys, positions and ids of list members, the last step is what `change` replaces. */
export function changed(path: string, change: (before: unknown) => unknown): Record<string, unknown> {
  const documents = structuredClone(finance.documents) as Tree;
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<Tree>((here, step) => here[keyIn(here, step)] as Tree, documents);
  const key = keyIn(parent, last);
  const after = change(parent[key]);
  if (after === undefined) delete parent[key];
  else parent[key] = after;
  return documents;
}

/** The same with the value at `path` replaced. */
export const replaced = (path: string, value: unknown) => changed(path, () => value);

/** The same with the key or member at `path` taken out. */
export const removed = (path: string) => changed(path, () => undefined);

/** The same with one more member in the list at `path`. */
export const added = (path: string, member: unknown) =>
  changed(path, (list) => [...(list as unknown[]), member]);

function keyIn(tree: Tree, step: string): string | number {
  if (!Array.isArray(tree)) return step;
  const index = tree.findIndex((member: unknown) => (member as { id?: unknown }).id === step);
  return index < 0 ? Number(step) : index;
}
