import { describe, expect, test } from 'vitest';
import {
  after,
  Browser,
  codeOf,
  engines,
  fileIn,
  givenBureau,
  givenPeople,
  notRefused,
  SECRETARY,
  SESSION,
  signedIn,
  SUN_LI,
  tokenSaid,
} from './bureau.ts';

const SETUP = { securityAdministrator: SUN_LI, systemAdministrator: { username: 'zhoutao', name: '周涛' } };

describe.each(engines)('the first run, on %s (S7)', (engine) => {
  test('there is no account; the token on the console makes the first two, once', async () => {
    const bureau = await givenBureau(engine);
    expect(await bureau.signIn.accounts()).toEqual([]);
    const token = tokenSaid(bureau);
    expect(fileIn(bureau, 'setup.token')?.trim()).toBe(token);
    const console = new Browser('127.0.0.1');
    expect(codeOf(await bureau.signIn.setUp(console.caller, { ...SETUP, token: '0'.repeat(40) }))).toBe(
      'setupTokenWrong',
    );
    const founded = notRefused(await bureau.signIn.setUp(console.caller, { ...SETUP, token }));
    expect(await bureau.signIn.accounts()).toMatchObject([
      { username: 'sunli', founding: 'securityAdministrator', hasPassword: true },
      { username: 'zhoutao', founding: 'systemAdministrator', hasPassword: false },
    ]);
    expect(fileIn(bureau, 'setup.token')).toBeUndefined();
    expect(codeOf(await bureau.signIn.setUp(console.caller, { ...SETUP, token }))).toBe('setupTokenWrong');
    await signedIn(bureau, console, SUN_LI);
    const zhoutao = new Browser('10.8.0.6');
    const { code } = founded.systemAdministrator;
    zhoutao.keep(
      await bureau.signIn.redeemCode(zhoutao.caller, {
        username: 'zhoutao',
        code,
        password: 'Xi-Tong-Guan-Li-9',
      }),
    );
    expect(await bureau.signIn.identify(zhoutao.caller)).toMatchObject({ name: '周涛' });
  });

  test('two at once with the same token: one sets up, the other is refused', async () => {
    const bureau = await givenBureau(engine);
    const token = tokenSaid(bureau);
    const answers = await Promise.all(
      [1, 2, 3].map(() => bureau.signIn.setUp(new Browser().caller, { ...SETUP, token })),
    );
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'setupTokenWrong')).toHaveLength(2);
    expect(await bureau.signIn.accounts()).toHaveLength(2);
  });

  test('a weak password or one name for both leaves everything as it was, the token too', async () => {
    const bureau = await givenBureau(engine);
    const token = tokenSaid(bureau);
    const weak = { ...SETUP, token, securityAdministrator: { ...SUN_LI, password: 'Sunli-2026!' } };
    expect(codeOf(await bureau.signIn.setUp(new Browser().caller, weak))).toBe('passwordNamesOwner');
    const same = { ...SETUP, token, systemAdministrator: { username: 'SunLi', name: '周涛' } };
    expect(codeOf(await bureau.signIn.setUp(new Browser().caller, same))).toBe('setupSameName');
    notRefused(await bureau.signIn.setUp(new Browser().caller, { ...SETUP, token }));
  });

  test('started again before it was used: the earlier token is dead; after set-up none is offered', async () => {
    const bureau = await givenBureau(engine);
    const earlier = tokenSaid(bureau);
    const again = await bureau.restart();
    const token = tokenSaid(bureau);
    expect(token).not.toBe(earlier);
    expect(codeOf(await again.setUp(new Browser().caller, { ...SETUP, token: earlier }))).toBe(
      'setupTokenWrong',
    );
    notRefused(await again.setUp(new Browser().caller, { ...SETUP, token }));
    const saidBefore = bureau.said.length;
    await bureau.restart();
    expect(bureau.said).toHaveLength(saidBefore);
  });
});

