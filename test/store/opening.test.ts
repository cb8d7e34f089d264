// 期初计入 (3.3.2): what every record is given when the year opens, or when somebody joins a year that is open; once.
import { afterEach, describe, expect, it } from 'vitest';
import { openingOf } from '../../src/domain/year/opening.ts';
import { bookedYear } from '../../src/service/bookedYear.ts';
import { verify } from '../../src/service/verify/verify.ts';
import {
  BRANCH,
  day,
  done,
  imported,
  importing,
  member,
  POLICY,
  POLICY_SHA256,
  ROSTER,
  YEAR,
  张建国,
} from './branch.ts';
import { type Books, engines, newBooks } from './engines.ts';

const BUDGET = Object.fromEntries(POLICY.kinds.map(({ id, year }) => [id, year]));
const standing = 张建国.member;
const 孙丽 = member('010', '孙丽', [], { member: { ...standing, type: 'probationary' } });
const 周涛 = member('011', '周涛', [], { member: { ...standing, type: 'applicant' } });
const 赵敏 = member('012', '赵敏', [], {
  member: { ...standing, exemption: { from: day('2026-01-01'), until: null } },
});

/** Numbers of those whose record was opened, in the order of the book. */
async function opened({ world }: Books, year = YEAR): Promise<string[]> {
  return world.store.read(async (tx) => {
    const facts = await tx.factsOfTypes(BRANCH, `year-${year}`, ['openingPosted']);
    const people = new Map((await tx.persons(BRANCH, {})).map(({ personId, number }) => [personId, number]));
    return facts.map(({ body }) => people.get((JSON.parse(body) as { personId: string }).personId) ?? '');
  });
}

describe('who has an opening', () => {
  it.each([
    ['张建国, full', standing, true],
    ['孙丽, probationary: recorded, whether graded or not (G23)', 孙丽.member, true],
    ['周涛, applicant without the exam (G24)', 周涛.member, false],
    ['周涛, once the exam is passed', { ...周涛.member, examPassedOn: day('2026-02-01') }, true],
    ['赵敏, exempt all year (G25)', 赵敏.member, false],
    [
      '赵敏, exempt from October: the quarters before count',
      { ...standing, exemption: { from: day('2026-10-08'), until: null } },
      true,
    ],
    ['吴㙦, who joins after the last quarter began', { ...standing, joinedOn: day('2026-11-01') }, false],
  ])('%s', (_who, one, has) => {
    expect(openingOf(POLICY, one, YEAR)).toEqual(has ? BUDGET : null);
  });
});

for (const engine of engines) {
  describe(`opening entries on ${engine.name}`, () => {
    let books: Books;
    afterEach(() => books.close());

    it('an import opens every record before its first entry; the same files again open none', async () => {
      books = await newBooks(engine);
      await imported(books.world, importing([...ROSTER, 孙丽, 周涛, 赵敏]));
      expect(await opened(books)).toEqual(['001', '002', '003', '010']);
      const facts = await books.world.store.read((tx) => tx.facts(BRANCH, `year-${YEAR}`, 0, 6));
      expect(facts.map(({ type }) => type)).toEqual([
        'yearOpened',
        ...Array<string>(4).fill('openingPosted'),
        'entryPosted',
      ]);
      await imported(books.world, importing([...ROSTER, 孙丽, 周涛, 赵敏]));
      expect(await opened(books)).toHaveLength(4);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('given an open year, who is registered later or passes the exam later is opened then', async () => {
      books = await newBooks(engine);
      await imported(books.world, importing([张建国, 周涛]));
      expect(await opened(books)).toEqual(['001']);
      const passed = { ...周涛, member: { ...周涛.member, examPassedOn: day('2026-03-01') } };
      await imported(books.world, importing([张建国, passed, 孙丽]));
      expect((await opened(books)).toSorted()).toEqual(['001', '010', '011']);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('opening the next year opens the records of everyone on the register, and the first year keeps its own', async () => {
      books = await newBooks(engine);
      await imported(books.world, importing([张建国, 孙丽]));
      const next = { organisationId: BRANCH, year: YEAR + 1, policy: POLICY, sha256: POLICY_SHA256 };
      await done(books.world, { type: 'openYear', ...next });
      expect((await opened(books, YEAR + 1)).toSorted()).toEqual(['001', '010']);
      await imported(books.world, importing([张建国, 孙丽, 周涛, ...ROSTER.slice(1)]));
      expect((await opened(books, YEAR + 1)).toSorted()).toEqual(['001', '002', '003', '010']);
      expect((await verify(books.world)).wrong).toEqual([]);
      const year = await books.world.store.read((tx) => bookedYear(tx, BRANCH, YEAR + 1));
      expect('records' in year ? year.records.map(({ opening }) => opening?.amounts) : []).toEqual([
        BUDGET,
        BUDGET,
        undefined,
        BUDGET,
        BUDGET,
      ]);
    });
  });
}
