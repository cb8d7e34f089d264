// What a reader may do in each member's matter, asked for a whole page at once, on both engines.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/service/ports.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { abilitiesIn } from '../../src/service/views/round/abilitiesIn.ts';
import { BRANCH } from './branch.ts';
import { given, signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { type Bureau, givenRound } from './rounds.ts';

for (const engine of engines) {
  describe(`abilities of a page on ${engine.name}`, () => {
    let bureau: Bureau;
    beforeAll(async () => {
      bureau = await givenRound(engine);
    });
    afterAll(() => bureau.close());

    const asked = async (user: string) => {
      const { world } = bureau;
      const actor = await signedIn(world, user);
      let queries = 0;
      const counting = (tx: Reading) =>
        new Proxy(tx, {
          get: (target, name) => {
            queries += 1;
            return Reflect.get(target, name) as unknown;
          },
        });
      const may = await world.store.read((tx) =>
        abilitiesIn(counting(tx), actor, BRANCH, dayInShanghai(world.now())),
      );
      return { may, queries };
    };

    it('whoever holds an office, and the reader, stand apart: nobody acts in their own matter', async () => {
      const { may } = await asked('李梅');
      expect(may.general).toContain('assess');
      expect(may.apart.get(bureau.id.李梅)?.abilities).not.toContain('assess');
      expect(may.apart.get(bureau.id.王强)?.abilities).toContain('assess');
      expect(may.apart.get(bureau.id.张建国)?.appraiser).toContain('书记是本人');
      expect(may.apart.has(bureau.id.吴㙦)).toBe(false);
    });

    it('the books are asked as often with one more office holder', async () => {
      const before = await asked('李梅');
      await given(bureau.world, BRANCH, 'committeeMember', bureau.id.吴㙦);
      const after = await asked('李梅');
      expect(after.may.apart.size).toBe(before.may.apart.size + 1);
      expect(after.queries).toBe(before.queries);
    });
  });
}
