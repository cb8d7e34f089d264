/**
 * A result folder appears complete or not at all. A new folder is written beside its place and renamed into it. An existing one
 * keeps whatever else is in it: all files are written aside first, then each takes its name, the last one last.
 */
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** The folder cannot be written to; the message says why, in Chinese. */
export class UnusableFolder extends Error {}

/** `files`: contents by relative path with /. Answers with the files that were there before and were not written now. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string[]> {
  const target = resolve(folder);
  try {
    await mkdir(dirname(target), { recursive: true });
    const before = await namesIn(target);
    const draft = await mkdtemp(before === null ? `${target}.` : join(target, '.jifen-'));
    await chmod(draft, 0o777 & ~process.umask());
    try {
      for (const [name, content] of files) {
        await mkdir(dirname(join(draft, name)), { recursive: true });
        await writeFile(join(draft, name), content, { flush: true });
      }
      if (before === null) await rename(draft, target);
      else await moveInto(draft, target, [...files.keys()]);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    return (before ?? []).filter((name) => !files.has(name) && ours(name));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnusableFolder(
      `不能写入结果文件夹“${folder}”（${code || message}）：应为可以写入的文件夹。请换一个位置，或关闭正在打开其中表格的软件后重试。`,
    );
  }
}

/** Only what could be taken for a result of this run is worth a word. */
const ours = (name: string) => name.endsWith('.xlsx') && !basename(name).startsWith('~$');

async function moveInto(draft: string, target: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(target, name)), { recursive: true });
    await rename(join(draft, name), join(target, name));
  }
}

/** Relative paths of the files in a folder, however deep; null when there is no such folder. */
async function namesIn(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
