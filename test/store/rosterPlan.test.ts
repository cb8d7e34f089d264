// What the preview says is what the commit does, whatever roster meets whatever register.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../src/domain/ledger/canonical.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readRegister } from '../../src/service/wholeRegister.ts';
import { personOf } from '../../src/service/personOf.ts';
import { readFact, REGISTER } from '../../src/domain/fact.ts';
import type { Line } from '../service/yearFiles/branch.ts';
import { BRANCH } from './branch.ts';
import { entered, founding, given, setUp, tried } from './bureau.ts';
import { engines, newBooks } from './engines.ts';
import { importing, previewed, registerSeq, waiting } from './roster.ts';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';

const row = fc.record({
  编号: fc.constantFrom('001', '002', '003', '004', 'L1', '1'),
  姓名: fc.constantFrom('张建国', '李梅', '吴㙦', '郑𠮷', ''),
  类型: fc.constantFrom('正式党员', '预备党员', '积极分子', '群众'),
  加入日期: fc.constantFrom('2015-07-01', '2026-03-05', '某日'),
  职务: fc.constantFrom('', '局长', '科员'),
  工作领域: fc.constantFrom('', '财政', '党建'),
  分管领导: fc.constantFrom('', '赵敏', '钱多多', 'L1', '同名'),
});
const file = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  columns: fc.subarray(['职务', '工作领域', '分管领导'] as const),
  leaveOut: fc.boolean(),
});
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

const REQUIRED = ['编号', '姓名', '类型', '加入日期'] as const;
const linesOf = ({ rows, columns }: File): Line[] =>
  rows.map((one) => Object.fromEntries([...REQUIRED, ...columns].map((name) => [name, one[name]])));

test('preview = commit; a second time there is nothing left to do', async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('no engine');
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
      const books = await newBooks(engine);
      const { world } = books;
      try {
        await setUp(world, founding(BRANCH, { level: 'branch' }));
        await given(world, BRANCH, 'leaderInCharge', await entered(world, BRANCH, 'L1', '赵敏'));
        for (const number of ['L2', 'L3'])
          await given(world, BRANCH, 'leaderInCharge', await entered(world, BRANCH, number, '同名'));
        for (const one of files) await expectAsPreviewed(world, one);
      } finally {
        await books.close();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function expectAsPreviewed(world: Parameters<typeof waiting>[0], one: File) {
  const paper = await waiting(world, linesOf(one), { leaveOut: one.leaveOut });
  const { plan, roster } = await previewed(world);
  const before = await registerSeq(world);
  const done = await tried(world, LOCAL_OPERATOR, await importing(world, paper));
  if (isRefusal(done)) {
    expect(done.code).toBe('rosterProblems');
    expect(roster.problems.length).toBeGreaterThan(0);
    expect(await registerSeq(world)).toBe(before);
    return;
  }
  const facts = await world.store.read((tx) => tx.facts(BRANCH, REGISTER, before, 1_000));
  const types = facts.map((row) => readFact(row).type);
  const count = (type: string) => types.filter((each) => each === type).length;
  expect(count('memberRegistered')).toBe(plan.added.length);
  expect(count('leaderAssigned')).toBe(plan.leaders.size);
  // whoever only gets a leader changes without a new standing
  expect(count('memberAmended')).toBeLessThanOrEqual(plan.changed.length);
  const { people } = await world.store.read((tx) => readRegister(tx, BRANCH));
  const stands = new Map(people.map((person) => [person.row.number, person]));
  for (const { person, member } of plan.records) {
    const now = stands.get(person.number);
    expect(canonical(now?.member)).toBe(canonical(member));
    const { workField, ...rest } = person;
    expect(now === undefined ? null : personOf(now.row)).toMatchObject({ ...rest });
    expect(now === undefined ? null : (personOf(now.row).workField ?? null)).toBe(workField ?? null);
  }
  await waiting(world, linesOf(one), { leaveOut: one.leaveOut });
  expect((await previewed(world)).plan).toMatchObject({ added: [], changed: [], leaders: new Map() });
}
