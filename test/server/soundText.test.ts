// A NUL and half a character are no text a database keeps: each route answers that it is broken, none with a fault (promise I3).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHER_ROUTES } from '../../src/server/app.ts';
import { ENGINES, type Fresh, freshDatabase } from './database.ts';
import { inputsAbout, UNKNOWN } from './matrix/columns.ts';
import { type Input, isReading, type Route, ROUTES, send } from './matrix/routes.ts';
import { walk } from './matrix/walk.ts';
import { freshKey, type Person, setUp } from './person.ts';
import { send as sendExactly, type ServingWithin, serveWithin } from './serving.ts';

const NAMED = { organisation: UNKNOWN, organisationName: '清江', member: UNKNOWN, userId: UNKNOWN };
const ODD = [
  ['空字符', '张\0'],
  ['前半个字', '张\ud842'],
  ['后半个字', '\udfb7张'],
] as const;

describe.each(ENGINES)('%s', (engine) => {
  let serving: ServingWithin;
  let database: Fresh;
  let security: Person;
  let token: string;
  const faults: string[] = [];
  beforeAll(async () => {
    database = await freshDatabase(engine);
    serving = await serveWithin({
      databaseUrl: database.url,
      around: (services) => ({
        ...services,
        log: { ...services.log, error: (_fields, message) => faults.push(message) },
      }),
    });
    ({ security } = await setUp(serving.url, serving.setUpToken));
    token = await security.token();
  });
  afterAll(async () => {
    await serving.stop();
    await database.drop();
  });

  const writing = (odd: string): { route: Route; input: Input }[] =>
    ROUTES.filter((route) => !isReading(route)).flatMap((route) =>
      inputsAbout(route, NAMED, new Map(), { full: true, mark: odd })
        .map((input) => ({ route, input: { ...input, ...idsOf(route) } }))
        .filter(({ input }) => {
          // a form is written as UTF-8, which has no half characters
          if (!odd.isWellFormed() && Object.values(input).some((one) => one instanceof File)) return false;
          const said: string[] = [];
          walk(input, (_name, text) => said.push(text));
          return said.some((text) => text.includes(odd));
        }),
    );
  /** What stands in the address is another matter. */
  const idsOf = ({ path }: Route): Input =>
    Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, valueIn(name)]));

  test.each(ODD)('%s在任何一处文字里：422，说明是哪里', async (_name, odd) => {
    const asked = writing(odd);
    expect(new Set(asked.map(({ route }) => route.name)).size).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const { route, input } of asked) {
      const { status, text } = await send(security, route, input, token);
      if (status !== 422 || !text.includes('textBroken') || text.includes('\\u0000'))
        wrong.push(`${route.name} ${status} ${text.slice(0, 100)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('地址里有空字符：400', async () => {
    const paths = [
      ...ROUTES.filter(isReading).map(({ path }) =>
        path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => addressed(name)),
      ),
      ...Object.keys(OTHER_ROUTES).map((path) =>
        path.replaceAll(/:(\w+)|\*/g, (_all, name?: string) => addressed(name ?? '')),
      ),
    ].filter((path) => path.includes('%00'));
    expect(paths.length).toBeGreaterThan(50);
    const answers = await Promise.all(paths.map((path) => security.ask('GET', path.slice(1))));
    expect(answers.map(({ status }) => status).filter((status) => status !== 400)).toEqual([]);
  });

  test('改坏了的表单：说明没有收到，不是程序出错，日志里也不是', async () => {
    const forms = [
      ['multipart/form-data', '张'],
      ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="words"; filename="a'],
      [
        'multipart/form-data; boundary=x',
        `--x\r\ncontent-disposition: form-data; name="files"; filename*=UTF-8''%ff\r\n\r\na\r\n--x--\r\n`,
      ],
      ['application/json', '['.repeat(100_000)],
      ['application/json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ] as const;
    const { host, origin } = new URL(serving.url);
    const cookie = [...security.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { host, origin, cookie, 'x-jifen-token': token };
    for (const [type, body] of forms)
      for (const path of [`objection/${UNKNOWN}`, `api/organisations/${UNKNOWN}/roster`]) {
        const headers = { ...own, 'content-type': type, 'idempotency-key': freshKey() };
        const { status } = await sendExactly(`${serving.url}${path}`, 'POST', headers, body);
        expect([type, path, [400, 403, 413, 422].includes(status) || status]).toEqual([type, path, true]);
      }
    expect(faults).toEqual([]);
  });
});

const PLACES: Readonly<Record<string, string>> = { year: '2026', period: '2', number: '1', format: 'json' };
const valueIn = (name: string) => PLACES[name] ?? UNKNOWN;
const addressed = (name: string) => PLACES[name] ?? '%00';
