// 查看记录 beside the books: written together, once a minute each, kept for its days and no longer; the books do not move.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLooks } from '../../src/service/looks.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH, imported, importing } from './branch.ts';
import { type Books, engines, newBooks } from './engines.ts';

const LOOK = { organisationId: BRANCH, personId: 'zhao', userId: 'li', what: 'memberYear' };

for (const engine of engines) {
  describe(`looks on ${engine.name}`, () => {
    let books: Books;
    let clock = '2026-04-02T01:00:10.000Z';
    beforeEach(async () => {
      books = await newBooks(engine);
    });
    afterEach(() => books.close());

    const opened = (store = books.world.store) => {
      const failed = vi.fn();
      return { looks: openLooks({ store, now: () => clock, days: 400, failed }), failed };
    };
    const kept = () => books.sql('select person_id, user_id, at, what from look order by at, person_id');

    it('given many looks of one minute, writes each once, in one transaction', async () => {
      const { store } = books.world;
      const write = vi.fn(store.write) as typeof store.write;
      const { looks } = opened({ ...store, write });
      for (let times = 0; times < 500; times += 1) looks.note(LOOK);
      looks.note({ ...LOOK, personId: 'zhang' });
      expect(write).not.toHaveBeenCalled();
      await looks.flush();
      expect(write).toHaveBeenCalledTimes(1);
      expect(await kept()).toHaveLength(2);
      looks.note(LOOK);
      await looks.flush();
      expect(await kept()).toHaveLength(2);
      clock = '2026-04-02T01:01:00.000Z';
      looks.note(LOOK);
      await looks.flush();
      expect(await kept()).toHaveLength(3);
    });

    it('a failed write loses nothing: the next one brings it', async () => {
      const { store } = books.world;
      let broken = true;
      const write = ((work, options) =>
        broken ? Promise.reject(new Error('disk full')) : store.write(work, options)) as typeof store.write;
      const { looks } = opened({ ...store, write });
      looks.note(LOOK);
      await expect(looks.flush()).rejects.toThrow('disk full');
      broken = false;
      await looks.flush();
      expect(await kept()).toHaveLength(1);
    });

    it('is kept 400 days; sweeping twice is sweeping once', async () => {
      const { looks } = opened();
      clock = '2025-02-25T08:00:00.000Z';
      looks.note({ ...LOOK, what: 'old' });
      await looks.flush();
      clock = '2026-04-01T08:00:00.000Z';
      looks.note({ ...LOOK, what: 'new' });
      await looks.flush();
      clock = '2026-04-02T08:00:00.000Z';
      await looks.sweep();
      await looks.sweep();
      expect((await kept()).map(({ what }) => what)).toEqual(['new']);
    });

    it('moves no book and touches no view', async () => {
      await imported(books.world, importing());
      const before = await verify(books.world);
      const { looks } = opened();
      looks.note(LOOK);
      await looks.flush();
      expect(await verify(books.world)).toEqual(before);
    });
  });
}
