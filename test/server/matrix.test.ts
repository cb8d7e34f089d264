// Every office, its twin in another branch, those above, the three administrators, a member, somebody without an office ×
// every route, reading and writing × own, oneself, a colleague, above, another's, none. What must come out is asked of the
// access table. A route needs no line here: its requests are made of the contract.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ABILITY_NAMES } from '../../src/domain/access.ts';
import { ENGINES } from './database.ts';
import { type Bureau, openBureau } from './matrix/bureau.ts';
import { type Answered, asked, cellsOf, type Wrong } from './matrix/cells.ts';
import { columnsFor, inputsAbout, namedIn } from './matrix/columns.ts';
import { extraAsked, SMUGGLED } from './matrix/extra.ts';
import { foreignAsked, idsTold, places } from './matrix/foreign.ts';
import { marksSeen } from './matrix/marks.ts';
import { openOracle, type Oracle } from './matrix/matter.ts';
import { type Outsider, outsiders } from './matrix/outside.ts';
import { ASKED, ROUTES, send, unasked } from './matrix/routes.ts';
import { type Known, seeded } from './matrix/seeds.ts';
import { Person } from './person.ts';
import type { Books } from './serving.ts';

/** Open to whoever comes: on the way to being signed in, or out. Nothing else is. */
const OPEN = [
  'session',
  'setUp',
  'signIn',
  'signInSecond',
  'redeemCode',
  'startOidc',
  'signOut',
  'changePassword',
  'enrolFactor',
  'confirmFactor',
  'privacyNotice',
];

/** One of each kind is enough to mend by: the same fault of a route in other rows and columns is only counted. */
function shown(wrong: readonly Wrong[]): string {
  const kinds = Map.groupBy(wrong, ({ route, fault }) => `${route} ${fault}`);
  return [...kinds.values()]
    .map(
      (same) =>
        `${same[0]?.row} · ${same[0]?.route} · ${same[0]?.column}：${same[0]?.fault}，${same[0]?.heard}（共 ${same.length} 格）`,
    )
    .join('\n');
}

describe('每一条地址', () => {
  test('都写明要什么权限', () => {
    const known: readonly (string | undefined)[] = [...ABILITY_NAMES, 'anyone', 'signedIn'];
    for (const { name, meta } of ROUTES) expect(known, name).toContain(meta.ability);
  });

  test('不登录就能用的，只有登录所需的这几条', () => {
    const open = ROUTES.filter(({ meta }) => meta.ability === 'anyone');
    expect(open.map(({ name }) => name)).toEqual(expect.arrayContaining(OPEN));
    expect(open).toHaveLength(OPEN.length);
  });

  test('合约以外给人看账册的，矩阵里也有', () => {
    expect(unasked()).toEqual([]);
  });
});

