// One measurement in a process of its own, so that its memory is its own: node --expose-gc bench/measure.ts ID MEMBERS RUNS SEED FILE
// Prints one line of JSON; writes the answers, packed, to FILE.
import { writeFileSync } from 'node:fs';
import { packAnswers } from './answer.ts';
import { contestants } from './contestants.ts';
import { financeBureau } from './policy.ts';
import { workload } from './workload.ts';

export type Measured = {
  readonly ms: readonly number[];
  /** Largest resident set of this process up to the end of the runs, in MB (10⁶ bytes), the workload included. */
  readonly megabytes: number;
};

const [id, members, runs, seed, file] = process.argv.slice(2);
const contestant = contestants.find((one) => one.id === id);
if (contestant === undefined || file === undefined) throw new Error(`no contestant ${id}`);

const policy = await financeBureau();
const competitor = contestant.race();

const { warmUp } = contestant;
const small = await competitor(policy, workload(policy, warmUp.members, Number(seed) + 1));
for (let run = 0; run < warmUp.runs; run += 1) await small.run();
await small.close();

const race = await competitor(policy, workload(policy, Number(members), Number(seed)));
const ms: number[] = [];
globalThis.gc?.();
for (let run = 0; run < Number(runs); run += 1) {
  const start = performance.now();
  await race.run();
  ms.push(performance.now() - start);
}
const megabytes = (process.resourceUsage().maxRSS * 1024) / 1e6;
writeFileSync(file, packAnswers(await race.answers()));
await race.close();
const measured: Measured = { ms, megabytes };
console.log(JSON.stringify(measured));
