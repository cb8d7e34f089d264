import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { clientAddress, placeOf } from '../../src/signIn/address.ts';
import { ownCertificate } from '../../src/signIn/certificate.ts';
import { cookieProfile } from '../../src/signIn/cookies.ts';
import { formGuard } from '../../src/signIn/formGuard.ts';
import { COST, openHashing, TooBusy } from '../../src/signIn/hashing.ts';
import { PROFILES, passwordRefusal } from '../../src/signIn/passwordRules.ts';
import { keyedBy, loadSecret } from '../../src/signIn/secret.ts';
import { Browser, ORIGIN, SESSION } from './bureau.ts';

function givenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jifen-signin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('what a password must be', () => {
  const owner = { username: 'zhangjianguo', name: '张建国' };
  const code = (password: string, profile: 'dengbao' | 'nist') =>
    passwordRefusal(password, owner, PROFILES[profile])?.code ?? null;

  test.each([
    ['Ab1-efghi', 'passwordShort'],
    ['abcdefghij', 'passwordPlain'],
    ['abcdefghi1', 'passwordPlain'],
    ['Zhangjianguo-1', 'passwordNamesOwner'],
    ['张建国-Mima-1', 'passwordNamesOwner'],
    ['P@ssw0rd2026', 'passwordCommon'],
    ['Dangyuan@2026', 'passwordCommon'],
    ['Aa1-Aa1-Aa1-', 'passwordCommon'],
    [`Aa1-${'长'.repeat(130)}`, 'passwordLong'],
    ['Liu-Tiao-Xin-7', null],
    ['防汛值班-Ab12-x', null],
  ])('等保: %s → %s', (password, expected) => expect(code(password, 'dengbao')).toBe(expected));

  test.each([
    ['Ab1-efghijk', 'passwordShort'],
    ['qwerty123456', 'passwordCommon'],
    ['aaaaaaaaaaaa', 'passwordCommon'],
    ['qwertyuiop', 'passwordShort'],
    ['correct horse battery', null],
    ['山前 柳树 七座 桥头 灯火', null],
  ])('NIST: %s → %s', (password, expected) => expect(code(password, 'nist')).toBe(expected));
});

describe('where a request comes from', () => {
  const from = (peer: string, forwarded?: string) =>
    clientAddress(new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }), peer, [
      '10.0.0.1',
      '10.0.0.2',
    ]);

  test.each([
    ['10.8.0.21', undefined, '10.8.0.21'],
    ['10.8.0.21', '1.2.3.4', '10.8.0.21'],
    ['10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['::ffff:10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', '1.2.3.4'],
    ['10.0.0.1', 'unknown', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
  ])('socket %s, forwarded for %s: %s', (peer, forwarded, expected) =>
    expect(from(peer, forwarded)).toBe(expected),
  );

  test('an IPv6 network is one place', () => {
    expect(placeOf('2001:db8:1:2:aaaa::1')).toBe(placeOf('2001:0db8:1:2::ffff'));
    expect(placeOf('2001:db8:1:3::1')).not.toBe(placeOf('2001:db8:1:2::1'));
    expect(placeOf('10.8.0.21')).toBe('10.8.0.21');
  });
});

describe('requests that change something (S5)', () => {
  const guard = formGuard(
    ORIGIN,
    cookieProfile(ORIGIN),
    keyedBy('a secret of a test, long enough to be one'),
  );
  const asked = (headers: Record<string, string>, token: string | null) => {
    const browser = new Browser('10.8.0.21', headers);
    browser.cookies.set(SESSION, 'token.signature');
    return (
      guard.refusal(browser.caller, token === 'own' ? guard.tokenFor(browser.caller) : token)?.code ?? null
    );
  };

  test.each([
    [{ origin: ORIGIN }, 'own', null],
    [{ 'sec-fetch-site': 'same-origin' }, 'own', null],
    [{ origin: ORIGIN }, null, 'formTokenMissing'],
    [{ origin: ORIGIN }, 'another', 'formTokenMissing'],
    [{ origin: 'https://evil.example' }, 'own', 'foreignOrigin'],
    [{ origin: 'null' }, 'own', 'foreignOrigin'],
    [{ origin: ORIGIN.replace('https', 'http') }, 'own', 'foreignOrigin'],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 'own', 'foreignOrigin'],
    [{ 'sec-fetch-site': 'same-site' }, 'own', 'foreignOrigin'],
    [{}, 'own', 'foreignOrigin'],
  ])('%o with token %s: %s', (headers, token, expected) => {
    expect(asked(headers as Record<string, string>, token)).toBe(expected);
  });

  test('another session’s token does not do', () => {
    const [one, other] = [new Browser(), new Browser()];
    one.cookies.set(SESSION, 'one.signature');
    other.cookies.set(SESSION, 'other.signature');
    expect(guard.tokenFor(one.caller)).not.toBe(guard.tokenFor(other.caller));
  });
});

