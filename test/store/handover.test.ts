// 移交: what a new scorekeeper takes over, confirmed by both or signed on paper; and what a level sums up for the one above.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { handoverPaper } from '../../src/forms/handover.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { handoverSheet } from '../../src/service/views/handoverSheet.ts';
import { overview } from '../../src/service/views/overview.ts';
import { BRANCH, imported, importing, member, personId, ROSTER } from './branch.ts';
import {
  COMMITTEE,
  ending,
  entered,
  founding,
  given,
  giving,
  linking,
  setUp,
  signedIn,
  TODAY,
  tried,
} from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const GENERAL = 'qingjiang-general';
const EMPTY = 'qingjiang-02';

for (const engine of engines) {
  describe(`handing over on ${engine.name}`, () => {
    let books: Books;
    const ids = new Map<string, string>();
    let office: string;
    const by = async (user: string, command: Parameters<typeof tried>[2]) =>
      await tried(books.world, await signedIn(books.world, user), command);
    const confirming = (onPaper = false, officeId = office) =>
      ({ type: 'confirmHandover', organisationId: BRANCH, officeId, onPaper, remark: '' }) as const;
    const sheet = async () => {
      const found = await books.world.store.read((tx) => handoverSheet(tx, BRANCH, TODAY));
      if (isRefusal(found)) throw new Error(found.code);
      return found;
    };

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      await imported(
        world,
        importing([
          ...ROSTER,
          member('004', '王强', [], { member: { ...member('', '').member, type: 'probationary' } }),
        ]),
      );
      for (const [number, user] of [
        ['001', 'zhang'],
        ['002', 'li'],
        ['003', 'zheng'],
        ['004', 'wang'],
      ] as const) {
        ids.set(user, await personId(world, number));
        await setUp(world, linking(BRANCH, ids.get(user) ?? '', user));
      }
      await given(world, BRANCH, 'secretary', ids.get('li') ?? '');
      const former = await given(world, BRANCH, 'scorekeeper', ids.get('zheng') ?? '');
      await setUp(world, ending(BRANCH, former));
      office = await given(world, BRANCH, 'scorekeeper', ids.get('zhang') ?? '', { from: TODAY });
    });
    afterAll(async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
      await books.close();
    });

    it('the sheet names both, what is open, and where the books stand; its paper fits the form', async () => {
      const { former, next, matters, books: heads, waiting, done } = await sheet();
      expect([former?.name, next.name, done]).toEqual(['郑𠮷', '张建国', null]);
      expect(matters.map(({ count }) => count)).toEqual([0, 0, 0, 0]);
      expect(heads.map(({ name }) => name)).toEqual(['名册', '2026 年度账册']);
      expect(waiting.map(({ name }) => name)).toEqual(['张建国', '郑𠮷']);
      const { table, boxes } = handoverPaper(await sheet());
      for (const { cells } of table.rows)
        expect(cells.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(table.columns.length);
      expect(boxes).toHaveLength(3);
    });

    it.each([
      ['notAllowed', 'wang', () => confirming()],
      ['notParty', 'li', () => confirming()],
      ['partyOnPaper', 'zhang', () => confirming(true)],
      ['handoverUnknown', 'li', () => confirming(true, 'nowhere')],
    ] as const)('%s, by %s', async (code, user, command) => {
      expect(await by(user, command())).toMatchObject({ code });
    });

    it('done when both have confirmed, with the heads of the books in the fact', async () => {
      expect(await by('zheng', confirming())).toMatchObject({ done: false });
      expect(await by('zheng', confirming())).toMatchObject({ code: 'handoverConfirmed' });
      expect((await sheet()).waiting.map(({ name }) => name)).toEqual(['张建国']);
      expect(await by('zhang', confirming())).toMatchObject({ done: true });
      expect(await sheet()).toMatchObject({ done: { on: TODAY, onPaper: false }, waiting: [] });
      expect(await by('li', confirming(true))).toMatchObject({ code: 'handedOver' });
      const [fact] = await books.world.store.read((tx) =>
        tx.factsOfTypes(BRANCH, 'register', ['scorekeeperHandedOver']),
      );
      expect(JSON.parse(fact?.body ?? '{}')).toMatchObject({
        heads: [{ book: 'register' }, { book: 'year-2026' }],
      });
    });

    it('or on paper, recorded by the secretary who was no party', async () => {
      await setUp(books.world, ending(BRANCH, office, '2026-04-03'));
      const third = await given(books.world, BRANCH, 'scorekeeper', ids.get('zheng') ?? '', {
        from: '2026-04-03' as typeof TODAY,
      });
      expect(await by('li', confirming(true, third))).toMatchObject({ done: true });
      expect(await sheet()).toMatchObject({ done: { onPaper: true }, former: { name: '张建国' } });
    });

    it('levels: a branch under a general branch under the committee is summed up in both, and no name is among it', async () => {
      const { world } = books;
      const place = (organisationId: string, parentId: string) =>
        tried(world, LOCAL_OPERATOR, { type: 'placeOrganisation', organisationId, parentId });
      await setUp(
        world,
        founding(GENERAL, { level: 'generalBranch', name: '直属总支', parentId: COMMITTEE }),
      );
      await setUp(world, founding(EMPTY, { level: 'branch', name: '二支部', parentId: COMMITTEE }));
      expect(await place(BRANCH, GENERAL)).toMatchObject({ parentId: GENERAL });
      expect(await place(COMMITTEE, GENERAL)).toMatchObject({ code: 'notAbove' });
      expect(await place(GENERAL, BRANCH)).toMatchObject({ code: 'notAbove' });
      const 经办人 = await entered(world, GENERAL, 'g1', '孙丽');
      expect(await tried(world, LOCAL_OPERATOR, giving(GENERAL, 'committeeOfficer', 经办人))).toHaveProperty(
        'officeId',
      );
      const shown = async (organisation: string) =>
        await world.store.read((tx) => overview(tx, organisation, TODAY));
      const own = {
        organisation: { id: BRANCH },
        full: 3,
        probationary: 1,
        applicants: 0,
        exempt: 0,
        counted: 4,
        yearOpen: true,
        rulesAdopted: false,
        plans: 0,
        vacant: ['核对人'],
      };
      expect(await shown(BRANCH)).toMatchObject({ branches: [own], sum: { branches: 1, counted: 4 } });
      expect(await shown(GENERAL)).toMatchObject({ branches: [own] });
      const whole = await shown(COMMITTEE);
      expect(whole).toMatchObject({
        sum: { branches: 2, full: 3, counted: 4, yearsOpen: 1, vacant: 4 },
      });
      expect(JSON.stringify(whole)).not.toMatch(/李梅|张建国|王强/);
      expect(await shown('nowhere')).toMatchObject({ code: 'organisationUnknown' });
    });
  });
}
