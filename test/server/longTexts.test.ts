// What files bring may be longer than any form takes: every page, paper and answer about it is there all the same (promise I3).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_COLUMNS } from '../../src/service/yearFiles/records.ts';
import { ROSTER_COLUMNS } from '../../src/service/yearFiles/roster.ts';
import { SOUND } from '../intake/soundCells.ts';
import { isReading, ROUTES } from './matrix/routes.ts';
import { freshKey } from './person.ts';
import { type Books, readJson, type ServingWithin, serveWithin } from './serving.ts';

/** As much as a cell may hold. */
const LONG = '长'.repeat(2_000);
const fileOf = (name: string, columns: readonly string[]) => {
  const row = columns.map((column) => (column === '编号' ? '001' : (SOUND[column] ?? LONG)));
  return new File([`${columns.join(',')}\n${row.join(',')}\n`], name);
};

let serving: ServingWithin;
let named: Readonly<Record<string, string>>;
beforeAll(async () => {
  serving = await serveWithin();
  const body = new FormData();
  body.set('organisation', '城关镇财政所支部');
  body.set('year', '2026');
  body.set('roster', fileOf('名册.csv', [...ROSTER_COLUMNS.required, ...ROSTER_COLUMNS.optional]));
  body.set('records', fileOf('记录.csv', [...RECORD_COLUMNS.required, ...RECORD_COLUMNS.optional]));
  const headers = { 'idempotency-key': freshKey() };
  const answer = await fetch(`${serving.url}api/opening/files`, { method: 'POST', headers, body });
  expect([answer.status, answer.ok || (await answer.text())]).toEqual([200, true]);
  const { organisations } = await readJson<Books>(`${serving.url}api/books`);
  const organisation = organisations[0]?.id ?? '';
  const { members } = await readJson<{ members: { id: string }[] }>(
    `${serving.url}api/books/${organisation}/years/2026`,
  );
  named = { organisation, year: '2026', member: members[0]?.id ?? '', figure: 'year', period: '1' };
});
afterAll(() => serving.stop());

const PLACE = /\{(\w+)\}/g;

test('每个能读的地址都答得出，没有一处出错', async () => {
  const asked = ROUTES.filter(isReading).filter(({ path }) =>
    [...path.matchAll(PLACE)].every(([, name = '']) => name in named),
  );
  const answers = await Promise.all(
    asked.map(async ({ name, path }) => {
      const address = path.replaceAll(PLACE, (_all, one: string) => named[one] ?? '');
      return { name, status: (await fetch(`${serving.url}${address.slice(1)}`)).status };
    }),
  );
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const read = answers.filter(({ status }) => status === 200).map(({ name }) => name);
  expect(read).toEqual(
    expect.arrayContaining(['memberYear', 'registerMemberPage', 'statement', 'yearTable']),
  );
});
