/** What is read of many organisations at once, for whoever sums them up: one query, however many there are. */
import { byKeys } from './byKeys.ts';
import type { Tx } from './tables.ts';

export const manyOf = (tx: Tx) => ({ ...countsOf(tx), ...officesAcross(tx), ...factsAcross(tx) });

const countsOf = (tx: Tx) => ({
  membersIn: (organisations: readonly string[]) =>
    byKeys(organisations, (some) =>
      tx.selectFrom('member').selectAll().where('organisationId', 'in', some).execute(),
    ),
  officesIn: (organisations: readonly string[]) =>
    byKeys(organisations, (some) =>
      tx.selectFrom('office').selectAll().where('organisationId', 'in', some).execute(),
    ),
  booksIn: (organisations: readonly string[]) =>
    byKeys(organisations, (some) =>
      tx
        .selectFrom('book')
        .selectAll()
        .where('organisationId', 'in', some)
        .orderBy('organisationId')
        .orderBy('book')
        .execute(),
    ),
  async withBook(organisations: readonly string[], book: string) {
    const found = await byKeys(organisations, (some) =>
      tx
        .selectFrom('book')
        .select('organisationId')
        .where('organisationId', 'in', some)
        .where('book', '=', book)
        .execute(),
    );
    return new Set(found.map(({ organisationId }) => organisationId));
  },
  async streamCounts(organisations: readonly string[], book: string, type: string) {
    const found = await byKeys(organisations, (some) =>
      tx
        .selectFrom('fact')
        .select(({ fn }) => ['organisationId', fn.count('stream').distinct().as('streams')])
        .where('organisationId', 'in', some)
        .where('book', '=', book)
        .where('type', '=', type)
        .groupBy('organisationId')
        .execute(),
    );
    return new Map(found.map(({ organisationId, streams }) => [organisationId, Number(streams)]));
  },
  policiesIn: (organisations: readonly string[], books: readonly string[]) =>
    byKeys(organisations, (some) =>
      tx
        .selectFrom('policy')
        .select(['organisationId', 'book', 'sha256'])
        .where('organisationId', 'in', some)
        .where('book', 'in', books)
        .execute(),
    ),
  papersIn: (organisations: readonly string[], kind: string) =>
    byKeys(organisations, (some) =>
      tx
        .selectFrom('workingPaper')
        .select(['organisationId', 'paperId', 'savedAt'])
        .where('organisationId', 'in', some)
        .where('kind', '=', kind)
        .execute(),
    ),
});

const officesAcross = (tx: Tx) => ({
  messageMarks: (userId: string) =>
    tx.selectFrom('messageMark').selectAll().where('userId', '=', userId).execute(),
  accountsIn: (organisations: readonly string[]) =>
    byKeys(organisations, (some) =>
      tx.selectFrom('personAccount').selectAll().where('organisationId', 'in', some).execute(),
    ),
});

const factsAcross = (tx: Tx) => ({
  async factsOfTypesIn(organisations: readonly string[], book: string, types: readonly string[]) {
    const found = await byKeys(organisations, (some) =>
      tx
        .selectFrom('fact')
        .selectAll()
        .where('organisationId', 'in', some)
        .where('book', '=', book)
        .where('type', 'in', types)
        .execute(),
    );
    return found.sort((a, b) => a.seq - b.seq);
  },
  async factsOfStreamsIn(organisations: readonly string[], book: string, streams: readonly string[]) {
    if (organisations.length === 0) return [];
    const found = await byKeys(streams, (some) =>
      tx
        .selectFrom('fact')
        .selectAll()
        .where('organisationId', 'in', organisations)
        .where('book', '=', book)
        .where('stream', 'in', some)
        .execute(),
    );
    return found.sort((a, b) => a.seq - b.seq);
  },
  factsIn: (organisations: readonly string[], book: string, streams: readonly string[]) =>
    byKeys(organisations, (some) =>
      tx
        .selectFrom('fact')
        .selectAll()
        .where('organisationId', 'in', some)
        .where('book', '=', book)
        .where((where) => where.or(streams.map((pattern) => where('stream', 'like', pattern))))
        .orderBy('seq')
        .execute(),
    ),
});
