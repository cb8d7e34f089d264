// npm start as a process: what it prints, when it refuses, how it ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { engines } from '../store/engines.ts';

type Ended = { readonly code: number | null; readonly text: string };

let folder: string;
const running: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jifen-process-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function launch(args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/main/server.ts', ...args],
    {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_URL: '', HOST: '', PORT: '', ...environment },
    },
  );
  running.push(child);
  let text = '';
  const address = new Promise<string>((resolve) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const url = /http:\/\/\S+\//.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, text })));
  return { child, address, ended };
}

test('--example：打印本机地址，直接打开示例；SIGTERM 后正常结束', async () => {
  const { child, address, ended } = launch(['--example', '--data', folder, '--port', '0']);
  const url = await address;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const books = (await (await fetch(`${url}api/books`)).json()) as { organisations: { example: boolean }[] };
  expect(books.organisations).toMatchObject([{ example: true }]);
  child.kill('SIGTERM');
  const { code, text } = await ended;
  expect(code).toBe(0);
  expect(text).toContain('请在本机浏览器里访问');
});

const server = engines.find(({ name }) => name === 'postgres');

test.skipIf(server === undefined)('PostgreSQL，数据目录还没有：照样打开，目录只许本人看', async () => {
  const made = await server?.newPlace();
  const data = join(folder, 'a', 'data');
  const { child, address, ended } = launch(['--data', data, '--port', '0'], {
    DATABASE_URL: made?.place.url ?? '',
  });
  const books: unknown = await (await fetch(`${await address}api/books`)).json();
  expect(books).toMatchObject({ engine: 'postgres', empty: true });
  if (process.platform !== 'win32') expect((await stat(data)).mode & 0o777).toBe(0o700);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
  await made?.remove();
});

test('端口被占：说明，退出码 1，数据目录随即可以再用', async () => {
  const first = launch(['--data', folder, '--port', '0']);
  const { port } = new URL(await first.address);
  const other = join(folder, 'other');
  const refused = await launch(['--data', other, '--port', port]).ended;
  expect(refused).toMatchObject({
    code: 1,
    text: expect.stringContaining(`端口 ${port} 已被别的程序占用`) as string,
  });
  await launch(['--data', other, '--port', '0']).address;
});

test('同一个数据目录第二次打开：说明由谁占用，退出码 1', async () => {
  const first = launch(['--data', folder, '--port', '0']);
  await first.address;
  const { code, text } = await launch(['--data', folder, '--port', '0']).ended;
  expect(code).toBe(1);
  expect(text).toContain(`进程 ${first.child.pid}`);
});

test.each([
  [{ HOST: '0.0.0.0' }, '没有登录验证'],
  [{ DATABASE_URL: 'mysql://x' }, 'postgres://'],
  [{ PORT: 'abc' }, '端口应为'],
])('%j：说明，退出码 1', async (environment, sentence) => {
  const { code, text } = await launch(['--data', folder], environment).ended;
  expect(code).toBe(1);
  expect(text).toContain(sentence);
  expect(text).not.toContain('    at ');
});
