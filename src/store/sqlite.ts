/** The embedded engine: node:sqlite under kysely. Write-ahead log, and every commit is on disk before it is acknowledged. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDatabase,
  SqliteDriver,
} from 'kysely';
import type { Tables } from './tables.ts';

const BUSY_MILLISECONDS = 5_000;
const STATEMENTS_KEPT = 200;

/** The one connection that writes; creates the file. */
export function openWriting(file: string): Kysely<Tables> {
  const database = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS, enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma trusted_schema = off');
  return new Kysely({
    dialect: new EmbeddedDialect(asKyselyWants(database)),
    plugins: [new CamelCasePlugin()],
  });
}

/** A connection that cannot write, beside the one that does, in this process or another. The file must exist. */
export function openReading(file: string): Kysely<Tables> {
  const database = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS, readOnly: true });
  database.exec('pragma trusted_schema = off');
  return new Kysely({
    dialect: new ReadingDialect(asKyselyWants(database)),
    plugins: [new CamelCasePlugin()],
  });
}

/** node:sqlite with the few methods kysely's SqliteDialect calls; statements are compiled once. */
function asKyselyWants(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    if (prepared.size >= STATEMENTS_KEPT) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SQLInputValue[])),
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      };
    },
  };
}

class EmbeddedDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }

  /** SQLite's schema changes do roll back; with this, an interrupted migration leaves nothing half-done. */
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }
}

/** A transaction that begins by reading and then writes may find the file changed in between; this one writes from the start. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ReadingDialect extends SqliteDialect {
  constructor(database: SqliteDatabase) {
    super({ database });
  }
}
