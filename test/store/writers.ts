// A process of its own with twenty writers, to be killed: says what it begins and what was acknowledged, line by line.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { perform } from '../../src/service/perform.ts';
import type { PostEntry } from '../../src/service/postEntry.ts';
import type { World } from '../../src/service/ports.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { open, type Place } from '../../src/store/open.ts';
import { openSealing } from '../../src/store/sealing.ts';

const WRITERS = 20;

/** `begun` is said before the command is sent, `acknowledged` after it was answered; text of the whole line's JSON. */
export type Said =
  | { readonly said: 'ready' }
  | { readonly said: 'begun'; readonly key: string; readonly command: PostEntry }
  | { readonly said: 'acknowledged'; readonly key: string };

/** Straight into the pipe: what was said is there even if the process is gone the next moment. */
const say = (line: Said) => writeSync(1, `${JSON.stringify(line)}\n`);

export type Orders = {
  readonly place: Place;
  readonly run: number;
  readonly organisationId: string;
  readonly year: number;
};

async function write(
  world: World,
  { run, organisationId, year }: Orders,
  people: readonly string[],
  writer: number,
): Promise<never> {
  for (let n = 0; ; n += 1) {
    const key = `${run}-${writer}-${n}`;
    const command: PostEntry = {
      type: 'postEntry',
      organisationId,
      year,
      personId: people[(writer + n) % people.length] as string,
      posting: {
        item: 'A2.5-1',
        day: '2026-03-01' as PostEntry['posting']['day'],
        period: 1,
        amount: 100 as PostEntry['posting']['amount'],
        reason: key,
        evidence: '签到表',
        supplier: null,
        incident: null,
        achievement: null,
      },
    };
    say({ said: 'begun', key, command });
    const answer = await perform(world, LOCAL_OPERATOR, command, { key });
    if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
    say({ said: 'acknowledged', key });
  }
}

async function main(orders: Orders): Promise<void> {
  const now = () => new Date().toISOString();
  const world: World = {
    store: await open(orders.place, { now, jitter: Math.random }),
    digests: DIGESTS,
    algorithm: 'sha256',
    holidays: new Map(),
    now,
    newId: () => v7(),
    newSalt: () => randomBytes(16).toString('hex'),
    sealing: openSealing(orders.place.dataDir),
  };
  const people = (await world.store.read((tx) => tx.members(orders.organisationId, {}))).map(
    ({ personId }) => personId,
  );
  say({ said: 'ready' });
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(world, orders, people, writer)));
}

if (process.argv[2] !== undefined) await main(JSON.parse(process.argv[2]) as Orders);
