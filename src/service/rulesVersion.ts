/** Versions of rules: an adopted one, the one a year is or will be opened under, the one a draft starts from. */
import { yearBook } from '../domain/fact.ts';
import { type Documents, documentsOf } from '../domain/policy/draft/documents.ts';
import type { RulesBase } from '../domain/policy/facts.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type AdoptedRules, adoptedRules, adoptionText, inForce } from './adoptedRules.ts';
import type { Reading } from './ports.ts';
import type { PolicyVersion } from './views/branchYear.ts';
import { policyOf } from './viewRows.ts';

/** Undefined when there is none, or its text was lawfully destroyed. Its hash stands for the files it does not have. */
async function versionOf(
  tx: Reading,
  organisationId: string,
  rules: AdoptedRules | undefined,
): Promise<PolicyVersion | undefined> {
  const text = rules === undefined ? undefined : await adoptionText(tx, organisationId, rules);
  if (rules === undefined || text === undefined) return undefined;
  return { policy: policyOf(text.content), sha256: rules.contentHash };
}

export async function rulesVersion(
  tx: Reading,
  organisationId: string,
  rulesId: string,
): Promise<PolicyVersion | Refusal> {
  const rules = (await adoptedRules(tx, organisationId)).find((one) => one.rulesId === rulesId);
  return (await versionOf(tx, organisationId, rules)) ?? refuse('rulesUnknown', null);
}

/** What the year is open under, else what it would be opened under; undefined when nothing was adopted. */
export async function versionOfYear(
  tx: Reading,
  organisationId: string,
  year: number,
): Promise<PolicyVersion | undefined> {
  const row = await tx.policy(organisationId, yearBook(year));
  if (row !== undefined) return { policy: policyOf(row.content), sha256: row.sha256 };
  return versionInForce(tx, organisationId, year);
}

export async function versionInForce(
  tx: Reading,
  organisationId: string,
  year: number,
): Promise<PolicyVersion | undefined> {
  return versionOf(tx, organisationId, inForce(await adoptedRules(tx, organisationId), year));
}

/** The version a draft starts from. `measure`: the one the program brings. */
export async function baseOf(
  tx: Reading,
  organisationId: string,
  { from, id }: RulesBase,
  measure: Policy,
): Promise<Policy | Refusal> {
  if (from === 'measure') return measure;
  if (from === 'rules') {
    const version = await rulesVersion(tx, organisationId, id);
    return isRefusal(version) ? version : version.policy;
  }
  const row = await tx.policy(organisationId, yearBook(Number.parseInt(id, 10)));
  return row === undefined ? refuse('rulesUnknown', null) : policyOf(row.content);
}

export const measureDocuments = (measure: Policy): Documents => documentsOf(measure, {});
