import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../src/signIn/sentences.ts';
import {
  after,
  Browser,
  codeOf,
  engines,
  givenBureau,
  givenPeople,
  SECRETARY,
  SESSION,
  signedIn,
} from './bureau.ts';

describe.each(engines)('signing in, on %s', (engine) => {
  test('the right password lets in, and the next request knows who asks', async () => {
    const bureau = await givenBureau(engine);
    const { secretary } = await givenPeople(bureau);
    const browser = new Browser('10.8.0.30');
    await signedIn(bureau, browser, SECRETARY);
    const seen = await bureau.signIn.identify(browser.caller);
    expect(seen).toMatchObject({
      userId: secretary,
      username: 'zhangjianguo',
      name: '张建国',
      office: null,
      freshlySignedIn: true,
    });
  });

  test('an unknown name and a wrong password get the same answer and cost one hash each (S2)', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const stranger = new Browser('203.0.113.9');
    const asked = async (username: string) => {
      const before = bureau.hashes();
      const answer = await bureau.signIn.enter(stranger.caller, { username, password: 'Wrong-Password-1' });
      return { answer, hashes: bureau.hashes() - before };
    };
    const wrong = await asked('zhangjianguo');
    const unknown = await asked('liumang');
    const malformed = await asked("'; drop table -- ");
    expect(unknown).toEqual(wrong);
    expect(malformed).toEqual(wrong);
    expect(wrong.hashes).toBe(1);
    expect(codeOf(wrong.answer)).toBe('wrongNameOrPassword');
  });

  test('an account that was never opened answers like an unknown one, at the same cost', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const before = bureau.hashes();
    const answer = await bureau.signIn.enter(new Browser().caller, { username: 'zhoutao', password: '' });
    expect(codeOf(answer)).toBe('wrongNameOrPassword');
    const other = await bureau.signIn.enter(new Browser().caller, {
      username: 'zhoutao',
      password: 'Guess-1234567',
    });
    expect(other).toEqual(answer);
    expect(bureau.hashes() - before).toBe(1);
  });

  test('a session id brought along is not adopted, and the one before ends (S3)', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const first = desk.cookies.get(SESSION);
    const planted = new Browser();
    planted.cookies.set(SESSION, 'planted-by-an-attacker.c2lnbmF0dXJl');
    await signedIn(bureau, planted, SECRETARY);
    expect(planted.cookies.get(SESSION)).not.toContain('planted');
    const old = desk.copy();
    await signedIn(bureau, desk, SECRETARY);
    expect(desk.cookies.get(SESSION)).not.toBe(first);
    expect(await bureau.signIn.identify(old.caller)).toBeNull();
  });

  test('a forged or bent cookie is nobody', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const value = desk.cookies.get(SESSION) ?? '';
    for (const bent of [`${value.slice(0, -3)}AAA`, value.split('.')[0] ?? '', 'a.b', '%', '']) {
      const forged = new Browser();
      forged.cookies.set(SESSION, bent);
      expect(await bureau.signIn.identify(forged.caller)).toBeNull();
    }
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
  });

  test('a cookie that names a session but carries another’s signature is nobody', async () => {
    const bureau = await givenBureau(engine);
    const { desk, admin } = await givenPeople(bureau);
    const [token = ''] = (desk.cookies.get(SESSION) ?? '').split('.');
    const [, signature = ''] = (admin.cookies.get(SESSION) ?? '').split('.');
    const forged = new Browser();
    forged.cookies.set(SESSION, `${token}.${signature}`);
    expect(await bureau.signIn.identify(forged.caller)).toBeNull();
  });

  test('idle for half an hour, or twelve hours in all: signed out', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    after({ minutes: 29 });
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    after({ minutes: 29 });
    expect(await bureau.signIn.identify(desk.caller)).toMatchObject({ freshlySignedIn: false });
    after({ minutes: 31 });
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
    await signedIn(bureau, desk, SECRETARY);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      after({ minutes: 20 });
      expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    }
    after({ minutes: 20 });
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
  });

  test('the sentence says what to do', async () => {
    const bureau = await givenBureau(engine);
    const answer = await bureau.signIn.enter(new Browser().caller, { username: 'x', password: 'y' });
    if (!answer.refused) throw new Error('let in');
    expect(sentenceOf(answer)).toContain('安全保密管理员');
  });
});
