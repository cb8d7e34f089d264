/** Accounts, as the security administrator keeps them: made, opened at the desk, suspended. Whether one may, the caller has asked. */
import { randomBytes, randomInt } from 'node:crypto';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Act } from './audit.ts';
import { PROVIDER } from './auth.ts';
import { forgetPlaces, strangersKey } from './places.ts';
import type { Caller } from './ports.ts';
import { fromOf, MINUTE, type Room, usernameOf } from './room.ts';
import type { Tx } from './tables.ts';

/** Who does it, and from where. */
export type By = { readonly userId: string; readonly caller: Caller };
export type NewAccount = { readonly username: string; readonly name: string; readonly founding?: string };
/** Told to the person at the desk and kept nowhere: only its hash is. */
export type DeskCode = {
  readonly refused?: undefined;
  readonly userId: string;
  readonly code: string;
  readonly expiresAt: string;
};

/** Letters and digits nobody mistakes for one another. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 12;
const USERNAME = /^[\p{Script=Han}\p{L}\p{Nd}._-]{2,40}$/u;

/** An account nobody can open yet but with the code given here. */
export async function createAccount(room: Room, by: By, account: NewAccount): Promise<DeskCode | Refusal> {
  const refusal = accountRefusal(account);
  if (refusal !== null) return refusal;
  const password = await unusablePassword(room);
  return room.db.transaction().execute(async (tx) => {
    const userId = await addAccount(room, tx, { ...account, password, passwordSetAt: null });
    if (typeof userId !== 'string') return userId;
    const code = await issueCode(room, tx, userId);
    await record(room, tx, by, 'createAccount', userId);
    return code;
  });
}

export function accountRefusal({ username, name }: NewAccount): Refusal | null {
  if (!USERNAME.test(usernameOf(username))) return refuse('usernameMalformed', null);
  return name.trim() === '' ? refuse('nameMissing', null) : null;
}

/** A hash of something nobody knows: such an account answers a guess as slowly as any other. */
export const unusablePassword = (room: Room) => room.hashing.hash(randomBytes(32).toString('base64url'));

type Row = NewAccount & { readonly password: string; readonly passwordSetAt: string | null };

export async function addAccount(
  room: Room,
  tx: Tx,
  { username, name, founding, password, passwordSetAt }: Row,
): Promise<string | Refusal> {
  const [userId, at] = [room.newId(), room.now()];
  const times = { createdAt: at, updatedAt: at };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('signInUser')
    .values({
      id: userId,
      username: usernameOf(username),
      name: name.trim(),
      // better-auth wants one; nothing is ever sent to it
      email: `${userId}@account.invalid`,
      founding: founding ?? null,
      passwordSetAt,
      ...times,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n)
    return refuse('usernameTaken', null, { username: usernameOf(username) });
  const account = {
    id: room.newId(),
    userId,
    accountId: userId,
    providerId: 'credential',
    password,
    ...times,
  };
  await tx.insertInto('signInAccount').values(account).execute();
  return userId;
}

/** Replaces an earlier code of the account. */
export async function issueCode(room: Room, tx: Tx, userId: string): Promise<DeskCode> {
  const code = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(
    '',
  );
  const expiresAt = new Date(Date.parse(room.now()) + room.settings.codeHours * 60 * MINUTE).toISOString();
  const codeHash = codeHashOf(room, userId, code);
  await tx
    .insertInto('signInDeskCode')
    .values({ userId, codeHash, expiresAt })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ codeHash, expiresAt }))
    .execute();
  return { userId, code: code.replace(/(.{4})(?=.)/g, '$1-'), expiresAt };
}

