// The host's clock jumps by an hour and a day, both ways (promise Q8): what was first is first by its number, never by its time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yearBook } from '../../src/domain/fact.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH } from './branch.ts';
import { signedIn, tried } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, givenRound, type Name } from './rounds.ts';

/** After the round was opened on 2 June at nine in Shanghai. */
const JUMPS: readonly (readonly [Name, string])[] = [
  ['吴㙦', '2026-06-02T00:00:00.000Z'],
  ['王强', '2026-06-02T02:00:00.000Z'],
  ['郑𠮷', '2026-06-01T01:00:00.000Z'],
  ['孙丽', '2026-06-03T01:00:00.000Z'],
];

for (const engine of engines) {
  describe(`a clock that jumps, on ${engine.name}`, () => {
    let bureau: Bureau;
    beforeAll(async () => {
      bureau = await givenRound(engine);
    });
    afterAll(() => bureau.close());

    it('keeps the order in which people acted, and the books verify', async () => {
      const act = acts(bureau);
      bureau.on('2026-06-02');
      await bureau.done('李梅', act.opening());
      for (const [name, now] of JUMPS) {
        const world = { ...bureau.world, now: () => now };
        expect(await tried(world, await signedIn(world, name), await act.applying(name))).not.toHaveProperty(
          'refused',
        );
      }
      const facts = await bureau.world.store.read((tx) => tx.facts(BRANCH, yearBook(2026), 0, 1_000));
      const applied = facts.filter(({ type }) => type === 'applicationHandedIn');
      expect(applied.map(({ at }) => at)).toEqual(JUMPS.map(([, now]) => now));
      expect(applied.map(({ actor }) => actor)).toEqual(JUMPS.map(([name]) => `person:${name}`));
      const order = facts.map(({ seq }) => seq);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect((await bureau.matter('郑𠮷')).state).toBe('applied');
      expect((await verify(bureau.world)).sound).toBe(true);
    });
  });
}
