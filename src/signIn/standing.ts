/** Whether an account may sign in, and as whom at the provider: suspended, resumed, begun anew, bound. Each is one record. */
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Act } from './audit.ts';
import { PROVIDER } from './auth.ts';
import type { Caller } from './ports.ts';
import { fromOf, type Room } from './room.ts';
import type { Tx } from './tables.ts';

/** Who does it, and from where. */
export type By = { readonly userId: string; readonly caller: Caller };

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

/** Every session, and every sign-in half done. `except`: the token of the one that goes on. */
export async function endAll(tx: Tx, userId: string, except = ''): Promise<void> {
  await tx.deleteFrom('signInSession').where('userId', '=', userId).where('token', '!=', except).execute();
  await tx.deleteFrom('signInVerification').where('value', '=', userId).execute();
}

export const userIn = (tx: Tx, userId: string) =>
  tx.selectFrom('signInUser').select(['id', 'username']).where('id', '=', userId).executeTakeFirst();

export async function record(
  room: Room,
  tx: Tx,
  { userId: who, caller }: By,
  act: Act,
  account: string,
  detail = '',
): Promise<void> {
  await room.audit.record({ act, result: 'done', who, account, from: fromOf(room, caller), detail }, tx);
}
