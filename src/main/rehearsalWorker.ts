/** Reckons a year under a draft beside the server's own thread, so that its pages go on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { rehearseOrder, type RehearseOrder } from '../compose.ts';

parentPort?.postMessage(await rehearseOrder(workerData as RehearseOrder));
