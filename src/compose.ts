/** The only place where things are wired: who reads files, who keeps books, what the commands are given. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { DemoTools } from './cli/demo.ts';
import type { CalendarTools } from './cli/calendar.ts';
import type { PolicyTools } from './cli/policy.ts';
import type { FileTools } from './cli/branchFiles.ts';
import type { ImportTools } from './cli/import.ts';
import type { RehearseTools } from './cli/rehearse.ts';
import type { VerifyTools } from './cli/verify.ts';
import { type Actor, LOCAL_OPERATOR, NOBODY } from './domain/access/actor.ts';
import type { Algorithm } from './domain/ledger/envelope.ts';
import { MACHINE } from './domain/office/office.ts';
import { isRefusal, type Refusal, refuse } from './domain/refusal.ts';
import type { TableReading } from './domain/year/table.ts';
import { takeEvidence } from './intake/evidence/takeEvidence.ts';
import { readTable } from './intake/readTable.ts';
import { readTableFile } from './intake/tableFile.ts';
import type { RehearsalPage } from './contract/rehearsal.ts';
import { REQUEST_RATES } from './server/requestRates.ts';
import type { Rehearsing, Services } from './server/services.ts';
import { dayInShanghai } from './service/dayInShanghai.ts';
import { openLooks } from './service/looks.ts';
import type { World } from './service/ports.ts';
import { actorOf } from './service/views/officesOfUser.ts';
import { clientAddress, placeOf as placeAt } from './signIn/address.ts';
import { ownCertificate } from './signIn/certificate.ts';
import { SignInFault } from './signIn/fault.ts';
import { rehearseBooks } from './service/rehearseYear.ts';
import { rehearsalPage } from './service/views/rehearsalPage.ts';
import { type Verification, verify } from './service/verify/verify.ts';
import { DIGESTS } from './store/digests.ts';
import { keptDays, privacyOf } from './compose/privacy.ts';
import { DEMO_PASSWORD, demoAccounts, demoPeople } from './compose/demo.ts';
import { officeNetwork } from './compose/officeNetwork.ts';
import { openPeople } from './compose/people.ts';
import { settingsFrom } from './compose/signInSettings.ts';
import { robotsOf } from './compose/robots.ts';
import { makeDemo } from './service/demo/makeDemo.ts';
import { readYearFiles } from './service/yearFiles/read.ts';
import { openEvidenceFiles } from './store/evidenceFiles.ts';
import { StoreFault } from './store/fault.ts';
import { readHolidays } from './store/holidaysFile.ts';
import { open, openReadOnly, type Place, type Surroundings } from './store/open.ts';
import { readWebhooks } from './store/webhooksFile.ts';
import { readPolicy, readPolicyFolder } from './store/policyFolder.ts';
import { openSealing } from './store/sealing.ts';

const DEFAULT_POLICY = fileURLToPath(new URL('../policy/finance-bureau', import.meta.url));

export const policyTools: PolicyTools = { read: readPolicyFolder, defaultFolder: DEFAULT_POLICY };

export const yearTools: FileTools = {
  readPolicy,
  readTable: readTableFile,
  defaultFolder: DEFAULT_POLICY,
};

const ROOT = new URL('../', import.meta.url);
const HOLIDAYS = fileURLToPath(new URL('calendar/cn.yaml', ROOT));

export const calendarTools: CalendarTools = {
  readPolicy,
  readHolidays: () => readHolidays(HOLIDAYS),
  defaultFolder: DEFAULT_POLICY,
};

const log = pino({ name: 'jifen', level: process.env['LOG_LEVEL'] ?? 'info' }, pino.destination(2));

const surroundings: Surroundings = {
  now: () => new Date().toISOString(),
  jitter: Math.random,
  lost: (err) => log.warn({ err }, 'idle connection lost'),
};

/** The algorithm new books are chained with; a book keeps the one it began with. */
function algorithmOf(setting: string | undefined): Algorithm {
  if (setting === undefined || setting === '' || setting === 'sha256') return 'sha256';
  if (setting === 'sm3') return 'sm3';
  throw new StoreFault('badAlgorithm', `LEDGER_ALGORITHM 应为 sha256 或 sm3，现为“${setting}”。`);
}

