/** First run: no account, no default password; a token on the console, good once, makes the first two administrators (promises S7). */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accountRefusal, addAccount, unusablePassword } from './accounts.ts';
import { type DeskCode, issueCode } from './deskCode.ts';
import { PROFILES, passwordRefusal } from './passwordRules.ts';
import type { Caller } from './ports.ts';
import { fromOf, type Room, usernameOf } from './room.ts';
import { sameHash, writePrivate } from './secret.ts';

const FILE = 'setup.token';
const DONE = 'first';

export type FirstAccount = { readonly username: string; readonly name: string };
export type SetUp = {
  readonly token: string;
  readonly securityAdministrator: FirstAccount & { readonly password: string };
  /** Another person: opened with a one-time code, so that nobody knows both passwords. */
  readonly systemAdministrator: FirstAccount;
};
export type Founded = {
  readonly refused?: undefined;
  readonly securityAdministrator: string;
  readonly systemAdministrator: DeskCode;
};

/** Makes a token and says it, unless the first accounts exist; an earlier, unused one is replaced. */
export async function offerSetUp(room: Room): Promise<void> {
  const file = join(room.dataDir, FILE);
  if (await isSetUp(room)) {
    rmSync(file, { force: true });
    return;
  }
  const token = randomBytes(20).toString('hex');
  writePrivate(file, token, 'w');
  room.say(
    `首次启动：请打开 ${room.settings.origin}/setup ，输入设置口令 ${token} ，设立安全保密管理员和系统管理员。口令只能用一次，也保存在 ${file} 。`,
  );
}

export async function isSetUp({ db }: Room): Promise<boolean> {
  return (await db.selectFrom('signInUser').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function setUp(room: Room, caller: Caller, wanted: SetUp): Promise<Founded | Refusal> {
  const from = fromOf(room, caller);
  if ((await isSetUp(room)) || !isToken(room, wanted.token)) {
    const refusal = refuse('setupTokenWrong', null);
    await room.audit.record({
      act: 'setUp',
      result: 'refused',
      who: null,
      account: null,
      from,
      detail: refusal.code,
    });
    return refusal;
  }
  const refusal = wrongWith(room, wanted);
  if (refusal !== null) return refusal;
  const { securityAdministrator: security, systemAdministrator: system } = wanted;
  const [password, nobodys] = [await room.hashing.hash(security.password), await unusablePassword(room)];
  const at = room.now();
  const founded = await room.db.transaction().execute(async (tx): Promise<Founded | Refusal> => {
    // two at once with the same token: the second finds the row and is refused
    const first = tx.insertInto('signInSetup').values({ id: DONE, doneAt: at });
    const { numInsertedOrUpdatedRows } = await first
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) return refuse('setupTokenWrong', null);
    const securityId = await addAccount(room, tx, {
      ...security,
      founding: 'securityAdministrator',
      password,
      passwordSetAt: at,
    });
    const systemId = await addAccount(room, tx, {
      ...system,
      founding: 'systemAdministrator',
      password: nobodys,
      passwordSetAt: null,
    });
    if (typeof securityId !== 'string' || typeof systemId !== 'string')
      throw new Error('two names on an empty table cannot collide');
    await tx
      .insertInto('signInFormerPassword')
      .values({ id: room.newId(), userId: securityId, setAt: at, password })
      .execute();
    for (const account of [securityId, systemId]) {
      await room.audit.record({ act: 'setUp', result: 'done', who: securityId, account, from }, tx);
    }
    return { securityAdministrator: securityId, systemAdministrator: await issueCode(room, tx, systemId) };
  });
  rmSync(join(room.dataDir, FILE), { force: true });
  return founded;
}

function isToken(room: Room, typed: string): boolean {
  const file = join(room.dataDir, FILE);
  if (!existsSync(file)) return false;
  const hash = (text: string) => room.keyed('setup', text.trim());
  return sameHash(hash(typed), hash(readFileSync(file, 'utf8')));
}

function wrongWith(
  room: Room,
  { securityAdministrator: security, systemAdministrator: system }: SetUp,
): Refusal | null {
  if (usernameOf(security.username) === usernameOf(system.username)) return refuse('setupSameName', null);
  return (
    accountRefusal(security) ??
    accountRefusal(system) ??
    passwordRefusal(security.password, security, PROFILES[room.settings.passwords])
  );
}
