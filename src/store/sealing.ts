/**
 * 封存: what must not be read in the database is encrypted under a key that is not in it (docs/decisions). The key lies in the
 * data folder, made at first use and readable by this user alone, or comes by configuration where several programs share
 * one database.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sealing } from '../service/ports/objections.ts';
import { StoreFault } from './fault.ts';

const FILE = 'objections.key';
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];
const CIPHER = 'aes-256-gcm';

/** `configured`: 32 random bytes in base64url. Throws a StoreFault on any other, and on a file others may read. */
export function openSealing(dataDir: string, configured?: string): Sealing {
  let kept: Buffer | undefined;
  const secret = () => (kept ??= keyOf(configured ?? keyFile(join(dataDir, FILE))));
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret(), '', `jifen/sealing/${purpose}`, KEY_BYTES));
  return {
    seal: (place, bytes) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyFor('seal'), nonce).setAAD(Buffer.from(place));
      const parts = [nonce, cipher.update(bytes), cipher.final()];
      return Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64url');
    },
    open: (place, sealed) => {
      const whole = Buffer.from(sealed, 'base64url');
      const [nonce, end] = [whole.subarray(0, NONCE_BYTES), whole.length - TAG_BYTES];
      const cipher = createDecipheriv(CIPHER, keyFor('seal'), nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(place))
        .setAuthTag(whole.subarray(end));
      return Buffer.concat([cipher.update(whole.subarray(NONCE_BYTES, end)), cipher.final()]);
    },
    hash: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text, 'utf8').digest('base64url'),
  };
}

/** Two first starts at once make one key: whoever comes second reads the first one's. */
function keyFile(file: string): string {
  if (!existsSync(file)) {
    const fresh = randomBytes(KEY_BYTES).toString('base64url');
    try {
      writeFileSync(file, fresh, { mode: 0o600, flag: 'wx', flush: true });
      return fresh;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new StoreFault(
      'openKey',
      `异议的密钥文件 ${file} 可被其他用户读取。请执行 chmod 600 ${file} 后重新启动。`,
    );
  return readFileSync(file, 'utf8').trim();
}

function keyOf(text: string): Buffer {
  const key = Buffer.from(text, 'base64url');
  if (key.length === KEY_BYTES && new Set(key).size > 10) return key;
  throw new StoreFault(
    'badKey',
    '异议的密钥应为 32 个随机字节（base64url）。请删去 OBJECTIONS_KEY，由程序在数据目录中自行生成；或换回原来的密钥文件 objections.key。',
  );
}
