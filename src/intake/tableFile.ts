/** A file on disk → its table and digest. A file beyond the limit is refused by its size, unread. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileFault, TableReading } from '../domain/year/table.ts';
import { LIMITS } from './limits.ts';
import { readTable } from './readTable.ts';

/** `sha256` of the bytes, lower-case hex; empty when there were none to read. */
export type TableFile = { readonly reading: TableReading; readonly sha256: string };

const REASONS: Readonly<Record<string, string>> = { ENOENT: '没有这个文件', EACCES: '没有读取权限' };

export async function readTableFile(path: string): Promise<TableFile> {
  const faulty = (code: FileFault['code'], params: FileFault['params']): TableFile => ({
    reading: { faults: [{ file: path, sheet: null, cell: null, code, params }] },
    sha256: '',
  });
  try {
    await using file = await open(path, 'r');
    const stat = await file.stat();
    if (!stat.isFile()) return faulty('missing', { reason: '不是文件' });
    if (stat.size > LIMITS.fileBytes) return faulty('tooLarge', { bytes: stat.size, most: LIMITS.fileBytes });
    const bytes = await file.readFile();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { reading: await readTable(path, bytes), sha256 };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return faulty('missing', { reason: REASONS[code] ?? code });
  }
}
