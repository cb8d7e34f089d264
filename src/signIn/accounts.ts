/** Accounts, as the security administrator keeps them: made and opened at the desk. Whether one may, the caller has asked. */
import { randomBytes } from 'node:crypto';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type DeskCode, issueCode } from './deskCode.ts';
import { forgetPlaces, strangersKey } from './places.ts';
import { type Room, usernameOf } from './room.ts';
import { type By, endAll, record, userIn } from './standing.ts';
import type { Tx } from './tables.ts';

export type NewAccount = { readonly username: string; readonly name: string; readonly founding?: string };
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