/** The books in that place, open for writing, with this machine's clock and chance. */
async function openWorld(place: Place): Promise<World> {
  const calendar = await readHolidays(HOLIDAYS);
  if ('problems' in calendar) throw new CalendarFault(calendar.problems.length);
  const store = await open(place, surroundings);
  return {
    store,
    digests: DIGESTS,
    algorithm: algorithmOf(process.env['LEDGER_ALGORITHM']),
    holidays: calendar.holidays,
    now: surroundings.now,
    newId: () => v7(),
    newSalt: () => randomBytes(16).toString('hex'),
    sealing: openSealing(resolve(place.dataDir), process.env['OBJECTIONS_KEY'] || undefined),
  };
}

/** Where the books are: what the command line names, else the surroundings, else ./data. */
export function placeOf(dataDir: string | undefined): Place {
  const { DATA_DIR, DATABASE_URL, DATABASE_ADMIN_URL } = process.env;
  return { url: DATABASE_URL, adminUrl: DATABASE_ADMIN_URL, dataDir: dataDir ?? (DATA_DIR || './data') };
}

export const importTools: ImportTools = {
  ...yearTools,
  openWorld: (dataDir) => openWorld(placeOf(dataDir)),
  actorIn: operatorOf,
};

/** The machine's register is there once signing in is set up: from then on acts are done signed in. */
async function operatorOf({ store }: World): Promise<Actor> {
  const machine = await store.read((tx) => tx.organisation(MACHINE));
  return machine === undefined ? LOCAL_OPERATOR : NOBODY;
}

export const verifyTools: VerifyTools = { openReading: (dataDir) => openReading(placeOf(dataDir)) };

async function openReading(place: Place) {
  const store = await openReadOnly(place, surroundings);
  const evidence = openEvidenceFiles(resolve(place.dataDir));
  return { store, digests: DIGESTS, evidence, close: () => store.close() };
}

/** What a verification beside the server is told. `head`: an earlier printed one. */
export type VerifyOrder = {
  readonly place: Place;
  readonly head: string | undefined;
  readonly only: string | undefined;
};

export async function verifyOrder({ place, head, only }: VerifyOrder): Promise<Verification> {
  const books = await openReading(place);
  try {
    return await verify(books, head === undefined ? [] : [{ hash: head }], only);
  } finally {
    await books.close();
  }
}

/** Memory stays flat at any size of book; more than this is a fault, not a large book. */
const VERIFY_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

async function verifyInWorker(order: VerifyOrder): Promise<Verification> {
  const worker = new Worker(new URL('./main/verifyWorker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: VERIFY_MEMORY,
  });
  const [result] = (await once(worker, 'message')) as [Verification];
  await worker.terminate();
  return result;
}

/** What a rehearsal beside the server is told. */
export type RehearseOrder = Rehearsing & { readonly place: Place };

export async function rehearseOrder({ place, organisation, year, draft }: RehearseOrder) {
  const books = await openReading(place);
  try {
    const rehearsed = await books.store.read((tx) => rehearseBooks(tx, organisation, year, draft));
    return isRefusal(rehearsed) ? rehearsed : rehearsalPage(rehearsed, organisation);
  } finally {
    await books.close();
  }
}

/** A whole year is held in memory: some hundred megabytes at 10,000 members. */
const REHEARSAL_MEMORY = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 64 };

async function rehearseInWorker(order: RehearseOrder): Promise<RehearsalPage | Refusal> {
  const worker = new Worker(new URL('./main/rehearsalWorker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: REHEARSAL_MEMORY,
  });
  const [result] = (await once(worker, 'message')) as [RehearsalPage | Refusal];
  await worker.terminate();
  return result;
}

export const rehearseTools: RehearseTools = {
  readFolder: readPolicyFolder,
  openReading: (dataDir) => openReadOnly(placeOf(dataDir), surroundings),
  actor: LOCAL_OPERATOR,
};

