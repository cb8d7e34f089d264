/** One file, whole or not at all: written beside its place, then renamed into it. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Null when it is written; else the sentence that says why not. */
export async function writeOneFile(
  path: string,
  ending: string,
  content: Uint8Array,
): Promise<string | null> {
  if (!path.toLowerCase().endsWith(ending))
    return `“${path}”应以 ${ending} 结尾。没有写出文件，请改写文件名后重新运行。`;
  const target = resolve(path);
  const draft = `${target}.${randomUUID()}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(draft, content, { flush: true });
    await rename(draft, target);
    return null;
  } catch (error) {
    await rm(draft, { force: true });
    const { code = '', message } = error as NodeJS.ErrnoException;
    return `不能写入“${path}”（${code || message}）：应为可以写入的文件。请换一个位置，或关闭正在打开它的软件后重试。`;
  }
}
