/** Signing in through the organisation's own OIDC provider, for accounts bound to it at the desk. */
import { refuse } from '../domain/refusal.ts';
import { AUTH_PATH, PROVIDER } from './auth.ts';
import { entered } from './entering.ts';
import type { Answer, Caller, SignedIn, SignInSettings } from './ports.ts';
import { authHeaders, begunToken, cookiesOf, fromOf, type Room } from './room.ts';

/** Where the provider sends the browser back to; registered there under our origin. */
const CALLBACK_PATH = `${AUTH_PATH}/callback/${PROVIDER}`;

/** For the sign-in page: what to call the provider; null when there is none. */
export const oidcOffer = ({ oidc }: SignInSettings): OidcOffer | null =>
  oidc === undefined ? null : { name: oidc.name, callbackPath: CALLBACK_PATH };

export type OidcOffer = { readonly name: string; readonly callbackPath: string };

/** Where to send the browser; the cookies of the answer must go with it. */
export async function startOidc(room: Room, caller: Caller): Promise<Answer<{ readonly location: string }>> {
  if (room.settings.oidc === undefined) return refuse('oidcOff', null);
  const body = { provider: PROVIDER, callbackURL: '/', disableRedirect: true };
  const response = await room.auth.api.signInSocial({
    body,
    headers: authHeaders(room, caller),
    asResponse: true,
  });
  const { url } = (await response.json()) as { url?: string };
  if (!response.ok || url === undefined) return refuse('oidcUnbound', null);
  return { location: url, cookies: cookiesOf(response) };
}

/** What the provider sends back: the query of CALLBACK_PATH. Any fault on the way is one refusal; no session begins. */
export async function finishOidc(room: Room, caller: Caller, query: string): Promise<Answer<SignedIn>> {
  if (room.settings.oidc === undefined) return refuse('oidcOff', null);
  const url = `${room.settings.origin}${CALLBACK_PATH}?${query.replace(/^\?/, '')}`;
  const response = await room.auth.handler(new Request(url, { headers: authHeaders(room, caller) }));
  const cookies = cookiesOf(response);
  if (begunToken(room, cookies) !== undefined) return entered(room, caller, [], cookies);
  const refusal = refuse('oidcUnbound', null);
  await room.audit.record({
    act: 'signIn',
    result: 'refused',
    who: null,
    account: null,
    from: fromOf(room, caller),
    detail: refusal.code,
  });
  return refusal;
}
