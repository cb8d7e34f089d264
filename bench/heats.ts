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
      const fileOf = ({ members }: Heat) => join(folder, `${contestant.id}-${members}`);
      const measured = await inRounds(contestant, (heat) => measure(contestant, heat, seed, fileOf(heat)));
      for (const heat of contestant.heats) {
        const { members } = heat;
        const answers = unpack(readFileSync(fileOf(heat)));
        const against = expected.get(members) ?? answers;
        expected.set(members, against);
        results.push({
          contestant,
          members,
          ms: median((measured.get(heat) ?? []).flatMap(({ ms }) => ms)),
          megabytes: Math.max(...(measured.get(heat) ?? []).map(({ megabytes }) => megabytes)),
          differences: differences(against, answers),
        });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

/** A contestant's sizes in turn, and round again: what else the machine does falls on all of them alike. */
async function inRounds(
  contestant: Contestant,
  measureOnce: (heat: Heat) => Promise<Measured>,
): Promise<ReadonlyMap<Heat, readonly Measured[]>> {
  const measured = new Map<Heat, Measured[]>(contestant.heats.map((heat) => [heat, []]));
  const rounds = Math.max(...contestant.heats.map(({ processes }) => processes));
  for (let round = 1; round <= rounds; round += 1) {
    for (const heat of contestant.heats.filter(({ processes }) => processes >= round)) {
      process.stderr.write(`… ${contestant.name}, ${heat.members.toLocaleString('en')} members\n`);
      measured.get(heat)?.push(await measureOnce(heat));
    }
  }
  return measured;
}

async function measure(contestant: Contestant, heat: Heat, seed: number, file: string): Promise<Measured> {
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
  return JSON.parse(printed) as Measured;
}

/** A copy, because a file's bytes need not begin where whole numbers do. */
const unpack = (bytes: Uint8Array) => new Int32Array(new Uint8Array(bytes).buffer);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
