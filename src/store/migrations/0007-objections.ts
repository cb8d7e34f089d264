/** 异议 beside the books: who objected and in what words stands here alone, sealed; organisation_id first in every key. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const KEY = ['organisation_id', 'objection_id'];
const TEXT = ['person_id', 'notice_id', 'handed_in_on', 'how', 'objector', 'words'];
/** Each comes once in an organisation. */
const HASHES = ['receipt_hash', 'form_hash'];

async function up(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('objection');
  for (const column of [...KEY, ...TEXT, ...HASHES])
    table = table.addColumn(column, 'text', (one) => one.notNull());
  for (const column of ['year', 'period']) table = table.addColumn(column, 'bigint', (one) => one.notNull());
  await table.addPrimaryKeyConstraint('objection_key', KEY as never).execute();
  for (const column of HASHES)
    await db.schema
      .createIndex(`objection_by_${column}`)
      .unique()
      .on('objection')
      .columns(['organisation_id', column])
      .execute();
  await db.schema.createIndex('objection_by_day').on('objection').columns(['handed_in_on']).execute();

  let files = db.schema.createTable('objection_file');
  for (const column of [...KEY, 'label', 'content'])
    files = files.addColumn(column, 'text', (one) => one.notNull());
  for (const column of ['number', 'size']) files = files.addColumn(column, 'bigint', (one) => one.notNull());
  await files.addPrimaryKeyConstraint('objection_file_key', [...KEY, 'number'] as never).execute();
}

export const objections: Migration = { up };
