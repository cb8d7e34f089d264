/** Brings the tables to this program's version. Safe when interrupted at any step and when two processes start together. */
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreFault } from './fault.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Database } from './tables.ts';

/** `schema`: where PostgreSQL keeps the tables, so that another schema's migrations are not taken for ours. */
export async function migrate(db: Database, schema?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  await refuseNewer(db);
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  await refuseNewer(db);
  const mend = (error as { code?: unknown }).code === NOT_PERMITTED ? MEND_RIGHTS : '请排除原因后重新启动。';
  throw new StoreFault(
    'migrationFailed',
    `升级数据表未成功，数据仍是升级前的样子：${reasonOf(error)}。${mend}`,
    error,
  );
}

/** Whether nothing is left to do. Refuses tables of a newer program. */
export async function isMigrated(db: Database): Promise<boolean> {
  await refuseNewer(db);
  return (await pending(db)).length === 0;
}

/** For a role that may not alter tables: they must be there already, and be ours. */
export async function requireMigrated(db: Database): Promise<void> {
  await refuseNewer(db);
  const missing = await pending(db);
  if (missing.length === 0) return;
  throw new StoreFault(
    'schemaMissing',
    `账册的数据表还没有建成（缺 ${missing.join('、')}）。请先用本程序正常启动一次；PostgreSQL 的运行账号无权建表时，请设置 DATABASE_ADMIN_URL。`,
  );
}

async function pending(db: Database): Promise<string[]> {
  const done = await executed(db);
  return Object.keys(MIGRATIONS).filter((name) => !done.includes(name));
}

async function refuseNewer(db: Database): Promise<void> {
  const unknown = (await executed(db)).filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length === 0) return;
  throw new StoreFault(
    'schemaNewer',
    `这些账册已由较新版本的程序升级过（${unknown.join('、')}），本程序较旧，不能打开。请改用较新的版本，或恢复升级前的备份。`,
  );
}

async function executed(db: Database): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map(({ name }) => name);
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  }
}

const NOT_PERMITTED = '42501';
const MEND_RIGHTS = '运行账号无权建表，请设置 DATABASE_ADMIN_URL，由有权的账号建表。';

const UNDEFINED_TABLE = '42P01';

function isMissingTable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === UNDEFINED_TABLE || (typeof message === 'string' && message.startsWith('no such table'));
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
