// jifen demo as somebody types it: an empty folder becomes a place to look around in, and no other does.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServices } from '../../src/compose.ts';
import type { Session } from '../../src/contract/session.ts';
import { start } from '../../src/server/start.ts';
import { Person } from '../server/person.ts';

const run = promisify(execFile);
const jifen = (...args: string[]) =>
  run(process.execPath, ['src/main/cli.ts', ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  );

describe('jifen demo', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jifen-demo-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes four organisations with every office, tells how to sign in, and its books verify', async () => {
    const made = await jifen('demo', '--data', folder);
    expect(made).toMatchObject({ code: 0 });
    for (const office of ['书记', '副书记', '记分员', '核对人', '分管领导', '党委经办人', '安全审计员'])
      expect(made.stdout).toContain(office);
    expect(made.stdout).toContain('xuxiaoyan\t徐晓燕\t记分员');
    const verified = await jifen('verify', '--json', '--data', folder);
    const { sound, books } = JSON.parse(verified.stdout) as {
      sound: boolean;
      books: { organisationId: string }[];
    };
    expect(sound).toBe(true);
    expect(new Set(books.map(({ organisationId }) => organisationId)).size).toBe(5);
  }, 300_000);

  it('whoever signs in is told on every page that it is an example', async () => {
    const { stop, url } = await start(await openServices({ dataDir: folder }), {
      host: '127.0.0.1',
      port: 0,
      example: false,
    });
    try {
      const member = new Person(url);
      await member.done('POST', 'api/session', { username: 'qinxiaoling', password: 'Qingjiang-示例-2026' });
      expect((await member.done<Session>('GET', 'api/session')).who?.example).toBe(true);
    } finally {
      await stop();
    }
  }, 60_000);

  it('a folder with books in it is refused and left as it is', async () => {
    const before = await jifen('verify', '--json', '--data', folder);
    const again = await jifen('demo', '--data', folder);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('示例只能放进空的数据目录');
    expect((await jifen('verify', '--json', '--data', folder)).stdout).toBe(before.stdout);
  }, 120_000);
});
