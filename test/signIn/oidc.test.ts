import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Answer, SignedIn } from '../../src/signIn/ports.ts';
import {
  type Bureau,
  Browser,
  codeOf,
  engines,
  givenBureau,
  givenPeople,
  notRefused,
  SESSION,
} from './bureau.ts';

type Claims = Record<string, unknown>;
type Provider = {
  readonly url: string /** Who signs in there next, and what the provider gets wrong. */;
  readonly next: { claims: Claims; wrong?: Claims };
};

/** A small OIDC provider on loopback: code flow, PKCE held against the verifier, ID tokens signed RS256. */
async function givenProvider({ keys = true } = {}): Promise<Provider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const next: Provider['next'] = { claims: {} };
  const codes = new Map<string, { challenge: string; nonce: string; claims: Claims }>();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const idToken = (claims: Claims) => {
    const seconds = Math.floor(Date.now() / 1_000);
    const told = { iss: url, aud: 'jifen', iat: seconds, exp: seconds + 300, ...claims, ...next.wrong };
    const head = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(told)}`;
    return `${head}.${sign('sha256', Buffer.from(head), privateKey).toString('base64url')}`;
  };
  const pages: Record<string, (request: URL, body: URLSearchParams) => object | string> = {
    '/.well-known/openid-configuration': () => ({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      userinfo_endpoint: `${url}/userinfo`,
      ...(keys ? { jwks_uri: `${url}/jwks` } : {}),
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/jwks': () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
    }),
    '/authorize': ({ searchParams: asked }) => {
      const code = randomUUID();
      codes.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        nonce: asked.get('nonce') ?? '',
        claims: next.claims,
      });
      return `${asked.get('redirect_uri')}?code=${code}&state=${asked.get('state')}`;
    },
    '/token': (_, body) => {
      const issued = codes.get(body.get('code') ?? '');
      codes.delete(body.get('code') ?? '');
      const proved = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      if (issued === undefined || proved !== issued.challenge) return { error: 'invalid_grant' };
      return {
        access_token: 'opaque',
        token_type: 'Bearer',
        id_token: idToken({ ...issued.claims, nonce: issued.nonce }),
      };
    },
    '/userinfo': () => next.claims,
  };
  server.on(
    'request',
    (request: IncomingMessage, response: ServerResponse) => void answer(request, response),
  );
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = new URL(request.url ?? '/', url);
    const page = pages[asked.pathname]?.(asked, new URLSearchParams(Buffer.concat(chunks).toString()));
    if (typeof page === 'string') return response.writeHead(302, { location: page }).end();
    const failed = page === undefined || 'error' in page;
    return response
      .writeHead(failed ? 400 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(page));
  }
  return { url, next };
}

const oidcAt = ({ url }: Provider) => ({
  name: '清江县统一身份认证',
  discoveryUrl: `${url}/.well-known/openid-configuration`,
  clientId: 'jifen',
  clientSecret: 'known-to-both',
});

/** The browser goes to the provider, which sends it straight back. */
async function whenSentThere({ signIn }: Pick<Bureau, 'signIn'>, browser: Browser): Promise<string> {
  const { location } = browser.keep(await signIn.startOidc(browser.caller));
  const back = await fetch(location, { redirect: 'manual' });
  return new URL(back.headers.get('location') ?? '').search;
}

/** There and back again: the answer of the provider comes with the cookies the browser left with. */
async function whenThereAndBack(bureau: Pick<Bureau, 'signIn'>, browser: Browser): Promise<Answer<SignedIn>> {
  const query = await whenSentThere(bureau, browser);
  return bureau.signIn.finishOidc(browser.caller, query);
}

describe.each(engines)('the organisation’s own identity provider, on %s', (engine) => {
  test('an account bound at the desk is signed in; an unbound person is not, and no account is made', async () => {
    const provider = await givenProvider();
    const bureau = await givenBureau(engine, { oidc: oidcAt(provider) });
    const { by, secretary } = await givenPeople(bureau);
    expect(await bureau.signIn.bindSubject(by(), secretary, 'qj-1007')).toBeNull();
    provider.next.claims = { sub: 'qj-1007', name: '张建国' };
    const browser = new Browser('10.8.0.30');
    const query = await whenSentThere(bureau, browser);
    browser.keep(await bureau.signIn.finishOidc(browser.caller, query));
    expect(await bureau.signIn.identify(browser.caller)).toMatchObject({ userId: secretary, name: '张建国' });
    // the answer of the provider is good once
    expect(codeOf(await bureau.signIn.finishOidc(browser.caller, query))).toBe('oidcUnbound');
    const before = await bureau.signIn.accounts();
    provider.next.claims = { sub: 'qj-9999', name: '陌生人' };
    const stranger = new Browser('10.8.0.31');
    expect(codeOf(await whenThereAndBack(bureau, stranger))).toBe('oidcUnbound');
    expect(stranger.cookies.has(SESSION)).toBe(false);
    expect(await bureau.signIn.accounts()).toEqual(before);
  });

  test('a subject belongs to one account; a suspended person does not come in this way either', async () => {
    const provider = await givenProvider();
    const bureau = await givenBureau(engine, { oidc: oidcAt(provider) });
    const { by, secretary } = await givenPeople(bureau);
    await bureau.signIn.bindSubject(by(), secretary, 'qj-1007');
    const { userId } = notRefused(
      await bureau.signIn.createAccount(by(), { username: 'limei', name: '李梅' }),
    );
    expect(codeOf(await bureau.signIn.bindSubject(by(), userId, 'qj-1007'))).toBe('subjectTaken');
    provider.next.claims = { sub: 'qj-1007', name: '张建国' };
    const browser = new Browser('10.8.0.30');
    browser.keep(await whenThereAndBack(bureau, browser));
    await bureau.signIn.suspend(by(), secretary);
    expect(codeOf(await whenThereAndBack(bureau, browser))).toBe('oidcUnbound');
  });

  test.each([
    { name: 'another nonce', wrong: { nonce: 'replayed' } },
    { name: 'another audience', wrong: { aud: 'another-program' } },
    { name: 'another issuer', wrong: { iss: 'https://evil.example' } },
    { name: 'lapsed', wrong: { exp: 1 } },
    { name: 'another subject than it tells', wrong: { sub: 'qj-0001' } },
  ])('an ID token that is wrong lets nobody in: $name', async ({ wrong }) => {
    const provider = await givenProvider();
    const bureau = await givenBureau(engine, { oidc: oidcAt(provider) });
    const { by, secretary } = await givenPeople(bureau);
    await bureau.signIn.bindSubject(by(), secretary, 'qj-1007');
    provider.next.claims = { sub: 'qj-1007', name: '张建国' };
    const browser = new Browser('10.8.0.30');
    browser.keep(await whenThereAndBack(bureau, browser));
    browser.keep(await bureau.signIn.leave(browser.caller));
    provider.next.wrong = wrong;
    expect(codeOf(await whenThereAndBack(bureau, browser))).toBe('oidcUnbound');
    expect(await bureau.signIn.identify(browser.caller)).toBeNull();
  });

  test('a provider that shows no keys to verify its tokens with is not used', async () => {
    const provider = await givenProvider({ keys: false });
    const bureau = await givenBureau(engine, { oidc: oidcAt(provider) });
    expect(codeOf(await bureau.signIn.startOidc(new Browser().caller))).toBe('oidcUnbound');
  });

  test('somebody else’s answer from the provider is not taken by this browser (login CSRF)', async () => {
    const provider = await givenProvider();
    const bureau = await givenBureau(engine, { oidc: oidcAt(provider) });
    const { by, secretary } = await givenPeople(bureau);
    await bureau.signIn.bindSubject(by(), secretary, 'qj-1007');
    provider.next.claims = { sub: 'qj-1007', name: '张建国' };
    const query = await whenSentThere(bureau, new Browser('10.8.0.30'));
    expect(codeOf(await bureau.signIn.finishOidc(new Browser('10.8.0.31').caller, query))).toBe(
      'oidcUnbound',
    );
  });

  test('the claim that names the person is configured', async () => {
    const provider = await givenProvider();
    const bureau = await givenBureau(engine, {
      oidc: { ...oidcAt(provider), subjectClaim: 'employee_number' },
    });
    const { by, secretary } = await givenPeople(bureau);
    await bureau.signIn.bindSubject(by(), secretary, '1007');
    provider.next.claims = { sub: randomUUID(), employee_number: '1007', name: '张建国' };
    const browser = new Browser('10.8.0.30');
    browser.keep(await whenThereAndBack(bureau, browser));
    expect(await bureau.signIn.identify(browser.caller)).toMatchObject({ userId: secretary });
  });

  test('an office that demands a second factor is asked for it unless the provider has', async () => {
    const provider = await givenProvider();
    const bureau = await givenBureau(engine, { oidc: oidcAt(provider) });
    const { by, secretary } = await givenPeople(bureau);
    bureau.demanding.add(secretary);
    await bureau.signIn.bindSubject(by(), secretary, 'qj-1007');
    provider.next.claims = { sub: 'qj-1007', name: '张建国' };
    const [first, second] = [new Browser('10.8.0.30'), new Browser('10.8.0.31')];
    first.keep(await whenThereAndBack(bureau, first));
    expect(await bureau.signIn.identify(first.caller)).toBeNull();
    const trusting = await bureau.restart({ oidc: { ...oidcAt(provider), provesSecondFactor: true } });
    second.keep(await whenThereAndBack({ signIn: trusting }, second));
    expect(await trusting.identify(second.caller)).not.toBeNull();
  });

  test('not configured: refused, and nothing is reachable', async () => {
    const bureau = await givenBureau(engine);
    expect(codeOf(await bureau.signIn.startOidc(new Browser().caller))).toBe('oidcOff');
    expect(codeOf(await bureau.signIn.finishOidc(new Browser().caller, '?code=1&state=2'))).toBe('oidcOff');
  });
});
