/** Who may do what inside PostgreSQL: the running role reads and adds facts, and can neither change nor remove one (promises L1). */
import { sql } from 'kysely';
import type { Database } from './tables.ts';

const MUTABLE = [
  'organisation',
  'book',
  'person',
  'text',
  'policy',
  'member',
  'entry',
  'member_year',
  'organisation_place',
  'person_account',
  'office',
  'command',
  'working_paper',
  'look',
  'message_mark',
  'digest',
  'objection',
  'objection_file',
  'evidence',
];

/**
 * `admin` owns the tables; `role` is the one the program runs as. It may be the owner itself: an owner's own rights are taken
 * too. Programs that start together wait for each other here: PostgreSQL refuses two grants on one table at the same moment.
 */
export async function grantTo(role: string, admin: Database): Promise<void> {
  const schema = await currentSchema(admin);
  await admin.transaction().execute(async (tx) => {
    await sql`lock table kysely_migration in share row exclusive mode`.execute(tx);
    const grantee = sql.id(role);
    await sql`grant usage on schema ${sql.id(schema)} to ${grantee}`.execute(tx);
    for (const table of MUTABLE) {
      await sql`grant select, insert, update, delete on ${sql.id(table)} to ${grantee}`.execute(tx);
    }
    await sql`revoke update, delete, truncate on fact from ${grantee}`.execute(tx);
    await sql`grant select, insert on fact to ${grantee}`.execute(tx);
    await sql`grant select on kysely_migration to ${grantee}`.execute(tx);
  });
}

/** Whether the role of this connection may grant: a running role that does not own the tables leaves that to the other. */
export async function ownsFacts(db: Database): Promise<boolean> {
  const { rows } = await sql<{ owns: boolean }>`
    select tableowner = current_user as owns from pg_catalog.pg_tables
    where schemaname = current_schema() and tablename = 'fact'`.execute(db);
  return rows[0]?.owns === true;
}

export async function currentRole(db: Database): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(db);
  return rows[0]?.role ?? '';
}

export async function currentSchema(db: Database): Promise<string> {
  const { rows } = await sql<{ schema: string }>`select current_schema()::text as schema`.execute(db);
  return rows[0]?.schema ?? 'public';
}
