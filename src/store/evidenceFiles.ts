/** Files of evidence in the data folder, each under the hash of its bytes: evidence/ab/cd/abcd…. The same bytes lie there once. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type EvidenceFiles, NoRoom } from '../service/ports/evidence.ts';

const FOLDER = 'evidence';
const ID = /^[0-9a-f]{64}$/;
const UNFINISHED = 'unfinished-';
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Made with the first file. `dataDir`: the folder of the books, or, with a database server, of this program. */
export function openEvidenceFiles(dataDir: string): EvidenceFiles {
  const root = join(dataDir, FOLDER);
  /** Only ever of an id: no other text becomes a path. */
  const pathOf = (id: string) => {
    if (!ID.test(id)) throw new Error('not an id of evidence');
    return join(root, id.slice(0, 2), id.slice(2, 4), id);
  };
  const found = (id: string) => (ID.test(id) ? statSync(pathOf(id), { throwIfNoEntry: false }) : undefined);
  return {
    keep: async (bytes) => {
      const id = hashOf(bytes);
      await writeWhole(root, pathOf(id), bytes);
      return id;
    },
    read: async (id) => {
      if (found(id) === undefined) return 'missing';
      const bytes = await readFile(pathOf(id));
      return hashOf(bytes) === id ? bytes : 'changed';
    },
    has: async (id) => found(id) !== undefined,
    check: async (id) => {
      if (found(id) === undefined) return 'missing';
      const hash = createHash('sha256');
      for await (const piece of createReadStream(pathOf(id))) hash.update(piece as Buffer);
      return hash.digest('hex') === id ? 'sound' : 'changed';
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
    olderThan: (milliseconds) => olderThan(root, milliseconds),
  };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Whole and on disk before it has its name: whoever finds the name finds all of it. */
async function writeWhole(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(root, `${UNFINISHED}${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await using file = await open(unfinished, 'wx', 0o600);
    await file.writeFile(bytes);
    await file.sync();
    renameSync(unfinished, path);
    for (const folder of [dirname(path), dirname(dirname(path)), root, dirname(root)])
      await syncFolder(folder);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (FULL.has((error as NodeJS.ErrnoException).code ?? '')) throw new NoRoom('no room', { cause: error });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

async function* olderThan(root: string, milliseconds: number): AsyncGenerator<readonly string[]> {
  const isOld = (path: string) =>
    (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? milliseconds) < milliseconds;
  const names = async (folder: string) => {
    const entries = await readdir(folder).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    return entries;
  };
  for (const first of await names(root)) {
    const path = join(root, first);
    if (first.startsWith(UNFINISHED) && isOld(path)) rmSync(path, { force: true });
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const second of await names(path)) {
      const folder = join(path, second);
      yield (await names(folder)).filter((id) => ID.test(id) && isOld(join(folder, id)));
    }
  }
}