describe.each(ENGINES)('%s', (engine) => {
  let bureau: Bureau;
  let nobodies: readonly Outsider[];
  let oracle: Oracle;
  let ids: { readonly own: Known; readonly other: Known; readonly done: readonly string[] };
  const answers = new Map<string, readonly Answered[]>();
  beforeAll(async () => {
    bureau = await openBureau(engine, engine === 'sqlite');
    nobodies = await outsiders(bureau);
    ids = await seeded(bureau, await openOracle(bureau));
    oracle = await openOracle(bureau);
  });
  afterAll(() => bureau.stop());
  const personIn = (name: string) =>
    bureau.rows.find((row) => row.name === name)?.person ?? new Person(bureau.serving.url);

  test('该可以的可以；该拒绝的拒绝，什么都没有变；外支部的和没有的答复一样', {
    timeout: 600_000,
  }, async () => {
    const wrong: Wrong[] = [];
    for (const row of bureau.rows) {
      const told = await asked(bureau, row, await cellsOf(oracle, row, columnsFor(bureau, row, ids), ASKED));
      answers.set(row.name, told.answers);
      wrong.push(...told.wrong);
    }
    expect(shown(wrong)).toBe('');
  });

  test('看得到的文字，都是自己可以看的；外支部的一个字也看不到', async () => {
    const wrong: Wrong[] = [];
    let seen = 0;
    for (const row of bureau.rows) {
      const found = await marksSeen(bureau, row, answers.get(row.name) ?? []);
      wrong.push(...found.wrong);
      seen += found.seen;
    }
    expect(shown(wrong)).toBe('');
    expect(seen).toBeGreaterThan(30);
  });

  test('外支部的编号放在任何一处，都和没有的编号一样', { timeout: 600_000 }, async () => {
    const asked = places(bureau, ids.other);
    const heard = [...answers].flatMap(([name, all]) =>
      name.startsWith('本支部') ? all.map((one) => one.heard) : [],
    );
    const told = idsTold(ids.own, heard);
    const wrong: Wrong[] = [];
    let count = 0;
    for (const row of bureau.rows.filter(({ name }) => name.startsWith('外支部'))) {
      const found = await foreignAsked(bureau, oracle, row, { asked, ids: told });
      wrong.push(...found.wrong);
      count += found.count;
    }
    console.log(`${engine}：${asked.length} 处编号 × ${told.size} 种编号，问了 ${count} 次`);
    expect(shown(wrong)).toBe('');
    expect(count).toBeGreaterThan(200);
  });

  test('夹带的字段不起作用', { timeout: 300_000 }, async () => {
    const { wrong, count } = await extraAsked(bureau, oracle, ids.own);
    expect(shown(wrong)).toBe('');
    expect(count).toBeGreaterThan(8);
    expect(await bureau.behind.everything()).not.toContain(SMUGGLED);
    expect(({} as Record<string, unknown>)['smuggled']).toBeUndefined();
  });

  test('没有登录、已经停用、登录到一半的人：一律 401，什么都没有变', { timeout: 300_000 }, async () => {
    const wrong: Wrong[] = [];
    const before = await bureau.behind.state();
    for (const { name, person, token } of nobodies)
      for (const route of ASKED)
        for (const input of inputsAbout(route, namedIn(bureau.own), ids.own)) {
          const { status, text } = await send(person, route, input, token);
          if (status !== 401)
            wrong.push({
              row: name,
              route: route.name,
              column: '本支部',
              fault: '应当 401',
              heard: `${status} ${text.slice(0, 200)}`,
            });
        }
    expect(shown(wrong)).toBe('');
    expect(await bureau.behind.state()).toBe(before);
  });

  test('矩阵不是空的', () => {
    const lines = [...answers].map(([name, cells]) => {
      const allowed = cells.filter((one) => one.allowed).length;
      return { name, allowed, refused: cells.length - allowed };
    });
    const sum = (which: 'allowed' | 'refused') => lines.reduce((total, line) => total + line[which], 0);
    const [allowed, refused] = [sum('allowed'), sum('refused')];
    console.log(
      [
        `${engine}：${lines.length} 行 × ${ASKED.length} 条地址，${allowed} 格可以，${refused} 格拒绝；先登记成功的：${ids.done.join('、')}；有编号的：${[...ids.own.keys()].join('、')}`,
        ...lines.map((line) => `可以 ${line.allowed}，拒绝 ${line.refused}：${line.name}`),
      ].join('\n'),
    );
    expect(nobodies.length).toBe(4);
    expect(allowed).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(300);
  });

  test('账册名单只有自己可以查看的', async () => {
    const named = async (row: string) =>
      (await personIn(row).done<Books>('GET', 'api/books')).organisations.map(({ name }) => name);
    expect(await named('本支部：scorekeeper')).toEqual([bureau.own.name]);
    expect(await named('本支部：党委的committeeOfficer')).toContain(bureau.own.name);
    expect(await named('本支部：党委的committeeOfficer')).not.toContain(bureau.other.name);
    expect(await named('外支部：scorekeeper')).toEqual([bureau.other.name]);
    expect(await named('本支部：member')).toEqual([]);
  });
});
