/** Opens books from the example branch or from a branch's own two files: read, refuse row by row, or post through `perform`. */
import type { Opened } from '../contract/opening.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { ImportOutcome } from '../service/importCommand.ts';
import { perform } from '../service/perform.ts';
import type { OrganisationRow } from '../service/ports.ts';
import type { MemberRecord } from '../service/views/branchYear.ts';
import { readYearFiles } from '../service/yearFiles/read.ts';
import { rowProblem } from './rowProblem.ts';
import { thrown } from './problem.ts';
import type { Services, YearFiles } from './services.ts';

export type Opening = {
  readonly openExample: (key: string) => Promise<Opened | Refusal>;
  readonly openFiles: (branch: Wanted & YearFiles, key: string) => Promise<Opened | Refusal>;
};

type Wanted = { readonly organisation: string; readonly year: number };

export function openOpening(services: Services): Opening {
  const inTurn = oneAfterAnother();
  return {
    openExample: (key) => inTurn(() => example(services, key)),
    openFiles: (branch, key) => inTurn(() => ownFiles(services, branch, key)),
  };
}

async function example(services: Services, key: string): Promise<Opened | Refusal> {
  const known = await organisations(services);
  if (known.some(({ example: isExample }) => isExample === 0)) return refuse('realBooks', null);
  const branch = await services.example();
  return post(services, branch, await recordsOf(services, branch, branch.year), true, key);
}

async function ownFiles(
  services: Services,
  branch: Wanted & YearFiles,
  key: string,
): Promise<Opened | Refusal> {
  const known = await organisations(services);
  if (known.some(({ name, example: isExample }) => isExample === 1 && name === branch.organisation))
    return refuse('exampleName', null, { name: branch.organisation });
  return post(services, branch, await recordsOf(services, branch, branch.year), false, key);
}

const organisations = ({ world }: Services): Promise<OrganisationRow[]> =>
  world.store.read((tx) => tx.organisations());

async function recordsOf(
  services: Services,
  files: YearFiles,
  year: number,
): Promise<readonly MemberRecord[]> {
  const { readTable, version } = services;
  const [roster, records] = await Promise.all(
    [files.roster, files.records].map(({ name, bytes }) => readTable(name, bytes)),
  );
  if (roster === undefined || records === undefined) throw new Error('two files were asked for');
  const read = readYearFiles({ roster, records, policy: version.policy, year });
  if ('records' in read) return read.records;
  const problems = read.problems.slice(0, MOST_TOLD).map(rowProblem);
  throw thrown(refuse('yearFilesRefused', null, { count: read.problems.length }), problems);
}

/** Whoever mends the first hundreds will upload again anyway. */
const MOST_TOLD = 500;

/** A branch is recognised by its name, so that its next year goes into the same register. */
async function post(
  services: Services,
  { organisation, year }: Wanted,
  records: readonly MemberRecord[],
  isExample: boolean,
  key: string,
): Promise<Opened | Refusal> {
  const { world, actor, version } = services;
  const known = (await organisations(services)).find(({ name }) => name === organisation);
  const organisationId = known?.organisationId ?? world.newId();
  const done = await perform(
    world,
    actor,
    {
      type: 'importYear',
      organisationId,
      year,
      founding: { name: organisation, level: 'branch', example: isExample },
      policy: version.policy,
      sha256: version.sha256,
      records,
      correction: null,
    },
    { key },
  );
  if (isRefusal(done)) return done;
  const outcome = JSON.parse(done.text) as ImportOutcome;
  return {
    organisation: organisationId,
    year,
    members: records.length,
    added: outcome.posted,
    unchanged: outcome.unchanged,
    differing: outcome.changed.length + outcome.missing.length + outcome.absent.length,
  };
}

/** Two openings at once would each find the branch unknown and found it twice. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
