/** Recomputes the books beside the server's own thread, so that its pages go on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { verifyOrder, type VerifyOrder } from '../compose.ts';

parentPort?.postMessage(await verifyOrder(workerData as VerifyOrder));
