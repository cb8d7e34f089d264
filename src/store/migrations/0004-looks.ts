/** 查看记录 beside the books: who read what about whom. Unchained, and gone after the time it is kept for. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const KEY = ['organisation_id', 'person_id', 'at', 'user_id', 'what'];

async function up(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('look');
  for (const column of KEY) table = table.addColumn(column, 'text', (one) => one.notNull());
  await table.addPrimaryKeyConstraint('look_key', KEY as never).execute();
  await db.schema.createIndex('look_by_time').on('look').columns(['at']).execute();
}

export const looks: Migration = { up };
