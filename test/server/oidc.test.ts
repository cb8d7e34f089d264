// Signing in through the organisation's own provider, and offices that demand a second factor, through the real server.
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { givenProvider, type Provider } from '../signIn/provider.ts';
import { shownBy } from '../signIn/bureau.ts';
import { ENGINES, freshDatabase } from './database.ts';
import { type Code, PASSWORD, Person, redeemed, setUp } from './person.ts';
import { serveWithin, withServices } from './serving.ts';

const SET = ['OIDC_DISCOVERY_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'SECOND_FACTOR'];
afterEach(() => {
  for (const name of SET) delete process.env[name];
});
const configured = ({ url }: Provider) =>
  Object.assign(process.env, {
    OIDC_DISCOVERY_URL: `${url}/.well-known/openid-configuration`,
    OIDC_CLIENT_ID: 'jifen',
    OIDC_CLIENT_SECRET: 'known-to-both',
    OIDC_NAME: '清江县统一身份认证',
  });

async function given(engine: 'sqlite' | 'postgres') {
  const database = await freshDatabase(engine);
  const serving = await serveWithin({ databaseUrl: database.url });
  onTestFinished(async () => {
    await serving.stop();
    await database.drop();
  });
  return { serving, ...(await setUp(serving.url, serving.setUpToken)) };
}

type Session = { readonly oidc: string | null; readonly who: { name: string; pending: string[] } | null };
const sessionOf = (person: Person) => person.done<Session>('GET', 'api/session');

/** There, and straight back with the provider's answer. */
async function comeBack(person: Person) {
  const { location } = await person.done<{ location: string }>('POST', 'api/session/oidc');
  const asked = new URL(location).searchParams;
  expect(['code_challenge', 'state', 'nonce'].filter((name) => !asked.has(name))).toEqual([]);
  expect(asked.get('code_challenge_method')).toBe('S256');
  const back = await fetch(location, { redirect: 'manual' });
  const { pathname, search } = new URL(back.headers.get('location') ?? '');
  return () => person.ask('GET', `${pathname.slice(1)}${search}`);
}

describe.each(ENGINES)('%s', (engine) => {
  test('绑定了的人用统一身份认证登录；没有绑定的人进不来，也不建立账号；回来的答复只能用一次', async () => {
    const provider = await givenProvider();
    configured(provider);
    const { serving, security } = await given(engine);
    expect((await sessionOf(security)).oidc).toBe('清江县统一身份认证');
    const { userId } = await security.done<Code>('POST', 'api/accounts', { username: 'limei', name: '李梅' });
    await security.done('POST', `api/accounts/${userId}/subject`, { subject: 'qj-1007' });
    provider.next.claims = { sub: 'qj-1007', name: '别的名字' };
    const person = new Person(serving.url);
    const back = await comeBack(person);
    const entered = await back();
    expect([entered.status, entered.headers.get('location')]).toEqual([302, '/']);
    expect((await sessionOf(person)).who?.name).toBe('李梅');
    const stolen = await comeBack(person);
    expect((await back()).headers.get('location')).toBe('/sign-in?refused=oidcUnbound');
    expect((await stolen()).headers.get('location')).toBe('/');
    provider.next.claims = { sub: 'qj-9999', name: '陌生人' };
    const stranger = new Person(serving.url);
    const refused = await (await comeBack(stranger))();
    expect(refused.headers.get('location')).toBe('/sign-in?refused=oidcUnbound');
    expect((await sessionOf(stranger)).who).toBeNull();
    const { accounts } = await security.done<{ accounts: unknown[] }>('GET', 'api/accounts');
    expect(accounts).toHaveLength(3);
  });

  test('没有配置：没有这个按钮，也走不通', async () => {
    const { serving, security } = await given(engine);
    expect((await sessionOf(security)).oidc).toBeNull();
    const person = new Person(serving.url);
    expect((await person.ask('POST', 'api/session/oidc')).status).toBe(422);
    const answer = await person.ask('GET', 'auth/callback/oidc?code=1&state=2');
    expect(answer.headers.get('location')).toBe('/sign-in?refused=oidcOff');
  });

  test('管理员要两步验证：先开启，才能办别的；没有这类职务的人不要', async () => {
    process.env['SECOND_FACTOR'] = 'administrators';
    const { serving, security } = await given(engine);
    expect((await sessionOf(security)).who?.pending).toEqual(['enrolSecondFactor']);
    expect((await security.ask('GET', 'api/accounts')).status).toBe(401);
    const { uri } = await security.done<{ uri: string }>('POST', 'api/me/second-factor', {
      password: PASSWORD,
    });
    await security.done('POST', 'api/me/second-factor/confirmation', { code: shownBy(uri) });
    expect((await sessionOf(security)).who?.pending).toEqual([]);
    const drop = await security.ask('POST', 'api/me/second-factor/end', { password: PASSWORD });
    expect((JSON.parse(drop.text) as { code: string }).code).toBe('secondFactorDemanded');
    const made = await security.done<Code>('POST', 'api/accounts', { username: 'zhaomin', name: '赵敏' });
    const member = await redeemed(serving.url, 'zhaomin', made.code);
    expect((await sessionOf(member)).who?.pending).toEqual([]);
  });
});

test.each([
  [{ OIDC_CLIENT_ID: 'jifen' }, /OIDC_DISCOVERY_URL、OIDC_CLIENT_SECRET/],
  [{ SECOND_FACTOR: 'everybody' }, /SECOND_FACTOR 应为/],
])('写错的设置在启动时说明：%o', async (variables, expected) => {
  Object.assign(process.env, variables);
  await expect(withServices(async () => undefined)).rejects.toThrow(expected);
});
