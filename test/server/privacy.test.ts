// The privacy notice and its acknowledgement; who looked at whom, told to that person alone; and what keeps them.
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import type { Look, LookCounted, NoticeAnswer } from '../../src/contract/privacy.ts';
import type { RouteMeta } from '../../src/contract/wire.ts';
import { isLook } from '../../src/server/looking.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { type Staffed, staffedBranch } from './branch.ts';
import { ENGINES, type Fresh, freshDatabase } from './database.ts';
import { Person } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

const code = (text: string) => (JSON.parse(text) as { code?: string }).code;
type Looks = { readonly days: number; readonly looks: readonly Look[]; readonly more: boolean };
type Counts = { readonly counts: readonly LookCounted[] };
type Who = { readonly who: { readonly notice: boolean } | null };

test('凡是写明是哪名党员的查看，都记一次查看', () => {
  const named = Object.entries(contract).filter(([, route]) => {
    const { method, path } = route['~orpc'].route;
    return (method ?? 'GET') === 'GET' && path?.includes('{member}');
  });
  expect(named.length).toBeGreaterThan(1);
  for (const [name, route] of named)
    expect(isLook(route['~orpc'].route, route['~orpc'].meta as RouteMeta), name).toBe(true);
});

describe.each(ENGINES)('%s', (engine) => {
  let database: Fresh;
  let serving: ServingWithin;
  let staffed: Staffed;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    serving = await serveWithin({ databaseUrl: database.url });
    staffed = await staffedBranch(serving);
  }, 60_000);
  afterAll(async () => {
    await serving.stop();
    await database.drop();
  });

  const looksOf = (person: Person) => person.done<Looks>('GET', 'api/me/looks');
  const yearOf = (number: string) =>
    `api/books/${staffed.branch.id}/years/2026/members/${staffed.branch.personId(number)}`;

  describe('告知书', () => {
    test('没有登录也读得到；有版本、依据、联系方式和权利', async () => {
      const nobody = new Person(serving.url);
      expect((await nobody.ask('GET', 'privacy')).status).toBe(200);
      const notice = await nobody.done<NoticeAnswer>('GET', 'api/privacy');
      expect(notice.toAcknowledge).toBe(false);
      expect(notice.contacts).toEqual([]);
      expect(notice.sections.map(({ heading }) => heading)).toEqual(
        expect.arrayContaining(['谁在处理', '为什么处理', '处理哪些信息', '保存多久', '您的权利']),
      );
      const text = JSON.stringify(notice);
      expect(text).toContain('第十七条');
      expect(text).toContain('400 天');
      expect(text).not.toMatch(/\{\w+\}/);
    });

    test('没有确认以前，自己的积分照样看得到；确认一次记一笔，再确认不多记', async () => {
      const { person } = staffed.member;
      expect((await person.done<Who>('GET', 'api/session')).who?.notice).toBe(true);
      expect((await person.ask('GET', yearOf('003'))).status).toBe(200);
      const { version, contacts } = await person.done<NoticeAnswer>('GET', 'api/privacy');
      expect(contacts.map(({ organisation }) => organisation)).toEqual(['城关镇财政所支部']);
      await person.done('POST', 'api/privacy/acknowledgement', { version });
      await person.done('POST', 'api/privacy/acknowledgement', { version });
      expect((await person.done<Who>('GET', 'api/session')).who?.notice).toBe(false);
      const facts = await serving.services.world.store.read((tx) =>
        tx.factsOfTypes(staffed.branch.id, 'register', ['privacyNoticeAcknowledged']),
      );
      expect(facts.map(({ stream, actor }) => [stream, actor])).toEqual([
        [`account:${staffed.branch.personId('003')}`, `person:${staffed.member.userId}`],
      ]);
      expect((await verify(serving.services.world)).wrong).toEqual([]);
    });

    test('别的版本不能确认；没有登录不能确认', async () => {
      const answer = await staffed.checker.person.ask('POST', 'api/privacy/acknowledgement', {
        version: '1999',
      });
      expect([answer.status, code(answer.text)]).toEqual([409, 'noticeChanged']);
      const nobody = await new Person(serving.url).ask('POST', 'api/privacy/acknowledgement', {
        version: '1999',
      });
      expect(nobody.status).toBe(401);
    });

    test('管理员不确认也照常办事；不在任何名册里的账号也能确认', async () => {
      expect((await staffed.security.done<Who>('GET', 'api/session')).who?.notice).toBe(true);
      const { userId, code: opening } = await staffed.security.done<{ userId: string; code: string }>(
        'POST',
        'api/accounts',
        { username: 'wuyun', name: '吴㙦' },
      );
      expect(userId).not.toBe('');
      const unlinked = new Person(serving.url);
      await unlinked.done('POST', 'api/session/code', {
        username: 'wuyun',
        code: opening,
        password: '另选-Fangxun-8812',
      });
      expect((await unlinked.done<Who>('GET', 'api/session')).who?.notice).toBe(true);
      const { version } = await unlinked.done<NoticeAnswer>('GET', 'api/privacy');
      await unlinked.done('POST', 'api/privacy/acknowledgement', { version });
      expect((await unlinked.done<Who>('GET', 'api/session')).who?.notice).toBe(false);
    });
  });

  describe('谁查看过', () => {
    test('记分员看了赵敏的一年、说明单和记录表：赵敏看得到是谁、什么职务、看了什么', async () => {
      await staffed.scorekeeper.person.done('GET', yearOf('003'));
      await staffed.scorekeeper.person.done('GET', `${yearOf('003')}/statements/year`);
      const paper = `papers/${staffed.branch.id}/2026/pointsRecord-${staffed.branch.personId('003')}`;
      expect((await staffed.scorekeeper.person.ask('GET', paper)).status).toBe(200);
      const { looks, days } = await looksOf(staffed.member.person);
      expect(days).toBe(400);
      const by = { name: '李梅', offices: ['记分员'], organisation: '城关镇财政所支部', everybody: false };
      const own = looks.filter(({ everybody }) => !everybody);
      expect(own).toEqual(own.map((look) => ({ ...look, ...by })));
      expect(own.map(({ what }) => what)).toContain('下载的表');
      expect(looks.filter(({ everybody }) => !everybody)).toHaveLength(3);
    });

    test('查看总表，支部每个人都看得到；看自己的不记', async () => {
      await staffed.scorekeeper.person.done('GET', `api/books/${staffed.branch.id}/years/2026`);
      await staffed.member.person.done('GET', yearOf('003'));
      const of = async (person: Person) => (await looksOf(person)).looks.filter((one) => one.everybody);
      expect(await of(staffed.member.person)).toMatchObject([{ name: '李梅' }]);
      expect(await of(staffed.checker.person)).toMatchObject([{ name: '李梅' }]);
      expect(await of(staffed.scorekeeper.person)).toEqual([]);
      expect((await looksOf(staffed.member.person)).looks.map(({ name }) => name)).not.toContain('赵敏');
    });

    test('被拒绝的查看不算查看；别的组织的人看不到这里的', async () => {
      const before = await looksOf(staffed.scorekeeper.person);
      expect((await staffed.member.person.ask('GET', yearOf('002'))).status).toBe(403);
      expect(await looksOf(staffed.scorekeeper.person)).toEqual(before);
      expect((await looksOf(staffed.security)).looks).toEqual([]);
    });

    test('安全审计员只看得到次数，别人连次数也看不到', async () => {
      const { counts } = await staffed.auditor.person.done<Counts>('GET', 'api/audit/looks');
      expect(counts).toContainEqual({
        organisation: '城关镇财政所支部',
        name: '李梅',
        people: 2,
        looks: expect.any(Number) as number,
      });
      for (const person of [staffed.scorekeeper.person, staffed.security, staffed.system])
        expect((await person.ask('GET', 'api/audit/looks')).status).toBe(403);
    });
  });
});

test('告知书的联系方式按组织填写', async () => {
  const { openServices } = await import('../../src/compose.ts');
  const { mkdtemp, rm } = await import('node:fs/promises');
  const folder = await mkdtemp('/tmp/jifen-contacts-');
  await writeFile(`${folder}/contacts.yaml`, '城关镇财政所支部: 支部书记李梅，办公室 302\n');
  const { contactOf, world } = await openServices({ dataDir: folder });
  expect(contactOf('城关镇财政所支部')).toBe('支部书记李梅，办公室 302');
  expect(contactOf('河东镇财政所支部')).toBe(contactOf());
  await world.store.close();
  await writeFile(`${folder}/contacts.yaml`, '- 一行\n');
  await expect(openServices({ dataDir: folder })).rejects.toThrow(/contacts\.yaml 不能使用/);
  await rm(folder, { recursive: true, force: true });
  expect(await readFile('privacy/notice.yaml', 'utf8')).toContain('{contact}');
});
