/** jifen policy diff: two versions of a measure side by side, clause by clause, as a meeting reads them. */
import { assemblePolicy } from '../domain/policy/assemble.ts';
import {
  type ClauseDifference,
  policyDifference,
  type SubjectChange,
  type ValueChange,
} from '../domain/policy/difference.ts';
import { error } from '../domain/policy/lint/finding.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { PolicySource } from '../domain/policy/source.ts';
import { differenceSummary, HOW_CHANGED } from '../service/views/differenceWords.ts';
import { findingText } from './policyText.ts';

type ReadFolder = (folder: string) => Promise<PolicySource>;

export async function tellDifference(read: ReadFolder, oldFolder: string, newFolder: string): Promise<void> {
  const older = await readVersion(read, oldFolder);
  const newer = await readVersion(read, newFolder);
  if (older === null || newer === null) {
    process.exitCode = 1;
    return;
  }
  console.log(differenceText(older, newer, policyDifference(older, newer)));
}

/** Null after having told why the folder holds no measure. */
async function readVersion(read: ReadFolder, folder: string): Promise<Policy | null> {
  const { documents, problems } = await read(folder);
  const assembled = problems.length > 0 ? { problems } : assemblePolicy(documents);
  if ('policy' in assembled) return assembled.policy;
  console.error(`${folder}：`);
  for (const { file, path, expected } of assembled.problems)
    console.error(findingText(error(file, path, expected)));
  return null;
}

function differenceText(older: Policy, newer: Policy, differences: readonly ClauseDifference[]): string {
  const head = `《${older.title}》${older.version} → 《${newer.title}》${newer.version}`;
  return [
    `${head}：${differenceSummary(differences)}`,
    ...differences.flatMap(({ clause, title, changes: found }) => [
      '',
      clause === null ? '整个办法' : `条款 ${clause}  ${title}`,
      ...found.flatMap(changeLines),
    ]),
  ].join('\n');
}

function changeLines({ how, name, values }: SubjectChange): string[] {
  const [only] = values;
  if (only?.label === '' && how === 'changed') return [`  ${HOW_CHANGED[how]}  ${name}：${sides(only)}`];
  return [`  ${HOW_CHANGED[how]}  ${name}`, ...values.flatMap(valueLines)];
}

function valueLines(value: ValueChange): string[] {
  const said = sides(value);
  if (said === '') return [];
  return [`      ${value.label === '' ? '' : `${value.label}：`}${said}`];
}

/** Long texts stand one below the other, so that the eye finds the word that changed. */
const SHORT = 24;

function sides({ before, after }: ValueChange): string {
  if (before === null || after === null) return before ?? after ?? '';
  const [old, now] = [before, after].map((text) => (text === '' ? '（无）' : text));
  if (before.length <= SHORT && after.length <= SHORT) return `${old} → ${now}`;
  return `\n        原：${old}\n        现：${now}`.replaceAll(/\n(?! {8}[原现])/g, '\n            ');
}
