// Runs every contestant's heats, each in fresh processes, and holds their answers against the engine's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences } from './answer.ts';
import type { Contestant, Heat } from './contestants.ts';
import type { Measured } from './measure.ts';

export type Result = {
  readonly contestant: Contestant;
  readonly members: number;
  /** Median over all runs of all processes. */
  readonly ms: number;
  /** The largest of its processes. */
  readonly megabytes: number;
  /** Against the engine's answers for the same workload; empty when every value is equal. */
  readonly differences: readonly string[];
};

/** In the order given; the first contestant's answers are what the others are held against. */
export async function runHeats(contestants: readonly Contestant[], seed: number): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jifen-bench-'));
  const expected = new Map<number, Int32Array>();
  const results: Result[] = [];
  try {
    for (const contestant of contestants) {
      for (const heat of contestant.heats) {
        process.stderr.write(`… ${contestant.name}, ${heat.members.toLocaleString('en')} members\n`);
        const file = join(folder, `${contestant.id}-${heat.members}`);
        const measured = await measure(contestant, heat, seed, file);
        const answers = unpack(readFileSync(file));
        const against = expected.get(heat.members) ?? answers;
        expected.set(heat.members, against);
        results.push({
          contestant,
          members: heat.members,
          ms: median(measured.flatMap(({ ms }) => ms)),
          megabytes: Math.max(...measured.map(({ megabytes }) => megabytes)),
          differences: differences(against, answers),
        });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

async function measure(contestant: Contestant, heat: Heat, seed: number, file: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let turn = 0; turn < heat.processes; turn += 1) {
    const args = [contestant.id, heat.members, heat.runs, seed, file].map(String);
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--expose-gc',
        join(import.meta.dirname, 'measure.ts'),
        ...args,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (printed += part));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${contestant.name}, ${heat.members} members: ended with ${code}`);
    measured.push(JSON.parse(printed) as Measured);
  }
  return measured;
}

/** A copy, because a file's bytes need not begin where whole numbers do. */
const unpack = (bytes: Uint8Array) => new Int32Array(new Uint8Array(bytes).buffer);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
