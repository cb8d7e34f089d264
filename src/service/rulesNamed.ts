/** Versions of rules by the names addresses use: 'draft', 'measure', 'year-2026', or the id of an adopted version. */
import { yearBook } from '../domain/fact.ts';
import { documentsOf } from '../domain/policy/draft/documents.ts';
import { lookAt } from '../domain/policy/draft/look.ts';
import { findingName } from '../domain/policy/draft/place.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type AdoptedRules, adoptedRules } from './adoptedRules.ts';
import type { Reading } from './ports.ts';
import { yearOfBook } from './project.ts';
import { draftPaper, type RulesDraft } from './rulesDraft.ts';
import { baseOf, measureDocuments, rulesVersion } from './rulesVersion.ts';
import type { PolicyVersion } from './views/branchYear.ts';
import { policyOf } from './viewRows.ts';

export const DRAFT = 'draft';
export const MEASURE = 'measure';

export type NamedVersion = { readonly id: string; readonly name: string };

/** What there is to choose from, the latest first. `draft`: whether the reader may see the draft. */
export async function namedVersions(
  tx: Reading,
  organisationId: string,
  measure: PolicyVersion,
  { draft }: { readonly draft: boolean },
): Promise<NamedVersion[]> {
  const paper = draft ? await tx.workingPaper(draftPaper(organisationId)) : undefined;
  const adopted = await adoptedRules(tx, organisationId);
  return [
    ...(paper === undefined ? [] : [{ id: DRAFT, name: '正在拟订的草案' }]),
    ...adopted
      .toReversed()
      .map(({ rulesId, version, year }) => ({ id: rulesId, name: `${version}（${year} 年起用）` })),
    ...(await yearVersions(tx, organisationId, adopted)).map(({ book, year, version }) => ({
      id: book,
      name: `${year} 年账册所用的 ${version}`,
    })),
    { id: MEASURE, name: `《${measure.policy.title}》${measure.policy.version}（随程序提供）` },
  ];
}

/** Years whose version is not an adopted one, latest first. */
export async function yearVersions(
  tx: Reading,
  organisationId: string,
  adopted: readonly AdoptedRules[],
): Promise<{ readonly book: string; readonly year: number; readonly version: string }[]> {
  return (await tx.policies(organisationId))
    .filter(({ sha256 }) => !adopted.some(({ contentHash }) => contentHash === sha256))
    .map(({ book, version }) => ({ book, year: yearOfBook(book), version }))
    .toSorted((a, b) => b.year - a.year);
}

/** Refuses a name nothing has (rulesUnknown), a draft that is not there (draftMissing) or is no policy (rulesHaveErrors). */
export async function versionNamed(
  tx: Reading,
  organisationId: string,
  name: string,
  measure: PolicyVersion,
): Promise<PolicyVersion | Refusal> {
  if (name === MEASURE) return measure;
  if (name === DRAFT) return draftVersion(tx, organisationId, measure);
  const row = /^year-\d{4}$/.test(name)
    ? await tx.policy(organisationId, yearBook(Number.parseInt(name.slice(-4), 10)))
    : undefined;
  if (row !== undefined) return { policy: policyOf(row.content), sha256: row.sha256 };
  return rulesVersion(tx, organisationId, name);
}

/** A draft has no files to be hashed, and no hash of its own: it may be another by tomorrow. */
async function draftVersion(
  tx: Reading,
  organisationId: string,
  measure: PolicyVersion,
): Promise<PolicyVersion | Refusal> {
  const row = await tx.workingPaper(draftPaper(organisationId));
  if (row === undefined) return refuse('draftMissing', null);
  const { base: from, changes } = JSON.parse(row.content) as RulesDraft;
  const base = await baseOf(tx, organisationId, from, measure.policy);
  if (isRefusal(base)) return base;
  const { policy, findings } = lookAt(documentsOf(base, measureDocuments(measure.policy)), changes);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (policy === null || errors.length > 0)
    return refuse('draftHasErrors', null, {
      count: errors.length,
      errors: errors.slice(0, 3).map(findingName).join('；'),
    });
  return { policy: { ...policy, version: '草案' }, sha256: '' };
}
