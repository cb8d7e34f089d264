/** Opens books from the example branch or from a branch's own two files: read, refuse row by row, or post through `perform`. */
import type { Opened } from '../contract/opening.ts';
import type { Actor } from '../domain/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { HeldRow } from '../service/importCommand.ts';
import { importBranch, versionOfBranch } from '../service/importBranch.ts';
import type { MemberRecord, PolicyVersion } from '../service/views/branchYear.ts';
import { readYearFiles } from '../service/yearFiles/read.ts';
import { oneAfterAnother } from './inTurn.ts';
import { rowProblem } from './rowProblem.ts';
import { thrown } from './problem.ts';
import type { Services, YearFiles } from './services.ts';

export type Opening = {
  readonly openExample: (actor: Actor, key: string) => Promise<Opened | Refusal>;
  readonly openFiles: (actor: Actor, branch: Wanted & YearFiles, key: string) => Promise<Opened | Refusal>;
};

type Wanted = {
  readonly organisation: string;
  readonly year: number;
  readonly correction?: string | undefined;
};

export function openOpening(services: Services): Opening {
  // Two openings at once would each find the branch unknown and found it twice.
  const inTurn = oneAfterAnother();
  return {
    openExample: (actor, key) => inTurn(() => example(services, actor, key)),
    openFiles: (actor, branch, key) =>
      inTurn(() => post(services, actor, { ...branch, example: false }, key)),
  };
}

async function example(services: Services, actor: Actor, key: string): Promise<Opened | Refusal> {
  return post(services, actor, { ...(await services.example()), example: true }, key);
}

async function recordsOf(
  services: Services,
  files: YearFiles,
  { policy }: PolicyVersion,
  year: number,
): Promise<readonly MemberRecord[]> {
  const { readTable } = services;
  const [roster, records] = await Promise.all(
    [files.roster, files.records].map(({ name, bytes }) => readTable(name, bytes)),
  );
  if (roster === undefined || records === undefined) throw new Error('two files were asked for');
  const read = readYearFiles({ roster, records, policy, year });
  if ('records' in read) return read.records;
  const problems = read.problems.slice(0, MOST_TOLD).map(rowProblem);
  throw thrown(refuse('yearFilesRefused', null, { count: read.problems.length }), problems);
}

/** Whoever mends the first hundreds will upload again anyway. */
const MOST_TOLD = 500;

async function post(
  services: Services,
  actor: Actor,
  branch: Wanted & YearFiles & { readonly example: boolean },
  key: string,
): Promise<Opened | Refusal> {
  const { world } = services;
  const { organisation, year, example: isExample } = branch;
  const version = (await versionOfBranch(world, organisation, year)) ?? services.version;
  const records = await recordsOf(services, branch, version, year);
  const wanted = {
    organisation,
    year,
    example: isExample,
    version,
    records,
    correction: branch.correction ?? null,
  };
  const done = await importBranch(world, actor, wanted, key);
  if (isRefusal(done)) return done;
  const { organisationId, outcome } = done;
  return {
    organisation: organisationId,
    year,
    members: records.length,
    added: outcome.posted,
    unchanged: outcome.unchanged,
    reversed: outcome.reversed,
    absent: [...outcome.absent],
    otherwise: [...outcome.otherwise],
    heldBack: toldOf(outcome.heldBack),
  };
}

const MOST_NAMED = 50;

function toldOf(held: readonly HeldRow[]): Opened['heldBack'] {
  const own = held.filter((row) => row.own).length;
  const named = held.slice(0, MOST_NAMED).map(({ number, item, day }) => ({ number, item, day }));
  return { own, others: held.length - own, named };
}
