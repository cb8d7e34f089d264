/** Proving again who one is, and the second factor: turned on, off, and its recovery codes (all by whoever is signed in). */
import { type Refusal, refuse } from '../domain/refusal.ts';
import { ONE_ACCOUNT } from './attemptRules.ts';
import type { Counter } from './attempts.ts';
import type { Act } from './audit.ts';
import { refused, type SecondFactor, secondFactorCounter, spend, verifyFactor } from './entering.ts';
import type { Answer, Caller, Glimpse } from './ports.ts';
import { authHeaders, cookiesOf, fromOf, type Room, waitRefusal } from './room.ts';
import { glimpse, renew } from './sessions.ts';

/** The password, or a code once the second factor is on. */
export type Proof = { readonly password: string } | SecondFactor;

/** Fresh proof before approving, publishing, exporting. The session goes on under a new id. */
export async function stepUp(room: Room, caller: Caller, proof: Proof): Promise<Answer> {
  const seen = await glimpse(room, caller);
  if (seen === null) return refuse('notSignedIn', null);
  const { twoFactorEnabled } = await room.db
    .selectFrom('signInUser')
    .select('twoFactorEnabled')
    .where('id', '=', seen.userId)
    .executeTakeFirstOrThrow();
  const hasFactor = Boolean(twoFactorEnabled);
  const refusal =
    'password' in proof && !hasFactor
      ? await provePassword(room, caller, seen, proof.password)
      : await proveFactor(room, caller, seen, proof);
  if (refusal !== null) return refusal;
  const cookies = await renew(room, caller, { proved: true, secondFactor: hasFactor });
  await done(room, caller, seen, 'stepUp');
  return { cookies };
}

async function proveFactor(
  room: Room,
  caller: Caller,
  { userId }: Glimpse,
  proof: Proof,
): Promise<Refusal | null> {
  return guarded(
    room,
    caller,
    { userId, counter: secondFactorCounter(room, userId), code: 'wrongCode' },
    async () => {
      if ('password' in proof || !(await spend(room, userId, proof))) return false;
      return (await verifyFactor(room, authHeaders(room, caller), proof)).ok;
    },
  );
}

/** Null when it is the account's password. Counted like a sign-in: a stolen session must not be a place to guess from. */
export async function provePassword(
  room: Room,
  caller: Caller,
  { userId }: Glimpse,
  password: string,
): Promise<Refusal | null> {
  const counter: Counter = {
    key: room.keyed('attempt', `own password of ${userId}`),
    limits: ONE_ACCOUNT,
    judged: true,
  };
  return guarded(room, caller, { userId, counter, code: 'wrongNameOrPassword' }, async () => {
    const kept = await keptPassword(room, userId);
    return room.hashing.verify(password, kept);
  });
}

async function keptPassword(room: Room, userId: string): Promise<string> {
  const { password } = await room.db
    .selectFrom('signInAccount')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirstOrThrow();
  if (password === null) throw new Error('every account has a password, be it one nobody knows');
  return password;
}

type Guarded = { readonly userId: string; readonly counter: Counter; readonly code: string };

async function guarded(
  room: Room,
  caller: Caller,
  { userId, counter, code }: Guarded,
  isRight: () => Promise<boolean>,
): Promise<Refusal | null> {
  const { wait, began } = await room.attempts.reserve([counter]);
  if (wait !== null) return waitRefusal(wait);
  if (await isRight()) {
    await room.attempts.release([counter], true);
    return null;
  }
  const refusal = refuse(code, null);
  await refused(room, caller, { act: 'stepUp', account: userId, refusal, began });
  return refusal;
}

/** Begins turning it on: `uri` for the authenticator's camera, recovery codes to be written down. Confirmed by a first code. */
export async function enrolFactor(
  room: Room,
  caller: Caller,
  password: string,
): Promise<Answer<{ readonly uri: string; readonly recoveryCodes: readonly string[] }>> {
  const seen = await glimpse(room, caller);
  if (seen === null) return refuse('notSignedIn', null);
  const refusal = await provePassword(room, caller, seen, password);
  if (refusal !== null) return refusal;
  const response = await room.auth.api.enableTwoFactor({
    body: { password, method: 'totp' },
    headers: authHeaders(room, caller),
    asResponse: true,
  });
  if (!response.ok) return refuse('secondFactorOn', null);
  const { totpURI, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] };
  return {
    uri: namedAfter(totpURI, seen.username),
    recoveryCodes: backupCodes,
    cookies: cookiesOf(response),
  };
}

/** better-auth labels the entry with the address it insists on; people look for their user name. */
function namedAfter(uri: string, username: string): string {
  const [label = '', query = ''] = uri.split('?');
  const issuer = label.slice('otpauth://totp/'.length).split(':')[0] ?? '';
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?${query}`;
}

/** The first code turns it on; the session goes on under a new id. */
export async function confirmFactor(room: Room, caller: Caller, code: string): Promise<Answer> {
  const seen = await glimpse(room, caller);
  if (seen === null) return refuse('notSignedIn', null);
  const { userId } = seen;
  let cookies: readonly string[] = [];
  const refusal = await guarded(
    room,
    caller,
    { userId, counter: secondFactorCounter(room, userId), code: 'wrongCode' },
    async () => {
      const response = await verifyFactor(room, authHeaders(room, caller), { kind: 'totp', code });
      cookies = cookiesOf(response);
      return response.ok;
    },
  );
  if (refusal !== null) return refusal;
  await done(room, caller, seen, 'enrolSecondFactor');
  return { cookies };
}

/** Not while an office of theirs demands it. */
export async function dropFactor(room: Room, caller: Caller, password: string): Promise<Answer> {
  const seen = await glimpse(room, caller);
  if (seen === null || seen.pending.length > 0) return refuse('notSignedIn', null);
  if (await room.demandsSecondFactor(seen.userId)) return refuse('secondFactorDemanded', null);
  const refusal = await provePassword(room, caller, seen, password);
  if (refusal !== null) return refusal;
  const response = await room.auth.api.disableTwoFactor({
    body: { password },
    headers: authHeaders(room, caller),
    asResponse: true,
  });
  if (!response.ok) throw new Error(`the second factor could not be turned off: ${response.status}`);
  await done(room, caller, seen, 'dropSecondFactor');
  return { cookies: cookiesOf(response) };
}

/** New recovery codes; the earlier ones no longer work. */
export async function renewRecoveryCodes(
  room: Room,
  caller: Caller,
  password: string,
): Promise<Answer<{ readonly recoveryCodes: readonly string[] }>> {
  const seen = await glimpse(room, caller);
  if (seen === null || seen.pending.length > 0) return refuse('notSignedIn', null);
  const refusal = await provePassword(room, caller, seen, password);
  if (refusal !== null) return refusal;
  const { backupCodes } = await room.auth.api.generateBackupCodes({
    body: { password },
    headers: authHeaders(room, caller),
  });
  await done(room, caller, seen, 'renewRecoveryCodes');
  return { recoveryCodes: backupCodes, cookies: [] };
}

const done = (room: Room, caller: Caller, { userId }: Glimpse, act: Act) =>
  room.audit.record({ act, result: 'done', who: userId, account: userId, from: fromOf(room, caller) });
