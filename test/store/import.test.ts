import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { bookedYear } from '../../src/service/bookedYear.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { branchYear } from '../../src/service/views/branchYear.ts';
import { type Books, engines, newBooks } from './engines.ts';
import {
  BRANCH,
  day,
  entry,
  imported,
  importing,
  member,
  POLICY,
  POLICY_SHA256,
  refused,
  ROSTER,
  YEAR,
  张建国,
  李梅,
  郑𠮷,
} from './branch.ts';

for (const engine of engines) {
  describe(`importing a year into ${engine.name}`, () => {
    let books: Books;
    beforeAll(async () => {
      books = await newBooks(engine);
    });
    afterAll(() => books.close());

    it('given empty books, founds the branch, opens the year, registers everyone and posts every row', async () => {
      const outcome = await imported(books.world, importing());
      expect(outcome).toMatchObject({
        registered: 3,
        amended: 0,
        posted: 6,
        reversed: 0,
        unchanged: 0,
        changed: [],
        missing: [],
        absent: [],
      });
      const result = await verify(books.world);
      expect(result.wrong).toEqual([]);
      expect(result).toMatchObject({ sound: true, facts: 1 + 3 + 1 + 3 + 6 });
    });

    it('the books give the same year as the files', async () => {
      const fromBooks = await books.world.store.read((tx) => bookedYear(tx, BRANCH, YEAR));
      if (isRefusal(fromBooks)) throw new Error(fromBooks.code);
      const fromFiles = branchYear({
        organisation: fromBooks.organisation,
        year: YEAR,
        example: false,
        version: { policy: POLICY, sha256: POLICY_SHA256 },
        origin: { from: 'files', sha256: '' },
        records: ROSTER,
      });
      const year = branchYear(fromBooks);
      const told = ({ members }: typeof year) =>
        members.map(({ person, member: standing, exemptionReason, result }) => ({
          person,
          standing,
          exemptionReason,
          periods: result.score.periods,
          grade: result.grade,
          rank: result.rank,
        }));
      expect(told(year)).toEqual(told(fromFiles));
      expect(year.control).toEqual(fromFiles.control);
      expect(year.members[0]?.entries.map(({ incident }) => incident)).toEqual([
        undefined,
        '二月大会',
        '二月大会',
      ]);
    });

    it('a second run adds nothing', async () => {
      const before = await verify(books.world);
      expect(await imported(books.world, importing())).toMatchObject({
        registered: 0,
        amended: 0,
        posted: 0,
        reversed: 0,
        unchanged: 6,
      });
      expect((await verify(books.world)).books).toEqual(before.books);
    });

    it('refuses what changed or disappeared, naming the rows, when no reason is given', async () => {
      const before = await verify(books.world);
      const refusal = await refused(
        books.world,
        importing([member('001', '张建国', [entry('task', '2026-03-20', 1400)]), 李梅]),
      );
      expect(refusal).toMatchObject({
        code: 'booksDiffer',
        params: {
          count: 4,
          rows: '001 2026-03-20 task、001 2026-02-10 A2.5-1、001 2026-02-10 3.4.2-1、003 2026-03-21 task',
        },
      });
      expect((await verify(books.world)).books).toEqual(before.books);
    });

    it('with a reason, reverses what changed or disappeared and posts it anew', async () => {
      const outcome = await imported(
        books.world,
        importing(
          [member('001', '张建国', [entry('task', '2026-03-20', 1400)]), 李梅, 郑𠮷],
          '一季度任务分抄错',
        ),
      );
      expect(outcome).toMatchObject({ posted: 1, reversed: 3, unchanged: 3 });
      expect((await verify(books.world)).wrong).toEqual([]);
      const again = await imported(
        books.world,
        importing([member('001', '张建国', [entry('task', '2026-03-20', 1400)]), 李梅, 郑𠮷]),
      );
      expect(again).toMatchObject({ posted: 0, reversed: 0, unchanged: 4, changed: [], missing: [] });
    });

    it('amends whose name, standing or exemption changed', async () => {
      const left = member('002', '李玫', 李梅.entries.slice(), {
        member: { ...李梅.member, leftOn: day('2026-07-01') },
      });
      const outcome = await imported(
        books.world,
        importing([张建国, left, { ...郑𠮷, exemptionReason: '长期病假（续）' }], '按名册更正'),
      );
      expect(outcome).toMatchObject({ registered: 0, amended: 2 });
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('views built again from the facts are the same', async () => {
      await books.world.store.write((tx) => rebuildViews(tx, BRANCH));
      expect((await verify(books.world)).wrong).toEqual([]);
    });
  });
}
