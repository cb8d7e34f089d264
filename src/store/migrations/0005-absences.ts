/** The view of offices learns who gave each one, and when its holder is away: both stand in the facts already there. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('office')
    .addColumn('given_by', 'text', (one) => one.notNull().defaultTo(''))
    .execute();
  for (const column of ['away_from', 'away_until'])
    await db.schema.alterTable('office').addColumn(column, 'text').execute();
  await sql`
    update office set given_by = (
      select fact.actor from fact
      where fact.organisation_id = office.organisation_id and fact.book = 'register' and fact.seq = office.seq
    )
    where exists (
      select 1 from fact
      where fact.organisation_id = office.organisation_id and fact.book = 'register' and fact.seq = office.seq
    )`.execute(db);
}

export const absences: Migration = { up };