describe('the secret (S7)', () => {
  test('is made at first start, kept, and readable by its owner alone', () => {
    const folder = givenFolder();
    const secret = loadSecret(folder, undefined);
    expect(loadSecret(folder, undefined)).toBe(secret);
    expect(statSync(join(folder, 'signin.secret')).mode & 0o777).toBe(0o600);
    expect(loadSecret(givenFolder(), undefined)).not.toBe(secret);
    chmodSync(join(folder, 'signin.secret'), 0o644);
    expect(() => loadSecret(folder, undefined)).toThrow(/chmod 600/);
  });

  test.each([
    'better-auth-secret-12345678901234567890',
    'changeme'.repeat(5),
    'a'.repeat(64),
    'short',
    '',
    '示例密钥0123456789abcdefghijklmnopqrstuvw',
  ])('a sample keeps the program from starting: %s', (sample) =>
    expect(() => loadSecret(givenFolder(), sample)).toThrow(/示例值或过于简单/),
  );
});

describe('hashing (S1)', () => {
  test('Argon2id, and one hash takes 150 to 600 ms of this machine', async () => {
    const hashing = openHashing();
    const kept = await hashing.hash('Liu-Tiao-Xin-7788');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=5,p=1\$/);
    const spent: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      // what the processor spent: the clock would also count who else is using it
      const before = process.cpuUsage();
      expect(await hashing.verify('Liu-Tiao-Xin-7788', kept)).toBe(true);
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1_000);
    }
    const median = spent.toSorted((a, b) => a - b)[2] ?? 0;
    expect(median).toBeGreaterThan(150);
    expect(median).toBeLessThan(600);
    expect(await hashing.verify('Liu-Tiao-Xin-7789', kept)).toBe(false);
  });

  test('a storm of sign-ins queues and does not eat the memory; past two hundred waiting it is turned away', async () => {
    const hashing = openHashing();
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    await Promise.all(Array.from({ length: 8 }, (_, round) => hashing.hash(`Storm-${round}`)));
    clearInterval(watch);
    expect((most - before) / 2 ** 20).toBeLessThan(4 * (COST.memory / 1_024));
    const quick = openHashing({ memory: 64, passes: 1, parallelism: 1 });
    const storm = await Promise.allSettled(
      Array.from({ length: 210 }, (_, round) => quick.hash(`Storm-${round}`)),
    );
    const turnedAway = storm.filter((one) => one.status === 'rejected');
    expect(turnedAway).toHaveLength(8);
    expect(turnedAway.every((one) => one.reason instanceof TooBusy)).toBe(true);
  });
});

describe('a certificate of our own', () => {
  const NOW = '2026-04-01T00:30:00.000Z';

  test('is made once, kept private, and a browser that knows it connects', async () => {
    const folder = givenFolder();
    const made = await ownCertificate(folder, 'jifen.qingjiang.example', NOW);
    expect(await ownCertificate(folder, 'jifen.qingjiang.example', NOW)).toEqual(made);
    expect(statSync(join(folder, 'tls.key.pem')).mode & 0o777).toBe(0o600);
    const server = createServer({ key: made.key, cert: made.cert }, (_, response) => response.end('好'));
    server.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const options = {
      host: '127.0.0.1',
      port,
      ca: made.cert,
      servername: 'jifen.qingjiang.example',
      checkServerIdentity: () => undefined,
    };
    const body = await new Promise<string>((resolve, reject) => {
      get(options, (response) => response.on('data', (chunk: Buffer) => resolve(chunk.toString()))).on(
        'error',
        reject,
      );
    });
    expect(body).toBe('好');
    const certificate = new X509Certificate(made.cert);
    expect(certificate.checkHost('jifen.qingjiang.example')).toBeDefined();
    expect(certificate.checkIP('127.0.0.1')).toBeDefined();
    expect(made.fingerprint).toBe(certificate.fingerprint256);
  });

  test('is made anew for another host and before it lapses', async () => {
    const folder = givenFolder();
    const first = await ownCertificate(folder, 'jifen.qingjiang.example', NOW);
    const moved = await ownCertificate(folder, '10.8.0.2', NOW);
    expect(moved.fingerprint).not.toBe(first.fingerprint);
    expect(new X509Certificate(moved.cert).checkIP('10.8.0.2')).toBeDefined();
    const later = await ownCertificate(folder, '10.8.0.2', '2028-06-20T00:00:00.000Z');
    expect(later.fingerprint).not.toBe(moved.fingerprint);
  });
});
