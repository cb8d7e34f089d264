/** Who may do what inside PostgreSQL: the running role reads and adds facts, and can neither change nor remove one (promises L1). */
import { sql } from 'kysely';
import type { Database } from './tables.ts';

const MUTABLE = ['organisation', 'book', 'person', 'text', 'policy', 'member', 'entry', 'member_year', 'command'];

/** `admin` owns the tables; `role` is the one the program runs as. It may be the owner itself: an owner's own rights are taken too. */
export async function grantTo(role: string, admin: Database): Promise<void> {
  const grantee = sql.id(role);
  const schema = await currentSchema(admin);
  await sql`grant usage on schema ${sql.id(schema)} to ${grantee}`.execute(admin);
  for (const table of MUTABLE) {
    await sql`grant select, insert, update, delete on ${sql.id(table)} to ${grantee}`.execute(admin);
  }
  await sql`revoke update, delete, truncate on fact from ${grantee}`.execute(admin);
  await sql`grant select, insert on fact to ${grantee}`.execute(admin);
  await sql`grant select on kysely_migration to ${grantee}`.execute(admin);
}

export async function currentRole(db: Database): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(db);
  return rows[0]?.role ?? '';
}

export async function currentSchema(db: Database): Promise<string> {
  const { rows } = await sql<{ schema: string }>`select current_schema()::text as schema`.execute(db);
  return rows[0]?.schema ?? 'public';
}
