// The copy of everything kept about oneself: whole, readable, and of nobody else.
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NoticeAnswer } from '../../src/contract/privacy.ts';
import { FACT_SHAPES } from '../../src/domain/fact.ts';
import { type Staffed, staffedBranch } from './branch.ts';
import { ENGINES, type Fresh, freshDatabase } from './database.ts';
import { Person } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

type Copy = {
  readonly 姓名: string;
  readonly 内容: readonly { readonly 名称: string; readonly 记录: readonly Record<string, string>[] }[];
};

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

  const copyOf = async (person: Person) => {
    const { status, text, headers } = await person.ask('GET', 'own-data/json');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    const copy = JSON.parse(text) as Copy;
    const part = (name: string) => copy.内容.find((one) => one.名称 === name)?.记录 ?? [];
    return { text, copy, part };
  };

  test('名册、登记事项、任职、积分、账号、登录、谁查看过，都在里面', async () => {
    const { person } = staffed.scorekeeper;
    const { version } = await person.done<NoticeAnswer>('GET', 'api/privacy');
    await person.done('POST', 'api/privacy/acknowledgement', { version });
    const own = `api/books/${staffed.branch.id}/years/2026/members/${staffed.branch.personId('002')}`;
    await staffed.checker.person.done('GET', own);
    const { copy, part } = await copyOf(person);
    expect(copy.姓名).toBe('李梅');
    expect(part('名册')).toMatchObject([{ 组织: '城关镇财政所支部', 编号: '002', 姓名: '李梅' }]);
    expect(part('登记事项').map(({ 事项 }) => 事项)).toEqual(
      expect.arrayContaining([
        '登记进名册',
        '登记一笔积分',
        '授予职务',
        '与账号对应',
        '确认已阅个人信息处理告知书',
      ]),
    );
    expect(part('登记事项').find(({ 事项 }) => 事项 === '授予职务')).toMatchObject({
      内容: expect.stringContaining('职务：记分员') as string,
      文字: '依据：支部大会',
      由谁登记: '启用登录以前的本机操作员',
    });
    expect(part('任职')).toMatchObject([{ 职务: '记分员', 自: '2026-01-01' }]);
    expect(part('各年积分')).toContainEqual({
      组织: '城关镇财政所支部',
      年度: '2026',
      阶段: '全年',
      项目: expect.any(String) as string,
      数: '44.00',
    });
    expect(part('账号')).toMatchObject([{ 用户名: 'limei', 姓名: '李梅' }]);
    expect(part('登录').length).toBeGreaterThan(0);
    expect(part('登录记录').map(({ 事项 }) => 事项)).toContain('建立账号');
    expect(part('谁查看过')).toMatchObject([{ 谁: '张建国', 当时的职务: '核对人' }]);
    expect(part('本人办理')).toContainEqual({
      组织: '城关镇财政所支部',
      事项: '确认已阅个人信息处理告知书',
      次数: '1',
    });
  });

  test('账册里写到本人的每一笔都在，别人的一笔也没有', async () => {
    const { text, part } = await copyOf(staffed.member.person);
    const { world } = serving.services;
    const [mine, others] = [staffed.branch.personId('003'), staffed.branch.personId('001')];
    const facts = await world.store.read(async (tx) => [
      ...(await tx.facts(staffed.branch.id, 'register', 0, 1_000)),
      ...(await tx.facts(staffed.branch.id, 'year-2026', 0, 1_000)),
    ]);
    const about = facts.filter(({ body }) => body.includes(mine) || body.includes(staffed.member.userId));
    expect(about.length).toBeGreaterThan(2);
    const numbers = new Set(part('登记事项').map((row) => row['账册和笔号']));
    expect(numbers).toEqual(new Set(about.map(({ book, seq }) => `${book} ${seq}`)));
    for (const foreign of [others, '张建国（', '李梅，', staffed.checker.userId, 'zhangjianguo'])
      expect(text).not.toContain(foreign);
    expect(FACT_SHAPES.length).toBeGreaterThan(10);
  });

  test('表格里每一部分一页，内容和数据一样；公式不会运行', async () => {
    const { person } = staffed.member;
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${serving.url}own-data/xlsx`, { headers: { cookie } });
    expect(response.status).toBe(200);
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const { copy } = await copyOf(person);
    expect(sheets.map(({ name }) => name)).toEqual(['说明', ...copy.内容.map(({ 名称 }) => 名称)]);
    expect(JSON.stringify(sheets[1]?.rows)).toContain('赵敏');
    expect(JSON.stringify(sheets)).not.toContain('"formula"');
  });

  test('没有登录的人没有；只有这两种文件；管理员也只有自己的', async () => {
    const nobody = new Person(serving.url);
    expect((await nobody.ask('GET', 'own-data/json')).status).toBe(401);
    expect((await staffed.member.person.ask('GET', 'own-data/csv')).status).toBe(404);
    const { text, part } = await copyOf(staffed.security);
    expect(part('各年积分')).toEqual([]);
    expect(text).not.toContain('赵敏');
  });
});
