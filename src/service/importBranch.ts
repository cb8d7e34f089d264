/** A branch's year files into the books, for the first page and the command line: the branch is recognised by its name. */
import type { Actor } from '../domain/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { ImportOutcome } from './importCommand.ts';
import { perform } from './perform.ts';
import type { World } from './ports.ts';
import { versionOfYear } from './rulesVersion.ts';
import type { MemberRecord, PolicyVersion } from './views/branchYear.ts';

/** The version a branch's files of that year are read by; undefined where neither books nor an adoption name one. */
export async function versionOfBranch(
  { store }: World,
  organisation: string,
  year: number,
): Promise<PolicyVersion | undefined> {
  return store.read(async (tx) => {
    const same = (await tx.organisations()).find(({ name }) => name === organisation);
    return same === undefined ? undefined : versionOfYear(tx, same.organisationId, year);
  });
}

export type BranchImport = {
  readonly organisation: string;
  readonly year: number;
  readonly example: boolean;
  readonly version: PolicyVersion;
  readonly records: readonly MemberRecord[];
  readonly correction: string | null;
};

export type Imported = { readonly organisationId: string; readonly outcome: ImportOutcome };

/**
 * Refuses the example among real books (realBooks), real files under the example's name (exampleName), and what importYear
 * refuses. Call it one after another: two at once would each find the branch unknown.
 */
export async function importBranch(
  world: World,
  actor: Actor,
  { organisation, year, example, version, records, correction }: BranchImport,
  key: string,
): Promise<Imported | Refusal> {
  const known = await world.store.read((tx) => tx.organisations());
  if (example && known.some((one) => one.example === 0)) return refuse('realBooks', null);
  const same = known.find(({ name }) => name === organisation);
  if (!example && same?.example === 1) return refuse('exampleName', null, { name: organisation });
  const organisationId = same?.organisationId ?? world.newId();
  const done = await perform(
    world,
    actor,
    {
      type: 'importYear',
      organisationId,
      year,
      founding: { name: organisation, level: 'branch', example },
      policy: version.policy,
      sha256: version.sha256,
      records,
      correction,
    },
    { key },
  );
  return isRefusal(done) ? done : { organisationId, outcome: JSON.parse(done.text) as ImportOutcome };
}
