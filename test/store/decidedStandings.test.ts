// What was approved or decided in the books stays, whatever a later roster says; the roster that says otherwise is named.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { ImportOutcome } from '../../src/service/importCommand.ts';
import type { Command } from '../../src/service/perform.ts';
import { readRegister } from '../../src/service/wholeRegister.ts';
import { verify } from '../../src/service/verify/verify.ts';
import type { MemberRecord } from '../../src/service/views/branchYear.ts';
import { BRANCH, day, imported, importing, member, personId, 郑𠮷 as 郑𠮷和记录 } from './branch.ts';
import { COMMITTEE, entered, founding, given, linking, setUp, signedIn, TODAY, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';
import { importing as importingRoster, line, previewed, registerSeq, waiting } from './roster.ts';

const 张建国 = member('001', '张建国');
const 李梅 = member('002', '李梅');
const 郑𠮷 = { ...郑𠮷和记录, entries: [] };
const 吴㙦 = member('009', '吴㙦', [], {
  member: { ...李梅.member, type: 'probationary', joinedOn: day('2025-03-01') },
});
const 周涛 = member('010', '周涛', [], { member: { ...李梅.member, type: 'applicant' } });
const 孙丽 = member('011', '孙丽', [], {
  member: { ...李梅.member, type: 'probationary', joinedOn: day('2025-03-01') },
});
const admitted = (one: MemberRecord): MemberRecord => ({
  ...one,
  person: { ...one.person, admittedOn: day('2025-03-01') },
});
const FILES = [张建国, 李梅, 郑𠮷, admitted(吴㙦), 周涛, admitted(孙丽)];

for (const engine of engines) {
  describe(`a roster after decisions on ${engine.name}`, () => {
    let books: Books;
    const by = async (user: string, command: Command) => {
      const answer = await tried(books.world, await signedIn(books.world, user), command);
      if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
      return answer;
    };
    const inBooks = async (number: string) => {
      const { people } = await books.world.store.read((tx) => readRegister(tx, BRANCH));
      const known = people.find(({ row }) => row.number === number);
      return { ...known?.member, reason: known?.exemptionReason };
    };
    const decide = async (number: string, decision: object) =>
      by('li', {
        type: 'decideStanding',
        organisationId: BRANCH,
        personId: await personId(books.world, number),
        decision,
        basis: '2026年3月30日党员大会',
      } as Command);
    const exempt = async (number: string) => {
      const about = { organisationId: BRANCH, personId: await personId(books.world, number) };
      const words = { category: 'immobile', reason: '行动困难', whereabouts: null, contact: null } as const;
      const { exemptionId } = await by('li', {
        type: 'applyExemption',
        ...about,
        from: null,
        until: null,
        renews: null,
        words: { ...words, attachments: null, helper: '李梅' },
      });
      const matter = { ...about, exemptionId: String(exemptionId) };
      const meetingOn = day('2026-04-01');
      await by('li', { type: 'giveExemptionOpinion', ...matter, agrees: true, meetingOn, words: '同意' });
      const term = { from: TODAY, until: null };
      await by('zhou', { type: 'decideExemption', ...matter, approved: true, ...term, words: '同意' });
    };
    const byLi = async (records: readonly MemberRecord[]) =>
      (await by('li', importing(records))) as unknown as ImportOutcome;

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      await imported(world, importing(FILES));
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      const 陈志远 = await entered(world, BRANCH, 'L1', '陈志远');
      for (const office of ['secretary', 'scorekeeper'] as const) await given(world, BRANCH, office, 陈志远);
      await setUp(world, linking(BRANCH, 陈志远, 'li'));
      const 赵敏 = await entered(world, COMMITTEE, 'c1', '赵敏');
      await given(world, COMMITTEE, 'committeeOfficer', 赵敏);
      await setUp(world, linking(COMMITTEE, 赵敏, 'zhou'));
    });
    afterAll(() => books.close());

    it('before sign-in is set up and without a decision, a file may still carry and change an exemption', async () => {
      const otherwise = { ...郑𠮷.member, exemption: { from: day('2026-07-01'), until: null } };
      expect(await imported(books.world, importing([{ ...郑𠮷, member: otherwise }]))).toMatchObject({
        amended: 1,
        otherwise: [],
      });
      expect(await inBooks('003')).toMatchObject({ exemption: { from: '2026-07-01' }, reason: '长期病假' });
      expect(await imported(books.world, importing([郑𠮷]))).toMatchObject({ amended: 1 });
    });

    it('an approved exemption stays, the earlier one too: the year’s files neither drop nor change it', async () => {
      await exempt('001');
      await exempt('003');
      const [zhang, zheng] = [await inBooks('001'), await inBooks('003')];
      expect(zhang).toMatchObject({ exemption: { from: TODAY } });
      expect(zheng).toMatchObject({
        exemption: { from: TODAY },
        earlierExemptions: [{ from: '2026-10-08' }],
      });
      const head = await registerSeq(books.world);
      expect(await byLi(FILES)).toMatchObject({ amended: 0, otherwise: ['003'] });
      const longer = { from: TODAY, until: day('2028-12-31') };
      const changed = { ...张建国, member: { ...张建国.member, exemption: longer } };
      expect(await byLi([changed, ...FILES.slice(1)])).toMatchObject({
        amended: 0,
        otherwise: ['001', '003'],
      });
      // nor does whoever keeps the machine
      expect(await imported(books.world, importing([changed, ...FILES.slice(1)]))).toMatchObject({
        otherwise: ['001', '003'],
      });
      expect(await registerSeq(books.world)).toBe(head);
      expect([await inBooks('001'), await inBooks('003')]).toEqual([zhang, zheng]);
    });

    it('what a roster may say beside it is still amended', async () => {
      const zhang = await inBooks('001');
      const moved = { ...张建国, person: { ...张建国.person, post: '局长' } };
      expect(await byLi([moved])).toMatchObject({ amended: 1, otherwise: [] });
      expect(await inBooks('001')).toEqual(zhang);
    });

    it('once sign-in is set up a file makes nobody exempt, and takes nobody’s exemption, decided or not', async () => {
      const sick = { from: day('2026-07-01'), until: null };
      const sickLi = { ...李梅, member: { ...李梅.member, exemption: sick }, exemptionReason: '病假' };
      const newcomer = member('020', '刘洋', [], { member: sickLi.member, exemptionReason: '病假' });
      expect(await byLi([sickLi, newcomer])).toMatchObject({ registered: 1, otherwise: ['002', '020'] });
      expect(await inBooks('002')).toMatchObject({ exemption: null, reason: null });
      expect(await inBooks('020')).toMatchObject({ exemption: null, reason: null });
    });

    it('turned full, extended, examined, left: a file that says otherwise is named, the books stay', async () => {
      await decide('009', { kind: 'turnedFull', on: '2026-03-30' });
      await decide('011', { kind: 'probationExtended', on: '2026-03-30', until: '2026-10-01' });
      await decide('010', { kind: 'examTaken', on: '2026-03-30', mark: 9000, passMark: 6000 });
      await decide('020', { kind: 'left', on: '2026-03-30' });
      const numbers = ['009', '010', '011', '020'];
      const before = await Promise.all(numbers.map(inBooks));
      expect(before).toMatchObject([
        { type: 'full', fullOn: '2026-03-30' },
        { examPassedOn: '2026-03-30' },
        { type: 'probationary' },
        { leftOn: '2026-03-30' },
      ]);
      const turned = { ...孙丽.member, type: 'full', fullOn: day('2026-03-30') } as const;
      const still = member('020', '刘洋');
      const files = [admitted(吴㙦), 周涛, { ...admitted(孙丽), member: turned }, still];
      expect(await byLi(files)).toMatchObject({ otherwise: numbers });
      expect(await Promise.all(numbers.map(inBooks))).toEqual(before);
    });

    it('the roster file of the register page holds the same back and says why', async () => {
      const paper = await waiting(books.world, [
        line('001', '张建国', { 职务: '科长' }),
        line('009', '吴㙦', { 类型: '预备党员', 加入日期: '2025-03-01', 转正日期: '', 职务: '科员' }),
        line('011', '孙丽', { 类型: '正式党员', 加入日期: '2025-03-01', 转正日期: '2026-03-30' }),
      ]);
      const li = await signedIn(books.world, 'li');
      const { plan } = await previewed(books.world, li);
      expect(plan.held).toMatchObject([
        { number: '009', why: 'decided', changes: [{ column: '类型' }, { column: '转正日期' }] },
        { number: '011', why: 'decided', changes: [{ column: '类型' }, { column: '转正日期' }] },
      ]);
      const before = [await inBooks('001'), await inBooks('009'), await inBooks('011')];
      expect(await by('li', await importingRoster(books.world, paper))).toMatchObject({
        amended: 2,
        held: 2,
      });
      expect([await inBooks('001'), await inBooks('009'), await inBooks('011')]).toEqual(before);
    });

    it('a column of exemptions, empty or another, changes no approved one', async () => {
      const lines = [
        line('001', '张建国', { 免予自: '', 免予至: '', 免予原因: '' }),
        line('003', '郑𠮷', { 免予自: '2026-05-01', 免予至: '2027-12-31', 免予原因: '病假' }),
      ];
      const paper = await waiting(books.world, lines);
      expect((await previewed(books.world)).plan).toMatchObject({
        held: [{ number: '003', why: 'decided' }],
        changed: [],
      });
      const before = [await inBooks('001'), await inBooks('003')];
      await setUp(books.world, await importingRoster(books.world, paper));
      expect([await inBooks('001'), await inBooks('003')]).toEqual(before);
      expect((await verify(books.world)).wrong).toEqual([]);
    });
  });
}
