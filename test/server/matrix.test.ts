// Every office, its twin in another branch, those above, the three administrators, a member, somebody without an office ×
// every route, reading and writing × own, oneself, a colleague, above, another's, none. What must come out is asked of the
// access table. A route needs no line here: its requests are made of the contract.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ABILITY_NAMES } from '../../src/domain/access.ts';
import { ENGINES } from './database.ts';
import { type Bureau, openBureau } from './matrix/bureau.ts';
import { type Answered, asked, cellsOf, type Wrong } from './matrix/cells.ts';
import { columnsFor, inputsIn } from './matrix/columns.ts';
import { openOracle } from './matrix/matter.ts';
import { type Outsider, outsiders } from './matrix/outside.ts';
import { ASKED, ROUTES, send, unasked } from './matrix/routes.ts';
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
    expect(open.map(({ name }) => name)).toEqual(OPEN);
  });

  test('合约以外给人看账册的，矩阵里也有', () => {
    expect(unasked()).toEqual([]);
  });
});

describe.each(ENGINES)('%s', (engine) => {
  let bureau: Bureau;
  let nobodies: readonly Outsider[];
  const answers = new Map<string, readonly Answered[]>();
  beforeAll(async () => {
    bureau = await openBureau(engine, engine === 'sqlite');
    nobodies = await outsiders(bureau);
  });
  afterAll(() => bureau.stop());
  const personIn = (name: string) =>
    bureau.rows.find((row) => row.name === name)?.person ?? new Person(bureau.serving.url);

  test('该可以的可以；该拒绝的拒绝，什么都没有变；外支部的和没有的答复一样', {
    timeout: 180_000,
  }, async () => {
    const wrong: Wrong[] = [];
    const oracle = await openOracle(bureau);
    for (const row of bureau.rows) {
      const told = await asked(bureau, row, await cellsOf(bureau, oracle, row, ASKED));
      answers.set(row.name, told.answers);
      wrong.push(...told.wrong);
    }
    expect(shown(wrong)).toBe('');
  });

  test('没有登录、已经停用、登录到一半的人：一律 401，什么都没有变', { timeout: 60_000 }, async () => {
    const wrong: Wrong[] = [];
    const before = await bureau.behind.state();
    const [seen] = bureau.rows;
    for (const { name, person, token } of nobodies)
      for (const route of ASKED)
        for (const column of seen === undefined ? [] : columnsFor(bureau, seen).slice(0, 1))
          for (const input of inputsIn(route, column)) {
            const { status, text } = await send(person, route, input, token);
            if (status !== 401)
              wrong.push({
                row: name,
                route: route.name,
                column: column.name,
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
        `${engine}：${lines.length} 行 × ${ASKED.length} 条地址，${allowed} 格可以，${refused} 格拒绝`,
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
