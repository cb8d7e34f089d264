// kill -9 at random points under twenty writers (promises D1, C4): KILLS times on each engine, replayable by SEED.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { yearBook } from '../../src/domain/fact.ts';
import { perform } from '../../src/service/perform.ts';
import type { PostEntry } from '../../src/service/postEntry.ts';
import type { World } from '../../src/service/ports.ts';
import type { EntryWords } from '../../src/service/posting.ts';
import { verify } from '../../src/service/verify/verify.ts';
import type { Place } from '../../src/store/open.ts';
import { BRANCH, imported, importing, member, YEAR } from './branch.ts';
import { type Engine, engines, newWorld } from './engines.ts';
import type { Orders, Said } from './writers.ts';

const KILLS = Number(process.env['KILLS'] ?? 50);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const KILLS_A_BOOK = 10;
const ROSTER = Array.from({ length: 40 }, (_, n) => member(String(n + 1).padStart(3, '0'), `党员${n + 1}`));

for (const engine of engines) {
  describe(`killed on ${engine.name}`, () => {
    it(
      `${KILLS} times, seed ${SEED}: nothing acknowledged is lost, nothing is there twice, the books verify`,
      async () => {
        const next = random(SEED);
        const counted = { acknowledged: 0, unanswered: 0 };
        for (let killed = 0; killed < KILLS; killed += KILLS_A_BOOK) {
          await oneBook(engine, killed, Math.min(KILLS_A_BOOK, KILLS - killed), next, counted);
        }
        console.info(
          `${engine.name}: ${KILLS} kills, seed ${SEED}, ${counted.acknowledged} acknowledged, ${counted.unanswered} unanswered`,
        );
        expect(counted.acknowledged).toBeGreaterThan(KILLS / 5);
        expect(counted.unanswered).toBeGreaterThan(0);
      },
      60_000 + KILLS * 8_000,
    );
  });
}

async function oneBook(
  engine: Engine,
  firstRun: number,
  kills: number,
  next: () => number,
  counted: { acknowledged: number; unanswered: number },
) {
  const { place, remove } = await engine.newPlace();
  const founding = await newWorld(place);
  await imported(founding, importing(ROSTER));
  await founding.store.close();
  const acknowledged = new Set<string>();
  for (let run = firstRun; run < firstRun + kills; run += 1) {
    const said = await runAndKill({ place, run, organisationId: BRANCH, year: YEAR }, 20 + next() * 450);
    const world = await newWorld(place, 'sha256', 1_000_000 + run * 10_000);
    const answered = new Set(said.flatMap((line) => (line.said === 'acknowledged' ? [line.key] : [])));
    for (const key of answered) acknowledged.add(key);
    await expectEachOnce(world, place, acknowledged, run);
    const unanswered = said.filter((line) => line.said === 'begun').filter(({ key }) => !answered.has(key));
    await askAgain(world, unanswered);
    for (const { key } of unanswered) acknowledged.add(key);
    await expectEachOnce(world, place, acknowledged, run);
    counted.acknowledged += answered.size;
    counted.unanswered += unanswered.length;
    await world.store.close();
  }
  await remove();
}

/** What a client does that got no answer: the same command under the same key. */
async function askAgain(
  world: World,
  unanswered: readonly { readonly key: string; readonly command: PostEntry }[],
) {
  for (const { key, command } of unanswered) {
    expect(await perform(world, LOCAL_OPERATOR, command, { key })).toMatchObject({
      text: expect.stringContaining('entryId') as string,
    });
  }
}

async function expectEachOnce(world: World, place: Place, acknowledged: ReadonlySet<string>, run: number) {
  const texts = await world.store.read((tx) => tx.texts(BRANCH, yearBook(YEAR), 0));
  const stored = texts.map(({ content }) => (JSON.parse(content) as EntryWords).reason ?? '');
  const present = new Set(stored);
  const lost = [...acknowledged].filter((key) => !present.has(key));
  const twice = stored.filter((key, position) => stored.indexOf(key) !== position);
  const { wrong } = await verify(world);
  expect({ seed: SEED, run, place, lost, twice, wrong }).toMatchObject({ lost: [], twice: [], wrong: [] });
}

async function runAndKill(orders: Orders, milliseconds: number): Promise<Said[]> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'test/store/writers.ts', JSON.stringify(orders)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let heard = '';
  child.stdout.setEncoding('utf8');
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      heard += text;
      if (heard.includes('"ready"')) resolve();
    });
    child.once('exit', () => reject(new Error('the writers ended before they were ready')));
  });
  await ready;
  await wait(milliseconds);
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
  return heard
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Said);
}

/** mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
