// What the database's own password may do to a whole round: each kind of fact and text it leaves in the registers and the year
// book, and each objection the books speak of (promises L2).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chained } from '../../src/domain/ledger/envelope.ts';
import { verify } from '../../src/service/verify/verify.ts';
import type { Wrong } from '../../src/service/verify/wrong.ts';
import { type Books, engines, newBooks } from './engines.ts';
import { acts, type Bureau, roundIn } from './rounds.ts';
import { toFiling } from './wholeRound.ts';

const FEWEST_KINDS = 25;

for (const engine of engines) {
  describe(`tampering with a round on ${engine.name}`, () => {
    let books: Books;
    let bureau: Bureau;
    beforeAll(async () => {
      books = await newBooks(engine);
      bureau = await roundIn(books.world, () => books.close());
      const { world, done, on, id } = bureau;
      const act = acts(bureau);
      on('2026-06-01');
      await done('李梅', act.opening());
      await toFiling({ world, by: done, on, id, acts: act }, { reason: '支部大会缺席', words: '当日出差' });
      expect((await verify(world)).wrong).toEqual([]);
    });
    afterAll(() => bureau.close());

    /** The first thing found wrong between the change and its undoing. */
    async function found(change: string, undo: string): Promise<Wrong | undefined> {
      await books.sql(change);
      const { wrong } = await verify(bureau.world);
      await books.sql(undo);
      return wrong[0];
    }

    const facts = () =>
      bureau.world.store.read(async (tx) => {
        const all: Chained[] = [];
        for (const { organisationId } of await tx.organisations())
          for (const { book } of await tx.books(organisationId))
            all.push(...(await tx.facts(organisationId, book, 0, 10_000)));
        return all;
      });
    const firstOfEachKind = async () => [
      ...new Map((await facts()).reverse().map((fact) => [fact.type, fact])).values(),
    ];
    const at = ({ organisationId, book, seq }: Chained) =>
      `organisation_id = '${organisationId}' and book = '${book}' and seq = ${seq}`;

    it('finds a change in a fact of each kind, in whatever book it stands', async () => {
      const kinds = await firstOfEachKind();
      expect(kinds.length).toBeGreaterThan(FEWEST_KINDS);
      for (const fact of kinds) {
        const set = (day: string) => `update fact set at = '${day}' where ${at(fact)}`;
        const wrong = await found(set('2020-01-01T00:00:00.000Z'), set(fact.at));
        const { organisationId, book, seq } = fact;
        expect({ type: fact.type, ...wrong }).toMatchObject({ organisationId, book, seq, reason: 'hash' });
      }
    });

    it('finds a change in the words of each kind of fact that has some', async () => {
      const kinds = (await firstOfEachKind()).filter(({ body }) => body.includes('"textHash":"'));
      expect(kinds.length).toBeGreaterThan(FEWEST_KINDS / 3);
      for (const fact of kinds) {
        const wrong = await found(
          `update text set content = content || ' ' where ${at(fact)}`,
          `update text set content = substr(content, 1, length(content) - 1) where ${at(fact)}`,
        );
        const { organisationId, book, seq } = fact;
        const reason = 'changed';
        expect({ type: fact.type, ...wrong }).toMatchObject({
          organisationId,
          book,
          seq,
          table: 'text',
          reason,
        });
      }
    });

    it('finds an objection that was taken in and is gone, or is said to be about somebody else', async () => {
      const rename = (from: string, to: string) =>
        `update objection set objection_id = '${to}' where objection_id = '${from}'`;
      expect(await found(rename('异议一', '异议三'), rename('异议三', '异议一'))).toMatchObject({
        table: 'objection',
        reason: 'missing',
      });
      const about = (id: string) => `update objection set person_id = '${id}' where objection_id = '异议二'`;
      expect(await found(about(bureau.id.李梅), about(bureau.id.孙丽))).toMatchObject({
        table: 'objection',
        reason: 'changed',
      });
    });
  });
}
