// Makes a checkout ready to run and hands over to Node 24. Plain JavaScript without dependencies: this file
// runs on whatever Node ≥ 20 the machine has, before anything is installed. All it says goes to stderr,
// because stdout belongs to the command that follows (`jifen year --json`).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './lock.js';

const NODE_WANTED = 24;
/** `node:sqlite` and type stripping are marked experimental in Node 24; other warnings stay visible. */
const QUIET = '--disable-warning=ExperimentalWarning';

/** The checkout this file belongs to. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

/** A fault the user can mend: printed without a stack.
 * @param {string} line @returns {never} */
export function giveUp(line) {
  say(line);
  process.exit(1);
}

/** @param {string} path @returns {Record<string, any> | undefined} */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const nodePackage = () =>
  `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/**
 * The first package of package-lock.json that node_modules lacks or holds in another version; undefined when
 * all is there. npm writes node_modules/.package-lock.json last, so a broken-off install counts as none.
 * @param {string} root @param {{ dev: boolean }} need whether the tools for building and testing are needed too
 * @returns {string | undefined}
 */
export function firstMissing(root, need) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (!wanted) giveUp(`找不到 ${join(root, 'package-lock.json')}，请重新获取完整的程序目录。`);
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages ?? {};
  return Object.keys(wanted).find((path) => {
    if (path === '') return false;
    const { version, optional, dev, devOptional } = wanted[path];
    const optionalHere = (optional || devOptional) && path !== nodePackage();
    if (!present[path]) return !optionalHere && (need.dev || !dev);
    return present[path].version !== version;
  });
}

/** npm as the user has it: the npm that started us, or the one on the PATH.
 * @param {string[]} args */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const run = {
    cwd: ROOT,
    stdio: /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]),
  };
  return script?.endsWith('npm-cli.js') && node && existsSync(script)
    ? spawnSync(node, [script, ...args], run)
    : spawnSync('npm', args, { ...run, shell: process.platform === 'win32' });
}

/**
 * Installs what package-lock.json asks for, when something is missing. Two launches at once: one installs,
 * the other waits for it.
 * @param {{ dev: boolean }} need
 */
export async function installWhatIsMissing(need) {
  if (!firstMissing(ROOT, need)) return;
  await oneAtATime(join(ROOT, '.jifen-install.lock'), '另一个进程正在安装组件，请稍候……', () => {
    const missing = firstMissing(ROOT, need);
    if (!missing) return;
    say(`正在安装运行所需的组件（缺 ${missing.replace(/^node_modules\//, '')}），首次约需一两分钟……`);
    const result = npm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
    const still = firstMissing(ROOT, need);
    if (result.status === 0 && !still) return say('组件安装完成。');
    giveUp(
      `组件没有装好${still ? `（缺 ${still}）` : ''}。请检查能否连到 npm 源（npm config get registry）和磁盘空间，` +
        `然后在 ${ROOT} 中手工运行 npm ci，看它报什么错。`,
    );
  });
}

/** The Node ≥ 24 to run on: the packaged one, else the current one. Says what to do when there is neither.
 * @returns {string} path of the executable */
export function findNode() {
  const packaged = join(ROOT, nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  const outside = !process.execPath.startsWith(join(ROOT, 'node_modules') + sep);
  if (outside && Number.parseInt(process.versions.node, 10) >= NODE_WANTED) return process.execPath;
  return giveUp(
    `本机（${process.platform}-${process.arch}）没有随程序提供的 Node ${NODE_WANTED}，而当前的 Node 是 ${process.version}。` +
      `请到 https://nodejs.org 安装 Node ${NODE_WANTED} 或更新的版本，再重新运行。`,
  );
}

/**
 * Runs a program file on Node 24 with this terminal, passes signals on, and ends this process as it ended.
 * @param {string} file relative to the checkout @param {string[]} args
 */
export function handOver(file, args) {
  const child = spawn(findNode(), [QUIET, join(ROOT, file), ...args], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => giveUp(`无法启动 ${findNode()}：${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}
