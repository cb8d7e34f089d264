/** Accounts, sessions, counters and the record of sign-ins. Instants of better-auth's own tables have the engine's type. */
import type { Kysely, SqlBool } from 'kysely';
import { sql } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** name, kind, and whether it may be empty (`?`). */
type Column = readonly [name: string, kind: 'text' | 'whole' | 'instant' | 'flag', may?: '?'];
type Table = {
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly unique?: readonly string[];
};

const id: Column = ['id', 'text'];
const userId: Column = ['user_id', 'text'];
const times: readonly Column[] = [
  ['created_at', 'instant'],
  ['updated_at', 'instant'],
];

const TABLES: Readonly<Record<string, Table>> = {
  sign_in_user: {
    key: ['id'],
    unique: ['email', 'username'],
    columns: [
      id,
      ['name', 'text'],
      ['email', 'text'],
      ['email_verified', 'flag'],
      ['image', 'text', '?'],
      ['username', 'text'],
      ['display_username', 'text', '?'],
      ['two_factor_enabled', 'flag'],
      ['suspended_at', 'text', '?'],
      ['password_set_at', 'text', '?'],
      ['founding', 'text', '?'],
      ...times,
    ],
  },
  sign_in_session: {
    key: ['id'],
    unique: ['token'],
    columns: [
      id,
      userId,
      ['token', 'text'],
      ['expires_at', 'instant'],
      ['ip_address', 'text', '?'],
      ['user_agent', 'text', '?'],
      ['started_at', 'text'],
      ['seen_at', 'text'],
      ['proved_at', 'text'],
      ['second_factor_at', 'text', '?'],
      ['way', 'text'],
      ['office', 'text', '?'],
      ...times,
    ],
  },
  sign_in_account: {
    key: ['id'],
    columns: [
      id,
      userId,
      ['account_id', 'text'],
      ['provider_id', 'text'],
      ['access_token', 'text', '?'],
      ['refresh_token', 'text', '?'],
      ['id_token', 'text', '?'],
      ['access_token_expires_at', 'instant', '?'],
      ['refresh_token_expires_at', 'instant', '?'],
      ['scope', 'text', '?'],
      ['password', 'text', '?'],
      ...times,
    ],
  },
  sign_in_two_factor: {
    key: ['id'],
    unique: ['user_id'],
    columns: [
      id,
      userId,
      ['secret', 'text'],
      ['backup_codes', 'text'],
      ['verified', 'flag'],
      ['failed_verification_count', 'whole', '?'],
      ['locked_until', 'instant', '?'],
    ],
  },
  sign_in_verification: {
    key: ['id'],
    columns: [id, ['identifier', 'text'], ['value', 'text'], ['expires_at', 'instant'], ...times],
  },
  sign_in_desk_code: { key: ['user_id'], columns: [userId, ['code_hash', 'text'], ['expires_at', 'text']] },
  sign_in_former_password: {
    key: ['id'],
    columns: [id, userId, ['set_at', 'text'], ['password', 'text']],
  },
  sign_in_known_place: {
    key: ['user_id', 'place'],
    columns: [userId, ['place', 'text'], ['last_seen_at', 'text']],
  },
  sign_in_attempt: {
    key: ['key'],
    columns: [
      ['key', 'text'],
      ['failures', 'whole'],
      ['window_from', 'whole'],
      ['consecutive', 'whole'],
      ['locks', 'whole'],
      ['blocked_until', 'whole'],
    ],
  },
  sign_in_spent_code: {
    key: ['key'],
    columns: [
      ['key', 'text'],
      ['until', 'whole'],
    ],
  },
  sign_in_setup: { key: ['id'], columns: [id, ['done_at', 'text']] },
  sign_in_audit: {
    key: ['id'],
    columns: [
      id,
      ['at', 'text'],
      ['act', 'text'],
      ['result', 'text'],
      ['who', 'text', '?'],
      ['account', 'text', '?'],
      ['address', 'text'],
      ['user_agent', 'text'],
      ['detail', 'text'],
    ],
  },
};

/** Every table of this room, for the rights of the running role. */
export const TABLE_NAMES = Object.keys(TABLES);

const TYPES = {
  sqlite: { text: 'text', whole: 'bigint', instant: 'text', flag: 'integer' },
  postgres: { text: 'text', whole: 'bigint', instant: 'timestamptz', flag: 'boolean' },
} as const;

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const no = engine === 'sqlite' ? sql<SqlBool>`0` : sql<SqlBool>`false`;
  for (const [name, { key, columns, unique = [] }] of Object.entries(TABLES)) {
    let table = db.schema.createTable(name);
    for (const [column, kind, may] of columns) {
      table = table.addColumn(column, TYPES[engine][kind], (definition) => {
        const full = may === '?' ? definition : definition.notNull();
        return kind === 'flag' ? full.defaultTo(no) : full;
      });
    }
    await table.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
    for (const column of unique) {
      await db.schema.createIndex(`${name}_by_${column}`).unique().on(name).column(column).execute();
    }
  }
  await db.schema
    .createIndex('sign_in_known_place_by_place')
    .on('sign_in_known_place')
    .column('place')
    .execute();
  await db.schema
    .createIndex('sign_in_former_password_by_user')
    .on('sign_in_former_password')
    .column('user_id')
    .execute();
  await db.schema.createIndex('sign_in_session_by_user').on('sign_in_session').column('user_id').execute();
  await db.schema
    .createIndex('sign_in_verification_by_identifier')
    .on('sign_in_verification')
    .column('identifier')
    .execute();
  await db.schema.createIndex('sign_in_account_by_user').on('sign_in_account').column('user_id').execute();
  await db.schema
    .createIndex('sign_in_account_by_subject')
    .unique()
    .on('sign_in_account')
    .columns(['provider_id', 'account_id'])
    .execute();
  await db.schema
    .createIndex('sign_in_audit_by_account')
    .on('sign_in_audit')
    .columns(['account', 'at'])
    .execute();
}
