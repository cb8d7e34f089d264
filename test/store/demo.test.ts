// The demonstration's rounds, whichever day it is made on: somebody in every state, every book sound.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { STATE_NAMES, STATES } from '../../src/domain/round/acts.ts';
import { stateOn } from '../../src/domain/round/matter.ts';
import { readTable } from '../../src/intake/readTable.ts';
import { TOWN_BRANCH_NAME } from '../../src/service/demo/cast.ts';
import { type DemoAccounts, makeDemo } from '../../src/service/demo/makeDemo.ts';
import type { World } from '../../src/service/ports.ts';
import { loadRound } from '../../src/service/round/roundState.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { readYearFiles } from '../../src/service/yearFiles/read.ts';
import { POLICY, POLICY_SHA256, YEAR } from './branch.ts';
import { engines, newBooks } from './engines.ts';

/** Accounts without their passwords: what the rounds need is who is linked to whom. */
const ACCOUNTS: DemoAccounts = {
  setUp: async () => ({ security: 'security', system: 'system' }),
  open: async (username) => `user-${username}`,
};

async function exampleSource() {
  const table = async (name: string) => {
    const read = await readTable(name, new Uint8Array(await readFile(`examples/${name}`)));
    if (!('table' in read)) throw new Error(name);
    return read;
  };
  const [roster, records] = [await table('roster.xlsx'), await table('records.xlsx')];
  const read = readYearFiles({ roster, records, policy: POLICY, year: YEAR });
  if (!('records' in read)) throw new Error('the example’s own files do not read');
  return {
    organisation: '清江县财政局机关支部（示例）',
    year: YEAR,
    version: { policy: POLICY, sha256: POLICY_SHA256 },
    records: read.records,
  };
}

/** By state, who stands there on that day, in all rounds of the branch whose rounds are shown. */
async function statesOn({ store }: World, today: Day) {
  const here = (await store.read((tx) => tx.organisations())).find(({ name }) => name === TOWN_BRANCH_NAME);
  const met = new Map<string, number>();
  for (const period of POLICY.periods.labels.keys()) {
    const where = { organisationId: here?.organisationId ?? '', year: YEAR, period: period + 1 };
    const state = await store.read((tx) => loadRound(tx, where));
    if (isRefusal(state)) throw new Error(state.code);
    for (const matter of state.round.matters.values()) {
      const name = stateOn(matter, today);
      met.set(name, (met.get(name) ?? 0) + 1);
    }
  }
  return met;
}

describe.each(engines)('the demonstration on $name', (engine) => {
  it.each(['2026-02-20', '2026-11-23', '2027-02-14'])(
    'made on %s, it shows somebody in every state, and its books are sound',
    async (today) => {
      const books = await newBooks(engine);
      const world: World = { ...books.world, now: () => `${today}T02:00:00.000Z` };
      const made = await makeDemo(world, await exampleSource(), ACCOUNTS, () => {});
      expect(made).not.toHaveProperty('refused');
      const met = await statesOn(world, today as Day);
      for (const state of STATE_NAMES)
        expect([STATES[state], met.get(state) ?? 0]).not.toEqual([STATES[state], 0]);
      expect(await verify({ store: world.store, digests: world.digests })).toMatchObject({
        sound: true,
        wrong: [],
      });
      await books.close();
    },
    120_000,
  );
});
