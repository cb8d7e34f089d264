// A bureau's sign-in on both engines: its own database, a clock that is set by hand, browsers that keep their cookies.
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { onTestFinished, vi } from 'vitest';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { cookieProfile } from '../../src/signIn/cookies.ts';
import { type Hashing, openHashing } from '../../src/signIn/hashing.ts';
import { migrateSignIn } from '../../src/signIn/migrate.ts';
import { openSignIn, type SignIn } from '../../src/signIn/open.ts';
import type { Caller, SignInDatabase, SignInSettings } from '../../src/signIn/ports.ts';
import { DEFAULTS } from '../../src/signIn/ports.ts';
import type { By } from '../../src/signIn/standing.ts';
import type { SignInTables } from '../../src/signIn/tables.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openWriting } from '../../src/store/sqlite.ts';

export const ORIGIN = 'https://jifen.qingjiang.example';
const MORNING = '2026-04-01T00:30:00.000Z';
const SERVER = process.env['TEST_DATABASE_URL'];
export const engines = SERVER ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const);

export type Bureau = {
  readonly signIn: SignIn;
  readonly database: SignInDatabase;
  readonly dataDir: string;
  readonly said: string[];
  /** How often a hash was computed, by whichever way. */
  readonly hashes: () => number;
  /** Offices of these people demand a second factor. */
  readonly demanding: Set<string>;
  /** The program started again, with other settings or as another role of the database. */
  readonly restart: (settings?: Partial<SignInSettings>, as?: SignInDatabase) => Promise<SignIn>;
};

/** Real Argon2id, cheap enough to be computed hundreds of times. */
const QUICK = { memory: 64, passes: 1, parallelism: 1 };

export async function givenBureau(
  engine: 'sqlite' | 'postgres',
  settings: Partial<SignInSettings> = {},
): Promise<Bureau> {
  at(MORNING);
  const dataDir = mkdtempSync(join(tmpdir(), 'jifen-signin-'));
  const database = await newDatabase(engine, dataDir);
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  await migrateSignIn(database);
  const [said, demanding] = [[] as string[], new Set<string>()];
  const { hashing, hashes } = counted(openHashing(QUICK));
  const restart = (changed: Partial<SignInSettings> = {}, as = database) =>
    openSignIn(
      {
        ...as,
        dataDir,
        now: () => new Date().toISOString(),
        newId: () => v7(),
        say: (line) => void said.push(line),
        demandsSecondFactor: async (userId) => demanding.has(userId),
      },
      { ...DEFAULTS, origin: ORIGIN, ...settings, ...changed },
      hashing,
    );
  return { signIn: await restart(), database, dataDir, said, hashes, demanding, restart };
}

async function newDatabase(engine: 'sqlite' | 'postgres', dataDir: string): Promise<SignInDatabase> {
  if (engine === 'sqlite') {
    const db = openWriting(join(dataDir, 'signin.db')) as unknown as Kysely<SignInTables>;
    onTestFinished(() => db.destroy());
    return { db, engine };
  }
  const name = `jifen_test_${randomUUID().replaceAll('-', '')}`;
  await asServer(`create database ${name}`);
  const url = new URL(SERVER ?? '');
  url.pathname = `/${name}`;
  const db = openPostgres(url.href, () => undefined) as unknown as Kysely<SignInTables>;
  onTestFinished(async () => {
    await db.destroy();
    await asServer(`drop database ${name} with (force)`);
  });
  return { db, engine };
}

async function asServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  await client.query(text);
  await client.end();
}

function counted(hashing: Hashing): { hashing: Hashing; hashes: () => number } {
  let count = 0;
  return {
    hashing: {
      hash: (password) => ((count += 1), hashing.hash(password)),
      verify: (password, kept) => ((count += 1), hashing.verify(password, kept)),
    },
    hashes: () => count,
  };
}

/** Only the date is set by hand; timers and sockets run as ever. */
function at(instant: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });
}

export function after(time: { hours?: number; minutes?: number; seconds?: number }): void {
  const seconds = (time.hours ?? 0) * 3_600 + (time.minutes ?? 0) * 60 + (time.seconds ?? 0);
  at(new Date(Date.now() + seconds * 1_000).toISOString());
}

/** A browser on a desk: it keeps the cookies it is given, and forgets those that are taken away. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly peer: string;
  readonly extra: Record<string, string>;

  constructor(peer = '10.8.0.21', extra: Record<string, string> = {}) {
    this.peer = peer;
    this.extra = extra;
  }

  get caller(): Caller {
    const headers = new Headers({ 'user-agent': 'Chrome/86', ...this.extra });
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    return { headers, peer: this.peer };
  }

  /** Takes the cookies of an answer, and gives the answer on. */
  keep<T extends { readonly cookies: readonly string[] }>(answer: T | Refusal): T {
    const given = notRefused(answer);
    for (const cookie of given.cookies) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return given;
  }

  copy(peer = this.peer): Browser {
    const other = new Browser(peer, this.extra);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }
}

export const SESSION = cookieProfile(ORIGIN).session;

/** Null when it was not refused. */
export const codeOf = (answer: unknown): string | null => (isRefusal(answer) ? answer.code : null);

export function notRefused<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
  return answer;
}

export const tokenSaid = ({ said }: Bureau) => /设置口令 (\w+)/.exec(said.at(-1) ?? '')?.[1] ?? '';

export const SUN_LI = { username: 'sunli', name: '孙丽', password: '清江-防汛-2026-A' };
export const SECRETARY = { username: 'zhangjianguo', name: '张建国', password: 'Liu-Tiao-Xin-7788' };

/** After set-up: 孙丽 is security administrator and signed in, 张建国 has opened his account at `desk`. */
export async function givenPeople(bureau: Bureau, desk = new Browser('10.8.0.21')) {
  const admin = new Browser('10.8.0.5');
  notRefused(
    await bureau.signIn.setUp(admin.caller, {
      token: tokenSaid(bureau),
      securityAdministrator: SUN_LI,
      systemAdministrator: { username: 'zhoutao', name: '周涛' },
    }),
  );
  const { userId } = await signedIn(bureau, admin, SUN_LI);
  const by = (): By => ({ userId, caller: admin.caller });
  const account = notRefused(
    await bureau.signIn.createAccount(by(), { username: SECRETARY.username, name: SECRETARY.name }),
  );
  const redemption = { username: SECRETARY.username, code: account.code, password: SECRETARY.password };
  desk.keep(await bureau.signIn.redeemCode(desk.caller, redemption));
  return { admin, by, secretary: account.userId, desk };
}

export async function signedIn(
  { signIn }: Bureau,
  browser: Browser,
  { username, password }: { username: string; password: string },
) {
  const answer = browser.keep(await signIn.enter(browser.caller, { username, password }));
  if (answer.next !== 'done') throw new Error('a second factor is asked for');
  return answer;
}

/** What the authenticator on the telephone shows now (RFC 6238). */
export function shownBy(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = Array.from(secret)
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(step).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

export const fileIn = ({ dataDir }: Bureau, name: string) => {
  const file = join(dataDir, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
