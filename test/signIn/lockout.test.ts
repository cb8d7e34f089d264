import { describe, expect, test } from 'vitest';
import {
  after,
  type Bureau,
  Browser,
  codeOf,
  engines,
  givenBureau,
  givenPeople,
  notRefused,
  SECRETARY,
  signedIn,
} from './bureau.ts';

const guess = async (
  { signIn }: Bureau,
  browser: Browser,
  username = 'zhangjianguo',
  password = 'Guess-12345678',
) => signIn.enter(browser.caller, { username, password });

/** Guesses on, waiting whatever is asked, until so many guesses were really tried. */
async function whenGuessed(bureau: Bureau, browser: Browser, times: number): Promise<number> {
  let waited = 0;
  for (let tried = 0; tried < times; ) {
    const answer = await guess(bureau, browser);
    if (codeOf(answer) === 'wrongNameOrPassword') tried += 1;
    else if (answer.refused && answer.code === 'wait') {
      const seconds = Number(answer.params['seconds']);
      waited += seconds;
      after({ seconds });
    } else throw new Error(`after ${tried} guesses: ${codeOf(answer)}`);
  }
  return waited;
}

describe.each(engines)('guessing passwords, on %s', (engine) => {
  test('ten failures lock the account for strangers; each failure before costs a longer wait (S1)', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const attacker = new Browser('203.0.113.9');
    const waited = await whenGuessed(bureau, attacker, 10);
    expect(waited).toBe(1 + 2 + 4 + 8 + 16 + 32);
    expect(await guess(bureau, attacker)).toMatchObject({ code: 'wait', params: { seconds: 15 * 60 } });
    // the right password does not help a stranger either, and no hash is spent on the attempt
    const before = bureau.hashes();
    expect(codeOf(await bureau.signIn.enter(attacker.caller, SECRETARY))).toBe('wait');
    expect(bureau.hashes()).toBe(before);
    after({ minutes: 15 });
    expect(codeOf(await bureau.signIn.enter(attacker.caller, SECRETARY))).toBeNull();
  });

  test('the second lock lasts twice as long as the first', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const attacker = new Browser('203.0.113.9');
    await whenGuessed(bureau, attacker, 10);
    after({ minutes: 15 });
    await whenGuessed(bureau, attacker, 10);
    expect(await guess(bureau, attacker)).toMatchObject({ code: 'wait', params: { seconds: 30 * 60 } });
  });

  test('the secretary cannot be shut out: neither at the known computer, nor at the known address', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    await whenGuessed(bureau, new Browser('203.0.113.9'), 10);
    expect(codeOf(await guess(bureau, new Browser('203.0.113.10')))).toBe('wait');
    await signedIn(bureau, new Browser(desk.peer), SECRETARY);
    const travelling = desk.copy('198.51.100.4');
    await signedIn(bureau, travelling, SECRETARY);
  });

  test('not even by a colleague behind the same address', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const colleague = new Browser(desk.peer);
    await whenGuessed(bureau, colleague, 10);
    expect(codeOf(await guess(bureau, colleague))).toBe('wait');
    await signedIn(bureau, desk, SECRETARY);
  });

  test('an unknown name locks in the same way, so that a lock tells nothing', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const answers = async (username: string, peer: string) => {
      const answered = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        answered.push(await guess(bureau, new Browser(peer), username));
        after({ seconds: 33 });
      }
      return answered;
    };
    expect(await answers('nobody-here', '203.0.113.1')).toEqual(await answers('zhangjianguo', '203.0.113.2'));
  });

  test('a hundred failures in a row close it for strangers until the desk opens it again', async () => {
    const bureau = await givenBureau(engine);
    const { by, secretary, desk } = await givenPeople(bureau);
    const attacker = new Browser('203.0.113.9');
    await whenGuessed(bureau, attacker, 100);
    after({ hours: 48 });
    expect(codeOf(await guess(bureau, attacker))).toBe('closed');
    // the computer the secretary always uses still lets her in
    await signedIn(bureau, desk, SECRETARY);
    expect(codeOf(await guess(bureau, attacker))).toBe('closed');
    const { code } = notRefused(
      await bureau.signIn.resetAtDesk(by(), { userId: secretary, clearSecondFactor: false }),
    );
    const elsewhere = new Browser('198.51.100.4');
    elsewhere.keep(
      await bureau.signIn.redeemCode(elsewhere.caller, {
        username: 'zhangjianguo',
        code,
        password: 'Xin-De-Mi-Ma-55',
      }),
    );
    expect(await bureau.signIn.identify(elsewhere.caller)).not.toBeNull();
  });

  test('guesses made at the same moment are counted before they are tried', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const attacker = new Browser('203.0.113.9');
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess(bureau, attacker)));
    const tried = answers.filter((answer) => codeOf(answer) === 'wrongNameOrPassword');
    expect(tried).toHaveLength(4);
    expect(answers.filter((answer) => codeOf(answer) === 'wait')).toHaveLength(26);
  });

  test('many names from one address: strangers there wait, a bureau behind it goes on working', async () => {
    const bureau = await givenBureau(engine, { addressFailures: 20 });
    const { desk } = await givenPeople(bureau);
    for (let name = 0; name < 20; name += 1) await guess(bureau, new Browser(desk.peer), `name${name}`);
    expect(codeOf(await guess(bureau, new Browser(desk.peer), 'name21'))).toBe('wait');
    await signedIn(bureau, desk, SECRETARY);
    await signedIn(bureau, new Browser(desk.peer), SECRETARY);
    expect(codeOf(await guess(bureau, new Browser('10.8.0.99'), 'name22'))).toBe('wrongNameOrPassword');
  });

  test('three hundred people mistyping once each at half past eight do not stop one another', async () => {
    const bureau = await givenBureau(engine);
    const { by } = await givenPeople(bureau);
    const account = notRefused(await bureau.signIn.createAccount(by(), { username: 'limei', name: '李梅' }));
    const limei = { username: 'limei', code: account.code, password: 'Qing-Jiang-2026' };
    const first = new Browser('10.8.1.1');
    first.keep(await bureau.signIn.redeemCode(first.caller, limei));
    for (let round = 0; round < 12; round += 1) {
      expect(codeOf(await guess(bureau, new Browser('10.8.1.1'), 'limei'))).toBe('wrongNameOrPassword');
      await signedIn(bureau, new Browser('10.8.1.1'), limei);
    }
  });

  test('X-Forwarded-For counts from a configured proxy alone', async () => {
    const bureau = await givenBureau(engine, { proxies: ['10.0.0.1'], addressFailures: 5 });
    await givenPeople(bureau);
    const forged = (hop: number) => new Browser('203.0.113.9', { 'x-forwarded-for': `192.0.2.${hop}` });
    for (let hop = 0; hop < 5; hop += 1) await guess(bureau, forged(hop), `name${hop}`);
    expect(codeOf(await guess(bureau, forged(9), 'name9'))).toBe('wait');
    const proxied = (address: string) =>
      new Browser('10.0.0.1', { 'x-forwarded-for': `6.6.6.6, ${address}` });
    for (let hop = 0; hop < 5; hop += 1) await guess(bureau, proxied('192.0.2.77'), `other${hop}`);
    expect(codeOf(await guess(bureau, proxied('192.0.2.77'), 'other9'))).toBe('wait');
    expect(codeOf(await guess(bureau, proxied('192.0.2.78'), 'other9'))).toBe('wrongNameOrPassword');
  });

  test('each failure and each lock is a record, and what was typed is in none', async () => {
    const bureau = await givenBureau(engine);
    const { secretary } = await givenPeople(bureau);
    await whenGuessed(bureau, new Browser('203.0.113.9'), 10);
    await guess(bureau, new Browser('203.0.113.77'), 'My-Password-Typed-As-Name');
    const rows = await bureau.signIn.audit({ limit: 500 });
    const failures = rows.filter(({ act, result }) => act === 'signIn' && result === 'refused');
    expect(failures).toHaveLength(11);
    expect(failures.filter(({ account }) => account === secretary)).toHaveLength(10);
    expect(rows.filter(({ act }) => act === 'lock')).toMatchObject([
      { account: secretary, address: '203.0.113.9' },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/My-Password|Guess-|Liu-Tiao|清江-防汛/);
  });
});
