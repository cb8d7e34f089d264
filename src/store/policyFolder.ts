/** Reads a policy folder, such as policy/finance-bureau, into a PolicySource; judging it is the domain's. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonical } from '../domain/ledger/canonical.ts';
import type { PolicyProblem } from '../domain/policy/assemble.ts';
import { assemblePolicy } from '../domain/policy/assemble.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { POLICY_FILES } from '../domain/policy/schema.ts';
import type { PolicySource } from '../domain/policy/source.ts';
import { parseYaml } from './policyYaml.ts';

export async function readPolicyFolder(folder: string): Promise<PolicySource> {
  const names = await namesIn(folder);
  if (names === undefined)
    return {
      ...EMPTY,
      problems: [{ file: folder, path: '（文件夹）', expected: '应为办法所在的文件夹，找不到它' }],
    };
  const problems: PolicyProblem[] = misplaced(names);
  const documents = await readAll(
    folder,
    Object.keys(POLICY_FILES).map((name) => `${name}.yaml`),
    problems,
  );
  const exampleNames = ((await namesIn(join(folder, 'examples'))) ?? []).filter((name) =>
    name.endsWith('.yaml'),
  );
  const examples = await readAll(join(folder, 'examples'), exampleNames, problems);
  const measure = names.includes('measure.txt') ? await readFile(join(folder, 'measure.txt'), 'utf8') : null;
  const byName = Object.fromEntries(
    Object.entries(documents).map(([file, value]) => [basename(file, '.yaml'), value]),
  );
  return { documents: byName, examples, measure, sha256: hashOf(byName), problems };
}

/** The policy ready for use and its hash, or everything that keeps it from being used. */
export async function readPolicy(
  folder: string,
): Promise<
  { readonly policy: Policy; readonly sha256: string } | { readonly problems: readonly PolicyProblem[] }
> {
  const source = await readPolicyFolder(folder);
  if (source.problems.length > 0) return { problems: source.problems };
  const assembled = assemblePolicy(source.documents);
  return 'policy' in assembled ? { policy: assembled.policy, sha256: source.sha256 } : assembled;
}

const EMPTY = { documents: {}, examples: {}, measure: null, sha256: '' } as const;

async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return undefined;
  }
}

/** A misspelt file name would otherwise be a silence. */
function misplaced(names: readonly string[]): PolicyProblem[] {
  const known = Object.keys(POLICY_FILES).map((name) => `${name}.yaml`);
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !known.includes(name))
    .map((file) => ({
      file,
      path: '（文件名）',
      expected: `不认识的文件，应为以下之一：${known.join('、')}`,
    }));
}

async function readAll(
  folder: string,
  files: readonly string[],
  problems: PolicyProblem[],
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const file of files) {
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    const parsed =
      bytes === undefined
        ? { problems: [{ file, path: '（整个文件）', expected: '缺少此文件' }] }
        : parseYaml(file, bytes);
    if ('value' in parsed) values[file] = parsed.value;
    else problems.push(...parsed.problems);
  }
  return values;
}

function hashOf(documents: Readonly<Record<string, unknown>>): string {
  return createHash('sha256')
    .update(canonical(asWritten(documents)), 'utf8')
    .digest('hex');
}

/** Canonical form knows whole numbers only; 7.5 points are hashed as the text a branch wrote. */
function asWritten(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asWritten(inner)]));
}
