// What someone with the database's own password may do to the books, past every check of the program (promises L2, L5).
import { afterEach, describe, expect, it } from 'vitest';
import { parsePrintedHead, type PrintedHead } from '../../src/domain/ledger/chain.ts';
import { type Chained, chained } from '../../src/domain/ledger/envelope.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { BRANCH, day, done, imported, importing, personId, posting, YEAR } from './branch.ts';
import { type Books, type Engine, engines, newBooks } from './engines.ts';
import { BOOK, fact, inYear, KINDS } from './tamperKinds.ts';

for (const engine of engines) {
  describe(`tampering on ${engine.name}`, () => {
    let books: Books;
    afterEach(() => books.close());

    it.each(KINDS)('finds %s', async (_what, statements, first) => {
      books = await given(engine);
      expect((await verify(books.world)).wrong).toEqual([]);
      for (const statement of statements) await books.sql(statement);
      const result = await verify(books.world);
      expect(result.sound).toBe(false);
      expect(result.wrong[0]).toMatchObject(first);
    });

    it('finds a history chained anew from the edit on, given an earlier head; without one it cannot', async () => {
      books = await given(engine);
      const printed = await headOf(books);
      await rechain(books, 5, (row) => ({
        ...row,
        body: row.body.replace('"amount":1500', '"amount":1400'),
      }));
      await books.world.store.write((tx) => rebuildViews(tx, BRANCH));
      expect((await verify(books.world)).sound).toBe(true);
      expect((await verify(books.world, [printed])).wrong).toMatchObject([
        { reason: 'printedHead', seq: 10 },
      ]);
    });

    it('names a reversal of what a history chained anew no longer holds, instead of stopping', async () => {
      books = await given(engine);
      const [entry] = await books.world.store.read((tx) => tx.entries(BRANCH, BOOK, { limit: 1 }));
      const entryId = entry?.entryId ?? '';
      await done(books.world, {
        type: 'reverseEntry',
        organisationId: BRANCH,
        year: YEAR,
        entryId,
        reason: '登记有误',
      });
      await rechain(books, entry?.seq ?? 0, (row) => ({
        ...row,
        body: row.body.replace(entryId, 'another'),
      }));
      expect((await verify(books.world)).wrong).toContainEqual(
        expect.objectContaining({ book: BOOK, seq: 11, table: 'fact', reason: 'impossible' }),
      );
    });

    it('finds a tail cut off with the head put back, given an earlier head', async () => {
      books = await given(engine);
      const printed = await headOf(books);
      await books.sql(`delete from fact where ${fact(10)}`);
      await books.sql(`delete from text where ${fact(10)}`);
      await rechain(books, 10, (row) => row);
      await books.sql('delete from entry where seq = 10');
      await books.world.store.write((tx) => rebuildViews(tx, BRANCH));
      expect((await verify(books.world)).sound).toBe(true);
      expect((await verify(books.world, [{ hash: printed.hash.slice(0, 12) }])).wrong).toMatchObject([
        { reason: 'printedHead' },
      ]);
    });

    it('finds an older copy put in place, given a head printed later', async () => {
      const later = await given(engine);
      await done(later.world, {
        type: 'postEntry',
        organisationId: BRANCH,
        year: YEAR,
        personId: await personId(later.world, '001'),
        posting: posting({ day: day('2026-03-02') }),
      });
      const printed = await headOf(later);
      await later.close();
      books = await given(engine);
      expect((await verify(books.world)).sound).toBe(true);
      expect((await verify(books.world, [printed])).sound).toBe(false);
    });

    it('any earlier head, whole or short, with or without its number, is still in sound books', async () => {
      books = await given(engine);
      const facts = await books.world.store.read((tx) => tx.facts(BRANCH, BOOK, 0, 100));
      const printed = facts.flatMap(({ hash, seq }) => [
        `${hash}@${seq}`,
        hash.slice(0, 8),
        `${hash.slice(0, 16)}@${seq}`,
      ]);
      const heads = printed.flatMap((text) => parsePrintedHead(text) ?? []);
      expect(heads).toHaveLength(30);
      expect((await verify(books.world, heads)).wrong).toEqual([]);
      expect((await verify(books.world, [{ hash: facts[2]?.hash ?? '', seq: 4 }])).sound).toBe(false);
    });
  });
}

async function given(engine: Engine): Promise<Books> {
  const books = await newBooks(engine);
  await imported(books.world, importing());
  return books;
}

async function headOf({ world }: Books): Promise<PrintedHead & { hash: string }> {
  const head = (await verify(world)).books.find(({ book }) => book === BOOK);
  return { hash: head?.hash ?? '', seq: head?.seq };
}

/** Changes the fact `from` and gives it and all later ones hashes that fit, head included: what a forger with the source can do. */
async function rechain(
  { world, sql }: Books,
  from: number,
  change: (row: Chained) => Chained,
): Promise<void> {
  const facts = await world.store.read((tx) => tx.facts(BRANCH, BOOK, 0, 1000));
  let last = facts[from - 2] as Chained;
  for (const row of facts.slice(from - 1)) {
    const { hash: _hash, ...rest } = row.seq === from ? change(row) : row;
    last = chained({ ...rest, prevHash: last.hash }, DIGESTS.sha256);
    await sql(
      `update fact set body = '${last.body}', prev_hash = '${last.prevHash}', hash = '${last.hash}' where ${fact(last.seq)}`,
    );
  }
  await sql(`update book set seq = ${last.seq}, hash = '${last.hash}' where ${inYear}`);
}
