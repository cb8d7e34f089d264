/** The only place where things are wired: who reads files, who keeps books, what the commands are given. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { PolicyTools } from './cli/policy.ts';
import type { YearTools } from './cli/year.ts';
import { LOCAL_OPERATOR } from './domain/access.ts';
import { readTable } from './intake/readTable.ts';
import { readTableFile } from './intake/tableFile.ts';
import type { Services } from './server/services.ts';
import type { World } from './service/ports.ts';
import { verify } from './service/verify/verify.ts';
import { DIGESTS } from './store/digests.ts';
import { StoreFault } from './store/fault.ts';
import { open, type Place } from './store/open.ts';
import { readPolicy, readPolicyFolder } from './store/policyFolder.ts';

const DEFAULT_POLICY = fileURLToPath(new URL('../policy/finance-bureau', import.meta.url));

export const policyTools: PolicyTools = { read: readPolicyFolder, defaultFolder: DEFAULT_POLICY };

export const yearTools: YearTools = {
  readPolicy,
  readTable: readTableFile,
  defaultFolder: DEFAULT_POLICY,
};

const ROOT = new URL('../', import.meta.url);
const log = pino({ name: 'jifen', level: process.env['LOG_LEVEL'] ?? 'info' }, pino.destination(2));

/** The books in that place, open for writing, with this machine's clock and chance. */
export async function openWorld(place: Place): Promise<World> {
  const now = () => new Date().toISOString();
  const store = await open(place, {
    now,
    jitter: Math.random,
    lost: (err) => log.warn({ err }, 'idle connection lost'),
  });
  return {
    store,
    digests: DIGESTS,
    algorithm: 'sha256',
    now,
    newId: () => v7(),
    newSalt: () => randomBytes(16).toString('hex'),
  };
}

/** What the server is given. Throws a StoreFault, or a PolicyFault when the measure cannot be used. */
export async function openServices(place: Place): Promise<Services> {
  const version = await readPolicy(DEFAULT_POLICY);
  if ('problems' in version) throw new PolicyFault(version.problems.length);
  const world = await openWorld(place);
  return {
    world,
    actor: LOCAL_OPERATOR,
    version,
    readTable,
    example: readExample,
    verify: (head) => verify(world, head === undefined ? [] : [{ hash: head }]),
    webFolder: fileURLToPath(new URL('dist/web', ROOT)),
    log,
  };
}

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

/** The sentence of a fault that whoever starts the program can mend; undefined for any other. */
export const mendable = (error: unknown): string | undefined =>
  error instanceof StoreFault || error instanceof PolicyFault ? error.message : undefined;
