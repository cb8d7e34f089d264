/** Two versions side by side, as their page shows them. */
import { can } from '../domain/access.ts';
import { policyDifference } from '../domain/policy/difference.ts';
import { refuse } from '../domain/refusal.ts';
import type { Reading } from '../service/ports.ts';
import { DRAFT, MEASURE, namedVersions, versionNamed } from '../service/rulesNamed.ts';
import { differenceSummary, HOW_CHANGED } from '../service/views/differenceWords.ts';
import type { Asking } from './asking.ts';
import { granted, thrown } from './problem.ts';
import { readingAs } from './readingAs.ts';
import type { Services } from './services.ts';

type Compared = {
  readonly organisation: string;
  readonly older: string | undefined;
  readonly newer: string | undefined;
};

export async function differenceOf(
  tx: Reading,
  services: Services,
  asking: Asking,
  { organisation, older: wantedOlder, newer: wantedNewer }: Compared,
) {
  const { version: measure } = services;
  const { heading, object } = await readingAs(tx, services, asking, organisation);
  const draft = can(asking.actor, 'draftRules', object) === true;
  const versions = await namedVersions(tx, organisation, measure, { draft });
  const newer = wantedNewer ?? versions[0]?.id ?? MEASURE;
  const older = wantedOlder ?? versions[1]?.id ?? MEASURE;
  if (!draft && [older, newer].includes(DRAFT)) throw thrown(refuse('rulesUnknown', null));
  const before = granted(await versionNamed(tx, organisation, older, measure));
  const after = granted(await versionNamed(tx, organisation, newer, measure));
  const found = policyDifference(before.policy, after.policy);
  const named = (id: string) => versions.find((one) => one.id === id) ?? { id, name: id };
  return {
    organisation: heading,
    older: named(older),
    newer: named(newer),
    versions,
    summary: differenceSummary(found),
    clauses: found.map(({ clause, title, changes }) => ({
      clause,
      title,
      changes: changes.map(({ how, name, values }) => ({
        how: HOW_CHANGED[how],
        name,
        values: values.map((value) => ({ ...value })),
      })),
    })),
  };
}
