/** Everything the services may read, as queries. Each is bounded by organisation first. */
import type { SelectQueryBuilder } from 'kysely';
import type { BookTable, Range, Reading, WorkingPaperRow } from '../service/ports.ts';
import { evidenceOf } from './readingEvidence.ts';
import { looksOf } from './readingLooks.ts';
import { byKeys } from './byKeys.ts';
import { manyOf } from './readingMany.ts';
import { objectionsOf } from './readingObjections.ts';
import { officesOf } from './readingOffices.ts';
import { ownOf } from './readingOwn.ts';
import type { Tables, Tx } from './tables.ts';

export function readingOf(tx: Tx): Reading {
  return {
    ...booksOf(tx),
    ...factsOf(tx),
    ...textsOf(tx),
    ...peopleOf(tx),
    ...viewsOf(tx),
    ...officesOf(tx),
    ...manyOf(tx),
    ...looksOf(tx),
    ...objectionsOf(tx),
    ...evidenceOf(tx),
    ...ownOf(tx),
  };
}

const booksOf = (tx: Tx) => ({
  organisations: () => tx.selectFrom('organisation').selectAll().orderBy('organisationId').execute(),
  organisation: (organisationId: string) =>
    tx.selectFrom('organisation').selectAll().where('organisationId', '=', organisationId).executeTakeFirst(),
  organisationsNamed: (ids: readonly string[]) =>
    byKeys(ids, (some) =>
      tx.selectFrom('organisation').selectAll().where('organisationId', 'in', some).execute(),
    ),
  books: (organisationId: string) =>
    tx.selectFrom('book').selectAll().where('organisationId', '=', organisationId).orderBy('book').execute(),
  booksNamed: async () => {
    const named = [];
    for (const table of BOOK_TABLES) {
      const rows = await tx.selectFrom(table).select(['organisationId', 'book']).distinct().execute();
      named.push(...rows.map((row) => ({ ...row, table })));
    }
    return named;
  },
  policies: (organisationId: string) =>
    tx
      .selectFrom('policy')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .orderBy('book')
      .execute(),
  policy: (organisationId: string, book: string) =>
    ofBook(tx.selectFrom('policy').selectAll(), organisationId, book).executeTakeFirst(),
  workingPaper: ({
    organisationId,
    kind,
    paperId,
  }: Pick<WorkingPaperRow, 'organisationId' | 'kind' | 'paperId'>) =>
    tx
      .selectFrom('workingPaper')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('kind', '=', kind)
      .where('paperId', '=', paperId)
      .executeTakeFirst(),
  workingPapers: (organisationId: string, kind: string) =>
    tx
      .selectFrom('workingPaper')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('kind', '=', kind)
      .orderBy('paperId')
      .execute(),
  command: (organisationId: string, key: string) =>
    tx
      .selectFrom('command')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('key', '=', key)
      .executeTakeFirst(),
});

const factsOf = (tx: Tx) => ({
  facts: (organisationId: string, book: string, after: number, limit: number) =>
    ofBook(tx.selectFrom('fact').selectAll(), organisationId, book)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute(),
  async factsOf(organisationId: string, book: string, streams: readonly string[]) {
    const found = await byKeys(streams, (some) =>
      ofBook(tx.selectFrom('fact').selectAll(), organisationId, book).where('stream', 'in', some).execute(),
    );
    return found.sort((a, b) => a.seq - b.seq);
  },
  factsOfTypes: (organisationId: string, book: string, types: readonly string[]) =>
    ofBook(tx.selectFrom('fact').selectAll(), organisationId, book)
      .where('type', 'in', types)
      .orderBy('seq')
      .execute(),
  async versions(organisationId: string, book: string, streams: readonly string[]) {
    const found = await byKeys(streams, (some) =>
      ofBook(tx.selectFrom('fact'), organisationId, book)
        .select(({ fn }) => ['stream', fn.max('version').as('version')])
        .where('stream', 'in', some)
        .groupBy('stream')
        .execute(),
    );
    return new Map(found.map(({ stream, version }) => [stream, version]));
  },
});

const textsOf = (tx: Tx) => ({
  texts: (organisationId: string, book: string, after: number, upTo?: number) =>
    ofBook(tx.selectFrom('text').selectAll(), organisationId, book)
      .where('seq', '>', after)
      .$if(upTo !== undefined, (query) => query.where('seq', '<=', upTo as number))
      .orderBy('seq')
      .execute(),
  textsOf: (organisationId: string, book: string, seqs: readonly number[]) =>
    byKeys(seqs, (some) =>
      ofBook(tx.selectFrom('text').selectAll(), organisationId, book).where('seq', 'in', some).execute(),
    ),
});

const peopleOf = (tx: Tx) => ({
  persons: (organisationId: string, range: Range) =>
    within(tx.selectFrom('person').selectAll().where('organisationId', '=', organisationId), range).execute(),
  person: (organisationId: string, personId: string) =>
    tx
      .selectFrom('person')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('personId', '=', personId)
      .executeTakeFirst(),
  personsNamed: (organisationId: string, ids: readonly string[]) =>
    byKeys(ids, (some) =>
      tx
        .selectFrom('person')
        .selectAll()
        .where('organisationId', '=', organisationId)
        .where('personId', 'in', some)
        .execute(),
    ),
  personByNumber: (organisationId: string, number: string) =>
    tx
      .selectFrom('person')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('number', '=', number)
      .executeTakeFirst(),
});

const viewsOf = (tx: Tx) => ({
  members: (organisationId: string, range: Range) =>
    within(tx.selectFrom('member').selectAll().where('organisationId', '=', organisationId), range).execute(),
  entries: (organisationId: string, book: string, range: Range) =>
    within(ofBook(tx.selectFrom('entry').selectAll(), organisationId, book), range)
      .orderBy('seq')
      .execute(),
  entry: (organisationId: string, book: string, entryId: string) =>
    ofBook(tx.selectFrom('entry').selectAll(), organisationId, book)
      .where('entryId', '=', entryId)
      .executeTakeFirst(),
  memberYears: (organisationId: string, book: string, range: Range) =>
    within(ofBook(tx.selectFrom('memberYear').selectAll(), organisationId, book), range).execute(),
});

const BOOK_TABLES: readonly BookTable[] = ['fact', 'text', 'policy', 'entry', 'memberYear'];

function ofBook<T extends BookTable, O>(
  query: SelectQueryBuilder<Tables, T, O>,
  organisationId: string,
  book: string,
) {
  const wide = query as unknown as SelectQueryBuilder<Tables, BookTable, O>;
  const narrowed = wide.where('organisationId', '=', organisationId).where('book', '=', book);
  return narrowed as unknown as SelectQueryBuilder<Tables, T, O>;
}

type PersonTable = 'person' | 'member' | 'entry' | 'memberYear';

function within<T extends PersonTable, O>(
  query: SelectQueryBuilder<Tables, T, O>,
  { after, upTo, limit }: Range,
) {
  const wide = query as unknown as SelectQueryBuilder<Tables, PersonTable, O>;
  const narrowed = wide
    .$if(after !== undefined, (some) => some.where('personId', '>', after as string))
    .$if(upTo !== undefined, (some) => some.where('personId', '<=', upTo as string))
    .$if(limit !== undefined, (some) => some.limit(limit as number))
    .orderBy('personId');
  return narrowed as unknown as SelectQueryBuilder<Tables, T, O>;
}
