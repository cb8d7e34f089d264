/** Requests that change something must come from our own pages: origin, and the token of the session (promises S5). */
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type CookieProfile, cookieOf } from './cookies.ts';
import type { Caller } from './ports.ts';
import { type Keyed, sameHash } from './secret.ts';

export type FormGuard = {
  /** For the hidden field `token` of a form or the header X-Jifen-Token; it changes with the session. */
  readonly tokenFor: (caller: Caller) => string;
  /** Null, or why a request that is not GET, HEAD or OPTIONS must be answered 403. */
  readonly refusal: (caller: Caller, token: string | null) => Refusal | null;
};

/** Before sign-in there is no session to bind a token to; the origin alone must do then. */
export function formGuard(origin: string, cookies: CookieProfile, keyed: Keyed): FormGuard {
  const own = new URL(origin).origin;
  const sessionOf = ({ headers }: Caller) => cookieOf(headers, cookies.session);
  const tokenOf = (session: string) => keyed('form', session);
  return {
    tokenFor: (caller) => tokenOf(sessionOf(caller) ?? ''),
    refusal(caller, token) {
      if (!isOwnPage(caller.headers, own)) return refuse('foreignOrigin', null);
      const session = sessionOf(caller);
      if (session === undefined) return null;
      return token !== null && sameHash(token, tokenOf(session)) ? null : refuse('formTokenMissing', null);
    },
  };
}

/** A browser names the origin of every request that is not GET; where an old one does not, nothing vouches for it. */
function isOwnPage(headers: Headers, own: string): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origin === own;
  return headers.get('sec-fetch-site') === 'same-origin';
}
