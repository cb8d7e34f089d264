// What someone with the database's own password may do to the books, past every check of the program (promises L2, L5).
import { afterEach, describe, expect, it } from 'vitest';
import { parsePrintedHead, type PrintedHead } from '../../src/domain/ledger/chain.ts';
import { type Chained, chained } from '../../src/domain/ledger/envelope.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { type Wrong } from '../../src/service/verify/wrong.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { BRANCH, day, done, imported, importing, personId, posting, YEAR } from './branch.ts';
import { type Books, type Engine, engines, newBooks } from './engines.ts';

const BOOK = `year-${YEAR}`;
const inYear = `book = '${BOOK}'`;
const fact = (seq: number) => `${inYear} and seq = ${seq}`;
const someone = (number: string) => `(select person_id from person where number = '${number}')`;

type Kind = readonly [what: string, sql: readonly string[], first: Partial<Wrong>];

/** Facts of the year book: 1 opens the year, 2–4 are the opening entries, 5–7 张建国's entries, 8–9 李梅's, 10 郑𠮷's. Of the register: 1 founds, 2–4 register. */
const KINDS: readonly Kind[] = [
  [
    'an amount',
    [`update fact set body = replace(body, '"amount":1500', '"amount":1400') where ${fact(5)}`],
    { seq: 5, reason: 'hash' },
  ],
  [
    'a date',
    [`update fact set body = replace(body, '2026-02-10', '2026-02-11') where ${fact(6)}`],
    { seq: 6, reason: 'hash' },
  ],
  [
    'the member',
    [`update fact set body = replace(body, ${someone('001')}, ${someone('002')}) where ${fact(5)}`],
    { seq: 5, reason: 'hash' },
  ],
  [
    'the clock put back',
    [`update fact set at = '2025-12-31T00:00:00.000Z' where ${fact(7)}`],
    { seq: 7, reason: 'hash' },
  ],
  ['who did it', [`update fact set actor = 'nobody' where ${fact(7)}`], { seq: 7, reason: 'hash' }],
  [
    'the kind of fact',
    [`update fact set type = 'entryReversed' where ${fact(8)}`],
    { seq: 8, reason: 'hash' },
  ],
  ['the version of its shape', [`update fact set v = 2 where ${fact(8)}`], { seq: 8, reason: 'hash' }],
  ['its version in the stream', [`update fact set version = 9 where ${fact(8)}`], { seq: 8, reason: 'hash' }],
  [
    'the policy hash in the fact',
    [`update fact set body = replace(body, '"version"', '"versiom"') where ${fact(1)}`],
    { seq: 1, reason: 'hash' },
  ],
  ['the hash of a fact', [`update fact set hash = prev_hash where ${fact(6)}`], { seq: 6, reason: 'hash' }],
  ['the link of a fact', [`update fact set prev_hash = hash where ${fact(6)}`], { seq: 6, reason: 'hash' }],
  [
    'two facts swapped',
    [
      `update fact set seq = 99 where ${fact(6)}`,
      `update fact set seq = 6 where ${fact(7)}`,
      `update fact set seq = 7 where ${fact(99)}`,
    ],
    { seq: 6, reason: 'hash' },
  ],
  ['a fact in the middle deleted', [`delete from fact where ${fact(7)}`], { seq: 7, reason: 'sequence' }],
  ['the first fact deleted', [`delete from fact where ${fact(1)}`], { seq: 1, reason: 'sequence' }],
  [
    'the last fact deleted',
    [`delete from fact where ${fact(10)}`],
    { table: 'book', seq: 9, reason: 'head' },
  ],
  ['all facts deleted', [`delete from fact where ${inYear}`], { table: 'book', reason: 'head' }],
  [
    'a fact inserted at the end',
    [
      `insert into fact select organisation_id, book, 11, stream, version + 1, type, v, at, actor, body, hash, prev_hash from fact where ${fact(10)}`,
    ],
    { seq: 11, reason: 'hash' },
  ],
  [
    'a fact moved to another book',
    [`update fact set book = 'year-2027' where ${fact(10)}`],
    { reason: 'strayBook' },
  ],
  [
    'a fact of the register deleted',
    [`delete from fact where book = 'register' and seq = 3`],
    { book: 'register', seq: 3, reason: 'sequence' },
  ],
  ['the head’s hash', [`update book set hash = 'x' where ${inYear}`], { table: 'book', reason: 'head' }],
  ['the head’s number', [`update book set seq = 9 where ${inYear}`], { table: 'book', reason: 'head' }],
  ['the head’s algorithm', [`update book set algorithm = 'sm3' where ${inYear}`], { seq: 1, reason: 'hash' }],
  ['the head deleted', [`delete from book where ${inYear}`], { reason: 'strayBook' }],
  [
    'the policy’s content',
    [`update policy set content = replace(content, '750', '760')`],
    { table: 'policy', seq: 1, reason: 'changed' },
  ],
  [
    'the policy’s version',
    [`update policy set version = 'x'`],
    { table: 'policy', seq: 1, reason: 'changed' },
  ],
  ['the policy deleted', ['delete from policy'], { table: 'policy', reason: 'missing' }],
  [
    'the organisation’s name',
    [`update organisation set name = 'x'`],
    { table: 'organisation', seq: 1, reason: 'changed' },
  ],
  [
    '示例 taken off or put on',
    ['update organisation set example = 1 - example'],
    { table: 'organisation', reason: 'changed' },
  ],
  ['the organisation deleted', ['delete from organisation'], { table: 'organisation', reason: 'missing' }],
  [
    'a reason',
    [`update text set content = replace(content, '支部大会缺席', '支部大会迟到') where ${fact(6)}`],
    { table: 'text', seq: 6, reason: 'changed' },
  ],
  ['a reason deleted', [`delete from text where ${fact(6)}`], { table: 'text', seq: 6, reason: 'missing' }],
  [
    'a reason added to a fact without one',
    [`insert into text select organisation_id, book, 1, salt, content from text where ${fact(5)}`],
    { table: 'text', seq: 1, reason: 'extra' },
  ],
  [
    'a reason beyond the last fact',
    [`insert into text select organisation_id, book, 99, salt, content from text where ${fact(5)}`],
    { table: 'text', seq: 99, reason: 'extra' },
  ],
  [
    'two reasons swapped',
    [
      `update text set seq = 99 where ${fact(6)}`,
      `update text set seq = 6 where ${fact(7)}`,
      `update text set seq = 7 where ${fact(99)}`,
    ],
    { table: 'text', seq: 6, reason: 'changed' },
  ],
  [
    'the reason of an exemption',
    [`update text set content = '{"reason":"x"}' where book = 'register'`],
    { table: 'text', book: 'register', seq: 4 },
  ],
  [
    'a person’s name',
    [`update person set name = '张建民' where number = '001'`],
    { table: 'person', seq: 2, reason: 'changed' },
  ],
  [
    'a person’s other data',
    [`update person set details = replace(details, '男', '女') where number = '002'`],
    { table: 'person', seq: 3 },
  ],
  [
    'two people’s numbers swapped',
    [
      `update person set number = 'x' where number = '001'`,
      `update person set number = '001' where number = '002'`,
      `update person set number = '002' where number = 'x'`,
    ],
    { table: 'person', seq: 2 },
  ],
  [
    'a person deleted',
    [`delete from person where number = '003'`],
    { table: 'person', seq: 4, reason: 'missing' },
  ],
  [
    'a person inserted',
    [
      `insert into person select organisation_id, 'zz', salt, '099', name, details from person where number = '003'`,
    ],
    { table: 'person', reason: 'extra' },
  ],
  [
    'a view’s score',
    [`update member_year set score = replace(score, '"year":', '"year":1')`],
    { table: 'memberYear', reason: 'changed' },
  ],
  [
    'a view’s score deleted',
    [`delete from member_year where person_id = ${someone('001')}`],
    { table: 'memberYear', reason: 'missing' },
  ],
  [
    'a score of nobody',
    [
      `insert into member_year select organisation_id, book, 'zz', score, version from member_year where person_id = ${someone('001')}`,
    ],
    { table: 'memberYear', reason: 'extra' },
  ],
  [
    'a view’s amount',
    [`update entry set amount = 1 where seq = 5`],
    { table: 'entry', seq: 5, reason: 'changed' },
  ],
  [
    'a view’s entry deleted',
    ['delete from entry where seq = 5'],
    { table: 'entry', seq: 5, reason: 'missing' },
  ],
  [
    'a view’s entry inserted',
    [
      `insert into entry select organisation_id, book, 'zz', person_id, 99, item, day, period, amount, incident, achievement, reversed_seq from entry where seq = 5`,
    ],
    { table: 'entry', reason: 'extra' },
  ],
  [
    'a view’s standing',
    [`update member set joined_on = '2026-05-01' where person_id = ${someone('002')}`],
    { table: 'member', reason: 'changed' },
  ],
  [
    'a view’s member deleted',
    [`delete from member where person_id = ${someone('002')}`],
    { table: 'member', reason: 'missing' },
  ],
];

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
