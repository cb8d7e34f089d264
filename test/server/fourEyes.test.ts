// Nobody acts in their own matter (promise X8): every act of a round through its own address, by whoever could do it of others.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './database.ts';
import { EYES, FREE, HELPING, type Row } from './fourEyes/acts.ts';
import { type Standing, standing } from './fourEyes/standing.ts';
import { inputsFor, type Input, ROUTES, type Route, send } from './matrix/routes.ts';

const WRITES = ROUTES.filter(({ method, path }) => method !== 'GET' && path.includes('/rounds/{period}'));

/** A batch of all of them, where the route takes one; its path names the last. */
function inputFor(books: Standing, route: Route, { about, notice }: Row): Input {
  const inputs = about.map((name) => {
    const known: Input = {
      ...books.place,
      member: books.id[name],
      people: books.id[name],
      notice: books[notice],
      amount: '1.00',
    };
    const pick = (field: string) => known[field];
    return inputsFor(route, { pick, full: true })[0] ?? {};
  });
  const [first = {}, ...others] = inputs;
  return others.reduce<Input>(
    (all, one) =>
      Object.fromEntries(
        Object.entries(one).map(([field, value]) => {
          const before = all[field];
          return [field, Array.isArray(before) ? [...(before as unknown[]), ...(value as unknown[])] : value];
        }),
      ),
    first,
  );
}

async function answered(books: Standing, route: Route, row: Row, more: Input = {}) {
  const person = books.person[row.who];
  const input = { ...inputFor(books, route, row), ...more };
  const heard = await send(person, route, input, await person.token());
  return { status: heard.status, ...(JSON.parse(heard.text) as { code?: string; clause?: string }) };
}

const routeOf = (name: string): Route => {
  const route = WRITES.find((one) => one.name === name);
  if (route === undefined) throw new Error(`no route ${name}`);
  return route;
};
const cells = Object.entries(EYES).flatMap(([name, rows]) => rows.map((row) => ({ name, row })));

test('每一个写入的地址都在表里：要么写明谁不能办，要么写明为什么不涉及本人', () => {
  const told = [...Object.keys(EYES), ...Object.keys(FREE)];
  expect(told.toSorted()).toEqual(WRITES.map(({ name }) => name).toSorted());
  for (const [name, rows] of Object.entries(EYES)) expect(rows.length, name).toBeGreaterThan(0);
});

describe.each(ENGINES)('%s', (engine) => {
  let books: Standing;
  beforeAll(async () => {
    books = await standing(engine);
  }, 120_000);
  afterAll(() => books.stop());

  for (const { name, row } of cells)
    test(`${name}：${row.who}${row.says}，不能办，什么都没有变`, async () => {
      const before = await books.heads();
      const answer = await answered(books, routeOf(name), row);
      expect(answer).toMatchObject({ code: row.code, clause: row.clause });
      expect([403, 409]).toContain(answer.status);
      expect(await books.heads()).toBe(before);
    });

  test('替别人登记申请，要写明代书人', async () => {
    const row = { ...HELPING, about: ['吴㙦'] } as const;
    const before = await books.heads();
    for (const onBehalf of [null, { helper: ' ', on: '2026-06-01' }])
      expect(await answered(books, routeOf('handInApplication'), row, { onBehalf })).toMatchObject({
        code: 'missing-helper',
        clause: 'An1.3',
      });
    expect(await books.heads()).toBe(before);
  });

  test('同样的人办别人的，不因为是谁而拒绝', async () => {
    const wrong: string[] = [];
    for (const { name, row } of cells) {
      if (row.instead === null) continue;
      const { status, code = '' } = await answered(books, routeOf(name), { ...row, about: row.instead });
      const isUnheard = status === 400 || status >= 500 || ['badPoints', 'badDay'].includes(code);
      if (status === 403 || isUnheard) wrong.push(`${name} ${row.who}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('别人审查拟制人的，上级批准书记审查的', async () => {
    const checking = { who: '王强', about: ['王强'], notice: 'drafted' } as const;
    const publishing = { who: '郑𠮷', about: ['郑𠮷'], notice: 'checked' } as const;
    for (const [name, more] of Object.entries({ checkNotice: checking, publishNotice: publishing }))
      expect(await answered(books, routeOf(name), { ...HELPING, ...more }, { sound: true })).toMatchObject({
        status: 200,
      });
  });
});
