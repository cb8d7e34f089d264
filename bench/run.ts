// npm run bench [-- --check]: the engine against its competitors on the same deterministic year, in one run. bench/README.md says
// what is measured. With --check, or when any answer differs, a promise that is not kept ends the run with status 1.
import { provideDatabase } from '../scripts/ci/postgres.ts';
import { sofficePath } from '../test/machine.ts';
import { type Contestant, contestants, POSTGRES_URL, SOFFICE } from './contestants.ts';
import { runHeats } from './heats.ts';
import { promises, table } from './report.ts';
import { ENTRIES_EACH } from './workload.ts';

const SEED = 20260101;

const database = await provideDatabase();
const soffice = sofficePath();
if (database.url !== undefined) process.env[POSTGRES_URL] = database.url;
if (soffice !== undefined) process.env[SOFFICE] = soffice;

function canRace({ needs, name }: Contestant): boolean {
  const there = { nothing: true, postgres: database.url !== undefined, soffice: soffice !== undefined }[
    needs
  ];
  if (!there) console.log(`skipped: ${name} (not installed on this machine)`);
  return there;
}

try {
  console.log(
    `seed ${SEED}, ${ENTRIES_EACH} entries a member, Node ${process.version}, one measurement at a time`,
  );
  const results = await runHeats(contestants.filter(canRace), SEED);
  console.log(table(results));
  const kept = promises(results);
  for (const { ok, text } of kept) console.log(`${ok ? 'PASS' : 'FAIL'}  ${text}`);
  const disagree = results.some(({ differences }) => differences.length > 0);
  const broken = kept.some(({ ok }) => !ok);
  if (disagree || (broken && process.argv.includes('--check'))) process.exitCode = 1;
} finally {
  await database.close();
}
