/** Sign-in beside the books: signin.db in the data folder, or tables of its own in the server's database. */
import { join, resolve } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { People } from '../server/services.ts';
import { demandsFactor } from '../domain/office/secondFactor.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { World } from '../service/ports.ts';
import { actorOf } from '../service/views/officesOfUser.ts';
import { grantSignIn, migrateSignIn } from '../signIn/migrate.ts';
import { openSignIn, type SignIn } from '../signIn/open.ts';
import type { SignInDatabase } from '../signIn/ports.ts';
import type { SignInTables } from '../signIn/tables.ts';
import type { Place } from '../store/open.ts';
import { openPostgres } from '../store/postgres.ts';
import { openWriting } from '../store/sqlite.ts';
import { factorDemandFrom, settingsFrom } from './signInSettings.ts';

type Lost = (error: Error) => void;

/** Opened when first asked for: whoever only wants the books' routes makes no accounts. */
export function openPeople(place: Place, { now, newId, store }: World, lost: Lost): People {
  let kept: Promise<SignInDatabase> | undefined;
  const database = () => (kept ??= openDatabase(place, lost));
  const opening = Promise.withResolvers<SignIn>();
  const settings = settingsFrom(process.env);
  const demand = factorDemandFrom(process.env);
  const demandsSecondFactor = async (userId: string) => {
    if (demand === 'none') return false;
    const { offices } = await store.read((tx) => actorOf(tx, { userId, name: '' }, dayInShanghai(now())));
    return demandsFactor(
      demand,
      offices.map(({ office }) => office),
    );
  };
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
        demandsSecondFactor,
      };
      typed = origin;
      opening.resolve(await openSignIn(surroundings, { ...settings, origin }));
      return said;
    },
    opened: () => opening.promise,
    close: async () => (await kept)?.db.destroy(),
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
