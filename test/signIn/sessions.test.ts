import { describe, expect, test } from 'vitest';
import {
  after,
  Browser,
  codeOf,
  engines,
  givenBureau,
  givenPeople,
  notRefused,
  SECRETARY,
  SESSION,
  shownBy,
  signedIn,
} from './bureau.ts';

describe.each(engines)('sessions, on %s', (engine) => {
  test('step-up and change of office go on under a new id; the one before is worth nothing (S3, S4)', async () => {
    const bureau = await givenBureau(engine);
    const { desk, secretary } = await givenPeople(bureau);
    after({ minutes: 11 });
    expect(await bureau.signIn.identify(desk.caller)).toMatchObject({ freshlySignedIn: false });
    const before = desk.copy();
    desk.keep(await bureau.signIn.stepUp(desk.caller, { password: SECRETARY.password }));
    expect(await bureau.signIn.identify(desk.caller)).toMatchObject({
      userId: secretary,
      freshlySignedIn: true,
    });
    expect(await bureau.signIn.identify(before.caller)).toBeNull();
    const between = desk.copy();
    const seen = await bureau.signIn.identify(desk.caller);
    desk.keep(await bureau.signIn.changeOffice(desk.caller, 'secretary'));
    const now = await bureau.signIn.identify(desk.caller);
    expect(now).toMatchObject({ office: 'secretary', provedAt: seen?.provedAt });
    expect(now?.sessionId).not.toBe(seen?.sessionId);
    expect(await bureau.signIn.identify(between.caller)).toBeNull();
  });

  test('a new id does not make a session live longer', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      after({ minutes: 20 });
      desk.keep(await bureau.signIn.stepUp(desk.caller, { password: SECRETARY.password }));
    }
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    after({ minutes: 20 });
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
  });

  test('nor does turning on the second factor; the list goes on saying when the person came in', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const startedAt = (await bureau.signIn.ownSessions(desk.caller))[0]?.startedAt;
    for (let minutes = 0; minutes < 11 * 60; minutes += 20) {
      after({ minutes: 20 });
      await bureau.signIn.identify(desk.caller);
    }
    desk.keep(await bureau.signIn.stepUp(desk.caller, { password: SECRETARY.password }));
    const { uri } = desk.keep(await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password));
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    expect(await bureau.signIn.ownSessions(desk.caller)).toMatchObject([{ startedAt, current: true }]);
    for (const minutes of [29, 29]) {
      after({ minutes });
      expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    }
    after({ minutes: 2 });
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
  });

  test('a stolen session is no place to guess the password from', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const codes = [];
    for (let tried = 0; tried < 6; tried += 1)
      codes.push(codeOf(await bureau.signIn.stepUp(desk.caller, { password: 'no' })));
    expect(codes).toEqual([...Array.from({ length: 4 }, () => 'wrongNameOrPassword'), 'wait', 'wait']);
  });

  test('a new password ends every other session at once; this one goes on under a new id', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const [other, before] = [new Browser('10.8.0.30'), desk.copy()];
    await signedIn(bureau, other, SECRETARY);
    const change = { current: SECRETARY.password, next: 'Xin-De-Mi-Ma-55' };
    expect(codeOf(await bureau.signIn.changePassword(desk.caller, { ...change, current: 'wrong' }))).toBe(
      'wrongNameOrPassword',
    );
    expect(
      codeOf(await bureau.signIn.changePassword(desk.caller, { ...change, next: SECRETARY.password })),
    ).toBe('passwordUsedBefore');
    desk.keep(await bureau.signIn.changePassword(desk.caller, change));
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    expect(await bureau.signIn.identify(before.caller)).toBeNull();
    expect(await bureau.signIn.identify(other.caller)).toBeNull();
    expect(codeOf(await bureau.signIn.enter(other.caller, SECRETARY))).toBe('wrongNameOrPassword');
    await signedIn(bureau, desk, { ...SECRETARY, password: change.next });
  });

  test('ninety days on, 等保 asks for a new password before anything else; NIST does not', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    after({ hours: 90 * 24 });
    await signedIn(bureau, desk, SECRETARY);
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
    expect(await bureau.signIn.glimpse(desk.caller)).toMatchObject({ pending: ['changePassword'] });
    const nist = await bureau.restart({ passwords: 'nist' });
    expect(await nist.identify(desk.caller)).not.toBeNull();
    desk.keep(
      await bureau.signIn.changePassword(desk.caller, {
        current: SECRETARY.password,
        next: 'Xin-De-Mi-Ma-55',
      }),
    );
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
  });

  test('one sees one’s own sessions and ends them; a foreign id ends nothing', async () => {
    const bureau = await givenBureau(engine);
    const { desk, admin } = await givenPeople(bureau);
    const other = new Browser('10.8.0.30');
    await signedIn(bureau, other, SECRETARY);
    const mine = await bureau.signIn.ownSessions(desk.caller);
    expect(new Map(mine.map(({ address, current }) => [address, current]))).toEqual(
      new Map([
        ['10.8.0.21', true],
        ['10.8.0.30', false],
      ]),
    );
    const theirs = (await bureau.signIn.ownSessions(admin.caller))[0]?.sessionId ?? '';
    expect(notRefused(await bureau.signIn.revokeOwn(desk.caller, { sessionId: theirs })).ended).toBe(0);
    expect(notRefused(await bureau.signIn.revokeOwn(desk.caller, { sessionId: 'unknown' })).ended).toBe(0);
    expect(await bureau.signIn.identify(admin.caller)).not.toBeNull();
    expect(notRefused(await bureau.signIn.revokeOwn(desk.caller, 'others')).ended).toBe(1);
    expect(await bureau.signIn.identify(other.caller)).toBeNull();
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
  });

  test('what cannot be recorded does not happen: no session without its record (S8)', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const { db } = bureau.database;
    const count = async () => (await db.selectFrom('signInSession').select('id').execute()).length;
    const before = await count();
    await db.schema.alterTable('signInAudit').renameTo('signInAuditAway').execute();
    await expect(bureau.signIn.enter(new Browser().caller, SECRETARY)).rejects.toThrow();
    expect(await count()).toBe(before);
  });
});

