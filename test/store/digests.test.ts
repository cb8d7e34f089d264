// The day's digest to a group robot, against a server on this machine: counts and no name, once a day whoever runs, tried again when it failed.
import { createServer, type IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { robotsOf } from '../../src/compose/robots.ts';
import { type Robots, sendDigests } from '../../src/service/digest/send.ts';
import { readWebhooks } from '../../src/store/webhooksFile.ts';
import { COMMITTEE } from './bureau.ts';
import { type Books, engines, newBooks, newWorld } from './engines.ts';
import { acts, type Bureau, roundIn, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const NAMES = [...ALL, '赵敏', '刘洋', '周涛', '陈志远'];

type Heard = { readonly path: string; readonly text: string };

/** A robot's server: keeps what it is told, and answers as it is bidden. */
async function robotServer() {
  const heard: Heard[] = [];
  let answer = { status: 200, body: '{"errcode":0}' };
  const server = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { text } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { text: { content: string } };
      heard.push({ path: request.url ?? '', text: text.content });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    url: `http://127.0.0.1:${port}/robot/send?access_token=x`,
    answers: (status: number, body: string) => (answer = { status, body }),
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  };
}

for (const engine of engines) {
  describe(`digests on ${engine.name}`, () => {
    let bureau: Bureau;
    let books: Books;
    let robot: Awaited<ReturnType<typeof robotServer>>;
    let robots: Robots;
    let branch: string;
    const failures: string[] = [];
    beforeAll(async () => {
      books = await newBooks(engine);
      bureau = await roundIn(books.world, () => books.close());
      robot = await robotServer();
      const organisations = await bureau.world.store.read((tx) => tx.organisations());
      branch = organisations.find(({ level }) => level === 'branch')?.name ?? '';
      robots = robotsOf(
        { [branch]: { robot: 'dingtalk', address: robot.url, secret: 'SEC秘' } },
        bureau.world.now,
      );
      bureau.on('2026-06-03');
      const act = acts(bureau);
      await bureau.done('李梅', act.opening());
      for (const name of ALL.slice(0, 3)) await bureau.done(name, await act.applying(name));
    });
    beforeEach(() => {
      robot.heard.length = 0;
      failures.length = 0;
      robot.answers(200, '{"errcode":0}');
    });
    afterAll(async () => {
      await robot.close();
      await bureau.close();
    });
    const send = (world = bureau.world, to = robots) =>
      sendDigests(world, to, (organisation, error) => void failures.push(`${organisation} ${String(error)}`));

    it('says how much waits, and nobody’s name, signed as DingTalk asks', async () => {
      await send();
      expect(robot.heard.map(({ text }) => text)).toEqual([
        '党支部积分：待申请 3 项、待签注 3 项，请登录办理',
      ]);
      for (const name of [...NAMES, branch]) expect(robot.heard[0]?.text).not.toContain(name);
      const asked = new URL(robot.heard[0]?.path ?? '', robot.url).searchParams;
      const timestamp = String(Date.parse(bureau.world.now()));
      expect(asked.get('timestamp')).toBe(timestamp);
      expect(asked.get('sign')).toBe(
        createHmac('sha256', 'SEC秘').update(`${timestamp}\nSEC秘`).digest('base64'),
      );
      expect(asked.get('access_token')).toBe('x');
    });

    it('once a day: not again the same day, again the next working day, never on a day off or before nine', async () => {
      await send();
      expect(robot.heard).toEqual([]);
      bureau.on('2026-06-06');
      await send();
      expect(robot.heard, 'a Saturday').toEqual([]);
      bureau.on('2026-06-08');
      await send({ ...bureau.world, now: () => '2026-06-07T16:00:00.000Z' });
      expect(robot.heard, 'midnight').toEqual([]);
      await send();
      expect(robot.heard).toHaveLength(1);
    });

    it('a robot that answers no is asked again half an hour later, three times a day at most, and blocks nobody', async () => {
      const at = (time: string) => ({ ...bureau.world, now: () => `2026-06-09T${time}:00.000Z` });
      robot.answers(500, 'no');
      await send(at('01:00'));
      await send(at('01:10'));
      expect(robot.heard).toHaveLength(1);
      robot.answers(200, '{"errcode":93000,"errmsg":"invalid webhook"}');
      await send(at('02:00'));
      expect(robot.heard).toHaveLength(2);
      await send(at('03:00'));
      await send(at('04:00'));
      expect(robot.heard).toHaveLength(3);
      expect(failures).toHaveLength(3);
      expect(failures.join()).not.toContain('access_token');
    });

    it('without a robot nothing is read and nothing goes out; without anything that waits nothing is said', async () => {
      bureau.on('2026-06-10');
      const untouched = { ...bureau.world.store, read: () => Promise.reject(new Error('read')) };
      await send({ ...bureau.world, store: untouched as never }, new Map());
      const name = (await bureau.world.store.read((tx) => tx.organisation(COMMITTEE)))?.name ?? '';
      await send(
        bureau.world,
        robotsOf({ [name]: { robot: 'wecom', address: robot.url } }, bureau.world.now),
      );
      expect(robot.heard).toEqual([]);
    });

    it('two processes sweep at once, and the group hears it once', async () => {
      bureau.on('2026-06-11');
      const other =
        engine.name === 'postgres' ? await newWorld(books.place, 'sha256', 900_000) : bureau.world;
      const late = { ...other, now: bureau.world.now };
      await Promise.all([send(), send(late), send(), send(late), send(), send(late)]);
      expect(robot.heard).toHaveLength(1);
      if (other !== bureau.world) await other.store.close();
    });
  });
}

describe('webhooks.yaml', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jifen-webhooks-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (text: string) => {
    writeFileSync(join(folder, 'webhooks.yaml'), text);
    return readWebhooks(folder);
  };

  it('is not there: nobody is ever spoken to', () => {
    expect(readWebhooks(join(folder, 'elsewhere'))).toEqual({});
    expect(robotsOf({}, () => '').size).toBe(0);
  });

  it.each([
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=1'],
    ['wecom', 'http://127.0.0.1:9/hook'],
  ])('takes %s at %s', (robot, address) => {
    expect(read(`机关支部:\n  robot: ${robot}\n  address: ${address}\n`)).toMatchObject({
      机关支部: { robot, address },
    });
  });

  it.each([
    'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1',
    'https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=1',
    'https://oapi.dingtalk.com/robot/send?access_token=1',
    'https://10.0.0.5/hook',
    'http://127.0.0.1.evil.example/hook',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
  ])('refuses a WeCom robot at %s, and says where one is', (address) => {
    expect(() => read(`机关支部:\n  robot: wecom\n  address: ${address}\n`)).toThrow('qyapi.weixin.qq.com');
  });
});
