// PostgreSQL itself keeps the running role from changing a fact (promises L1).
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/service/verify/verify.ts';
import { open, type Place } from '../../src/store/open.ts';
import { BRANCH, imported, importing } from './branch.ts';
import { type Engine, engines, newWorld, SURROUNDINGS } from './engines.ts';

const server = engines.find(({ name }) => name === 'postgres');
const CHANGES = [
  'update fact set body = body',
  'delete from fact',
  'truncate fact',
  'alter table fact add column x text',
  'drop table fact',
];

describe.skipIf(server === undefined)('the running role on PostgreSQL', () => {
  const role = `jifen_role_${randomUUID().replaceAll('-', '')}`;
  let made: Awaited<ReturnType<Engine['newPlace']>>;
  let place: Place;
  beforeAll(async () => {
    made = await (server as Engine).newPlace();
    await made.sql(`create role ${role} login password 'x'`);
    const url = new URL(made.place.url as string);
    const adminUrl = url.href;
    url.username = role;
    url.password = 'x';
    place = { url: url.href, adminUrl, dataDir: '' };
  });
  afterAll(async () => {
    await made.sql(`drop owned by ${role}`);
    await made.remove();
    await (server as Engine).newPlace().then(async (other) => {
      await other.sql(`drop role ${role}`);
      await other.remove();
    });
  });

  const asRole = async (text: string) => {
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    try {
      await client.query(text);
      return 'allowed';
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await client.end();
    }
  };

  it('without DATABASE_ADMIN_URL and without tables, says what is missing', async () => {
    await expect(open({ ...place, adminUrl: undefined }, SURROUNDINGS)).rejects.toThrow(
      /升级数据表未成功.*permission denied.*请设置 DATABASE_ADMIN_URL/,
    );
  });

  it('with it, keeps books it cannot rewrite', async () => {
    const world = await newWorld(place);
    await imported(world, importing());
    expect((await verify(world)).sound).toBe(true);
    await world.store.close();
    for (const change of CHANGES) expect(`${change}: ${await asRole(change)}`).toBe(`${change}: 42501`);
    expect(await asRole('select count(*) from fact')).toBe('allowed');
  });

  it('opens books made by the other role without it', async () => {
    const world = await newWorld({ ...place, adminUrl: undefined });
    expect((await verify(world)).facts).toBe(14);
    await world.store.close();
  });
});

describe.skipIf(server === undefined)('a server that breaks every connection', () => {
  it('fails the transaction under way and nothing else: the next one goes through', async () => {
    const made = await (server as Engine).newPlace();
    const world = await newWorld(made.place);
    await imported(world, importing());
    const breakAll = () =>
      made.sql(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    const underWay = world.store.write(async (tx) => {
      await tx.clearViews(BRANCH);
      await breakAll();
      return tx.members(BRANCH, {});
    });
    await expect(underWay).rejects.toThrow(/connection/i);
    expect((await verify(world)).wrong).toEqual([]);
    await world.store.close();
    await made.remove();
  });
});