/** Typed with or without the hyphens, in either case. */
export const codeHashOf = (room: Room, userId: string, typed: string) =>
  room.keyed('deskCode', `${userId} ${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);

export type Reset = {
  readonly userId: string /** The telephone with the second factor is lost. */;
  readonly clearSecondFactor: boolean;
};

/** At the desk, for a person who is there: the old password dies at once, every session ends, a new code is given. */
export async function resetAtDesk(
  room: Room,
  by: By,
  { userId, clearSecondFactor }: Reset,
): Promise<DeskCode | Refusal> {
  const password = await unusablePassword(room);
  return room.db.transaction().execute(async (tx) => {
    const user = await userIn(tx, userId);
    if (user === undefined) return refuse('unknownAccount', null);
    await setPassword(room, tx, userId, password, null);
    if (clearSecondFactor) {
      await tx.deleteFrom('signInTwoFactor').where('userId', '=', userId).execute();
      await tx
        .updateTable('signInUser')
        .set({ twoFactorEnabled: room.engine === 'sqlite' ? 0 : false })
        .where('id', '=', userId)
        .execute();
    }
    await endAll(tx, userId);
    await reopen(room, tx, user);
    const code = await issueCode(room, tx, userId);
    await record(room, tx, by, 'resetAtDesk', userId, clearSecondFactor ? 'secondFactorCleared' : '');
    return code;
  });
}

export async function setPassword(
  room: Room,
  tx: Tx,
  userId: string,
  password: string,
  setAt: string | null,
): Promise<void> {
  const at = room.now();
  await tx
    .updateTable('signInAccount')
    .set({ password, updatedAt: at })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
  await tx
    .updateTable('signInUser')
    .set({ passwordSetAt: setAt, updatedAt: at })
    .where('id', '=', userId)
    .execute();
}

/** No place is known any more, and what failures had closed is open. */
export async function reopen(
  room: Room,
  tx: Tx,
  { id, username }: { readonly id: string; readonly username: string },
): Promise<void> {
  await forgetPlaces(tx, id);
  const own = [`second factor of ${id}`, `own password of ${id}`, `code of ${username}`].map((what) =>
    room.keyed('attempt', what),
  );
  await room.attempts.forget([strangersKey(room, username), ...own], tx);
}

const userIn = (tx: Tx, userId: string) =>
  tx.selectFrom('signInUser').select(['id', 'username']).where('id', '=', userId).executeTakeFirst();

/** Every session, and every sign-in half done. `except`: the token of the one that goes on. */
export async function endAll(tx: Tx, userId: string, except = ''): Promise<void> {
  await tx.deleteFrom('signInSession').where('userId', '=', userId).where('token', '!=', except).execute();
  await tx.deleteFrom('signInVerification').where('value', '=', userId).execute();
}

/** Ends every session at once; the next request of the person is refused, and so is every sign-in. */
export async function suspend(room: Room, by: By, userId: string): Promise<Refusal | null> {
  return changed(room, by, userId, 'suspend', async (tx) => {
    await tx.updateTable('signInUser').set({ suspendedAt: room.now() }).where('id', '=', userId).execute();
    await tx.deleteFrom('signInDeskCode').where('userId', '=', userId).execute();
    await endAll(tx, userId);
  });
}

export async function resume(room: Room, by: By, userId: string): Promise<Refusal | null> {
  return changed(room, by, userId, 'resume', async (tx) => {
    await tx.updateTable('signInUser').set({ suspendedAt: null }).where('id', '=', userId).execute();
  });
}

/** Offices were given or ended: what the person may do has changed, so every session begins anew (promises S4). */
export async function endSessions(room: Room, by: By, userId: string): Promise<Refusal | null> {
  return changed(room, by, userId, 'endSessions', (tx) => endAll(tx, userId));
}

/** From now on who proves to be `subject` at the OIDC provider is this account. Replaces an earlier binding. */
export async function bindSubject(
  room: Room,
  by: By,
  userId: string,
  subject: string,
): Promise<Refusal | null> {
  const at = room.now();
  return changed(room, by, userId, 'bindSubject', async (tx) => {
    await tx
      .deleteFrom('signInAccount')
      .where('userId', '=', userId)
      .where('providerId', '=', PROVIDER)
      .execute();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('signInAccount')
      .values({
        id: room.newId(),
        userId,
        accountId: subject.trim(),
        providerId: PROVIDER,
        password: null,
        createdAt: at,
        updatedAt: at,
      })
      .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw new Refused(refuse('subjectTaken', null));
  });
}

/** Carries a refusal out of a transaction, which undoes it. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function changed(
  room: Room,
  by: By,
  userId: string,
  act: Act,
  work: (tx: Tx) => Promise<void>,
): Promise<Refusal | null> {
  try {
    return await room.db.transaction().execute(async (tx) => {
      if ((await userIn(tx, userId)) === undefined) return refuse('unknownAccount', null);
      await work(tx);
      await record(room, tx, by, act, userId);
      return null;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function record(
  room: Room,
  tx: Tx,
  { userId: who, caller }: By,
  act: Act,
  account: string,
  detail = '',
): Promise<void> {
  await room.audit.record({ act, result: 'done', who, account, from: fromOf(room, caller), detail }, tx);
}
