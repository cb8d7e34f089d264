/** Signing in through the organisation's own OIDC provider, for accounts bound to it at the desk. */
import { refuse } from '../domain/refusal.ts';
import { PROVIDER } from './auth.ts';
import { entered } from './entering.ts';
import type { Answer, Caller, SignedIn } from './ports.ts';
import { authHeaders, begunToken, cookiesOf, fromOf, type Room } from './room.ts';

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
  const url = `${room.settings.origin}/auth/callback/${PROVIDER}?${query.replace(/^\?/, '')}`;
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
