/** Signing in: name and password, then the second factor where there is one. */
import { type Refusal, refuse } from '../domain/refusal.ts';
import { ONE_ACCOUNT } from './attemptRules.ts';
import type { Counter } from './attempts.ts';
import { SUSPENDED } from './auth.ts';
import { cookieOf, unsigned } from './cookies.ts';
import { passwordCounters, remember } from './places.ts';
import type { Answer, Caller, SignedIn } from './ports.ts';
import {
  authHeaders,
  begunToken,
  cookiesOf,
  dropSession,
  fromOf,
  MINUTE,
  type Room,
  usernameOf,
  waitRefusal,
} from './room.ts';

export type Credentials = { readonly username: string; readonly password: string };

/** An unknown name and a wrong password are one case from here on: one hash is computed for each, and one answer given. */
export async function enter(
  room: Room,
  caller: Caller,
  { username, password }: Credentials,
): Promise<Answer<SignedIn>> {
  const name = usernameOf(username);
  const user = await room.db
    .selectFrom('signInUser')
    .select('id')
    .where('username', '=', name)
    .executeTakeFirst();
  const userId = user?.id ?? null;
  const counters = await passwordCounters(room, name, userId, caller);
  const { wait, began } = await room.attempts.reserve(counters);
  if (wait !== null) return waitRefusal(wait);
  const response = await answered(room, caller, counters, { username: name, password });
  const refusal = await refusalOf(response);
  if (refusal !== null) {
    // who is suspended has shown the right password: no failure
    if (refusal.code === 'suspended') await room.attempts.release(counters, false);
    await refused(room, caller, { act: 'signIn', account: userId, refusal, began });
    return refusal;
  }
  const cookies = cookiesOf(response);
  if (begunToken(room, cookies) !== undefined) return entered(room, caller, counters, cookies);
  await room.attempts.release(counters, false);
  return { next: 'secondFactor', cookies };
}

/** A fault on the way, such as too many waiting, is nobody's wrong guess. */
async function answered(
  room: Room,
  caller: Caller,
  counters: readonly Counter[],
  body: Credentials,
): Promise<Response> {
  try {
    return await room.auth.api.signInUsername({ body, headers: authHeaders(room, caller), asResponse: true });
  } catch (error) {
    await room.attempts.release(counters, false);
    throw error;
  }
}

async function refusalOf(response: Response): Promise<Refusal | null> {
  if (response.ok) return null;
  if (response.status === 401) return refuse('wrongNameOrPassword', null);
  const { code } = (await response.json()) as { code?: unknown };
  if (code === SUSPENDED) return refuse('suspended', null);
  throw new Error(`better-auth answered ${response.status} ${String(code)}`);
}

type Failure = {
  readonly act: 'signIn' | 'secondFactor' | 'redeemCode' | 'stepUp';
  readonly account: string | null;
  readonly refusal: Refusal;
  /** Whether this failure began a lock. */
  readonly began: boolean;
};

export async function refused(
  room: Room,
  caller: Caller,
  { act, account, refusal, began }: Failure,
): Promise<void> {
  const from = fromOf(room, caller);
  await room.audit.record({ act, result: 'refused', who: null, account, from, detail: refusal.code });
  if (began) await room.audit.record({ act: 'lock', result: 'done', who: null, account, from, detail: act });
}

/** A session has begun: the one this browser had before ends, the place becomes known, the record is written; or nothing stays. */
export async function entered(
  room: Room,
  caller: Caller,
  counters: readonly Counter[],
  cookies: readonly string[],
): Promise<Answer<SignedIn>> {
  const token = begunToken(room, cookies);
  try {
    const session = await room.db
      .selectFrom('signInSession')
      .select('userId')
      .where('token', '=', token ?? '')
      .executeTakeFirstOrThrow();
    await dropSession(room, unsigned(cookieOf(caller.headers, room.cookies.session)));
    if (counters.length > 0) await room.attempts.release(counters, true);
    const device = await remember(room, session.userId, caller);
    const { userId } = session;
    await room.audit.record({
      act: 'signIn',
      result: 'done',
      who: userId,
      account: userId,
      from: fromOf(room, caller),
    });
    return { next: 'done', userId, cookies: [...cookies, device] };
  } catch (error) {
    await dropSession(room, token);
    throw error;
  }
}

export type SecondFactor = { readonly kind: 'totp' | 'recovery'; readonly code: string };

/** The second step of signing in, for the challenge this browser holds a cookie of. */
export async function enterSecond(
  room: Room,
  caller: Caller,
  factor: SecondFactor,
): Promise<Answer<SignedIn>> {
  const challenge = unsigned(cookieOf(caller.headers, room.cookies.challenge));
  const pending = await room.db
    .selectFrom('signInVerification')
    .select('value')
    .where('identifier', '=', challenge ?? '')
    .executeTakeFirst();
  if (pending === undefined) return refuse('challengeLapsed', null);
  const userId = pending.value;
  const counters = [secondFactorCounter(room, userId)];
  const { wait, began } = await room.attempts.reserve(counters);
  if (wait !== null) return waitRefusal(wait);
  // a session this browser may still have must not be taken for the one being proved
  const headers = authHeaders(room, caller);
  headers.set('cookie', withoutCookie(headers.get('cookie') ?? '', room.cookies.session));
  const response = (await spend(room, userId, factor))
    ? await verifyFactor(room, headers, factor)
    : undefined;
  if (response?.ok === true) {
    const answer = await entered(room, caller, counters, cookiesOf(response));
    return answer;
  }
  const refusal = await secondRefusal(response);
  await refused(room, caller, { act: 'secondFactor', account: userId, refusal, began });
  return refusal;
}

/** The second factor's own counter; it takes the password to get this far. */
export const secondFactorCounter = (room: Room, userId: string): Counter => ({
  key: room.keyed('attempt', `second factor of ${userId}`),
  limits: ONE_ACCOUNT,
  judged: true,
});

export const verifyFactor = (
  room: Room,
  headers: Headers,
  { kind, code }: SecondFactor,
): Promise<Response> =>
  kind === 'totp'
    ? room.auth.api.verifyTOTP({ body: { code: code.trim() }, headers, asResponse: true })
    : room.auth.api.verifyBackupCode({ body: { code: code.trim() }, headers, asResponse: true });

async function secondRefusal(response: Response | undefined): Promise<Refusal> {
  const body = response === undefined ? {} : ((await response.json()) as { code?: unknown });
  if (body.code === SUSPENDED) return refuse('suspended', null);
  const lapsed =
    body.code === 'INVALID_TWO_FACTOR_COOKIE' || body.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE';
  return refuse(lapsed ? 'challengeLapsed' : 'wrongCode', null);
}

/** A code is good once, though it is shown for half a minute. False: it was used before. */
export async function spend(room: Room, userId: string, { kind, code }: SecondFactor): Promise<boolean> {
  // recovery codes are struck out by better-auth itself
  if (kind === 'recovery') return true;
  const at = Date.parse(room.now());
  await room.db.deleteFrom('signInSpentCode').where('until', '<', at).execute();
  const { numInsertedOrUpdatedRows } = await room.db
    .insertInto('signInSpentCode')
    .values({ key: room.keyed('code', `${userId} ${code.trim()}`), until: at + 2 * MINUTE })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function withoutCookie(header: string, name: string): string {
  const kept = header.split(';').filter((part) => !part.trim().startsWith(`${name}=`));
  return kept.join(';').trim();
}
