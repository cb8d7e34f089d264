/** Everything the one write path may write. Facts are only ever added. */
import type { InsertObject } from 'kysely';
import type { BookRow, Writing } from '../service/ports.ts';
import { addObjection } from './readingObjections.ts';
import { readingOf } from './reading.ts';
import { besideOf } from './writingBeside.ts';
import type { Tables, Tx } from './tables.ts';

/** Rows in one insert: thirteen columns each stay under SQLite's 32,766 parameters. */
const ROWS_AN_INSERT = 500;

const VIEWS = ['member', 'entry', 'memberYear', 'organisationPlace', 'personAccount', 'office'] as const;

/** `lockRows`: the engine has row locks; the embedded one has locked the whole file by beginning. */
export function writingOf(tx: Tx, lockRows: boolean): Writing {
  const add = async <T extends keyof Tables>(table: T, rows: readonly Tables[T][]): Promise<void> => {
    for (const some of portions(rows))
      await tx
        .insertInto(table)
        .values(some as InsertObject<Tables, T>[])
        .execute();
  };
  return {
    ...readingOf(tx),
    lockHeads: (organisationId, books) => lockHeads(tx, lockRows, organisationId, books),
    addOrganisation: (row) => add('organisation', [row]),
    addBook: (row) => add('book', [row]),
    moveHead: (row) => moveHead(tx, row),
    addFacts: (rows) => add('fact', rows),
    addTexts: (rows) => add('text', rows),
    addPolicy: (row) => add('policy', [row]),
    addCommand: (row) => add('command', [row]),
    putPersons: (rows) => put(tx, 'person', ['organisationId', 'personId'], rows),
    putMembers: (rows) => put(tx, 'member', ['organisationId', 'personId'], rows),
    putEntries: (rows) => put(tx, 'entry', ['organisationId', 'book', 'entryId'], rows),
    putMemberYears: (rows) => put(tx, 'memberYear', ['organisationId', 'book', 'personId'], rows),
    putPlacings: (rows) => put(tx, 'organisationPlace', ['organisationId'], rows),
    putPersonAccounts: (rows) => put(tx, 'personAccount', ['organisationId', 'personId'], rows),
    putOffices: (rows) => put(tx, 'office', ['organisationId', 'officeId'], rows),
    putWorkingPaper: (row) => put(tx, 'workingPaper', ['organisationId', 'kind', 'paperId'], [row]),
    removeWorkingPaper: async ({ organisationId, kind, paperId }) => {
      await tx
        .deleteFrom('workingPaper')
        .where('organisationId', '=', organisationId)
        .where('kind', '=', kind)
        .where('paperId', '=', paperId)
        .execute();
    },
    addLooks: async (rows) => {
      for (const some of portions(rows))
        await tx
          .insertInto('look')
          .values(some)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    },
    addEvidence: async (row) => {
      await tx
        .insertInto('evidence')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    removeEvidence: async ({ organisationId, book, period, personId, evidenceId, purpose, addedBy }) => {
      const key = { organisationId, book, period, personId, evidenceId, purpose, addedBy };
      await tx
        .deleteFrom('evidence')
        .where((row) => row.and(key))
        .execute();
    },
    removeLooks: async (before) => {
      await tx.deleteFrom('look').where('at', '<', before).execute();
    },
    ...besideOf(tx),
    addObjection: (row, files) => addObjection(tx, row, files),
    clearViews: async (organisationId) => {
      for (const view of VIEWS) {
        await tx.deleteFrom(view).where('organisationId', '=', organisationId).execute();
      }
    },
  };
}

/** One by one, in the order given: every command takes them in the same order, so none waits for another in a circle. */
async function lockHeads(
  tx: Tx,
  lockRows: boolean,
  organisationId: string,
  books: readonly string[],
): Promise<BookRow[]> {
  const heads: BookRow[] = [];
  for (const book of books) {
    const head = await tx
      .selectFrom('book')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('book', '=', book)
      .$if(lockRows, (query) => query.forUpdate())
      .executeTakeFirst();
    if (head !== undefined) heads.push(head);
  }
  return heads;
}

async function moveHead(tx: Tx, { organisationId, book, seq, hash }: BookRow): Promise<void> {
  await tx
    .updateTable('book')
    .set({ seq, hash })
    .where('organisationId', '=', organisationId)
    .where('book', '=', book)
    .execute();
}

type Replaceable = 'person' | 'workingPaper' | (typeof VIEWS)[number];

/** Inserts the rows, or replaces the ones of the same key. */
async function put<T extends Replaceable>(
  tx: Tx,
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  rows: readonly Tables[T][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const others = Object.keys(first).filter((column) => !(key as readonly string[]).includes(column));
  for (const some of portions(rows)) {
    await tx
      .insertInto(table)
      .values(some as InsertObject<Tables, T>[])
      .onConflict((conflict) =>
        conflict
          .columns(key as never)
          .doUpdateSet(
            (row) =>
              Object.fromEntries(
                others.map((column) => [column, row.ref(`excluded.${column}` as never)]),
              ) as never,
          ),
      )
      .execute();
  }
}

function* portions<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_AN_INSERT)
    yield rows.slice(from, from + ROWS_AN_INSERT);
}
