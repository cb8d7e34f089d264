import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { discardPaper, readPaper, savePaper } from '../../src/service/workingPaper.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH, imported, importing } from './branch.ts';
import { type Books, engines, newBooks } from './engines.ts';

const PAPER = { organisationId: BRANCH, kind: 'rulesDraft', paperId: '2026' };

for (const engine of engines) {
  describe(`working papers on ${engine.name}`, () => {
    let books: Books;
    beforeAll(async () => {
      books = await newBooks(engine);
      await imported(books.world, importing());
    });
    afterAll(() => books.close());

    it('张建国 and 李梅 edit one draft: the second is told there is a newer one, and nothing of the first is lost', async () => {
      const before = (await verify(books.world)).books;
      expect(
        await savePaper(books.world, PAPER, { content: { title: '细则一' }, by: 'zhang', expected: 0 }),
      ).toBe(1);
      const late = await savePaper(books.world, PAPER, {
        content: { title: '细则二' },
        by: 'limei',
        expected: 0,
      });
      expect(late).toMatchObject({ code: 'versionConflict', params: { expected: 0, found: 1 } });
      // whoever came late is told what stands there, so that nothing of either is lost
      const told: unknown = isRefusal(late) ? JSON.parse(String(late.params['content'])) : null;
      expect(told).toEqual({ title: '细则一' });
      expect(await readPaper(books.world, PAPER)).toMatchObject({
        version: 1,
        content: { title: '细则一' },
        savedBy: 'zhang',
      });
      expect(
        await savePaper(books.world, PAPER, { content: { title: '细则二' }, by: 'limei', expected: 1 }),
      ).toBe(2);
      expect(await books.world.store.read((tx) => tx.workingPapers(BRANCH, 'rulesDraft'))).toHaveLength(1);
      // the answer was lost, and 李梅 sends it once more: it is no conflict with herself, but is one for whoever else sends it
      const again = { content: { title: '细则二' }, by: 'limei', expected: 1 };
      expect(await savePaper(books.world, PAPER, again)).toBe(2);
      expect(await savePaper(books.world, PAPER, { ...again, by: 'zhang' })).toMatchObject({
        code: 'versionConflict',
      });
      expect(await savePaper(books.world, PAPER, { ...again, expected: 0 })).toMatchObject({
        code: 'versionConflict',
      });
      await discardPaper(books.world, PAPER);
      expect(await readPaper(books.world, PAPER)).toBeUndefined();
      expect((await verify(books.world)).books).toEqual(before);
    });
  });
}
