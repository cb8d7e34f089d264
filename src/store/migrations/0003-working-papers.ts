/** Working papers beside the chain, and facts found by their type: a page folds the facts of one kind, never the book. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const KEY = ['organisation_id', 'kind', 'paper_id'];

async function up(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('working_paper');
  for (const column of [...KEY, 'content', 'saved_at', 'saved_by'])
    table = table.addColumn(column, 'text', (one) => one.notNull());
  await table
    .addColumn('version', 'bigint', (one) => one.notNull())
    .addPrimaryKeyConstraint('working_paper_key', KEY as never)
    .execute();
  await db.schema
    .createIndex('fact_by_type')
    .on('fact')
    .columns(['organisation_id', 'book', 'type'])
    .execute();
}

export const workingPapers: Migration = { up };
