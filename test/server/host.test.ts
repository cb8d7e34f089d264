// Other computers may reach the pages only once everybody signs in, and only over a wire that was chosen.
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServices } from '../../src/compose.ts';
import { ListenFault } from '../../src/server/listen.ts';
import { type Started, start, type Wanted } from '../../src/server/start.ts';
import { PASSWORD, setUp } from './person.ts';
import { send } from './serving.ts';

let folder: string;
const started = async (wanted: Partial<Wanted>): Promise<Started> =>
  start(await openServices({ dataDir: folder }), { host: '127.0.0.1', port: 0, example: false, ...wanted });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jifen-host-'));
  const first = await started({});
  await setUp(first.url, /设置口令 (\w+)/.exec(first.said.join())?.[1] ?? '');
  await first.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['没有选传输方式', { host: '0.0.0.0' }, /TLS=own/],
  ['听所有地址而没写网址', { host: '0.0.0.0', wire: 'plain' }, /ORIGIN/],
  ['启用登录后再放示例', { example: true }, /已经启用登录/],
] as const)('%s：不启动，说明怎么办', async (_name, wanted, sentence) => {
  const refused = started(wanted);
  await expect(refused).rejects.toThrow(ListenFault);
  await expect(refused).rejects.toThrow(sentence);
});

test('选了内网明文：只答复大家使用的网址', async () => {
  const origin = 'http://jifen.example:8170';
  const { url, stop } = await started({ host: '0.0.0.0', wire: 'plain', origin });
  const ask = (host: string) => send(url.replace('0.0.0.0', '127.0.0.1'), 'GET', { host });
  expect((await ask('jifen.example:8170')).status).toBe(302);
  expect((await ask('evil.example')).status).toBe(421);
  await stop();
});

test('TLS=own：证书由本机生成，窗口里说明指纹，cookie 只走加密', async () => {
  const { url, said, stop } = await started({ wire: 'own' });
  expect(url).toMatch(/^https:/);
  expect(said.join()).toMatch(/指纹（SHA-256）：(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/);
  const told = await new Promise((resolve, reject) => {
    request(`${url}sign-in`, { rejectUnauthorized: false, agent: false }, (response) => {
      response.resume();
      resolve([response.statusCode, response.headers['strict-transport-security']]);
    })
      .on('error', reject)
      .end();
  });
  expect(told).toEqual([200, 'max-age=31536000']);
  const { origin, host } = new URL(url);
  const body = JSON.stringify({ username: 'sunli', password: PASSWORD });
  const cookies = await new Promise<readonly string[]>((resolve, reject) => {
    const headers = { origin, host, 'content-type': 'application/json', 'idempotency-key': 'host-tls-0001' };
    request(
      `${url}api/session`,
      { method: 'POST', headers, rejectUnauthorized: false, agent: false },
      (response) => {
        response.resume();
        resolve(response.headers['set-cookie'] ?? []);
      },
    )
      .on('error', reject)
      .end(body);
  });
  expect(cookies.map((one) => one.split('=')[0])).toContain('__Host-jifen.session_token');
  for (const one of cookies)
    expect(one).toMatch(
      /^__Host-jifen\.\w+=[^;]+(?:; (?:Max-Age=\d+|Path=\/|HttpOnly|Secure|SameSite=Lax))+$/,
    );
  for (const one of cookies)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(one).toContain(`; ${attribute}`);
  await stop();
});
