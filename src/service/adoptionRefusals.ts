/** What keeps a draft from being adopted beside the meeting's record: its year, its label, what the lints found. */
import { yearOf } from '../domain/period.ts';
import { findingName } from '../domain/policy/draft/place.ts';
import type { Finding } from '../domain/policy/lint/finding.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { AdoptedRules } from './adoptedRules.ts';
import type { AdoptRules } from './rulesCommands.ts';
import type { Making } from './step.ts';

export function yearRefusal(
  { year, version }: AdoptRules,
  { adopted, isOpen }: { readonly adopted: readonly AdoptedRules[]; readonly isOpen: boolean },
  { today }: Making,
): Refusal | undefined {
  if (isOpen) return refuse('rulesYearOpen', 'An1.1', { year, next: year + 1 });
  const furthest = yearOf(today) + 1;
  if (year > furthest) return refuse('yearTooFar', null, { year, furthest });
  const label = version.trim();
  if (label === '') return refuse('missing-version', null);
  return adopted.some((one) => one.version === label)
    ? refuse('rulesVersionTaken', null, { version: label })
    : undefined;
}

/** Findings a refusal names; the page lists them all. */
const NAMED = 3;

export function findingRefusal(
  findings: readonly Finding[],
  acknowledged: readonly string[],
): Refusal | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const told = (list: readonly Finding[]) => list.slice(0, NAMED).map(findingName).join('；');
  if (errors.length > 0)
    return refuse('rulesHaveErrors', null, { count: errors.length, errors: told(errors) });
  const unseen = findings.filter((one) => !acknowledged.includes(findingName(one)));
  return unseen.length > 0
    ? refuse('warningsUnseen', null, { count: unseen.length, warnings: told(unseen) })
    : undefined;
}
