/** The way in for files of evidence: a name and bytes → what is kept, or why nothing is. Bounded in time and memory, whatever the bytes. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type EvidenceKind, keptName, type TakenEvidence } from '../../domain/evidence/file.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Examined } from './examine.ts';
import { LIMITS } from './limits.ts';
import { openTurns } from './turns.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const inTurn = openTurns(LIMITS.atOnce, LIMITS.waiting);

/** Refuses nothing, too much, what is no kind of evidence, what is broken, and when too many files wait already. `kinds`: those wanted here. */
export async function takeEvidence(
  file: string,
  bytes: Uint8Array,
  kinds?: readonly EvidenceKind[],
): Promise<TakenEvidence | Refusal> {
  const most = LIMITS.fileBytes;
  if (bytes.length === 0) return about(file, refuse('evidenceEmpty', null));
  if (bytes.length > most)
    return about(file, refuse('evidenceTooLarge', null, { bytes: bytes.length, most }));
  const examined = await inTurn(() => inProcess(bytes));
  if (examined === undefined) return refuse('evidenceBusy', null);
  if (isRefusal(examined)) return about(file, examined);
  const { kind, flags } = examined;
  if (kinds !== undefined && !kinds.includes(kind)) return about(file, refuse('evidenceKind', null));
  if (examined.bytes.length > most)
    return about(file, refuse('evidenceTooLarge', null, { bytes: examined.bytes.length, most }));
  return { name: keptName(file, kind), kind, bytes: examined.bytes, flags };
}

const MOST_SAID = 200;

/** Said of that file, by the end of its name. */
const about = (file: string, refusal: Refusal): Refusal => ({
  ...refusal,
  params: { ...refusal.params, file: file.slice(-MOST_SAID).toWellFormed() },
});

async function inProcess(bytes: Uint8Array): Promise<Examined | Refusal> {
  const { promise, resolve } = Promise.withResolvers<Examined | Refusal>();
  const child = fork(WORKER, {
    serialization: 'advanced',
    env: {},
    execArgv: [`--max-old-space-size=${LIMITS.heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => resolve(refuse('evidenceTooSlow', null)), LIMITS.milliseconds);
  child.once('message', (answer) => resolve(answer as Examined | Refusal));
  child.once('error', () => resolve(refuse('evidenceBroken', null)));
  child.once('exit', () => resolve(refuse('evidenceBroken', null)));
  child.send(bytes, () => undefined);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
