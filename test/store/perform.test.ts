import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR, NOBODY } from '../../src/domain/access/actor.ts';
import { points } from '../../src/domain/points.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type How, perform } from '../../src/service/perform.ts';
import type { PostEntry } from '../../src/service/postEntry.ts';
import type { Posting } from '../../src/service/posting.ts';
import type { ReverseEntry } from '../../src/service/reverseEntry.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { type Books, engines, newBooks } from './engines.ts';
import { BRANCH, day, done, imported, importing, personId, posting, YEAR, yearOf } from './branch.ts';

for (const engine of engines) {
  describe(`the one write path on ${engine.name}`, () => {
    let books: Books;
    let 李梅: string;
    let tries = 0;
    beforeAll(async () => {
      books = await newBooks(engine);
      await imported(books.world, importing());
      李梅 = await personId(books.world, '002');
    });
    afterAll(() => books.close());

    const posted = (more: Partial<Posting> = {}): PostEntry => ({
      type: 'postEntry',
      organisationId: BRANCH,
      year: YEAR,
      personId: 李梅,
      posting: posting(more),
    });
    const reversal = (entryId: string, reason = '录入有误'): ReverseEntry => ({
      type: 'reverseEntry',
      organisationId: BRANCH,
      year: YEAR,
      entryId,
      reason,
    });
    const tried = (command: PostEntry | ReverseEntry, how: Partial<How> = {}) =>
      perform(books.world, LOCAL_OPERATOR, command, { key: `tried-${(tries += 1)}`, ...how });
    const heads = async () => (await verify(books.world)).books;

    it('a posted entry counts at once, a reversed one no more', async () => {
      const before = await yearOf(books.world, '002');
      const { entryId } = await done(books.world, posted({ day: day('2026-02-01') }));
      expect(await yearOf(books.world, '002')).toBe(before - 100);
      await done(books.world, reversal(String(entryId)));
      expect(await yearOf(books.world, '002')).toBe(before);
      expect(await tried(reversal(String(entryId)))).toMatchObject({ code: 'entryReversed' });
    });

    it('the same key and command: the stored answer byte for byte, and one effect', async () => {
      const command = posted({ day: day('2026-02-02') });
      const first = await tried(command, { key: 'again' });
      const heads1 = await heads();
      const second = await tried(command, { key: 'again' });
      expect(first).toMatchObject({ replayed: false });
      expect(second).toEqual({ ...first, replayed: true });
      expect(await heads()).toEqual(heads1);
    });

    it('the same key with another command is refused', async () => {
      expect(await tried(posted({ day: day('2026-02-03') }), { key: 'again' })).toMatchObject({
        code: 'keyReused',
      });
    });

    it('a refusal leaves no trace: the same key may be tried again', async () => {
      const before = await heads();
      expect(await tried(posted({ day: day('2025-12-31') }), { key: 'mended' })).toMatchObject({
        code: 'dayOutsideYear',
      });
      expect(await heads()).toEqual(before);
      expect(await tried(posted({ day: day('2026-02-04') }), { key: 'mended' })).toMatchObject({
        replayed: false,
      });
    });

    it('an expected version that is not the stream’s is refused, the right one is taken', async () => {
      const stream = `member:${李梅}`;
      const version =
        (await books.world.store.read((tx) => tx.versions(BRANCH, `year-${YEAR}`, [stream]))).get(stream) ??
        0;
      expect(await tried(posted({ day: day('2026-02-05') }), { expected: version - 1 })).toMatchObject({
        code: 'versionConflict',
        params: { expected: version - 1, found: version },
      });
      expect(await tried(posted({ day: day('2026-02-05') }), { expected: version })).toMatchObject({
        replayed: false,
      });
    });

    it('a preview answers as the command would and keeps nothing', async () => {
      const before = await heads();
      const preview = await tried(posted({ day: day('2026-02-06') }), { key: 'shown', preview: true });
      expect(isRefusal(preview)).toBe(false);
      expect(await heads()).toEqual(before);
      expect(await tried(posted({ day: day('2026-02-06') }), { key: 'shown' })).toMatchObject({
        replayed: false,
      });
    });

    it('nobody may post', async () => {
      const answer = await perform(books.world, NOBODY, posted(), { key: 'nobody' });
      expect(answer).toMatchObject({ refused: true, code: 'notAllowed' });
    });

    it.each([
      ['an item the policy lacks', { item: 'A2-1' }, 'unknownItem'],
      ['a period before the day’s', { day: day('2026-05-01'), period: 1 }, 'periodNotOpen'],
      ['a fifth period', { period: 5 }, 'periodNotOpen'],
      ['an amount that is not the item’s', { amount: points(200) }, 'amountOutOfRange'],
      ['more than 酌情 allows', { item: 'A2.1-x', amount: points(201) }, 'amountOutOfRange'],
      ['酌情 of nothing', { item: 'A2.1-x', amount: points(0) }, 'amountOutOfRange'],
      ['a task beyond its most', { item: 'task', amount: points(1501) }, 'amountOutOfRange'],
      ['a ground with an amount', { item: '3.4.3-1', amount: points(1) }, 'amountOutOfRange'],
      ['a deduction without reason', { reason: ' ' }, 'missing-reason'],
      ['a bonus without evidence', { item: '3.4.1-5', evidence: null }, 'missing-evidence'],
      ['a common deduction without supplier', { item: '3.4.2-1', amount: points(500) }, 'missing-supplier'],
      ['an entry that is there already', { day: day('2026-02-02') }, 'duplicateEntry'],
    ])('refuses %s', async (_case, more, code) => {
      expect(await tried(posted(more))).toMatchObject({ refused: true, code });
    });

    it('refuses a year without a book, an unknown person and an unknown entry', async () => {
      expect(await tried({ ...posted(), year: 2027 })).toMatchObject({ code: 'yearNotOpen' });
      expect(await tried({ ...posted(), personId: 'nobody' })).toMatchObject({ code: 'personUnknown' });
      expect(await tried(reversal('none'))).toMatchObject({ code: 'entryUnknown' });
    });

    it('a ground of disqualification is posted without points and changes no figure', async () => {
      const before = await yearOf(books.world, '002');
      await done(books.world, posted({ item: '3.4.3-2', amount: points(0), supplier: '纪检' }));
      expect(await yearOf(books.world, '002')).toBe(before);
      expect((await verify(books.world)).wrong).toEqual([]);
    });
  });
}
