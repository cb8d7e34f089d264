import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ListenFault } from '../../src/server/listen.ts';
import { start } from '../../src/server/start.ts';
import { type Books, onlyYear, readJson, send, serve, type Serving, withServices } from './serving.ts';

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ example: true });
});
afterAll(() => serving.stop());

const host = () => new URL(serving.url).host;
const KEY = { 'idempotency-key': 'guard-test-0001' };

describe('只有本机能用', () => {
  test.each(['evil.example', 'localhost.evil.example', '192.168.1.5', '127.0.0.1.nip.io', ''])(
    'Host 为 %j：421，看不到任何账册内容',
    async (name) => {
      const answer = await send(`${serving.url}api/books`, 'GET', { host: name === '' ? ' ' : name });
      expect(answer.status === 421 || answer.status === 400).toBe(true);
      expect(answer.body).not.toContain('清江县');
    },
  );

  test.each(['localhost', '127.0.0.1', '[::1]'])('Host 为 %s：可以', async (name) => {
    const { port } = new URL(serving.url);
    expect((await send(`${serving.url}healthz`, 'GET', { host: `${name}:${port}` })).status).toBe(200);
  });

  test.each(['0.0.0.0', '192.168.1.5', '::', 'example.com'])('HOST=%s：不启动，说明原因', async (wanted) => {
    await withServices(async (services) => {
      const started = start(services, { host: wanted, port: 0, example: false });
      await expect(started).rejects.toThrow(ListenFault);
      await expect(started).rejects.toThrow(/没有登录验证，所以没有启动/);
    });
  });
});

describe('别的网页不能改账册', () => {
  const openExample = (headers: Record<string, string>) =>
    send(`${serving.url}api/opening/example`, 'POST', { host: host(), ...headers });

  test.each([
    ['别的网站', { origin: 'http://evil.example' }],
    ['本机别的端口', { origin: 'http://127.0.0.1:1' }],
    ['没有来源的网页', { origin: 'null' }],
    ['浏览器说是跨站', { 'sec-fetch-site': 'cross-site' }],
  ])('%s：403', async (_name, headers) => {
    const answer = await openExample({ ...KEY, ...headers });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'foreignOrigin', status: 403 });
  });

  test('没有 Idempotency-Key：400', async () => {
    const answer = await openExample({});
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'keyMissing' });
  });

  test('本程序自己的页面：可以；再来一次什么都不增加', async () => {
    const before = await readJson<Books>(`${serving.url}api/books`);
    const answer = await openExample({ ...KEY, origin: `http://${host()}` });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ members: 38, added: 0, reversed: 0, absent: [] });
    expect(await readJson<Books>(`${serving.url}api/books`)).toEqual(before);
  });

  test('GET 一律不改变账册', async () => {
    const before = await readJson<Books>(`${serving.url}api/books`);
    const { api, id } = await onlyYear(serving.url);
    const table = await readJson<{ members: { id: string }[] }>(api);
    const member = table.members[0]?.id ?? '';
    const paths = [
      '',
      'healthz',
      'openapi.json',
      'api/verification',
      'templates/roster.xlsx',
      `papers/${id}/2026/all`,
      'nowhere',
    ];
    for (const path of paths) await (await fetch(`${serving.url}${path}`)).arrayBuffer();
    for (const path of ['', '/measure', `/members/${member}`, `/members/${member}/statements/year`])
      expect((await fetch(`${api}${path}`)).status).toBe(200);
    expect((await fetch(`${serving.url}api/opening/example`)).status).toBe(404);
    expect(await readJson<Books>(`${serving.url}api/books`)).toEqual(before);
  });
});