describe.each(engines)('accounts at the desk, on %s', (engine) => {
  test('a code opens an account once, and not after it lapses', async () => {
    const bureau = await givenBureau(engine);
    const { by } = await givenPeople(bureau);
    const wanted = { username: 'limei', name: '李梅' };
    const { code, expiresAt } = notRefused(await bureau.signIn.createAccount(by(), wanted));
    expect(expiresAt).toBe('2026-04-04T00:30:00.000Z');
    const limei = new Browser('10.8.0.40');
    const redemption = {
      username: 'limei',
      code: code.toLowerCase().replaceAll('-', ''),
      password: 'Qing-Jiang-2026',
    };
    const both = await Promise.all([1, 2].map(() => bureau.signIn.redeemCode(limei.caller, redemption)));
    expect(both.map(codeOf)).toContain(null);
    expect(both.map(codeOf)).toContain('wrongDeskCode');
    expect(codeOf(await bureau.signIn.redeemCode(limei.caller, redemption))).toBe('wrongDeskCode');
    const late = notRefused(await bureau.signIn.createAccount(by(), { username: 'wangqiang', name: '王强' }));
    after({ hours: 72 });
    const lapsed = await bureau.signIn.redeemCode(limei.caller, {
      username: 'wangqiang',
      code: late.code,
      password: 'Qing-Jiang-2027',
    });
    expect(codeOf(lapsed)).toBe('wrongDeskCode');
  });

  test('a wrong code and an unknown name are answered alike; a refused password does not spend the code', async () => {
    const bureau = await givenBureau(engine);
    const { by } = await givenPeople(bureau);
    const { code } = notRefused(await bureau.signIn.createAccount(by(), { username: 'limei', name: '李梅' }));
    const browser = new Browser('10.8.0.40');
    const redeem = (username: string, typed: string, password = 'Qing-Jiang-2026') =>
      bureau.signIn.redeemCode(browser.caller, { username, code: typed, password });
    expect(await redeem('nobody', code)).toEqual(await redeem('limei', 'AAAA-BBBB-CCCC'));
    expect(codeOf(await redeem('limei', code, 'short'))).toBe('passwordShort');
    expect(codeOf(await redeem('limei', code))).toBeNull();
  });

  test('a name is taken whatever its case, and must be one', async () => {
    const bureau = await givenBureau(engine);
    const { by } = await givenPeople(bureau);
    const create = (username: string, name = '某人') => bureau.signIn.createAccount(by(), { username, name });
    expect(codeOf(await create('ZhangJianguo'))).toBe('usernameTaken');
    expect(codeOf(await create('a b'))).toBe('usernameMalformed');
    expect(codeOf(await create('x'))).toBe('usernameMalformed');
    expect(codeOf(await create('limei', ' '))).toBe('nameMissing');
    expect(codeOf(await create('郑𠮷'))).toBeNull();
  });

  test('a reset ends every session at once, and the old password with it', async () => {
    const bureau = await givenBureau(engine);
    const { by, secretary, desk } = await givenPeople(bureau);
    const { code } = notRefused(
      await bureau.signIn.resetAtDesk(by(), { userId: secretary, clearSecondFactor: false }),
    );
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
    expect(codeOf(await bureau.signIn.enter(desk.caller, SECRETARY))).toBe('wrongNameOrPassword');
    const again = { username: 'zhangjianguo', code, password: SECRETARY.password };
    expect(codeOf(await bureau.signIn.redeemCode(desk.caller, again))).toBe('passwordUsedBefore');
    desk.keep(await bureau.signIn.redeemCode(desk.caller, { ...again, password: 'Xin-De-Mi-Ma-55' }));
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    expect(
      codeOf(await bureau.signIn.resetAtDesk(by(), { userId: 'nobody', clearSecondFactor: false })),
    ).toBe('unknownAccount');
  });

  test('suspended: the next request is refused, and so is the next sign-in, until resumed (S4)', async () => {
    const bureau = await givenBureau(engine);
    const { by, secretary, desk } = await givenPeople(bureau);
    const elsewhere = new Browser('10.8.0.30');
    await signedIn(bureau, elsewhere, SECRETARY);
    expect(await bureau.signIn.suspend(by(), secretary)).toBeNull();
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
    expect(codeOf(await bureau.signIn.enter(desk.caller, SECRETARY))).toBe('suspended');
    // without the password nobody learns that the account is suspended
    expect(codeOf(await bureau.signIn.enter(desk.caller, { ...SECRETARY, password: 'Guess-12345678' }))).toBe(
      'wrongNameOrPassword',
    );
    expect(await bureau.signIn.resume(by(), secretary)).toBeNull();
    // a session from before is not brought back to life, not even one unused in between
    expect(await bureau.signIn.identify(elsewhere.caller)).toBeNull();
    await signedIn(bureau, desk, SECRETARY);
  });

  test('an office given or ended ends the sessions; so does signing out', async () => {
    const bureau = await givenBureau(engine);
    const { by, secretary, desk } = await givenPeople(bureau);
    await bureau.signIn.endSessions(by(), secretary);
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
    await signedIn(bureau, desk, SECRETARY);
    const stolen = desk.copy();
    desk.keep(await bureau.signIn.leave(desk.caller));
    expect(desk.cookies.has(SESSION)).toBe(false);
    expect(await bureau.signIn.identify(stolen.caller)).toBeNull();
  });

  test('each is one record, by whom and on whose account', async () => {
    const bureau = await givenBureau(engine);
    const { by, secretary } = await givenPeople(bureau);
    await bureau.signIn.suspend(by(), secretary);
    await bureau.signIn.resume(by(), secretary);
    const { code } = notRefused(
      await bureau.signIn.resetAtDesk(by(), { userId: secretary, clearSecondFactor: true }),
    );
    const rows = await bureau.signIn.audit({ account: secretary, limit: 50 });
    const who = by().userId;
    expect(rows.map(({ act, who: one, address }) => [act, one, address]).reverse()).toEqual([
      ['createAccount', who, '10.8.0.5'],
      ['redeemCode', secretary, '10.8.0.21'],
      ['signIn', secretary, '10.8.0.21'],
      ['suspend', who, '10.8.0.5'],
      ['resume', who, '10.8.0.5'],
      ['resetAtDesk', who, '10.8.0.5'],
    ]);
    const all = JSON.stringify(await bureau.signIn.audit({ limit: 500 }));
    for (const secret of [code, code.replaceAll('-', ''), SECRETARY.password, SUN_LI.password])
      expect(all).not.toContain(secret);
  });
});
