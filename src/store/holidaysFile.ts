/** Reads a table of public holidays, such as calendar/cn.yaml. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Holidays, holidaysFile, holidaysOf } from '../domain/calendar/holidays.ts';
import type { PolicyProblem } from '../domain/policy/assemble.ts';
import { inChinese, readablePath } from '../domain/policy/wording.ts';
import { parseYaml } from './policyYaml.ts';

export type ReadHolidays = { readonly holidays: Holidays } | { readonly problems: readonly PolicyProblem[] };

export async function readHolidays(path: string): Promise<ReadHolidays> {
  const file = basename(path);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return { problems: [{ file, path: '（整个文件）', expected: '缺少此文件' }] };
  const parsed = parseYaml(file, bytes);
  if ('problems' in parsed) return parsed;
  const { value } = parsed;
  const result = holidaysFile.safeParse(value, { error: inChinese });
  if (result.success) return { holidays: holidaysOf(result.data) };
  const problems = result.error.issues.map(({ path: steps, message }) => ({
    file,
    path: readablePath(value, steps),
    expected: message,
  }));
  return { problems };
}
