/** Beside the books: how far an account has read its messages, and which day's digest of an organisation was taken to be sent. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  let marks = db.schema.createTable('message_mark');
  const key = ['organisation_id', 'book', 'user_id'];
  for (const column of key) marks = marks.addColumn(column, 'text', (one) => one.notNull());
  await marks
    .addColumn('seq', 'bigint', (one) => one.notNull())
    .addPrimaryKeyConstraint('message_mark_key', key as never)
    .execute();
  await db.schema.createIndex('message_mark_by_user').on('message_mark').columns(['user_id']).execute();

  let digests = db.schema.createTable('digest');
  for (const column of ['organisation_id', 'day', 'state', 'at'])
    digests = digests.addColumn(column, 'text', (one) => one.notNull());
  await digests
    .addColumn('attempts', 'bigint', (one) => one.notNull())
    .addPrimaryKeyConstraint('digest_key', ['organisation_id', 'day'] as never)
    .execute();
}

export const marksAndDigests: Migration = { up };
