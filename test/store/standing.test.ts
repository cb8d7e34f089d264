import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { StandingDecision } from '../../src/domain/member/decisions.ts';
import { REGISTER } from '../../src/domain/fact.ts';
import type { MemberType } from '../../src/domain/member/member.ts';
import type { Person } from '../../src/domain/member/person.ts';
import { points } from '../../src/domain/points.ts';
import { perform } from '../../src/service/perform.ts';
import { rebuildViews } from '../../src/service/project.ts';
import type { AmendMember, DecideStanding, RegisterMember } from '../../src/service/registerCommands.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH, day, imported, importing, personId, posting, refused, YEAR } from './branch.ts';
import { COMMITTEE, entered, founding, given, linking, setUp, signedIn, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const person = (number: string, name: string, more: Partial<Person> = {}): Person => ({
  number,
  name,
  gender: null,
  bornOn: null,
  admittedOn: null,
  group: '第二党小组',
  post: null,
  leader: null,
  ...more,
});
const registering = (who: Person, memberType: MemberType, joinedOn = '2025-01-10'): RegisterMember => ({
  type: 'registerMember',
  organisationId: BRANCH,
  person: who,
  memberType,
  joinedOn: day(joinedOn),
});
const deciding = (whom: string, decision: StandingDecision, basis = '2026年3月支部大会'): DecideStanding => ({
  type: 'decideStanding',
  organisationId: BRANCH,
  personId: whom,
  decision,
  basis,
});
const amending = (whom: string, who: Person): AmendMember => ({
  type: 'amendMember',
  organisationId: BRANCH,
  personId: whom,
  person: who,
});
const exam = (mark: number, on = '2026-02-10') =>
  ({ kind: 'examTaken', on: day(on), mark: points(mark), passMark: points(6000) }) as const;

for (const engine of engines) {
  describe(`standing on ${engine.name}`, () => {
    let books: Books;
    let [李梅, 郑𠮷, 周涛, 孙丽] = ['', '', '', ''];
    const by = async (userId: string, command: DecideStanding | RegisterMember | AmendMember) =>
      tried(books.world, await signedIn(books.world, userId), command);
    const member = async (whom: string) =>
      (await books.world.store.read((tx) => tx.members(BRANCH, {}))).find((row) => row.personId === whom);
    const post = (whom: string, on = '2026-03-05') =>
      ({
        type: 'postEntry',
        organisationId: BRANCH,
        year: YEAR,
        personId: whom,
        posting: posting({ day: day(on) }),
      }) as const;

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await imported(world, importing());
      李梅 = await personId(world, '002');
      郑𠮷 = await personId(world, '003');
      await given(world, BRANCH, 'secretary', 李梅);
      await setUp(world, linking(BRANCH, 李梅, 'li'));
      const 陈志远 = await entered(world, BRANCH, 'C1', '陈志远');
      await given(world, BRANCH, 'scorekeeper', 陈志远);
      await setUp(world, linking(BRANCH, 陈志远, 'chen'));
    });
    afterAll(() => books.close());

    it('who is registered by hand is a member of the year as if they had come by a file', async () => {
      const probationer = person('101', '周涛', { admittedOn: day('2025-03-01') });
      周涛 = String(
        ((await by('chen', registering(probationer, 'probationary'))) as { personId: string }).personId,
      );
      孙丽 = String(
        ((await by('li', registering(person('102', '孙丽'), 'applicant'))) as { personId: string }).personId,
      );
      expect(await member(周涛)).toMatchObject({ type: 'probationary', joinedOn: '2025-01-10', version: 1 });
      expect(await refused(books.world, registering(person('101', '吴㙦'), 'full'))).toMatchObject({
        code: 'numberTaken',
      });
      expect(await refused(books.world, registering(person('103', '吴㙦'), 'probationary'))).toMatchObject({
        code: 'missing-admittedOn',
      });
      expect(
        await refused(books.world, registering(person('103', '吴㙦'), 'full', '2026-04-03')),
      ).toMatchObject({
        code: 'dayAhead',
      });
      expect(await refused(books.world, registering(person('103', ' '), 'full'))).toMatchObject({
        code: 'missing-name',
      });
    });

    it('whoever was entered to hold an office becomes a member under the same id', async () => {
      const 刘洋 = await entered(books.world, BRANCH, 'L9', '刘洋');
      expect(await by('li', registering(person('L9', '刘洋'), 'full'))).toMatchObject({ personId: 刘洋 });
    });

    it('an applicant has no records before the exam is passed (G24); failing it changes nothing', async () => {
      expect(await refused(books.world, post(孙丽))).toMatchObject({ code: 'examNotPassed', clause: '2' });
      await by('li', deciding(孙丽, exam(5900)));
      expect(await member(孙丽)).toMatchObject({ examPassedOn: null });
      expect(await refused(books.world, post(孙丽))).toMatchObject({ code: 'examNotPassed' });
      await by('li', deciding(孙丽, exam(6000, '2026-02-20')));
      expect(await member(孙丽)).toMatchObject({ type: 'applicant', examPassedOn: '2026-02-20' });
      expect(await refused(books.world, post(孙丽, '2026-02-19'))).toMatchObject({ code: 'examNotPassed' });
      await setUp(books.world, post(孙丽));
      expect(await refused(books.world, deciding(孙丽, exam(9000, '2026-03-01')))).toMatchObject({
        code: 'examPassed',
      });
    });

    it('turned full when the probation is over, by the secretary, with a basis; not by the scorekeeper, not one’s own', async () => {
      const turned = { kind: 'turnedFull', on: day('2026-03-01') } as const;
      expect(await by('chen', deciding(周涛, turned))).toMatchObject({ code: 'notAllowed' });
      expect(await by('li', deciding(周涛, turned, ' '))).toMatchObject({ code: 'missing-standingBasis' });
      expect(await by('li', deciding(周涛, { ...turned, on: day('2026-02-28') }))).toMatchObject({
        code: 'probationNotOver',
        params: { end: '2026-03-01' },
      });
      expect(await by('li', deciding(李梅, { kind: 'left', on: day('2026-03-01') }))).toMatchObject({
        code: 'ownMatter',
      });
      expect(await by('li', deciding(周涛, turned))).toMatchObject({ personId: 周涛 });
      expect(await member(周涛)).toMatchObject({ type: 'full', fullOn: '2026-03-01' });
      expect(await by('li', deciding(周涛, turned))).toMatchObject({ code: 'notProbationary' });
    });

    it('amending particulars keeps the standing and the reason of an exemption; what is so already is no fact', async () => {
      const before = await member(郑𠮷);
      await by('chen', amending(郑𠮷, person('003', '郑𠮷', { post: '科员' })));
      expect(await member(郑𠮷)).toMatchObject({ exemptFrom: before?.exemptFrom, exemptUntil: null });
      const texts = await books.world.store.read((tx) => tx.texts(BRANCH, REGISTER, 0));
      expect(texts.filter(({ content }) => content.includes('长期病假'))).toHaveLength(2);
      const heads = (await verify(books.world)).books;
      await by('chen', amending(郑𠮷, person('003', '郑𠮷', { post: '科员' })));
      expect((await verify(books.world)).books).toEqual(heads);
      expect(await by('chen', amending(郑𠮷, person('002', '郑𠮷')))).toMatchObject({ code: 'numberTaken' });
    });

    it('of two that saw the same version, the second is told; an unknown person is like another branch’s', async () => {
      const left = deciding(周涛, { kind: 'left', on: day('2026-04-01') });
      const late = await perform(books.world, LOCAL_OPERATOR, left, { key: 'late-0001', expected: 2 });
      expect(late).toMatchObject({ code: 'versionConflict', params: { found: 3 } });
      await setUp(books.world, founding(COMMITTEE));
      const foreign = await entered(books.world, COMMITTEE, 'w1', '赵敏');
      const codes = [];
      for (const whom of [foreign, '00000000-0000-7000-8000-00000000ffff'])
        codes.push((await by('li', { ...left, personId: whom })) as { code: string; params: object });
      expect(codes.map(({ code }) => code)).toEqual(['personUnknown', 'personUnknown']);
    });

    it('nobody leaves before what the books hold of them; who has left stays so', async () => {
      const leaving = (on: string) => deciding(孙丽, { kind: 'left', on: day(on) });
      expect(await by('li', leaving('2026-03-05'))).toMatchObject({
        code: 'entriesAfter',
        params: { count: 1 },
      });
      await by('li', leaving('2026-03-06'));
      expect(await member(孙丽)).toMatchObject({ leftOn: '2026-03-06' });
      expect(await by('li', leaving('2026-03-20'))).toMatchObject({ code: 'alreadyLeft' });
    });

    it('the books verify, and their views made again are the same', async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
      await books.world.store.write((tx) => rebuildViews(tx, BRANCH));
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('an exam made better in the fact, or a basis in its text, is found', async () => {
      await books.sql(`update text set content = '{"basis":"x"}' where content like '%3月支部大会%'`);
      expect((await verify(books.world)).wrong.map(({ table }) => table)).toContain('text');
      await books.sql(`update fact set body = replace(body, '5900', '9900') where type = 'standingDecided'`);
      expect((await verify(books.world)).wrong.map(({ table }) => table)).toContain('fact');
    });
  });
}
