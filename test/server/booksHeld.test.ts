// Books that somebody at the database holds for too long: whoever asked is told so, and that nothing was done.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BooksHeld } from '../../src/service/ports/booksHeld.ts';
import { openFiles, RECORDS } from './branch.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

let serving: ServingWithin;
let isHeld = false;
const faults: string[] = [];
beforeAll(async () => {
  serving = await serveWithin({
    around: (services) => {
      const { store } = services.world;
      const write: typeof store.write = (work, options) =>
        isHeld ? Promise.reject(new BooksHeld('held')) : store.write(work, options);
      const log = {
        ...services.log,
        error: (_fields: object, message: string) => void faults.push(message),
      };
      return { ...services, log, world: { ...services.world, store: { ...store, write } } };
    },
  });
});
afterAll(() => serving.stop());

const opening = () =>
  openFiles(serving.url, '城关镇财政所支部', RECORDS, { 'idempotency-key': 'the-same-key-twice' });

test('503 in words, no fault; pressed again it is done', async () => {
  isHeld = true;
  const refused = await opening();
  expect(refused.status).toBe(503);
  const { code, detail } = (await refused.json()) as { code: string; detail: string };
  expect([code, detail]).toEqual(['booksHeld', expect.stringContaining('这一次什么都没有办')]);
  expect(faults).not.toContain('request failed');
  isHeld = false;
  expect((await opening()).status).toBe(200);
});
