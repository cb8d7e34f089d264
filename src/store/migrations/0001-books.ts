/** The books. Portable by decree: text and integers only, ids from the program, organisation_id first in every key. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type Column = readonly [name: string, type: 'text' | 'bigint', nullable?: 'nullable'];

const text = (name: string): Column => [name, 'text'];
const whole = (name: string): Column => [name, 'bigint'];
const maybe = ([name, type]: Column): Column => [name, type, 'nullable'];

const BOOK = [text('organisation_id'), text('book')];

const TABLES: Readonly<
  Record<string, { readonly key: readonly string[]; readonly columns: readonly Column[] }>
> = {
  organisation: {
    key: ['organisation_id'],
    columns: [text('organisation_id'), text('name'), text('level'), whole('example')],
  },
  book: {
    key: ['organisation_id', 'book'],
    columns: [...BOOK, text('algorithm'), whole('seq'), text('hash')],
  },
  fact: {
    key: ['organisation_id', 'book', 'seq'],
    columns: [
      ...BOOK,
      whole('seq'),
      text('stream'),
      whole('version'),
      text('type'),
      whole('v'),
      text('at'),
      text('actor'),
      text('body'),
      text('prev_hash'),
      text('hash'),
    ],
  },
  person: {
    key: ['organisation_id', 'person_id'],
    columns: [
      text('organisation_id'),
      text('person_id'),
      text('salt'),
      text('number'),
      text('name'),
      text('details'),
    ],
  },
  text: {
    key: ['organisation_id', 'book', 'seq'],
    columns: [...BOOK, whole('seq'), text('salt'), text('content')],
  },
  policy: {
    key: ['organisation_id', 'book'],
    columns: [...BOOK, text('policy_id'), text('version'), text('sha256'), text('content')],
  },
  member: {
    key: ['organisation_id', 'person_id'],
    columns: [
      text('organisation_id'),
      text('person_id'),
      text('type'),
      text('joined_on'),
      maybe(text('left_on')),
      maybe(text('full_on')),
      maybe(text('exempt_from')),
      maybe(text('exempt_until')),
      maybe(text('exam_passed_on')),
      whole('version'),
    ],
  },
  entry: {
    key: ['organisation_id', 'book', 'entry_id'],
    columns: [
      ...BOOK,
      text('entry_id'),
      text('person_id'),
      whole('seq'),
      text('item'),
      text('day'),
      whole('period'),
      whole('amount'),
      maybe(text('incident')),
      maybe(text('achievement')),
      maybe(whole('reversed_seq')),
    ],
  },
  member_year: {
    key: ['organisation_id', 'book', 'person_id'],
    columns: [...BOOK, text('person_id'), text('score'), whole('version')],
  },
  command: {
    key: ['organisation_id', 'key'],
    columns: [text('organisation_id'), text('key'), text('request_hash'), text('outcome'), text('at')],
  },
};

async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, { key, columns }] of Object.entries(TABLES)) {
    let table = db.schema.createTable(name);
    for (const [column, type, nullable] of columns) {
      table = table.addColumn(column, type, (definition) => (nullable ? definition : definition.notNull()));
    }
    await table.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
  }
  await unique(db, 'fact', ['organisation_id', 'book', 'stream', 'version']);
  await unique(db, 'person', ['organisation_id', 'number']);
  await db.schema
    .createIndex('entry_by_person')
    .on('entry')
    .columns(['organisation_id', 'book', 'person_id'])
    .execute();
}

async function unique(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.at(-1)}`)
    .unique()
    .on(table)
    .columns(columns)
    .execute();
}

export const books: Migration = { up };
