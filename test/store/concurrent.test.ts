import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { BooksHeld } from '../../src/service/ports/booksHeld.ts';
import { perform } from '../../src/service/perform.ts';
import type { PostEntry } from '../../src/service/postEntry.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { open } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { type Books, engines, newBooks, newWorld, SURROUNDINGS } from './engines.ts';
import { BRANCH, imported, importing, personId, posting, YEAR } from './branch.ts';

for (const engine of engines) {
  describe(`many at once on ${engine.name}`, () => {
    let books: Books;
    afterEach(() => books.close());

    const given = async () => {
      books = await newBooks(engine);
      await imported(books.world, importing());
      return await personId(books.world, '002');
    };
    const post = (id: string, reason: string, key: string) => {
      const command: PostEntry = {
        type: 'postEntry',
        organisationId: BRANCH,
        year: YEAR,
        personId: id,
        posting: posting({ reason }),
      };
      return perform(books.world, LOCAL_OPERATOR, command, { key });
    };

    it('100 commands on one member: every acknowledged one is there', async () => {
      const id = await given();
      const before = (await entriesOf(id)).length;
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) => post(id, `缺席第 ${n} 次`, `key ${n}`)),
      );
      const acknowledged = answers.flatMap((answer) =>
        isRefusal(answer) ? [] : [(JSON.parse(answer.text) as { entryId: string }).entryId],
      );
      expect(acknowledged).toHaveLength(100);
      const stored = (await entriesOf(id)).map(({ entryId }) => entryId);
      expect(stored).toHaveLength(before + 100);
      expect(acknowledged.filter((entryId) => !stored.includes(entryId))).toEqual([]);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('one key fifty times at once: one effect, one answer', async () => {
      const id = await given();
      const before = (await entriesOf(id)).length;
      const answers = await Promise.all(Array.from({ length: 50 }, () => post(id, '缺席', 'the same key')));
      const texts = new Set(answers.map((answer) => (isRefusal(answer) ? answer.code : answer.text)));
      expect(texts.size).toBe(1);
      expect(answers.filter((answer) => !isRefusal(answer) && !answer.replayed)).toHaveLength(1);
      expect((await entriesOf(id)).length).toBe(before + 1);
    });

    it('the same key in two organisations is two commands', async () => {
      await given();
      const other = { ...importing(), organisationId: 'other' };
      for (const command of [importing(), other]) {
        const answer = await perform(books.world, LOCAL_OPERATOR, command, { key: 'both' });
        expect(answer).toMatchObject({ replayed: false });
      }
    });

    it('twenty that found the same branch at once: one does, the others find it founded', async () => {
      books = await newBooks(engine);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          perform(books.world, LOCAL_OPERATOR, importing(), { key: `import ${n}` }),
        ),
      );
      const registered = answers.map((answer) =>
        isRefusal(answer) ? -1 : (JSON.parse(answer.text) as { registered: number }).registered,
      );
      expect(registered.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 19 }, () => 0), 3]);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    const entriesOf = async (id: string) => {
      const entries = await books.world.store.read((tx) => tx.entries(BRANCH, `year-${YEAR}`, {}));
      return entries.filter(({ personId: whose }) => whose === id);
    };
  });
}

const server = engines.find(({ name }) => name === 'postgres');
describe.skipIf(server === undefined)('books that somebody at the database holds', () => {
  it('an act that waits for them gives up and leaves nothing; the same key then does it once', async () => {
    const { place, remove } = await (server as (typeof engines)[number]).newPlace();
    const world = await newWorld(place);
    const hasty = { ...world, store: await open(place, { ...SURROUNDINGS, heldAtMost: 100 }) };
    const act = () => perform(hasty, LOCAL_OPERATOR, importing(), { key: 'once more' });
    const database = new pg.Client({ connectionString: place.url });
    await database.connect();
    try {
      await imported(world, importing());
      await database.query('begin');
      await database.query('select * from book for update');
      await expect(act()).rejects.toThrow(BooksHeld);
      await database.query('rollback');
      expect(await act()).toMatchObject({ replayed: false });
      expect(await act()).toMatchObject({ replayed: true });
      expect((await verify(world)).wrong).toEqual([]);
    } finally {
      await database.end();
      await hasty.store.close();
      await world.store.close();
      await remove();
    }
  });
});

describe.skipIf(server === undefined)('why the head is locked', () => {
  it('reading, adding one and writing back without the lock loses updates on PostgreSQL', async () => {
    const { place, sql, remove } = await (server as (typeof engines)[number]).newPlace();
    const db = openPostgres(place.url as string, () => undefined);
    try {
      await sql('create table book (organisation_id text, book text, algorithm text, seq bigint, hash text)');
      await sql(`insert into book values ('o', 'b', 'sha256', 0, '')`);
      const naive = () =>
        db.transaction().execute(async (tx) => {
          const { seq } = await tx.selectFrom('book').select('seq').executeTakeFirstOrThrow();
          await tx
            .updateTable('book')
            .set({ seq: seq + 1 })
            .execute();
        });
      await Promise.all(Array.from({ length: 100 }, naive));
      const { seq } = await db.selectFrom('book').select('seq').executeTakeFirstOrThrow();
      expect(seq).toBeLessThan(100);
    } finally {
      await db.destroy();
      await remove();
    }
  });
});
