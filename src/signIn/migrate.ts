/** Brings the tables of sign-in to this program's version, beside the books' own migrations and under names of their own. */
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { SignInFault } from './fault.ts';
import * as accounts from './migrations/0001-accounts.ts';
import type { SignInDatabase } from './ports.ts';

const TABLE = 'sign_in_migration';

/** Append only: a released one is never changed. `db` must be allowed to make tables. Throws a SignInFault when it fails. */
export async function migrateSignIn({ db, engine }: SignInDatabase): Promise<void> {
  const schema = engine === 'postgres' ? await currentSchema({ db, engine }) : undefined;
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({ '0001-accounts': { up: (target) => accounts.up(target, engine) } }),
    },
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const reason = error instanceof Error ? error.message : JSON.stringify(error);
  throw new SignInFault(
    `升级登录数据表未成功，数据仍是升级前的样子：${reason}。请排除原因后重新启动。`,
    error,
  );
}

/** PostgreSQL: the running role may work on every table, and may neither change nor remove a record of sign-ins. */
export async function grantSignIn(role: string, admin: SignInDatabase): Promise<void> {
  const grantee = sql.id(role);
  await sql`grant usage on schema ${sql.id(await currentSchema(admin))} to ${grantee}`.execute(admin.db);
  for (const table of accounts.TABLE_NAMES) {
    await sql`grant select, insert, update, delete on ${sql.id(table)} to ${grantee}`.execute(admin.db);
  }
  await sql`revoke update, delete, truncate on sign_in_audit from ${grantee}`.execute(admin.db);
}

async function currentSchema({ db }: SignInDatabase): Promise<string> {
  const { rows } = await sql<{ schema: string }>`select current_schema()::text as schema`.execute(db);
  return rows[0]?.schema ?? 'public';
}
