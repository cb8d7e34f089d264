/** What the files of this room share: the parts, opened once, and how a request is read. */
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Attempts } from './attempts.ts';
import type { Wait } from './attemptRules.ts';
import { clientAddress } from './address.ts';
import type { Audit, AuditEntry } from './audit.ts';
import { ADDRESS_HEADER, type Auth } from './auth.ts';
import { type CookieProfile, unsigned } from './cookies.ts';
import type { Hashing } from './hashing.ts';
import type { Caller, SignInSettings, Surroundings } from './ports.ts';
import type { Keyed } from './secret.ts';

export type Room = Surroundings & {
  readonly settings: SignInSettings;
  readonly auth: Auth;
  readonly cookies: CookieProfile;
  readonly hashing: Hashing;
  readonly keyed: Keyed;
  readonly attempts: Attempts;
  readonly audit: Audit;
};

export const fromOf = ({ settings }: Room, { headers, peer }: Caller): AuditEntry['from'] => ({
  address: clientAddress(headers, peer, settings.proxies),
  userAgent: headers.get('user-agent') ?? '',
});

/** The headers better-auth sees: our own reading of the address, and of the client's nothing but these two. */
export function authHeaders(room: Room, caller: Caller): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: fromOf(room, caller).address });
  for (const name of ['cookie', 'user-agent']) {
    const value = caller.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

export const cookiesOf = (response: Response): readonly string[] => response.headers.getSetCookie();

/** The token of the session a response begins; undefined when it begins none. */
export function begunToken(room: Room, cookies: readonly string[]): string | undefined {
  const start = `${room.cookies.session}=`;
  const value =
    cookies
      .find((cookie) => cookie.startsWith(start))
      ?.slice(start.length)
      .split(';')[0] ?? '';
  return unsigned(decodeURIComponent(value));
}

/** Undoes what cannot be recorded: a session of which there is no record must not live (promises S8). */
export async function dropSession({ db }: Room, token: string | undefined): Promise<void> {
  if (token !== undefined) await db.deleteFrom('signInSession').where('token', '=', token).execute();
}

export function waitRefusal(wait: NonNullable<Wait>): Refusal {
  return 'closed' in wait ? refuse('closed', null) : refuse('wait', null, { seconds: wait.seconds });
}

/** Names are compared as typed by a person: without spaces around, in one form, whatever the case. */
export const usernameOf = (typed: string) => typed.trim().normalize('NFC').toLowerCase();

export const MINUTE = 60_000;

/** An instant as better-auth's tables hold it. */
export const millisecondsOf = (instant: string | Date) => new Date(instant).getTime();
