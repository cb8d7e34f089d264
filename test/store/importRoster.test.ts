import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { discardPaper } from '../../src/service/workingPaper.ts';
import { ROSTER_PAPER } from '../../src/service/rosterPaper.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { leadersOf } from '../../src/service/views/leaders.ts';
import { BRANCH, imported, importing as importingYear, personId, refused, YEAR } from './branch.ts';
import { entered, given, linking, setUp, signedIn, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';
import { importing, line, previewed, previewRefused, registerSeq, waiting } from './roster.ts';

for (const engine of engines) {
  describe(`a roster file into the register on ${engine.name}`, () => {
    let books: Books;
    const commit = async (paper: number) => setUp(books.world, await importing(books.world, paper));
    const memberYear = async (number: string) => {
      const id = await personId(books.world, number);
      const rows = await books.world.store.read((tx) => tx.memberYears(BRANCH, `year-${YEAR}`, {}));
      return rows.find((row) => row.personId === id);
    };

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await imported(world, importingYear());
      const 赵敏 = await entered(world, BRANCH, 'L1', '赵敏');
      await given(world, BRANCH, 'leaderInCharge', 赵敏);
      await given(world, BRANCH, 'secretary', await personId(world, '002'));
      await setUp(world, linking(BRANCH, await personId(world, '002'), 'li'));
      await given(world, BRANCH, 'scorekeeper', await personId(world, '003'));
      await setUp(world, linking(BRANCH, await personId(world, '003'), 'zheng'));
    });
    afterAll(() => books.close());

    it('the preview names who is new, what changes and who is not in the file; the commit does just that', async () => {
      const paper = await waiting(books.world, [
        line('001', '张建国', { 岗位: '局长', 工作领域: '财政', 分管领导: '赵敏' }),
        line('002', '李梅', { 分管领导: '钱多多' }),
        line('009', '吴㙦', { 类型: '中共预备党员', 分管领导: 'L1' }),
      ]);
      const { plan } = await previewed(books.world);
      expect(plan.added).toMatchObject([{ number: '009', name: '吴㙦' }]);
      expect(plan.changed).toEqual([
        {
          number: '001',
          name: '张建国',
          changes: [
            { column: '职务', from: null, to: '局长' },
            { column: '工作领域', from: null, to: '财政' },
            { column: '分管领导', from: null, to: '赵敏' },
          ],
        },
        {
          number: '002',
          name: '李梅',
          changes: [{ column: '分管领导', from: null, to: '钱多多（未对应到人）' }],
        },
      ]);
      expect(plan.absent).toEqual([{ number: '003', name: '郑𠮷' }]);
      expect(plan.unmatched).toEqual([{ number: '002', name: '李梅', leader: '钱多多', found: 0 }]);
      expect(await commit(paper)).toMatchObject({ registered: 1, amended: 2, led: 2, held: 0, leftOut: 0 });
      const 赵敏 = await personId(books.world, 'L1');
      const leaders = await books.world.store.read((tx) => leadersOf(tx, BRANCH));
      expect(leaders.get(await personId(books.world, '001'))).toBe(赵敏);
      expect(leaders.get(await personId(books.world, '009'))).toBe(赵敏);
      expect(leaders.has(await personId(books.world, '002'))).toBe(false);
    });

    it('the open year follows: the new member has a row in it', async () => {
      expect(JSON.parse((await memberYear('009'))?.score ?? '{}')).toMatchObject({ counted: [1, 2, 3, 4] });
    });

    it('the same file again changes nothing; the year’s own files neither lose nor touch the work field', async () => {
      const head = await registerSeq(books.world);
      const lines = [
        line('001', '张建国', { 职务: '局长', 工作领域: '财政', 分管领导: '赵敏' }),
        line('009', '吴㙦', { 类型: '预备党员', 分管领导: '赵敏' }),
      ];
      const paper = await waiting(books.world, lines);
      expect((await previewed(books.world)).plan).toMatchObject({ added: [], changed: [], unchanged: 2 });
      await commit(paper);
      expect(await registerSeq(books.world)).toBe(head);
      await imported(books.world, importingYear());
      const row = await books.world.store.read((tx) => tx.personByNumber(BRANCH, '001'));
      expect(JSON.parse(row?.details ?? '{}')).toMatchObject({ workField: '财政', gender: '男' });
    });

    it('李梅, the secretary, changes her own post and not her own standing; what is held back is named', async () => {
      const li = await signedIn(books.world, 'li');
      const paper = await waiting(books.world, [
        line('002', '李梅', { 加入日期: '2010-01-01', 职务: '书记', 分管领导: '赵敏' }),
        line('003', '郑𠮷', { 加入日期: '2019-01-01' }),
      ]);
      const { plan } = await previewed(books.world, li);
      expect(plan.held).toEqual([
        {
          number: '002',
          name: '李梅',
          why: 'own',
          changes: [{ column: '加入日期', from: '2020-01-01', to: '2010-01-01' }],
        },
        {
          number: '002',
          name: '李梅',
          why: 'own',
          changes: [{ column: '分管领导', from: null, to: '赵敏' }],
        },
      ]);
      const command = await importing(books.world, paper);
      expect(await tried(books.world, li, command)).toMatchObject({ amended: 2, held: 2, led: 0 });
      const members = await books.world.store.read((tx) => tx.members(BRANCH, {}));
      const joined = async (number: string) => {
        const id = await personId(books.world, number);
        return members.find((one) => one.personId === id)?.joinedOn;
      };
      expect([await joined('002'), await joined('003')]).toEqual(['2020-01-01', '2019-01-01']);
    });

    it('郑𠮷 keeps the register as scorekeeper and registers who is new, but decides nobody’s standing', async () => {
      const zheng = await signedIn(books.world, 'zheng');
      const paper = await waiting(books.world, [
        line('001', '张建国', { 离开日期: '2026-03-01' }),
        line('010', '周涛'),
      ]);
      const { plan } = await previewed(books.world, zheng);
      expect(plan.held).toMatchObject([{ number: '001', why: 'notDecider' }]);
      expect(plan.added).toMatchObject([{ number: '010' }]);
      const command = await importing(books.world, paper);
      expect(await tried(books.world, zheng, command)).toMatchObject({ registered: 1, amended: 0, held: 1 });
    });

    it('a probationary member turns full only with the day, and nobody leaves before they joined', async () => {
      const paper = await waiting(books.world, [
        line('009', '吴㙦'),
        line('010', '周涛', { 加入日期: '2020-01-01' }),
      ]);
      const { plan } = await previewed(books.world);
      expect(plan.held).toMatchObject([
        {
          number: '009',
          why: 'fullWithoutDay',
          changes: [{ column: '类型', from: '预备党员', to: '正式党员' }],
        },
      ]);
      expect(await commit(paper)).toMatchObject({ held: 1, amended: 0 });
    });

    it('exemptions go through their application: whoever is signed in cannot bring them by file', async () => {
      const lines = [line('001', '张建国', { 免予自: '2026-05-01', 免予原因: '长期病假' })];
      const paper = await waiting(books.world, lines);
      const li = await signedIn(books.world, 'li');
      const command = await importing(books.world, paper);
      expect(await previewRefused(books.world, li)).toMatchObject({ code: 'exemptionByFile', clause: '2' });
      expect(await tried(books.world, li, command)).toMatchObject({ code: 'exemptionByFile', clause: '2' });
      expect((await previewed(books.world, LOCAL_OPERATOR)).plan.changed).toMatchObject([
        {
          changes: [
            { column: '免予', to: '2026-05-01 至 2026-12-31' },
            { column: '免予原因', to: '长期病假' },
          ],
        },
      ]);
    });

    it('nothing is registered while a row is wrong; left out by choice, the others are', async () => {
      const lines = [
        line('001', '张建国', { 职务: '调研员' }),
        line('011', '孙丽', { 类型: '群众' }),
        line('012', '刘洋'),
        line('012', '刘洋二'),
      ];
      const head = await registerSeq(books.world);
      const strict = await waiting(books.world, lines);
      const refusal = await refused(books.world, await importing(books.world, strict));
      expect(refusal).toMatchObject({ code: 'rosterProblems', params: { count: 2 } });
      expect(await registerSeq(books.world)).toBe(head);
      const paper = await waiting(books.world, lines, { leaveOut: true });
      expect((await previewed(books.world)).plan).toMatchObject({ added: [], changed: [{ number: '001' }] });
      expect(await commit(paper)).toMatchObject({ registered: 0, amended: 1, leftOut: 3 });
    });

    it('refuses what was not looked at: another version, a register that moved on, columns not confirmed, no roster', async () => {
      const { world } = books;
      const paper = await waiting(world, [line('001', '张建国')]);
      const command = await importing(world, paper);
      expect((await refused(world, { ...command, paper: paper + 1 })).code).toBe('versionConflict');
      await entered(world, BRANCH, 'L9', '钱多多');
      expect((await refused(world, command)).code).toBe('registerMoved');
      const unconfirmed = await waiting(world, [line('001', '张建国')], { confirmed: false });
      expect((await refused(world, await importing(world, unconfirmed))).code).toBe('rosterNotMapped');
      await discardPaper(world, { organisationId: BRANCH, ...ROSTER_PAPER });
      expect((await refused(world, await importing(world, unconfirmed))).code).toBe('rosterNotWaiting');
    });

    it('the books verify, and their views can be made again', async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
      await books.world.store.write((tx) => rebuildViews(tx, BRANCH));
      expect((await verify(books.world)).wrong).toEqual([]);
    });
  });
}
