import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
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
import { givenProvider, oidcAt } from './provider.ts';

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
