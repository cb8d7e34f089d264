import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cookieProfile } from '../../src/signIn/cookies.ts';
import { grantSignIn, migrateSignIn } from '../../src/signIn/migrate.ts';
import type { SignInTables } from '../../src/signIn/tables.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import {
  after,
  Browser,
  codeOf,
  engines,
  givenBureau,
  givenPeople,
  SECRETARY,
  signedIn,
  SUN_LI,
  tokenSaid,
} from './bureau.ts';

describe.each(engines)('tables, cookies and restarts, on %s', (engine) => {
  test('migrating again changes nothing, and sessions survive a restart', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    await migrateSignIn(bureau.database);
    const again = await bureau.restart();
    expect(await again.identify(desk.caller)).not.toBeNull();
  });

  test('what has lapsed is swept away, what lives stays', async () => {
    const bureau = await givenBureau(engine);
    const { desk, by } = await givenPeople(bureau);
    await bureau.signIn.createAccount(by(), { username: 'limei', name: '李梅' });
    const count = async () => {
      const { db } = bureau.database;
      const sessions = await db.selectFrom('signInSession').select('id').execute();
      return [sessions.length, (await db.selectFrom('signInDeskCode').select('userId').execute()).length];
    };
    await bureau.signIn.sweep();
    expect(await count()).toEqual([2, 2]);
    expect(await bureau.signIn.identify(desk.caller)).not.toBeNull();
    after({ hours: 73 });
    await bureau.signIn.sweep();
    expect(await count()).toEqual([0, 0]);
  });

  test('another secret knows none of the sessions', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const other = await bureau.restart({ secret: 'Zq3vT8kLm2Xw9RbN5cYd7HfJ4gPs6UaE' });
    expect(await other.identify(desk.caller)).toBeNull();
  });

  test('under TLS every cookie is __Host-, Secure, HttpOnly, SameSite=Lax, Path=/ and of no domain (S6)', async () => {
    const bureau = await givenBureau(engine);
    await givenPeople(bureau);
    const answer = await bureau.signIn.enter(new Browser().caller, SECRETARY);
    if (answer.refused) throw new Error(answer.code);
    expect(answer.cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      '__Host-jifen.session_token',
      '__Host-jifen.device',
    ]);
    for (const cookie of answer.cookies) {
      const attributes = cookie
        .split('; ')
        .slice(1)
        .filter((one) => !one.startsWith('Max-Age='));
      expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    }
  });

  test('on a plain intranet the cookies have names of their own, and neither profile knows the other’s', async () => {
    const bureau = await givenBureau(engine, { origin: 'http://10.8.0.2:3000' });
    const plain = cookieProfile('http://10.8.0.2:3000');
    const browser = new Browser();
    await bureau.signIn.setUp(browser.caller, {
      token: tokenSaid(bureau),
      securityAdministrator: SUN_LI,
      systemAdministrator: { username: 'zhoutao', name: '周涛' },
    });
    const answer = await bureau.signIn.enter(browser.caller, SUN_LI);
    if (answer.refused) throw new Error(answer.code);
    expect(
      answer.cookies.every((cookie) => cookie.startsWith('jifen-plain.') && !cookie.includes('Secure')),
    ).toBe(true);
    browser.keep(answer);
    expect(await bureau.signIn.identify(browser.caller)).toMatchObject({ username: 'sunli' });
    const secure = await bureau.restart({ origin: 'https://10.8.0.2:3000' });
    expect(await secure.identify(browser.caller)).toBeNull();
    browser.cookies.set('__Host-jifen.session_token', browser.cookies.get(plain.session) ?? '');
    browser.cookies.delete(plain.session);
    expect(await bureau.signIn.identify(browser.caller)).toBeNull();
  });

  test('nothing kept in the tables opens anything by itself: no password, code or recovery code is there to read', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const { uri, recoveryCodes } = desk.keep(
      await bureau.signIn.enrolFactor(desk.caller, SECRETARY.password),
    );
    const tables = [
      'sign_in_account',
      'sign_in_two_factor',
      'sign_in_desk_code',
      'sign_in_former_password',
      'sign_in_audit',
      'sign_in_known_place',
      'sign_in_attempt',
    ];
    const kept = [];
    for (const table of tables)
      kept.push((await sql`select * from ${sql.id(table)}`.execute(bureau.database.db)).rows);
    const text = JSON.stringify(kept);
    const device = desk.cookies.get('__Host-jifen.device') ?? 'none';
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    for (const open of [SECRETARY.password, SUN_LI.password, device, secret, ...recoveryCodes]) {
      expect(open.length).toBeGreaterThan(8);
      expect(text).not.toContain(open);
    }
  });

  test('twenty people sign in at once: each is let in, as whoever they are', async () => {
    const bureau = await givenBureau(engine);
    const { desk } = await givenPeople(bureau);
    const browsers = Array.from({ length: 20 }, () => desk.copy());
    const answers = await Promise.all(
      browsers.map((browser) => bureau.signIn.enter(browser.caller, SECRETARY)),
    );
    expect(answers.map(codeOf).filter((code) => code !== null && code !== 'wait')).toEqual([]);
    await signedIn(bureau, desk, SECRETARY);
  });
});

describe.runIf(engines.length > 1)('rights inside PostgreSQL', () => {
  test('the running role signs people in, and can neither change nor remove a record of it', async () => {
    const bureau = await givenBureau('postgres');
    const { db } = bureau.database;
    const [role, password] = [`jifen_run_${randomUUID().slice(0, 8)}`, randomUUID()];
    await sql`create role ${sql.id(role)} login password ${sql.lit(password)}`.execute(db);
    await grantSignIn(role, bureau.database);
    const { rows } = await sql<{ name: string }>`select current_database()::text as name`.execute(db);
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    [url.username, url.password, url.pathname] = [role, password, `/${rows[0]?.name ?? ''}`];
    const running = openPostgres(url.href, () => undefined);
    onTestFinished(async () => {
      await running.destroy();
    });
    const { desk } = await givenPeople(bureau);
    const asRole = { db: running as unknown as Kysely<SignInTables>, engine: 'postgres' } as const;
    const signIn = await bureau.restart({}, asRole);
    desk.keep(await signIn.enter(desk.caller, SECRETARY));
    expect(await signIn.identify(desk.caller)).not.toBeNull();
    await expect(sql`update sign_in_audit set act = 'other'`.execute(running)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from sign_in_audit`.execute(running)).rejects.toThrow(/permission denied/);
    await expect(sql`truncate sign_in_audit`.execute(running)).rejects.toThrow(/permission denied/);
    await running.destroy();
    await sql`drop owned by ${sql.id(role)}`.execute(db);
    await sql`drop role ${sql.id(role)}`.execute(db);
  });
});
