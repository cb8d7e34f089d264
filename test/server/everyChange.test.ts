// Every route that changes something, from another site or without the form token of the session: refused, whoever asks (promises S5).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import { type Person, setUp } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';
const CHANGING = Object.entries(contract).flatMap(([name, route]) => {
  const { method = 'GET', path = '' } = route['~orpc'].route;
  return method === 'GET' ? [] : [{ name, method, path: `api${path.replaceAll(/\{\w+\}/g, UNKNOWN)}` }];
});

let serving: ServingWithin;
let security: Person;
beforeAll(async () => {
  serving = await serveWithin();
  ({ security } = await setUp(serving.url, serving.setUpToken));
});
afterAll(() => serving.stop());

const refusedWith = (headers: Record<string, string>) =>
  Promise.all(
    CHANGING.map(async ({ name, method, path }) => {
      const { status, text } = await security.ask(method, path, {}, headers);
      return `${name} ${status} ${(JSON.parse(text) as { code: string }).code}`;
    }),
  );

test('没有表单口令的，一律 403', async () => {
  expect(CHANGING.length).toBeGreaterThan(40);
  const told = await refusedWith({ 'x-jifen-token': 'made-up' });
  expect(told).toEqual(CHANGING.map(({ name }) => `${name} 403 formTokenMissing`));
});

test('从别的网站来的，一律 403', async () => {
  const told = await refusedWith({ origin: 'https://evil.example' });
  expect(told).toEqual(CHANGING.map(({ name }) => `${name} 403 foreignOrigin`));
});
