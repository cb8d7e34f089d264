// How often is too often: counted by account and by socket address, and an office behind one address is no flood.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REQUEST_RATES } from '../../src/server/requestRates.ts';
import { type Staffed, staffedBranch } from './branch.ts';
import type { Person } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

const [ACCOUNT, STRANGERS] = [60, 400];
let serving: ServingWithin;
let staffed: Staffed;
beforeAll(async () => {
  serving = await serveWithin({
    around: (services) => ({ ...services, rates: { account: ACCOUNT, place: 4_000, strangers: STRANGERS } }),
  });
  staffed = await staffedBranch(serving);
}, 60_000);
afterAll(() => serving.stop());

const reading = (person: Person, more: Record<string, string> = {}) =>
  person.ask('GET', 'api/books', undefined, more);

/** Asks until it is refused; how often it was answered before. */
async function flooded(ask: (index: number) => Promise<{ status: number }>, most: number) {
  for (let index = 0; index < most; index += 1) if ((await ask(index)).status === 429) return index;
  return most;
}

test('one account too often: 429 in words with the seconds to wait, and nothing is done', async () => {
  const { person } = staffed.member;
  const answered = await flooded(() => reading(person), ACCOUNT + 5);
  expect(answered).toBeLessThanOrEqual(ACCOUNT);
  const refused = await reading(person);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const problem = JSON.parse(refused.text) as { code: string; detail: string };
  expect(problem.code).toBe('tooOften');
  expect(problem.detail).toMatch(/请过 \d+ 秒再试，已填的内容没有丢/);
});

test('what a client writes itself starts no new count', async () => {
  const { person } = staffed.member;
  for (const more of [
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { 'x-real-ip': '203.0.113.9' },
    { 'user-agent': 'another' },
    { 'idempotency-key': 'another-key-1' },
  ])
    expect((await reading(person, more)).status).toBe(429);
});

test('colleagues behind the same address go on, while one of them and a stranger are held back', async () => {
  const stranger = (index: number) =>
    fetch(`${serving.url}api/session`, { headers: { 'x-forwarded-for': `203.0.113.${index % 250}` } });
  expect(await flooded(stranger, STRANGERS + 5)).toBeLessThanOrEqual(STRANGERS);
  expect((await reading(staffed.member.person)).status).toBe(429);
  for (let turn = 0; turn < 15; turn += 1)
    for (const { person } of [staffed.scorekeeper, staffed.checker, staffed.auditor])
      expect((await reading(person)).status).toBe(200);
});

test('a paper costs more than a page', async () => {
  const { person } = staffed.checker;
  const paper = () => person.ask('GET', `papers/${staffed.branch.id}/2026/no-such-paper`);
  expect(await flooded(paper, 20)).toBeLessThan(6);
});

test('as it ships: forty people at full speed behind one address stay within what their place has', () => {
  expect(40 * REQUEST_RATES.account).toBeLessThan(REQUEST_RATES.place);
  expect(REQUEST_RATES.strangers).toBeGreaterThan(40 * 100);
});
