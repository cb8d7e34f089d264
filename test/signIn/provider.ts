// A small OIDC provider on loopback, for tests of signing in through it.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Claims = Record<string, unknown>;
export type Provider = {
  readonly url: string /** Who signs in there next, and what the provider gets wrong. */;
  readonly next: { claims: Claims; wrong?: Claims };
};

/** A small OIDC provider on loopback: code flow, PKCE held against the verifier, ID tokens signed RS256. */
export async function givenProvider({ keys = true } = {}): Promise<Provider> {
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

export const oidcAt = ({ url }: Provider) => ({
  name: '清江县统一身份认证',
  discoveryUrl: `${url}/.well-known/openid-configuration`,
  clientId: 'jifen',
  clientSecret: 'known-to-both',
});
