// Signing in over HTTP: who may ask what before and after set-up, whose page a change comes from, and how a session ends.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type Fresh, freshDatabase } from './database.ts';
import { type Code, PASSWORD, Person, redeemed, setUp } from './person.ts';
import { type Serving, serveWithin } from './serving.ts';

const code = (text: string) => (JSON.parse(text) as { code?: string }).code;
type Who = { readonly who: { readonly name: string; readonly offices: readonly unknown[] } | null };

describe.each(ENGINES)('%s', (engine) => {
  let serving: Serving;
  let database: Fresh;
  let security: Person;
  let zhao: Code;
  let person: Person;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    serving = await serveWithin({ databaseUrl: database.url });
    ({ security } = await setUp(serving.url, serving.setUpToken));
    zhao = await security.done<Code>('POST', 'api/accounts', { username: 'zhaomin', name: '赵敏' });
    person = await redeemed(serving.url, 'zhaomin', zhao.code);
  });
  afterAll(async () => {
    await serving.stop();
    await database.drop();
  });

  describe('启用登录以后', () => {
    test('没有登录：接口 401，页面转到登录页，登录页打得开', async () => {
      const nobody = new Person(serving.url);
      const books = await nobody.ask('GET', 'api/books');
      expect([books.status, code(books.text)]).toEqual([401, 'notSignedIn']);
      expect(books.headers.get('content-type')).toContain('application/problem+json');
      const page = await nobody.ask('GET', 'books');
      expect([page.status, page.headers.get('location')]).toEqual([302, '/sign-in']);
      expect((await nobody.ask('GET', 'sign-in')).status).toBe(200);
    });

    test('设置口令只能用一次', async () => {
      const again = await new Person(serving.url).ask('POST', 'api/setup', {
        token: serving.setUpToken,
        securityAdministrator: { username: 'wuyun', name: '吴㙦', password: PASSWORD },
        systemAdministrator: { username: 'liuyang', name: '刘洋' },
      });
      expect([again.status, code(again.text)]).toEqual([403, 'setupTokenWrong']);
    });

    test('两名管理员的职务记在账上', async () => {
      const { who } = await security.done<Who>('GET', 'api/session');
      expect(who).toMatchObject({
        name: '孙丽',
        offices: [{ organisation: { id: 'machine' }, office: { id: 'securityAdministrator' } }],
      });
    });

    test('名字不对和密码不对，答复一样', async () => {
      const answers = await Promise.all(
        ['zhaomin', 'nobody-here'].map((username) =>
          new Person(serving.url).ask('POST', 'api/session', { username, password: '不是这个-Mima-1' }),
        ),
      );
      expect(answers[0]?.status).toBe(401);
      expect(answers[0]?.text).toBe(answers[1]?.text);
    });

    test('会话的 cookie 脚本读不到，不跨站发送', async () => {
      const fresh = new Person(serving.url);
      const { headers } = await fresh.ask('POST', 'api/session', { username: 'sunli', password: PASSWORD });
      const cookie = headers.getSetCookie().find((one) => one.startsWith('jifen-plain.session_token='));
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
    });
  });

  describe('别的网页不能借用登录', () => {
    const change = (headers: Record<string, string>) =>
      person.ask('POST', 'api/me/sessions/end', { which: 'others' }, headers);

    test.each([
      ['没有页面令牌', { 'x-jifen-token': '' }, 'formTokenMissing'],
      ['别人的页面令牌', { 'x-jifen-token': 'a'.repeat(64) }, 'formTokenMissing'],
      ['别的网站', { origin: 'https://evil.example' }, 'foreignOrigin'],
      ['没有来源的网页', { origin: 'null' }, 'foreignOrigin'],
    ])('%s：403', async (_name, headers, expected) => {
      const answer = await change(headers);
      expect([answer.status, code(answer.text)]).toEqual([403, expected]);
    });

    test('自己的页面：可以', async () => {
      expect((await change({})).status).toBe(200);
    });
  });

  describe('会话的结束', () => {
    test('退出后，旧的 cookie 不再有效', async () => {
      const other = new Person(serving.url);
      await other.done('POST', 'api/session', { username: 'zhaomin', password: PASSWORD });
      const kept = new Map(other.cookies);
      await other.done('POST', 'api/session/end');
      for (const [name, value] of kept) other.cookies.set(name, value);
      expect((await other.ask('GET', 'api/books')).status).toBe(401);
    });

    test('改密码后，别处的登录全部结束，本处照用', async () => {
      const other = new Person(serving.url);
      await other.done('POST', 'api/session', { username: 'zhaomin', password: PASSWORD });
      const next = '另选-Fangxun-8812';
      await person.done('POST', 'api/me/password', { current: PASSWORD, next });
      expect((await other.ask('GET', 'api/books')).status).toBe(401);
      expect((await person.ask('GET', 'api/books')).status).toBe(200);
    });

    test('停用后，下一个请求就被拒绝；恢复后要重新登录', async () => {
      expect((await person.ask('GET', 'api/books')).status).toBe(200);
      await security.done('POST', `api/accounts/${zhao.userId}/suspension`);
      expect((await person.ask('GET', 'api/books')).status).toBe(401);
      await security.done('POST', `api/accounts/${zhao.userId}/suspension/end`);
      expect((await person.ask('GET', 'api/books')).status).toBe(401);
    });

    test('不能停用自己，也不能停用最后一名系统管理员', async () => {
      const { accounts } = await security.done<{ accounts: { userId: string; username: string }[] }>(
        'GET',
        'api/accounts',
      );
      const idOf = (username: string) => accounts.find((one) => one.username === username)?.userId ?? '';
      const own = await security.ask('POST', `api/accounts/${idOf('sunli')}/suspension`);
      expect([own.status, code(own.text)]).toEqual([403, 'ownMatter']);
      const last = await security.ask('POST', `api/accounts/${idOf('zhoutao')}/suspension`);
      expect(code(last.text)).toBe('lastAdministrator');
    });
  });
});
