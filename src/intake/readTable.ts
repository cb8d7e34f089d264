/** The way in: a file's name and bytes → the table in it, or why there is none. Bounded in memory and time, whatever the bytes. */
import { Worker } from 'node:worker_threads';
import type { FileFaultCode, TableReading } from '../domain/year/table.ts';
import { LIMITS } from './limits.ts';
import type { Order } from './worker.ts';

/** `file` is the name shown in problems; its ending says what the bytes should be. The bytes are copied, not kept. */
export async function readTable(file: string, bytes: Uint8Array): Promise<TableReading> {
  const fault = (code: FileFaultCode): TableReading => ({
    faults: [
      { file, sheet: null, cell: null, code, params: { most: LIMITS.fileBytes, bytes: bytes.length } },
    ],
  });
  if (bytes.length > LIMITS.fileBytes) return fault('tooLarge');
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { file, bytes } satisfies Order,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.workerHeapMegabytes, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<TableReading>();
  const timer = setTimeout(() => resolve(fault('tooSlow')), LIMITS.workerMilliseconds);
  worker.once('message', (reading: TableReading) => resolve(reading));
  // Out of its memory, or the parser stumbled: either way the file is not one that can be read.
  worker.once('error', (error) => {
    const { code } = error as NodeJS.ErrnoException;
    resolve(fault(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooComplex' : 'broken'));
  });
  worker.once('exit', () => resolve(fault('broken')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
