/** Reads the privacy notice, and whom to ask in each organisation: a file of the data folder, beside the books. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inChinese } from '../domain/policy/wording.ts';
import { type Notice, noticeFile } from '../domain/privacy/notice.ts';
import { StoreFault } from './fault.ts';
import { parseYaml } from './policyYaml.ts';

const CONTACTS = 'contacts.yaml';
const contactsFile = z.record(z.string().min(1), z.string().min(1).max(200));

/** Whom to ask about personal data, by the name of the organisation. */
export type Contacts = Readonly<Record<string, string>>;

export const readNotice = (path: string): Notice => readShaped(path, noticeFile);

/** None when the file is not there. */
export function readContacts(dataDir: string): Contacts {
  const path = join(dataDir, CONTACTS);
  return existsSync(path) ? readShaped(path, contactsFile) : {};
}

export function readShaped<T>(path: string, shape: z.ZodType<T>): T {
  const parsed = parseYaml(path, readFileSync(path));
  const result = 'problems' in parsed ? undefined : shape.safeParse(parsed.value ?? {}, { error: inChinese });
  if (result?.success === true) return result.data;
  const why =
    'problems' in parsed
      ? parsed.problems.map(({ expected }) => expected).join('；')
      : (result?.error?.issues.map(({ message }) => message).join('；') ?? '');
  throw new StoreFault('badFile', `${path} 不能使用：${why}。请改正后重新启动。`);
}
