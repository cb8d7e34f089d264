import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR, type Actor } from '../../src/domain/access/actor.ts';
import { accessObject } from '../../src/service/accessObject.ts';
import { namesShownTo } from '../../src/service/maskNames.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH, imported, importing, personId, refused } from './branch.ts';
import { COMMITTEE, entered, founding, given, linking, setUp, signedIn, TODAY, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const masking = (masked: boolean, organisationId = BRANCH) =>
  ({ type: 'maskNames', organisationId, masked }) as const;

for (const engine of engines) {
  describe(`names masked by setting on ${engine.name}`, () => {
    let books: Books;
    const shownTo = (actor: Actor) =>
      books.world.store.read(async (tx) =>
        (await namesShownTo(tx, actor, await accessObject(tx, BRANCH, TODAY)))('张建国'),
      );

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await imported(world, importing());
      await setUp(world, founding(COMMITTEE));
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      const 经办 = await entered(world, COMMITTEE, 'C1', '周涛');
      await given(world, COMMITTEE, 'committeeOfficer', 经办);
      await setUp(world, linking(COMMITTEE, 经办, 'zhou'));
      for (const [number, user] of [
        ['001', 'zhang'],
        ['002', 'li'],
        ['003', 'zheng'],
      ] as const)
        await setUp(world, linking(BRANCH, await personId(world, number), user));
      await given(world, BRANCH, 'secretary', await personId(world, '002'));
      await given(world, BRANCH, 'scorekeeper', await personId(world, '003'));
    });
    afterAll(() => books.close());

    it('the secretary sets it; the scorekeeper and the officer above do not', async () => {
      const { world } = books;
      for (const user of ['zheng', 'zhou', 'zhang'])
        expect(await tried(world, await signedIn(world, user), masking(true))).toMatchObject({
          code: 'notAllowed',
        });
      expect(await shownTo(await signedIn(world, 'zhou'))).toBe('张建国');
      expect(await tried(world, await signedIn(world, 'li'), masking(true))).toMatchObject({ masked: true });
    });

    it('above the branch the name is masked, inside it is whole', async () => {
      const { world } = books;
      expect(await shownTo(await signedIn(world, 'zhou'))).toBe('张*国');
      for (const user of ['li', 'zheng', 'zhang'])
        expect(await shownTo(await signedIn(world, user))).toBe('张建国');
      expect(await shownTo(LOCAL_OPERATOR)).toBe('张建国');
    });

    it('set again it is no new fact, set back it is whole again, and the books verify', async () => {
      const { world } = books;
      const head = (await verify(world)).books;
      await setUp(world, masking(true));
      expect((await verify(world)).books).toEqual(head);
      await setUp(world, masking(false));
      expect(await shownTo(await signedIn(world, 'zhou'))).toBe('张建国');
      expect((await refused(world, masking(true, 'nowhere'))).code).toBe('organisationUnknown');
      expect((await verify(world)).wrong).toEqual([]);
    });
  });
}
