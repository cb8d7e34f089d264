/** The working paper of a roster file: the file read, its columns said, its bad rows left out, or all of it given up. */
import type { Actor } from '../domain/access/actor.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { MAPPING_PAPER, pendingRoster, rememberedMapping, ROSTER_PAPER } from '../service/rosterPaper.ts';
import { discardPaper, savePaper } from '../service/workingPaper.ts';
import { fileProblem } from '../service/yearFiles/fileProblem.ts';
import {
  headersOf,
  type Mapping,
  missingTargets,
  proposeMapping,
  rememberedOf,
  type Target,
} from '../service/yearFiles/rosterMapping.ts';
import { targetsFor } from '../service/views/rosterPreview.ts';
import { granted, thrown } from './problem.ts';
import { rowProblem } from './rowProblem.ts';
import type { Services } from './services.ts';

type At = { readonly organisation: string; readonly version: number };
type By = At & { readonly by: string };

/** Refuses a file that is no table, file problem by file problem (rosterFileRefused). */
export async function readRosterFile(
  { world, readTable }: Services,
  { organisation: organisationId, version, by, actor, file }: By & { actor: Actor; file: File },
): Promise<void> {
  const read = await readTable(file.name, await file.bytes());
  if ('faults' in read) {
    const problems = read.faults.map((fault) => rowProblem(fileProblem(fault)));
    throw thrown(refuse('rosterFileRefused', null, { count: problems.length }), problems);
  }
  const remembered = await world.store.read((tx) => rememberedMapping(tx, organisationId));
  const may = targetsFor(actor);
  const proposed = proposeMapping(headersOf(read.table), remembered);
  const mapping = proposed.map((target) => (target !== null && may.includes(target) ? target : null));
  const content = { table: read.table, mapping, confirmed: false, leaveOut: false };
  granted(await savePaper(world, { organisationId, ...ROSTER_PAPER }, { content, by, expected: version }));
}

/** Refuses a required column nobody is mapped to, and one that two are; remembers the mapping for the next file. */
export async function mapRoster(
  { world }: Services,
  {
    organisation: organisationId,
    version,
    by,
    actor,
    mapping: said,
  }: By & { actor: Actor; mapping: readonly (string | null)[] },
): Promise<void> {
  const paper = await world.store.read((tx) => pendingRoster(tx, organisationId));
  if (paper === undefined) throw thrown(refuse('rosterNotWaiting', null));
  const headers = headersOf(paper.table);
  const may = targetsFor(actor);
  const mapping = headers.map((_, index) => may.find((target) => target === said[index]) ?? null);
  const refusal = mappingRefusal(mapping);
  if (refusal !== undefined) throw thrown(refusal);
  const { table } = paper;
  const content = { table, mapping, confirmed: true, leaveOut: false };
  granted(await savePaper(world, { organisationId, ...ROSTER_PAPER }, { content, by, expected: version }));
  const columns = rememberedOf(headers, mapping);
  granted(await savePaper(world, { organisationId, ...MAPPING_PAPER }, { content: { columns }, by }));
}

function mappingRefusal(mapping: Mapping): Refusal | undefined {
  const named = mapping.filter((target): target is Target => target !== null);
  const twice = named.find((target, index) => named.indexOf(target) !== index);
  if (twice !== undefined) return refuse('rosterColumnTwice', null, { columns: twice });
  const missing = missingTargets(mapping);
  return missing.length === 0
    ? undefined
    : refuse('rosterColumnsMissing', null, { columns: missing.join('、') });
}

export async function soundRowsOnly({ world }: Services, { organisation, version, by }: By): Promise<void> {
  const paper = await world.store.read((tx) => pendingRoster(tx, organisation));
  if (paper === undefined) throw thrown(refuse('rosterNotWaiting', null));
  const { table, mapping, confirmed } = paper;
  const content = { table, mapping, confirmed, leaveOut: true };
  granted(
    await savePaper(
      world,
      { organisationId: organisation, ...ROSTER_PAPER },
      { content, by, expected: version },
    ),
  );
}

/** Another version than the one that was looked at stays. */
export async function endRoster({ world }: Services, { organisation, version }: At): Promise<void> {
  const name = { organisationId: organisation, ...ROSTER_PAPER };
  const found = await world.store.read((tx) => tx.workingPaper(name));
  if (found === undefined) return;
  if (found.version !== version)
    throw thrown(refuse('versionConflict', null, { expected: version, found: found.version }));
  await discardPaper(world, name);
}
