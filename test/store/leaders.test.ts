import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssignLeader } from '../../src/service/assignLeader.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { leadersOf } from '../../src/service/views/leaders.ts';
import { BRANCH, imported, importing, personId, refused } from './branch.ts';
import { ending, entered, given, linking, setUp, signedIn, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const assigning = (person: string, leaderId: string | null): AssignLeader => ({
  type: 'assignLeader',
  organisationId: BRANCH,
  personId: person,
  leaderId,
});

for (const engine of engines) {
  describe(`leaders in charge on ${engine.name}`, () => {
    let books: Books;
    let [张建国, 李梅, 赵敏, 赵敏之职] = ['', '', '', ''];
    const leaders = () => books.world.store.read((tx) => leadersOf(tx, BRANCH));

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await imported(world, importing());
      张建国 = await personId(world, '001');
      李梅 = await personId(world, '002');
      赵敏 = await entered(world, BRANCH, 'L1', '赵敏');
      赵敏之职 = await given(world, BRANCH, 'leaderInCharge', 赵敏);
      await given(world, BRANCH, 'secretary', 李梅);
      await setUp(world, linking(BRANCH, 李梅, 'li'));
    });
    afterAll(() => books.close());

    it('赵敏, who is no member of the branch, leads 张建国; said twice it is one fact; taken back it is nobody', async () => {
      await setUp(books.world, assigning(张建国, 赵敏));
      expect(await leaders()).toEqual(new Map([[张建国, 赵敏]]));
      const head = (await verify(books.world)).books;
      await setUp(books.world, assigning(张建国, 赵敏));
      expect((await verify(books.world)).books).toEqual(head);
      await setUp(books.world, assigning(张建国, null));
      expect(await leaders()).toEqual(new Map([[张建国, null]]));
    });

    it('nobody leads themselves, nor names their own leader; only who holds the office leads', async () => {
      const { world } = books;
      expect((await refused(world, assigning(赵敏, 赵敏))).code).toBe('ownLeader');
      expect((await refused(world, assigning(张建国, 李梅))).code).toBe('notLeader');
      expect((await refused(world, assigning('nobody', 赵敏))).code).toBe('personUnknown');
      expect((await refused(world, assigning(张建国, 'nobody'))).code).toBe('personUnknown');
      const li = await signedIn(world, 'li');
      expect(await tried(world, li, assigning(李梅, 赵敏))).toMatchObject({ code: 'ownMatter' });
      expect(await tried(world, li, assigning(张建国, 赵敏))).toMatchObject({ leaderId: 赵敏 });
    });

    it('an office that has ended leads nobody anew; the books verify and their views can be made again', async () => {
      const { world } = books;
      await setUp(world, ending(BRANCH, 赵敏之职));
      expect((await refused(world, assigning(李梅, 赵敏))).code).toBe('notLeader');
      expect((await verify(world)).wrong).toEqual([]);
      await world.store.write((tx) => rebuildViews(tx, BRANCH));
      expect((await verify(world)).wrong).toEqual([]);
    });
  });
}
