/** Sign-in beside the books: signin.db in the data folder, or tables of its own in the server's database. */
import { join, resolve } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { People } from '../server/services.ts';
import type { World } from '../service/ports.ts';
import { SignInFault } from '../signIn/fault.ts';
import { grantSignIn, migrateSignIn } from '../signIn/migrate.ts';
import { openSignIn, type SignIn } from '../signIn/open.ts';
import { DEFAULTS, type SignInDatabase, type SignInSettings } from '../signIn/ports.ts';
import type { SignInTables } from '../signIn/tables.ts';
import type { Place } from '../store/open.ts';
import { openPostgres } from '../store/postgres.ts';
import { openWriting } from '../store/sqlite.ts';

type Lost = (error: Error) => void;

/** Opened when first asked for: whoever only wants the books' routes makes no accounts. */
export function openPeople(place: Place, { now, newId }: World, lost: Lost): People {
  let kept: Promise<SignInDatabase> | undefined;
  const database = () => (kept ??= openDatabase(place, lost));
  const opening = Promise.withResolvers<SignIn>();
  const settings = settingsFrom(process.env);
  let typed = '';
  return {
    passwords: settings.passwords,
    isSetUp: async () => {
      const { db } = await database();
      return (await db.selectFrom('signInUser').select('id').limit(1).executeTakeFirst()) !== undefined;
    },
    origin: () => typed,
    open: async (origin) => {
      const said: string[] = [];
      const surroundings = {
        ...(await database()),
        dataDir: resolve(place.dataDir),
        now,
        newId,
        say: (line: string) => void said.push(line),
        demandsSecondFactor: async () => false,
      };
      typed = origin;
      opening.resolve(await openSignIn(surroundings, { ...settings, origin }));
      return said;
    },
    opened: () => opening.promise,
    close: async () => (await kept)?.db.destroy(),
  };
}

function settingsFrom({
  PASSWORDS,
  PROXIES,
  SIGNIN_SECRET,
}: Record<string, string | undefined>): Omit<SignInSettings, 'origin'> {
  if (PASSWORDS !== undefined && !['', 'dengbao', 'nist'].includes(PASSWORDS))
    throw new SignInFault(`PASSWORDS 应为 dengbao 或 nist，现为“${PASSWORDS}”。`);
  return {
    ...DEFAULTS,
    passwords: PASSWORDS === 'nist' ? 'nist' : 'dengbao',
    proxies: (PROXIES ?? '').split(/[\s,]+/).filter((address) => address !== ''),
    ...(SIGNIN_SECRET ? { secret: SIGNIN_SECRET } : {}),
  };
}

async function openDatabase({ url, adminUrl, dataDir }: Place, lost: Lost): Promise<SignInDatabase> {
  if (!url) {
    const embedded: SignInDatabase = {
      db: tablesOf(openWriting(join(resolve(dataDir), 'signin.db'))),
      engine: 'sqlite',
    };
    await migrateSignIn(embedded);
    return embedded;
  }
  const running: SignInDatabase = { db: tablesOf(openPostgres(url, lost)), engine: 'postgres' };
  const owner = adminUrl ? { ...running, db: tablesOf(openPostgres(adminUrl, lost)) } : running;
  try {
    if (owner !== running || !(await belongsToAnother(running))) {
      await migrateSignIn(owner);
      const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(running.db);
      await grantSignIn(rows[0]?.role ?? '', owner);
    }
  } finally {
    if (owner !== running) await owner.db.destroy();
  }
  return running;
}

/** The tables are there and another role made them: nothing for this role to bring up. */
async function belongsToAnother({ db }: SignInDatabase): Promise<boolean> {
  const { rows } = await sql<{ foreign: boolean }>`
    select tableowner <> current_user as foreign from pg_catalog.pg_tables
    where schemaname = current_schema() and tablename = 'sign_in_audit'`.execute(db);
  return rows[0]?.foreign === true;
}

/** Both engines map names alike; which tables are meant is the room's own business. */
const tablesOf = (db: unknown) => db as Kysely<SignInTables>;
