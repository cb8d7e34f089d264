/** Who is asking, and the sessions they have: known, renewed under a new id, listed, ended. */
import { refuse } from '../domain/refusal.ts';
import { cookieOf, unsigned } from './cookies.ts';
import { PROFILES } from './passwordRules.ts';
import type { Answer, Caller, Glimpse, Identity, OwnSession, Pending } from './ports.ts';
import { authHeaders, cookiesOf, dropSession, fromOf, millisecondsOf, MINUTE, type Room } from './room.ts';

const DAY = 24 * 60 * MINUTE;

/** Null unless the session lives, the account is not suspended, and nothing is left to do. */
export async function identify(room: Room, caller: Caller): Promise<Identity | null> {
  const seen = await glimpse(room, caller);
  if (seen === null || seen.pending.length > 0) return null;
  const { pending: _none, ...identity } = seen;
  return identity;
}

/** As `identify`, with what is still to be done: for the pages where it is done. */
export async function glimpse(room: Room, caller: Caller): Promise<Glimpse | null> {
  if (cookieOf(caller.headers, room.cookies.session) === undefined) return null;
  const found = await room.auth.api.getSession({ headers: authHeaders(room, caller) });
  if (found === null) return null;
  const { session, user } = found;
  const at = Date.parse(room.now());
  const seenAt = Date.parse(session.seenAt ?? '');
  const isLive =
    (user.suspendedAt ?? null) === null &&
    at < seenAt + room.settings.idleMinutes * MINUTE &&
    at < millisecondsOf(session.expiresAt);
  if (!isLive) {
    await dropSession(room, session.token);
    return null;
  }
  // once a minute is often enough for a limit counted in minutes
  if (at - seenAt >= MINUTE) {
    await room.db
      .updateTable('signInSession')
      .set({ seenAt: room.now() })
      .where('id', '=', session.id)
      .execute();
  }
  const provedAt = session.provedAt ?? '';
  return {
    userId: user.id,
    username: user.username ?? '',
    name: user.name,
    sessionId: session.id,
    office: session.office ?? null,
    provedAt,
    freshlySignedIn: at < Date.parse(provedAt) + room.settings.freshMinutes * MINUTE,
    pending: await pendingOf(room, {
      userId: user.id,
      isOidc: session.way === 'oidc',
      passwordSetAt: user.passwordSetAt ?? null,
      hasFactor: user.twoFactorEnabled === true,
      factorAt: session.secondFactorAt ?? null,
      at,
    }),
  };
}

type Standing = {
  readonly userId: string;
  readonly isOidc: boolean;
  readonly passwordSetAt: string | null;
  readonly hasFactor: boolean;
  readonly factorAt: string | null;
  readonly at: number;
};

async function pendingOf(
  room: Room,
  { userId, isOidc, passwordSetAt, hasFactor, factorAt, at }: Standing,
): Promise<Pending[]> {
  const { days } = PROFILES[room.settings.passwords];
  const isOld = days !== null && passwordSetAt !== null && at >= Date.parse(passwordSetAt) + days * DAY;
  const pending: Pending[] = isOld && !isOidc ? ['changePassword'] : [];
  if (factorAt !== null) return pending;
  if (hasFactor) return [...pending, 'proveSecondFactor'];
  return (await room.demandsSecondFactor(userId)) ? [...pending, 'enrolSecondFactor'] : pending;
}

/** The same person under a new session id, acting in this office. Whether they hold it, the caller has asked already. */
export async function changeOffice(room: Room, caller: Caller, office: string | null): Promise<Answer> {
  const who = await identify(room, caller);
  if (who === null) return refuse('notSignedIn', null);
  const cookies = await renew(room, caller, { proved: false, secondFactor: false, office });
  await room.audit.record({
    act: 'changeOffice',
    result: 'done',
    who: who.userId,
    account: who.userId,
    from: fromOf(room, caller),
    detail: office ?? '',
  });
  return { cookies };
}

export type Renewal = {
  readonly proved: boolean;
  readonly secondFactor: boolean;
  readonly office?: string | null;
};

export async function renew(
  room: Room,
  caller: Caller,
  body: Renewal,
  cookie?: string,
): Promise<readonly string[]> {
  const headers = authHeaders(room, caller);
  if (cookie !== undefined) headers.set('cookie', cookie);
  const response = await room.auth.api.renewSession({ body, headers, asResponse: true });
  if (!response.ok) throw new Error(`the session could not be renewed: ${response.status}`);
  return cookiesOf(response);
}

/** Ends this session. Signing out without one is no error. */
export async function leave(room: Room, caller: Caller): Promise<Answer> {
  const seen = await glimpse(room, caller);
  await dropSession(room, unsigned(cookieOf(caller.headers, room.cookies.session)));
  if (seen !== null) {
    await room.audit.record({
      act: 'signOut',
      result: 'done',
      who: seen.userId,
      account: seen.userId,
      from: fromOf(room, caller),
    });
  }
  const secure = room.cookies.secure ? '; Secure' : '';
  return { cookies: [`${room.cookies.session}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`] };
}

export async function ownSessions(room: Room, caller: Caller): Promise<readonly OwnSession[]> {
  const seen = await glimpse(room, caller);
  if (seen === null) return [];
  const rows = await room.db
    .selectFrom('signInSession')
    .selectAll()
    .where('userId', '=', seen.userId)
    .orderBy('seenAt', 'desc')
    .execute();
  const at = Date.parse(room.now());
  const live = rows.filter(
    ({ seenAt, expiresAt }) =>
      at < Date.parse(seenAt) + room.settings.idleMinutes * MINUTE && at < millisecondsOf(expiresAt),
  );
  return live.map(({ id, startedAt, seenAt, ipAddress, userAgent }) => ({
    sessionId: id,
    current: id === seen.sessionId,
    startedAt,
    lastSeenAt: seenAt,
    address: ipAddress ?? '',
    userAgent: userAgent ?? '',
  }));
}

/** Ends one's own session by its id, or all but the present one. A foreign id is answered like an unknown one: nothing ends. */
export async function revokeOwn(
  room: Room,
  caller: Caller,
  which: { readonly sessionId: string } | 'others',
): Promise<Answer<{ readonly ended: number }>> {
  const seen = await glimpse(room, caller);
  if (seen === null) return refuse('notSignedIn', null);
  const ended = await room.db.transaction().execute(async (tx) => {
    const own = tx.deleteFrom('signInSession').where('userId', '=', seen.userId);
    const chosen =
      which === 'others' ? own.where('id', '!=', seen.sessionId) : own.where('id', '=', which.sessionId);
    const { numDeletedRows } = await chosen.executeTakeFirstOrThrow();
    const from = fromOf(room, caller);
    if (numDeletedRows > 0n)
      await room.audit.record(
        { act: 'revokeSession', result: 'done', who: seen.userId, account: seen.userId, from },
        tx,
      );
    return Number(numDeletedRows);
  });
  return { ended, cookies: [] };
}

/** Sessions, challenges and codes past their time open nothing; this only keeps the tables small. */
export async function sweep({ db, now }: Room): Promise<void> {
  const at = now();
  await db.deleteFrom('signInSession').where('expiresAt', '<=', at).execute();
  await db.deleteFrom('signInVerification').where('expiresAt', '<=', at).execute();
  await db.deleteFrom('signInDeskCode').where('expiresAt', '<=', at).execute();
}
