/** Views of who belongs where and holds what. As portable as the books: text and integers, organisation_id first in every key. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type Table = {
  readonly key: readonly string[];
  readonly text: readonly string[];
  readonly nullable: readonly string[];
  readonly whole: readonly string[];
  readonly nullableWhole: readonly string[];
};

const TABLES: Readonly<Record<string, Table>> = {
  organisation_place: {
    key: ['organisation_id'],
    text: [],
    nullable: ['parent_id'],
    whole: [],
    nullableWhole: [],
  },
  person_account: {
    key: ['organisation_id', 'person_id'],
    text: [],
    nullable: ['user_id'],
    whole: [],
    nullableWhole: [],
  },
  office: {
    key: ['organisation_id', 'office_id'],
    text: ['office', 'person_id', 'since'],
    nullable: ['scope', 'last_day', 'ended_on', 'deputy_of'],
    whole: ['seq'],
    nullableWhole: ['ended_seq'],
  },
};

async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, { key, text, nullable, whole, nullableWhole }] of Object.entries(TABLES)) {
    let table = db.schema.createTable(name);
    for (const column of [...key, ...text]) table = table.addColumn(column, 'text', (one) => one.notNull());
    for (const column of nullable) table = table.addColumn(column, 'text');
    for (const column of whole) table = table.addColumn(column, 'bigint', (one) => one.notNull());
    for (const column of nullableWhole) table = table.addColumn(column, 'bigint');
    await table.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
  }
  await db.schema.createIndex('person_account_by_user').on('person_account').column('user_id').execute();
  await db.schema
    .createIndex('office_by_person')
    .on('office')
    .columns(['organisation_id', 'person_id'])
    .execute();
}

export const offices: Migration = { up };
