// After set-up: an importer's own rows are left to the checker; each organisation's books are verified by those who look at them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VerificationSummary } from '../../src/contract/books.ts';
import type { Opened } from '../../src/contract/opening.ts';
import { formHeaders, openFiles, RECORDS, type Staffed, staffedBranch } from './branch.ts';
import { ENGINES, type Fresh, freshDatabase } from './database.ts';
import type { Person } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

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

  const importedBy = async (person: Person, records: string) => {
    const headers = await formHeaders(person);
    const response = await openFiles(serving.url, '城关镇财政所支部', records, headers);
    expect(response.status).toBe(200);
    return (await response.json()) as Opened;
  };
  const MORE = `${RECORDS}002,2026-05-01,task,12\n003,2026-05-01,task,11\n`;

  test('记分员导入：别人的登记，涉及本人的不登记并逐行说明；核对人导入同样的文件：只登记这一行', async () => {
    const first = await importedBy(staffed.scorekeeper.person, MORE);
    expect(first).toMatchObject({
      added: 1,
      heldBack: { own: 1, others: 0, named: [{ number: '002', item: 'task', day: '2026-05-01' }] },
    });
    const nothing = { own: 0, others: 0, named: [] };
    expect(await importedBy(staffed.checker.person, MORE)).toMatchObject({ added: 1, heldBack: nothing });
    expect(await importedBy(staffed.scorekeeper.person, MORE)).toMatchObject({ added: 0, heldBack: nothing });
  });

  test('普通党员不能导入', async () => {
    const headers = await formHeaders(staffed.member.person);
    expect((await openFiles(serving.url, '城关镇财政所支部', MORE, headers)).status).toBe(403);
  });

  describe('核验', () => {
    const verifyOf = (person: Person, organisation: string, head = '') =>
      person.ask(
        'GET',
        `api/organisations/${organisation}/verification${head === '' ? '' : `?head=${head}`}`,
      );

    test('能查看账册的人核验自己组织的账册，只看到自己组织的', async () => {
      const { status, text } = await verifyOf(staffed.scorekeeper.person, staffed.branch.id);
      expect(status).toBe(200);
      const { sound, heads, wrong } = JSON.parse(text) as VerificationSummary;
      expect([sound, wrong]).toEqual([true, []]);
      expect(heads.map(({ organisation, name }) => [organisation, name])).toEqual([
        ['城关镇财政所支部', '名册'],
        ['城关镇财政所支部', '2026 年度'],
      ]);
    });

    test('先前印出的摘要：自己组织的认得出；别的组织的和没有的一样', async () => {
      const headOf = async (organisation: string) => {
        const books = await serving.services.world.store.read((tx) => tx.books(organisation));
        return books[0]?.hash ?? '';
      };
      const asked = async (head: string) => {
        const { text } = await verifyOf(staffed.scorekeeper.person, staffed.branch.id, head);
        const { sound, wrong } = JSON.parse(text) as VerificationSummary;
        return { sound, wrong: wrong.map((sentence) => sentence.replaceAll(head, '……')) };
      };
      expect(await asked(await headOf(staffed.branch.id))).toEqual({ sound: true, wrong: [] });
      const foreign = await asked(await headOf(staffed.other.id));
      expect(foreign.sound).toBe(false);
      expect(foreign).toEqual(await asked('0'.repeat(64)));
    });

    test('别的组织的不能核验，和没有的一样；党员不能；安全审计员都能，也能核验全部', async () => {
      const { scorekeeper, member, auditor, branch, other } = staffed;
      const [foreign, unknown] = [
        await verifyOf(scorekeeper.person, other.id),
        await verifyOf(scorekeeper.person, UNKNOWN),
      ];
      expect(foreign.status).toBe(403);
      expect(foreign.text).toBe(unknown.text);
      expect((await verifyOf(member.person, branch.id)).status).toBe(403);
      expect((await verifyOf(auditor.person, other.id)).status).toBe(200);
      expect((await verifyOf(auditor.person, UNKNOWN)).status).toBe(404);
      expect((await scorekeeper.person.ask('GET', 'api/verification')).status).toBe(403);
      const whole = await auditor.person.done<VerificationSummary>('GET', 'api/verification');
      expect(new Set(whole.heads.map(({ organisation }) => organisation)).size).toBe(3);
    });
  });
});
