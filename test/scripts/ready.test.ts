import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { oneAtATime } from '../../bin/lock.js';
import { firstMissing } from '../../bin/ready.js';
import { fingerprint } from '../../scripts/web.js';
import { givenTree } from './tree.ts';

const lock = (packages: Record<string, object>) => JSON.stringify({ packages });
const LOCK = lock({
  '': {},
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/vitest': { version: '5.1.0', dev: true },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
});

function givenInstalled(present: Record<string, object>): string {
  return givenTree({ 'package-lock.json': LOCK, 'node_modules/.package-lock.json': lock(present) });
}

test('什么也没装：缺第一个', () => {
  expect(firstMissing(givenTree({ 'package-lock.json': LOCK }), { dev: false })).toBe('node_modules/zod');
});

test('装了另一个版本：算缺', () => {
  expect(firstMissing(givenInstalled({ 'node_modules/zod': { version: '4.0.0' } }), { dev: false })).toBe(
    'node_modules/zod',
  );
});

test('运行不需要测试用的组件，测试需要；别的平台的组件都不需要', () => {
  const root = givenInstalled({ 'node_modules/zod': { version: '4.6.7' } });
  expect(firstMissing(root, { dev: false })).toBeUndefined();
  expect(firstMissing(root, { dev: true })).toBe('node_modules/vitest');
});

test('两个进程同时要锁：一个做完，另一个才做', async () => {
  const root = givenTree({ log: '' });
  const script = `
    import { appendFileSync } from 'node:fs';
    import { oneAtATime } from ${JSON.stringify(resolve('bin/lock.js'))};
    await oneAtATime('a.lock', '', async () => {
      appendFileSync('log', 'in ');
      await new Promise((done) => setTimeout(done, 50));
      appendFileSync('log', 'out ');
    });`;
  const start = () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: 'ignore' });
  await Promise.all([start(), start(), start()].map((child) => once(child, 'exit')));
  expect(readFileSync(join(root, 'log'), 'utf8')).toBe('in out in out in out ');
  expect(existsSync(join(root, 'a.lock'))).toBe(false);
});

test('留下锁的进程已经不在：锁归下一个', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const root = givenTree({ 'a.lock': `${pid} 0` });
  await expect(oneAtATime(join(root, 'a.lock'), '', () => '做完')).resolves.toBe('做完');
});

test('网页的源文件改了一个字，指纹就变；别的文件改了不变', () => {
  const root = givenTree({ 'src/web/main.tsx': 'a', 'src/domain/points.ts': 'b', 'src/store/open.ts': 'c' });
  const before = fingerprint(root);
  writeFileSync(join(root, 'src/store/open.ts'), 'd');
  expect(fingerprint(root)).toBe(before);
  writeFileSync(join(root, 'src/domain/points.ts'), 'e');
  expect(fingerprint(root)).not.toBe(before);
});
