/** Runs in a worker thread of its own, so that a file that goes wrong takes nothing else with it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { TableReading } from '../domain/year/table.ts';
import { readCsv } from './csv.ts';
import { Unreadable } from './fault.ts';
import { formatOf } from './format.ts';
import { readSheet } from './xlsx.ts';

export type Order = { readonly file: string; readonly bytes: Uint8Array };

async function read({ file, bytes }: Order): Promise<TableReading> {
  try {
    const format = formatOf(file, bytes);
    return { table: format === 'csv' ? readCsv(file, bytes) : await readSheet(file, bytes) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { code, params, sheet, cell } = error;
    return { faults: [{ file, sheet, cell, code, params }] };
  }
}

parentPort?.postMessage(await read(workerData as Order));