describe.each(engines)('the second factor, on %s', (engine) => {
  test('turned on with a first code, then asked at every sign-in; each code is good once', async () => {
    const bureau = await givenBureau(engine);
    const { desk, secretary } = await givenPeople(bureau);
    const { uri } = desk.keep(await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password));
    expect(decodeURIComponent(uri)).toContain('党员积分制管理系统:zhangjianguo');
    const before = desk.copy();
    expect(codeOf(await bureau.signIn.confirmFactor(desk.caller, '000000'))).toBe('wrongCode');
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    expect(await bureau.signIn.identify(before.caller)).toBeNull();
    expect(await bureau.signIn.identify(desk.caller)).toMatchObject({ userId: secretary });
    after({ minutes: 1 });
    const enter = async (browser: Browser) =>
      browser.keep(await bureau.signIn.enter(browser.caller, SECRETARY)).next;
    const second = new Browser('10.8.0.30');
    expect(await enter(second)).toBe('secondFactor');
    expect(await bureau.signIn.identify(second.caller)).toBeNull();
    expect(codeOf(await bureau.signIn.enterSecond(second.caller, { kind: 'totp', code: '000000' }))).toBe(
      'wrongCode',
    );
    const code = shownBy(uri);
    second.keep(await bureau.signIn.enterSecond(second.caller, { kind: 'totp', code }));
    expect(await bureau.signIn.identify(second.caller)).toMatchObject({ userId: secretary });
    const shoulderSurfer = new Browser('10.8.0.31');
    await enter(shoulderSurfer);
    expect(codeOf(await bureau.signIn.enterSecond(shoulderSurfer.caller, { kind: 'totp', code }))).toBe(
      'wrongCode',
    );
  });

  test('a recovery code works once; a reset at the desk clears a lost telephone', async () => {
    const bureau = await givenBureau(engine);
    const { desk, by, secretary } = await givenPeople(bureau);
    const { uri, recoveryCodes } = desk.keep(
      await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password),
    );
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    const recover = async (browser: Browser) => {
      browser.keep(await bureau.signIn.enter(browser.caller, SECRETARY));
      return bureau.signIn.enterSecond(browser.caller, { kind: 'recovery', code: recoveryCodes[0] ?? '' });
    };
    const browser = new Browser('10.8.0.30');
    browser.keep(await recover(browser));
    expect(await bureau.signIn.identify(browser.caller)).not.toBeNull();
    expect(codeOf(await recover(new Browser('10.8.0.31')))).toBe('wrongCode');
    const { code } = notRefused(
      await bureau.signIn.resetAtDesk(by(), { userId: secretary, clearSecondFactor: true }),
    );
    const next = new Browser('10.8.0.32');
    next.keep(
      await bureau.signIn.redeemCode(next.caller, {
        username: 'zhangjianguo',
        code,
        password: 'Xin-De-Mi-Ma-55',
      }),
    );
    expect(await bureau.signIn.identify(next.caller)).not.toBeNull();
  });

  test('guessing codes locks, even over many challenges', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const { uri } = desk.keep(await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password));
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    let tried = 0;
    for (let round = 0; round < 40; round += 1) {
      const thief = new Browser('10.8.0.66');
      thief.keep(await bureau.signIn.enter(thief.caller, SECRETARY));
      if (
        codeOf(
          await bureau.signIn.enterSecond(thief.caller, { kind: 'totp', code: String(100_000 + round) }),
        ) === 'wrongCode'
      )
        tried += 1;
      after({ seconds: 20 });
    }
    expect(tried).toBeLessThanOrEqual(10);
  });

  test('a session from before it was turned on has to prove it before it goes on', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const other = new Browser('10.8.0.30');
    await signedIn(bureau, other, SECRETARY);
    const { uri } = desk.keep(await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password));
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    expect(await bureau.signIn.identify(other.caller)).toBeNull();
    expect(await bureau.signIn.glimpse(other.caller)).toMatchObject({ pending: ['proveSecondFactor'] });
    after({ minutes: 1 });
    other.keep(await bureau.signIn.stepUp(other.caller, { kind: 'totp', code: shownBy(uri) }));
    expect(await bureau.signIn.identify(other.caller)).not.toBeNull();
  });

  test('demanded by an office: nothing else until it is on, and it cannot be dropped', async () => {
    const bureau = await givenBureau(engine);
    const { desk, secretary } = await givenPeople(bureau);
    bureau.demanding.add(secretary);
    expect(await bureau.signIn.identify(desk.caller)).toBeNull();
    expect(await bureau.signIn.glimpse(desk.caller)).toMatchObject({ pending: ['enrolSecondFactor'] });
    const { uri } = desk.keep(await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password));
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    expect(codeOf(await bureau.signIn.dropFactor(desk.caller, SECRETARY.password))).toBe(
      'secondFactorDemanded',
    );
    bureau.demanding.delete(secretary);
    desk.keep(await bureau.signIn.dropFactor(desk.caller, SECRETARY.password));
    const browser = new Browser('10.8.0.30');
    await signedIn(bureau, browser, SECRETARY);
  });

  test('step-up then asks for the code, not the password', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const { uri } = desk.keep(await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password));
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    after({ minutes: 11 });
    expect(codeOf(await bureau.signIn.stepUp(desk.caller, { password: SECRETARY.password }))).toBe(
      'wrongCode',
    );
    const first = desk.cookies.get(SESSION);
    desk.keep(await bureau.signIn.stepUp(desk.caller, { kind: 'totp', code: shownBy(uri) }));
    expect(desk.cookies.get(SESSION)).not.toBe(first);
    expect(await bureau.signIn.identify(desk.caller)).toMatchObject({ freshlySignedIn: true });
  });

  test('new recovery codes replace the old', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const { uri, recoveryCodes } = desk.keep(
      await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password),
    );
    desk.keep(await bureau.signIn.confirmFactor(desk.caller, shownBy(uri)));
    const renewed = desk.keep(
      await bureau.signIn.renewRecoveryCodes(desk.caller, SECRETARY.password),
    ).recoveryCodes;
    expect(renewed).toHaveLength(10);
    const browser = new Browser('10.8.0.30');
    browser.keep(await bureau.signIn.enter(browser.caller, SECRETARY));
    const recover = (code = '') => bureau.signIn.enterSecond(browser.caller, { kind: 'recovery', code });
    expect(codeOf(await recover(recoveryCodes[0]))).toBe('wrongCode');
    browser.keep(await recover(renewed[0]));
    expect(await bureau.signIn.identify(browser.caller)).not.toBeNull();
  });
});
