/** The password people set themselves: with a code from the desk, and in place of one they know. */
import { type Refusal, refuse } from '../domain/refusal.ts';
import { reopen, setPassword } from './accounts.ts';
import { ONE_ACCOUNT } from './attemptRules.ts';
import type { Counter } from './attempts.ts';
import { codeHashOf } from './deskCode.ts';
import { enter, refused } from './entering.ts';
import { PROFILES, passwordRefusal } from './passwordRules.ts';
import { addressCounter, remember } from './places.ts';
import type { Answer, Caller, SignedIn } from './ports.ts';
import { provePassword } from './proving.ts';
import { begunToken, fromOf, type Room, usernameOf, waitRefusal } from './room.ts';
import { sameHash } from './secret.ts';
import { glimpse, renew } from './sessions.ts';
import { endAll } from './standing.ts';
import type { Tx } from './tables.ts';

export type Redemption = { readonly username: string; readonly code: string; readonly password: string };
type Person = { readonly id: string; readonly username: string; readonly name: string };

/** First sign-in, or the first after a reset: the code is spent, the password set, the person signed in. */
export async function redeemCode(
  room: Room,
  caller: Caller,
  { username, code, password }: Redemption,
): Promise<Answer<SignedIn>> {
  const name = usernameOf(username);
  const counters = [codeCounter(room, name), addressCounter(room, caller, true)];
  const { wait, began } = await room.attempts.reserve(counters);
  if (wait !== null) return waitRefusal(wait);
  const person = await opened(room, name, code);
  if (person === undefined) {
    const refusal = refuse('wrongDeskCode', null);
    const known = await room.db
      .selectFrom('signInUser')
      .select('id')
      .where('username', '=', name)
      .executeTakeFirst();
    await refused(room, caller, { act: 'redeemCode', account: known?.id ?? null, refusal, began });
    return refusal;
  }
  await room.attempts.release(counters, true);
  const refusal = await newPasswordRefusal(room, person, password);
  // whoever lost a race for one code reads the winner's password as a former one: the code is told, not the password
  if (refusal !== null) return (await opened(room, name, code)) ? refusal : refuse('wrongDeskCode', null);
  const hash = await room.hashing.hash(password);
  const isSet = await room.db.transaction().execute(async (tx) => {
    const spent = tx.deleteFrom('signInDeskCode').where('userId', '=', person.id);
    const { numDeletedRows } = await spent
      .where('codeHash', '=', codeHashOf(room, person.id, code))
      .executeTakeFirstOrThrow();
    if (numDeletedRows !== 1n) return false;
    await replace(room, tx, caller, { person, hash, act: 'redeemCode' });
    return true;
  });
  return isSet ? enter(room, caller, { username, password }) : refuse('wrongDeskCode', null);
}

const codeCounter = (room: Room, name: string): Counter => ({
  key: room.keyed('attempt', `code of ${name}`),
  limits: ONE_ACCOUNT,
  judged: true,
});

/** The person this code opens; a code of an unknown name is compared all the same. */
async function opened(room: Room, username: string, code: string): Promise<Person | undefined> {
  const row = await room.db
    .selectFrom('signInUser')
    .innerJoin('signInDeskCode', 'signInDeskCode.userId', 'signInUser.id')
    .select(['signInUser.id', 'signInUser.username', 'signInUser.name', 'codeHash', 'expiresAt'])
    .where('username', '=', username)
    .executeTakeFirst();
  const isRight = sameHash(row?.codeHash ?? '', codeHashOf(room, row?.id ?? '', code));
  return row !== undefined && isRight && row.expiresAt > room.now() ? row : undefined;
}

/** Null, or why this password may not be this person's next. */
async function newPasswordRefusal(room: Room, person: Person, password: string): Promise<Refusal | null> {
  const profile = PROFILES[room.settings.passwords];
  const refusal = passwordRefusal(password, person, profile);
  if (refusal !== null || profile.history === 0) return refusal;
  const former = await room.db
    .selectFrom('signInFormerPassword')
    .select('password')
    .where('userId', '=', person.id)
    .orderBy('id', 'desc')
    .limit(profile.history)
    .execute();
  for (const { password: kept } of former) {
    if (await room.hashing.verify(password, kept))
      return refuse('passwordUsedBefore', null, { history: profile.history });
  }
  return null;
}

type Replacement = {
  readonly person: Person;
  readonly hash: string;
  readonly act: 'redeemCode' | 'changePassword';
  readonly except?: string | undefined;
};

async function replace(
  room: Room,
  tx: Tx,
  caller: Caller,
  { person, hash, act, except }: Replacement,
): Promise<void> {
  const [userId, setAt] = [person.id, room.now()];
  await setPassword(room, tx, userId, hash, setAt);
  await tx
    .insertInto('signInFormerPassword')
    .values({ id: room.newId(), userId, setAt, password: hash })
    .execute();
  const { history } = PROFILES[room.settings.passwords];
  const rows = await tx
    .selectFrom('signInFormerPassword')
    .select('id')
    .where('userId', '=', userId)
    .orderBy('id', 'desc')
    .execute();
  const old = rows.slice(history).map((row) => row.id);
  if (old.length > 0)
    await tx.deleteFrom('signInFormerPassword').where('userId', '=', userId).where('id', 'in', old).execute();
  await endAll(tx, userId, except);
  await reopen(room, tx, person);
  await room.audit.record(
    { act, result: 'done', who: userId, account: userId, from: fromOf(room, caller) },
    tx,
  );
}

export type Change = { readonly current: string; readonly next: string };

/** Every session ends at once, this one too: it goes on under a new id, in the cookies of the answer. */
export async function changePassword(room: Room, caller: Caller, { current, next }: Change): Promise<Answer> {
  const seen = await glimpse(room, caller);
  if (seen === null || seen.pending.includes('proveSecondFactor')) return refuse('notSignedIn', null);
  const person = { id: seen.userId, username: seen.username, name: seen.name };
  const wrong = await provePassword(room, caller, seen, current);
  if (wrong !== null) return wrong;
  const refusal = await newPasswordRefusal(room, person, next);
  if (refusal !== null) return refusal;
  const hash = await room.hashing.hash(next);
  // renewed first: the transaction below ends every session but this new one
  const cookies = await renew(room, caller, { proved: true, secondFactor: false });
  await room.db.transaction().execute(async (tx) => {
    await replace(room, tx, caller, {
      person,
      hash,
      act: 'changePassword',
      except: begunToken(room, cookies),
    });
  });
  return { cookies: [...cookies, await remember(room, person.id, caller)] };
}
