// Builds the pages into dist/web when their sources changed. Plain JavaScript: runs before anything else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { findNode, ROOT, say } from '../bin/ready.js';
import { oneAtATime } from '../bin/lock.js';

const SOURCES = [
  'src/web',
  'src/contract',
  'src/domain',
  'vite.config.ts',
  'index.html',
  'package-lock.json',
];

/** @param {string} path @returns {string[]} files below it, in a stable order */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** One hash over names and contents of everything the pages are built from. @param {string} root */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(join(root, source)))) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} out */
function stampOf(out) {
  const path = join(out, '.stamp');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Builds beside the old pages and swaps at the end, so that nobody ever sees half of them.
 * @param {string} out @param {string} stamp @returns {boolean} whether it worked */
function build(out, stamp) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const fresh = mkdtempSync(join(ROOT, 'dist', 'web-new-'));
  const old = `${fresh}-old`;
  try {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
    const { status } = spawnSync(findNode(), args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
    if (status !== 0) return false;
    writeFileSync(join(fresh, '.stamp'), stamp);
    if (existsSync(out)) renameSync(out, old);
    renameSync(fresh, out);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** Builds the pages unless those in dist/web are of these very sources. @returns {Promise<boolean>} whether they are there */
export async function buildWebWhenStale() {
  const out = join(ROOT, 'dist', 'web');
  if (stampOf(out) === fingerprint(ROOT)) return true;
  return oneAtATime(join(ROOT, '.jifen-web.lock'), '另一个进程正在生成网页，请稍候……', () => {
    const stamp = fingerprint(ROOT);
    if (stampOf(out) === stamp) return true;
    say('正在生成网页……');
    const done = build(out, stamp);
    say(done ? '网页已生成。' : '网页没有生成，原因见上面的输出。');
    return done;
  });
}
