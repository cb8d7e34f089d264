/** 依据材料 beside the chain: which file was brought to whose matter, by whom. The files lie in the data folder by their content. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const KEY = ['organisation_id', 'book', 'period', 'person_id', 'evidence_id', 'purpose', 'added_by'];

async function up(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('evidence');
  for (const column of [...KEY, 'added_at', 'name', 'kind', 'size', 'flags'])
    table = table.addColumn(column, column === 'period' || column === 'size' ? 'bigint' : 'text', (one) =>
      one.notNull(),
    );
  await table.addPrimaryKeyConstraint('evidence_key', KEY as never).execute();
  await db.schema.createIndex('evidence_by_id').on('evidence').columns(['evidence_id']).execute();
}

export const evidence: Migration = { up };
