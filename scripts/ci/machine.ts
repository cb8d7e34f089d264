// What the tests need from the machine beside npm packages: installed with apt-get where that is allowed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromiumPath, hasChineseFont, pdftoppmPath, sofficePath } from '../../test/machine.ts';
import { postgresBinaries } from './cluster.ts';

type Need = { name: string; packages: string[]; present: () => boolean };

const needs: Need[] = [
  { name: 'Chromium', packages: ['chromium'], present: () => chromiumPath() !== undefined },
  { name: '中文字体', packages: ['fonts-noto-cjk', 'fontconfig'], present: hasChineseFont },
  { name: 'LibreOffice Calc', packages: ['libreoffice-calc'], present: () => sofficePath() !== undefined },
  { name: 'pdftoppm', packages: ['poppler-utils'], present: () => pdftoppmPath() !== undefined },
];

const server: Need = {
  name: 'PostgreSQL 服务器（15 或更新）',
  packages: ['postgresql'],
  present: () => postgresBinaries() !== undefined,
};

const absent = (wanted: Need[]) => wanted.filter((need) => !need.present());

/** Why apt-get cannot be used here; undefined when it can. */
function aptForbidden(): string | undefined {
  if (process.platform !== 'linux') return `本机是 ${process.platform}，没有 apt-get`;
  let system = '';
  try {
    system = readFileSync('/etc/os-release', 'utf8');
  } catch {
    // no such file: not a Debian
  }
  if (!/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(system)) return '本机不是 Debian 系统';
  if (process.getuid?.() !== 0) return '没有 root 权限';
  return undefined;
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

function install(wanted: Need[]): void {
  console.log(`正在用 apt-get 安装：${wanted.map(({ name }) => name).join('、')}（首次约需几分钟）……`);
  const options = ['-qq', '-y', '--no-install-recommends', 'install'];
  apt('-qq', 'update');
  if (apt(...options, ...wanted.flatMap(({ packages }) => packages))) return;
  // One that cannot be had must not keep the others away.
  for (const { packages } of wanted) apt(...options, ...packages);
}

/**
 * Installs what is missing where it may, and says plainly what it could not have and why.
 * `missing`: names of what the tests have to do without.
 */
export function prepareMachine(): { missing: string[]; hasBrowser: boolean } {
  const given = process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL'];
  const wanted = given ? needs : [...needs, server];
  const before = absent(wanted);
  const forbidden = aptForbidden();
  if (before.length > 0 && !forbidden) install(before);
  const missing = absent(before);
  for (const { name, packages } of missing) {
    const reason = forbidden ?? 'apt-get 没有装上，原因见上面的输出';
    console.log(
      `跳过需要 ${name} 的测试：${reason}。手工安装：sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
    );
  }
  // A missing server is counted where the database is provided.
  return {
    missing: missing.filter((need) => need !== server).map(({ name }) => name),
    hasBrowser: chromiumPath() !== undefined,
  };
}