/** What the server is given. Throws a StoreFault, or a PolicyFault when the measure cannot be used. */
export async function openServices(place: Place): Promise<Services> {
  const version = await readPolicy(DEFAULT_POLICY);
  if ('problems' in version) throw new PolicyFault(version.problems.length);
  const world = await openWorld(place);
  const { store, now } = world;
  const days = keptDays(process.env['LOOKS_KEPT_DAYS']);
  const { proxies } = settingsFrom(process.env);
  const failed = (err: unknown) => log.error({ err }, 'looks could not be written');
  const people = openPeople(place, world, (err) => log.warn({ err }, 'idle connection lost'));
  return {
    world,
    people,
    actorOf: (person) => world.store.read((tx) => actorOf(tx, person, dayInShanghai(world.now()))),
    certificate: (host) => ownCertificate(resolve(place.dataDir), host, world.now()),
    version,
    readTable,
    takeEvidence,
    rates: REQUEST_RATES,
    placeFrom: ({ headers, peer }) => placeAt(clientAddress(headers, peer, proxies)),
    evidence: openEvidenceFiles(resolve(place.dataDir)),
    looks: openLooks({ store, now, days, failed }),
    ...privacyOf(place.dataDir),
    office: officeNetwork(process.env['OFFICE_NETWORK'], settingsFrom(process.env).proxies),
    robots: robotsOf(readWebhooks(resolve(place.dataDir)), now),
    example: readExample,
    rehearse: (wanted) => rehearseInWorker({ place, ...wanted }),
    verify: ({ head, only }) => verifyInWorker({ place, head, only }),
    webFolder: fileURLToPath(new URL('dist/web', ROOT)),
    log,
  };
}

export const demoTools: DemoTools = { make: (dataDir, tell) => makeDemoIn(placeOf(dataDir), tell) };

/** Never beside books that are there: accounts are looked for too, before the first of the demonstration is made. */
async function makeDemoIn(place: Place, tell: (doing: string) => void) {
  const services = await openServices(place);
  const { world, people, version, example } = services;
  try {
    if (await people.isSetUp()) return refuse('demoNeedsEmpty', null);
    const [said = ''] = await people.open(DEMO_ORIGIN);
    const accounts = demoAccounts(await people.opened(), /[0-9a-f]{40}/.exec(said)?.[0] ?? '');
    const { organisation, year, roster, records } = await example();
    const tables = await Promise.all([roster, records].map(({ name, bytes }) => readTable(name, bytes)));
    const read = readYearFiles({
      roster: tables[0] as TableReading,
      records: tables[1] as TableReading,
      policy: version.policy,
      year,
    });
    if (!('records' in read)) throw new Error('the example’s own files do not read');
    const made = await makeDemo(
      world,
      { organisation, year, version, records: read.records },
      accounts,
      tell,
    );
    return isRefusal(made) ? made : { people: demoPeople(), password: DEMO_PASSWORD };
  } finally {
    await people.close();
    await world.store.close();
  }
}

/** Cookies made while the accounts are opened are thrown away: any address will do. */
const DEMO_ORIGIN = 'http://127.0.0.1';

async function readExample() {
  const file = async (name: string) => ({
    name,
    bytes: new Uint8Array(await readFile(new URL(`examples/${name}`, ROOT))),
  });
  const [roster, records] = await Promise.all([file('roster.xlsx'), file('records.xlsx')]);
  return { organisation: '清江县财政局机关支部（示例）', year: 2026, roster, records };
}

class PolicyFault extends Error {
  constructor(count: number) {
    super(`办法文件有 ${count} 处错误，没有启动。请运行 npx jifen policy check，按它所说的改正。`);
  }
}

class CalendarFault extends Error {
  constructor(count: number) {
    super(
      `节假日表 calendar/cn.yaml 有 ${count} 处错误，没有启动。请运行 npx jifen calendar，按它所说的改正。`,
    );
  }
}

/** The sentence of a fault that whoever starts the program can mend; undefined for any other. */
export const mendable = (error: unknown): string | undefined =>
  error instanceof StoreFault ||
  error instanceof SignInFault ||
  error instanceof PolicyFault ||
  error instanceof CalendarFault
    ? error.message
    : undefined;
