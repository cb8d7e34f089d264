/** Secrets and the keys drawn from one. Made at first start, readable by this user alone; samples are refused (promises S7). */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignInFault } from './fault.ts';

const FILE = 'signin.secret';
const SHORTEST = 32;

/** Secrets that stand in somebody's documentation, better-auth's own default among them. */
const SAMPLES =
  /better-auth-secret|change-?me|changeit|example|sample|secret-?key|your-?secret|password|请修改|示例/i;

/** The configured secret, or the one in the data folder. Throws a SignInFault on a sample, a short one or an open file. */
export function loadSecret(dataDir: string, configured: string | undefined): string {
  if (configured !== undefined) return checked(configured, '配置的登录密钥');
  const file = join(dataDir, FILE);
  if (!existsSync(file)) writePrivate(file, randomBytes(32).toString('base64url'));
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new SignInFault(`登录密钥文件 ${file} 可被其他用户读取。请执行 chmod 600 ${file} 后重新启动。`);
  }
  return checked(readFileSync(file, 'utf8').trim(), `登录密钥文件 ${file} `);
}

/** Fails when the file is there already: two first starts at once make one secret, not two. */
export function writePrivate(file: string, content: string, flag: 'wx' | 'w' = 'wx'): void {
  writeFileSync(file, content, { mode: 0o600, flag, flush: true });
}

function checked(secret: string, what: string): string {
  const kinds = new Set(secret).size;
  if (secret.length >= SHORTEST && kinds >= 10 && !SAMPLES.test(secret)) return secret;
  throw new SignInFault(
    `${what}是示例值或过于简单，不能使用。应为至少 ${SHORTEST} 个随机字符；请删去这项配置，由程序在数据目录中自行生成。`,
  );
}

export type Keyed = (purpose: string, text: string) => string;

/** Hashes under one secret; each purpose has a key of its own, so that no hash can stand for another. */
export function keyedBy(secret: string): Keyed {
  return (purpose, text) => {
    const key = createHmac('sha256', secret).update(`jifen/sign-in/${purpose}`).digest();
    return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
  };
}

/** Both are hashes of the same length; how much of them agrees cannot be timed. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
