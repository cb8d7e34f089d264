// Files of a whole branch hold the importer's own rows too: nobody posts those for themselves (promises X8, G34).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../../src/domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { ImportOutcome, ImportYear } from '../../src/service/importCommand.ts';
import { verify } from '../../src/service/verify/verify.ts';
import {
  BRANCH,
  entry,
  imported,
  importing,
  member,
  personId,
  posting,
  ROSTER,
  YEAR,
  yearOf,
  张建国,
  李梅,
  郑𠮷,
} from './branch.ts';
import { given, linking, setUp, signedIn, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const 李梅多一笔 = member('002', '李梅', [...李梅.entries, entry('task', '2026-06-20', 1500)]);
const 张建国多一笔 = member('001', '张建国', [...张建国.entries, entry('task', '2026-06-20', 1400)]);

for (const engine of engines) {
  describe(`whoever imports, on ${engine.name}`, () => {
    let books: Books;
    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      // before sign-in is set up the machine's operator posts every row
      expect(await imported(world, importing())).toMatchObject({ posted: 6, heldBack: [] });
      for (const [number, user] of [
        ['001', 'zhang'],
        ['002', 'li'],
        ['003', 'zheng'],
      ] as const)
        await setUp(world, linking(BRANCH, await personId(world, number), user));
      await given(world, BRANCH, 'scorekeeper', await personId(world, '002'));
      await given(world, BRANCH, 'checker', await personId(world, '001'));
    });
    afterAll(() => books.close());

    const by = async (user: string, command: ImportYear): Promise<ImportOutcome | Refusal> => {
      const actor: PersonActor = await signedIn(books.world, user);
      return (await tried(books.world, actor, command)) as unknown as ImportOutcome | Refusal;
    };
    const files = (correction: string | null = null, records = [张建国多一笔, 李梅多一笔, 郑𠮷]) =>
      importing(records, correction);
    const ofLi = { number: '002', item: 'task', day: '2026-06-20', own: true };

    it('the scorekeeper’s import posts the others’ rows and holds back her own, by name', async () => {
      const before = await yearOf(books.world, '002');
      expect(await by('li', files())).toMatchObject({ posted: 1, unchanged: 6, heldBack: [ofLi] });
      expect(await yearOf(books.world, '002')).toBe(before);
    });

    it('a second run adds nothing and says the same', async () => {
      expect(await by('li', files())).toMatchObject({ posted: 0, unchanged: 7, heldBack: [ofLi] });
    });

    it('the checker imports the same files: exactly those are posted, nothing is held back', async () => {
      const before = await yearOf(books.world, '002');
      expect(await by('zhang', files())).toMatchObject({ posted: 1, unchanged: 7, heldBack: [] });
      expect(await yearOf(books.world, '002')).toBe(before + 1500);
      expect(await by('zhang', files())).toMatchObject({ posted: 0, unchanged: 8, heldBack: [] });
      expect(await by('li', files())).toMatchObject({ posted: 0, unchanged: 8, heldBack: [] });
    });

    it('files without her rows do not let her reverse them, whatever the reason', async () => {
      const without = files('重新整理', [张建国多一笔, member('002', '李梅'), 郑𠮷]);
      expect(await by('li', without)).toMatchObject({ posted: 0, reversed: 0, missing: [] });
      expect(await yearOf(books.world, '002')).toBe(1450 + 200 + 1500 + 3000);
    });

    it('files that have her row otherwise neither stop the import nor change her row', async () => {
      const otherwise = member('002', '李梅', [
        ...李梅.entries,
        entry('task', '2026-06-20', 1500, { evidence: '自己改的' }),
      ]);
      expect(await by('li', files(null, [张建国多一笔, otherwise, 郑𠮷]))).toMatchObject({
        posted: 0,
        reversed: 0,
        changed: [],
        heldBack: [ofLi],
      });
    });

    it('the checker neither posts nor reverses rows of others, nor his own: those are the scorekeeper’s', async () => {
      const more = member('003', '郑𠮷', [entry('task', '2026-06-21', 1000)], { member: 郑𠮷.member });
      const own = member('001', '张建国', [...张建国多一笔.entries, entry('task', '2026-07-20', 1400)]);
      const outcome = await by('zhang', files('重新整理', [own, 李梅多一笔, more]));
      expect(outcome).toMatchObject({ posted: 0, reversed: 0, amended: 0 });
      const held = isRefusal(outcome as Refusal) ? [] : (outcome as ImportOutcome).heldBack;
      expect(held.map(({ number, item, day, own: isOwn }) => [number, item, day, isOwn])).toEqual([
        ['003', null, null, false],
        ['001', 'task', '2026-07-20', true],
        ['003', 'task', '2026-06-21', false],
        ['003', 'task', '2026-03-21', false],
      ]);
    });

    it('the checker opens no year and registers nobody', async () => {
      expect(await by('zhang', { ...files(), year: YEAR + 1 })).toMatchObject({ code: 'notAllowed' });
      const newcomer = member('009', '吴㙦', [entry('task', '2026-06-21', 1000)]);
      expect(await by('zhang', files(null, [张建国多一笔, 李梅多一笔, 郑𠮷, newcomer]))).toMatchObject({
        registered: 0,
        posted: 0,
        heldBack: [
          { number: '009', item: null },
          { number: '009', item: 'task' },
        ],
      });
    });

    it('her own line of the roster is not hers to change either', async () => {
      const left = {
        ...李梅多一笔,
        exemptionReason: '长期病假',
        member: { ...李梅.member, examPassedOn: null },
      };
      expect(await by('li', files(null, [张建国多一笔, left, 郑𠮷]))).toMatchObject({
        amended: 0,
        heldBack: [{ number: '002', item: null, day: null, own: true }],
      });
    });

    it('whoever is neither may not import at all; one by one the same rule holds', async () => {
      expect(await by('zheng', importing(ROSTER))).toMatchObject({ code: 'notAllowed' });
      const single = { type: 'postEntry', organisationId: BRANCH, year: YEAR, posting: posting() } as const;
      const own = { ...single, personId: await personId(books.world, '002') };
      expect(await tried(books.world, await signedIn(books.world, 'li'), own)).toMatchObject({
        code: 'ownMatter',
      });
    });

    it('verify finds nothing wrong', async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
    });
  });
}
