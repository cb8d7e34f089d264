// Double clicks, retries and lost answers through the real server: one effect, one answer (promises C3, C4, C5).
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServices } from '../../src/compose.ts';
import { MACHINE } from '../../src/domain/office/office.ts';
import type { Services } from '../../src/server/services.ts';
import { start } from '../../src/server/start.ts';
import { formHeaders, staffedBranch, type Staffed } from './branch.ts';
import { ENGINES, freshDatabase } from './database.ts';
import type { Person } from './person.ts';

const SAME = 50;
const LOST = 200;
/** How many clients at once: the pool of connections is smaller. */
const AT_ONCE = 20;

for (const engine of ENGINES) {
  describe(`retries on ${engine}`, () => {
    let database: Awaited<ReturnType<typeof freshDatabase>>;
    let folder: string;
    let running: { url: string; stop: () => Promise<void>; services: Services };
    let staffed: Staffed;
    let system: Person;
    /** A restart listens where it did: the address is part of what people are signed in to. */
    const begin = async (port = 0) => {
      const services = await openServices({ url: database.url, dataDir: folder });
      const begun = await start(services, { host: '127.0.0.1', port, example: false });
      running = { ...begun, services };
      return /设置口令 (\w+)/.exec(begun.said.join('\n'))?.[1] ?? '';
    };
    beforeAll(async () => {
      database = await freshDatabase(engine);
      folder = await mkdtemp(join(tmpdir(), 'jifen-retries-'));
      const setUpToken = await begin();
      staffed = await staffedBranch({ ...running, setUpToken, dataDir: folder });
      ({ system } = staffed);
    }, 120_000);
    afterAll(async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
      await database.drop();
    });

    const entering = (organisation: string, key: string, number: string, url = running.url) => {
      const path = `api/organisations/${organisation}/people`;
      return new Pressing(system, url).ask(path, key, { number, name: `来人${number}`, post: '办事员' });
    };
    const peopleOf = async (organisation: string, prefix: string) => {
      const rows = await running.services.world.store.read((tx) => tx.persons(organisation, {}));
      return rows.filter(({ number }) => number.startsWith(prefix)).length;
    };

    test('the same key fifty times at once: one effect, the same body to everybody', async () => {
      const answers = await Promise.all(
        Array.from({ length: SAME }, () => entering(staffed.branch.id, 'fifty-at-once', 'F1')),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(await peopleOf(staffed.branch.id, 'F')).toBe(1);
    }, 60_000);

    test('the same key with another body is refused, and changes nothing', async () => {
      const other = await entering(staffed.branch.id, 'fifty-at-once', 'F2');
      expect([other.status, JSON.parse(other.text)]).toMatchObject([422, { code: 'keyReused' }]);
      expect(await peopleOf(staffed.branch.id, 'F')).toBe(1);
    });

    test('the same key in two organisations is two acts', async () => {
      const [here, there] = [
        await entering(staffed.branch.id, 'two-places', 'Z1'),
        await entering(staffed.other.id, 'two-places', 'Z1'),
      ];
      expect([here.status, there.status]).toEqual([200, 200]);
      expect(here.text).not.toBe(there.text);
      expect([await peopleOf(staffed.branch.id, 'Z'), await peopleOf(staffed.other.id, 'Z')]).toEqual([1, 1]);
      expect(await peopleOf(MACHINE, 'Z')).toBe(0);
    });

    test('two hundred answers that never arrive, each asked again: everybody is there exactly once', async () => {
      const waiting = Array.from({ length: LOST }, (_, index) => index);
      const pressing = new Pressing(system, running.url);
      const worker = async () => {
        for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
          const [key, number] = [`lost-answer-${index}`, `L${String(index).padStart(3, '0')}`];
          const body = { number, name: `来人${number}`, post: '办事员' };
          const path = `api/organisations/${staffed.branch.id}/people`;
          await pressing.cutOff(path, key, body, index % 8);
          const again = await pressing.ask(path, key, body);
          if (again.status !== 200) throw new Error(`${number}: ${again.status} ${again.text}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      expect(await peopleOf(staffed.branch.id, 'L')).toBe(LOST);
      const { sound } = await running.services.verify({});
      expect(sound).toBe(true);
    }, 240_000);

    test('after a restart the key still has its one effect, and its one answer', async () => {
      const before = await entering(staffed.branch.id, 'fifty-at-once', 'F1');
      await running.stop();
      await begin(Number(new URL(running.url).port));
      const after = await entering(staffed.branch.id, 'fifty-at-once', 'F1');
      expect([after.status, after.text]).toEqual([200, before.text]);
      expect(await peopleOf(staffed.branch.id, 'F')).toBe(1);
    }, 60_000);
  });
}

/** One person's page pressing: sends, or sends and hangs up before the answer. */
class Pressing {
  readonly person: Person;
  readonly url: string;
  private headers: Promise<Record<string, string>> | undefined;

  constructor(person: Person, url: string) {
    this.person = person;
    this.url = url;
  }

  async ask(path: string, key: string, body: object): Promise<{ status: number; text: string }> {
    const response = await fetch(new URL(path, this.url), {
      method: 'POST',
      headers: await this.headersOf(key),
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  /** `after`: milliseconds from the whole request being sent to hanging up. */
  async cutOff(path: string, key: string, body: object, after: number): Promise<void> {
    const headers = await this.headersOf(key);
    await new Promise<void>((resolve) => {
      const sent = request(new URL(path, this.url), { method: 'POST', headers, agent: false });
      sent.on('error', () => resolve());
      sent.on('close', () => resolve());
      sent.end(JSON.stringify(body), () => setTimeout(() => sent.destroy(), after));
    });
  }

  private async headersOf(key: string): Promise<Record<string, string>> {
    this.headers ??= formHeaders(this.person).then((headers) => ({
      ...headers,
      origin: new URL(this.url).origin,
      'content-type': 'application/json',
    }));
    return { ...(await this.headers), 'idempotency-key': key };
  }
}
