import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { postgresBinaries, startCluster } from '../../scripts/ci/cluster.ts';

async function ask(url: string, question: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(question);
  await client.end();
  return Object.values(rows[0] ?? {}).join();
}

test.skipIf(!postgresBinaries())('一次性的 PostgreSQL：真的落盘，停下后不留痕迹', async () => {
  const cluster = await startCluster();
  if (!cluster) throw new Error('没有启动');
  expect(await ask(cluster.url, 'SHOW fsync')).toBe('on');
  const folder = await ask(cluster.url, 'SHOW data_directory');
  await cluster.stop();
  expect(existsSync(folder)).toBe(false);
  await expect(ask(cluster.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
});

test.skipIf(!postgresBinaries())('测试进程被强行杀掉，PostgreSQL 也随之停下', async () => {
  const script = `
    import { startCluster } from ${JSON.stringify(resolve('scripts/ci/cluster.ts'))};
    console.log((await startCluster()).url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = line.toString().trim();
  const folder = await ask(url, 'SHOW data_directory');
  child.kill('SIGKILL');
  await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);
});
