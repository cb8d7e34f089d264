import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { perform } from '../../src/service/perform.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { planScene } from '../../src/service/taskPlan/planScene.ts';
import { besideYear } from '../../src/service/views/besideYear.ts';
import { handoverSheet } from '../../src/service/views/handoverSheet.ts';
import { nextWords } from '../../src/service/views/planWords.ts';
import type { World } from '../../src/service/ports.ts';
import {
  BRANCH,
  day,
  imported,
  importing,
  member,
  personId,
  YEAR,
  张建国 as 张建国的名册,
} from './branch.ts';
import { COMMITTEE, entered, founding, given, linking, setUp, signedIn, TODAY, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';
import { agreeing, approving, planOf, proposing, returning, tasks } from './planning.ts';

for (const engine of engines) {
  describe(`task plans on ${engine.name}`, () => {
    let books: Books;
    let [张建国, 李梅, 郑𠮷, 王强] = ['', '', '', ''];
    const by = async (userId: string, command: Parameters<typeof tried>[2]) =>
      await tried(books.world, await signedIn(books.world, userId), command);
    const phase = async (person: string) => (await planOf(books.world, person)).phase;

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      // 张建国's first quarter has been decided: his task points of March are on record.
      await imported(
        world,
        importing([张建国的名册, ...['李梅', '郑𠮷', '王强'].map((name, at) => member(`00${at + 2}`, name))]),
      );
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      [张建国, 李梅, 郑𠮷, 王强] = (await Promise.all(
        ['001', '002', '003', '004'].map((n) => personId(world, n)),
      )) as [string, string, string, string];
      const 赵敏 = await entered(world, BRANCH, 'L1', '赵敏');
      const 陈志远 = await entered(world, BRANCH, 'L2', '陈志远');
      const 刘洋 = await entered(world, COMMITTEE, 'W1', '刘洋');
      await given(world, BRANCH, 'secretary', 李梅);
      await given(world, BRANCH, 'scorekeeper', 郑𠮷);
      await given(world, BRANCH, 'leaderInCharge', 赵敏);
      await given(world, BRANCH, 'leaderInCharge', 陈志远);
      await given(world, COMMITTEE, 'committeeOfficer', 刘洋);
      for (const [person, user] of [
        [张建国, 'zhang'],
        [李梅, 'li'],
        [郑𠮷, 'zheng'],
        [王强, 'wang'],
        [赵敏, 'zhao'],
        [陈志远, 'chen'],
      ] as const)
        await setUp(world, linking(BRANCH, person, user));
      await setUp(world, linking(COMMITTEE, 刘洋, 'liu'));
      for (const person of [张建国, 郑𠮷])
        await setUp(world, {
          type: 'assignLeader',
          organisationId: BRANCH,
          personId: person,
          leaderId: 赵敏,
        });
    });
    afterAll(() => books.close());

    it('the scorekeeper proposes one plan for all; nobody else’s member or leader may', async () => {
      expect(await by('wang', proposing([张建国]))).toMatchObject({ code: 'notAllowed' });
      expect(await by('chen', proposing([张建国]))).toMatchObject({ code: 'notAllowed' });
      expect(await by('zheng', proposing([张建国, 李梅, 郑𠮷, 王强]))).toMatchObject({ proposed: 4 });
      expect(await phase(王强)).toBe('proposed');
      expect(await by('zheng', proposing([王强]))).toMatchObject({ code: 'planUnchanged' });
    });

    it('agreeing as leader is for that member’s leader alone, never for oneself', async () => {
      expect(await by('chen', agreeing('Leader', [张建国]))).toMatchObject({
        code: 'notAllowed',
        clause: '3.2',
      });
      expect(await by('li', agreeing('Leader', [张建国]))).toMatchObject({ code: 'notAllowed' });
      expect(await by('zhao', agreeing('Leader', [张建国, 王强]))).toMatchObject({ code: 'notAllowed' });
      expect(await by('zhao', agreeing('Leader', [张建国, 郑𠮷]))).toMatchObject({ plans: 2 });
      expect(await by('li', agreeing('Leader', [李梅]))).toMatchObject({ code: 'notAllowed' });
    });

    it('where no leader is assigned the secretary acts, for the secretary the organisation above; the fact says so', async () => {
      expect(await by('li', agreeing('Leader', [王强]))).toMatchObject({ plans: 1 });
      expect(await by('liu', agreeing('Leader', [李梅]))).toMatchObject({ plans: 1 });
      const substitutes = await Promise.all(
        [王强, 李梅, 张建国].map(
          async (one) => (await planOf(books.world, one)).versions[0]?.leader?.substitute,
        ),
      );
      expect(substitutes).toEqual([
        { as: 'secretary', because: 'vacant' },
        { as: 'above', because: 'vacant' },
        null,
      ]);
    });

    it('the member agrees; on paper it is recorded on behalf, with the paper’s day', async () => {
      expect(await by('wang', agreeing('Member', [张建国]))).toMatchObject({ code: 'notAllowed' });
      expect(await by('zhang', agreeing('Member', [张建国]))).toMatchObject({ plans: 1 });
      expect(await by('zheng', agreeing('Member', [王强]))).toMatchObject({ code: 'missing-signedOn' });
      expect(await by('zheng', agreeing('Member', [王强], 1, '2026-04-03'))).toMatchObject({
        code: 'planDayAhead',
      });
      expect(await by('zheng', agreeing('Member', [王强], 1, '2026-01-10'))).toMatchObject({ plans: 1 });
      const [own, paper] = await Promise.all([张建国, 王强].map((one) => planOf(books.world, one)));
      expect(own?.versions[0]?.member).toMatchObject({ onBehalf: false, actor: 'person:zhang' });
      expect(paper?.versions[0]?.member).toMatchObject({ onBehalf: true, actor: 'person:zheng' });
    });

    it('the branch approves what both agreed to; of several all or none, each one named', async () => {
      const some = await by('li', approving([张建国, 王强, 郑𠮷]));
      expect(some).toMatchObject({ code: 'plansRefused', params: { count: 1 } });
      expect(isRefusal(some) ? some.params['rows'] : '').toContain(
        '003 郑𠮷：这份目标任务现在是“待本人认可”',
      );
      expect(await phase(张建国)).toBe('agreed');
      expect(await by('li', approving([张建国, 李梅]))).toMatchObject({ code: 'ownMatter' });
      expect(await by('zheng', approving([张建国]))).toMatchObject({ code: 'notAllowed' });
      expect(await by('li', { ...approving([张建国]), record: ' ' })).toMatchObject({
        code: 'missing-record',
      });
      expect(await by('li', approving([张建国, 王强]))).toMatchObject({ plans: 2 });
      expect(await phase(王强)).toBe('inForce');
    });

    it('an act is of the version that was seen; a returned plan says why and comes again', async () => {
      expect(await by('zheng', returning('Member', [李梅]))).toMatchObject({ plans: 1 });
      expect(await phase(李梅)).toBe('returned');
      expect(await by('li', agreeing('Member', [李梅]))).toMatchObject({ code: 'planStep' });
      expect(await by('li', proposing([李梅]))).toMatchObject({ proposed: 1 });
      expect(await by('li', agreeing('Member', [李梅], 1))).toMatchObject({
        code: 'planVersion',
        params: { seen: 1, found: 2 },
      });
      expect(await by('li', { ...returning('Member', [李梅], 2), reason: '' })).toMatchObject({
        code: 'missing-reason',
      });
    });

    it('a change goes the same way, leaves what was decided, and until then the former is in force (G15)', async () => {
      const now = (await planOf(books.world, 张建国)).versions[0]?.tasks ?? [];
      const kept = tasks().map((one, at) => ({ ...one, taskId: now[at]?.taskId ?? null }));
      const other = (period: number) =>
        kept.map((one) => (one.period === period ? { ...one, standard: '另定' } : one));
      const reason = '预算调整';
      expect(await by('zheng', proposing([张建国], { tasks: other(1), reason }))).toMatchObject({
        code: 'planDecided',
        clause: 'An1.3',
      });
      expect(await by('zheng', proposing([张建国], { tasks: other(2) }))).toMatchObject({
        code: 'missing-changeReason',
      });
      expect(await by('zheng', proposing([张建国], { tasks: other(2), reason }))).toMatchObject({
        proposed: 1,
      });
      const changed = await planOf(books.world, 张建国);
      expect(changed.phase).toBe('proposed');
      expect(changed.versions.map(({ approved }) => approved !== null)).toEqual([true, false]);
      expect(changed.versions[1]?.tasks.map(({ taskId }) => taskId)).toEqual(now.map(({ taskId }) => taskId));
    });

    it('what one scorekeeper hands over counts a change under way beside the first plans', async () => {
      const sheet = await books.world.store.read((tx) => handoverSheet(tx, BRANCH, TODAY));
      if (isRefusal(sheet)) throw new Error(sheet.code);
      const open = sheet.matters.find(({ kind }) => kind === '已拟定、未批准的目标任务');
      // 李梅 and 郑𠮷 have none yet, 张建国's change waits; 王强's is in force
      expect(open?.count).toBe(3);
    });

    it('three working days without the leader’s word: whoever acts instead may agree, and the page says who and why', async () => {
      const version = (await planOf(books.world, 张建国)).versions.length;
      const on = (today: string): World => ({ ...books.world, now: () => `${today}T01:00:00.000Z` });
      const agreeingOn = async (today: string, userId: string) =>
        tried(on(today), await signedIn(books.world, userId), agreeing('Leader', [张建国], version));
      const next = async (today: string) => {
        const now = { today: day(today), holidays: books.world.holidays };
        const scene = await books.world.store.read((tx) =>
          planScene(tx, { organisation: BRANCH, year: YEAR }, now),
        );
        if (isRefusal(scene)) throw new Error(scene.code);
        const 张建国的 = scene.members.find(({ personId: id }) => id === 张建国);
        return 张建国的 === undefined ? '' : nextWords(scene, 张建国的);
      };
      const LAST = '2026-04-08'; // proposed on 2 April, with the days of 清明 off
      expect(await next(LAST)).toBe('等本人和分管领导赵敏认可');
      expect(await agreeingOn(LAST, 'li')).toMatchObject({ code: 'notAllowed' });
      expect(await next('2026-04-09')).toBe('等本人和书记李梅（分管领导逾期未表态，由其代行）认可');
      expect(await agreeingOn('2026-04-09', 'chen')).toMatchObject({ code: 'notAllowed' });
      expect(await agreeingOn('2026-04-09', 'li')).toMatchObject({ plans: 1 });
      const { leader } = (await planOf(books.world, 张建国)).versions.at(-1) ?? {};
      expect(leader).toMatchObject({ substitute: { as: 'secretary', because: 'silent' } });
    });

    it('a plan with faults says each, and none of several is proposed', async () => {
      const wrong = tasks({ 2: { standard: '' }, 3: { points: 100 as never } });
      const answer = await by('zheng', proposing([郑𠮷], { tasks: wrong }));
      expect(answer).toMatchObject({ code: 'planFaults', params: { count: 2 } });
      expect(isRefusal(answer) ? answer.params['rows'] : '').toContain('第三季度计划分合计 1.00，应为 15.00');
      expect(await by('zheng', proposing([郑𠮷, 郑𠮷]))).toMatchObject({ code: 'planNobody' });
      expect(await by('zheng', proposing(['nobody']))).toMatchObject({ code: 'personUnknown' });
      expect(await by('zheng', { ...proposing([郑𠮷]), year: 2031 })).toMatchObject({ code: 'yearNotOpen' });
    });

    it('two who write at once: one is first, the other is told', async () => {
      const actor = await signedIn(books.world, 'zheng');
      const { streamVersion: expected } = await planOf(books.world, 郑𠮷);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          perform(
            books.world,
            actor,
            proposing([郑𠮷], { tasks: tasks({ 4: { wording: `第 ${n} 种写法` } }) }),
            { key: `race ${n}`, expected },
          ),
        ),
      );
      expect(answers.filter((one) => !isRefusal(one))).toHaveLength(1);
      for (const one of answers) if (isRefusal(one)) expect(one.code).toBe('versionConflict');
    });

    it('marks of the unit come in once; another one needs a reason and names the former; no points move', async () => {
      const marks = (result: string, reason: string | null = null) =>
        ({
          type: 'importMarks',
          organisationId: BRANCH,
          year: YEAR,
          reason,
          marks: [
            { personId: 张建国, period: 1, result },
            { personId: 王强, period: null, result: '优秀' },
          ],
        }) as const;
      const before = await books.world.store.read((tx) => tx.memberYears(BRANCH, `year-${YEAR}`, {}));
      expect(await by('wang', marks('92.50'))).toMatchObject({ code: 'notAllowed' });
      expect(await by('zheng', marks('92.50'))).toMatchObject({ marked: 2, same: 0 });
      expect(await by('zheng', marks('92.50'))).toMatchObject({ marked: 0, same: 2 });
      const other = await by('zheng', marks('95'));
      expect(other).toMatchObject({ code: 'plansRefused', params: { count: 1 } });
      expect(isRefusal(other) ? other.params['rows'] : '').toContain('账上的考核结果是“92.50”');
      expect(await by('zheng', marks('95', '人事科更正'))).toMatchObject({ marked: 1, same: 1 });
      expect(
        await by('zheng', { ...marks('1'), marks: [{ personId: 王强, period: 5, result: '1' }] }),
      ).toMatchObject({
        code: 'markPeriod',
      });
      expect(await books.world.store.read((tx) => tx.memberYears(BRANCH, `year-${YEAR}`, {}))).toEqual(
        before,
      );
      const place = { organisation: BRANCH, year: YEAR };
      const beside = await books.world.store.read((tx) => besideYear(tx, place, 张建国));
      expect(beside.marks).toMatchObject([{ period: 1, result: '95' }]);
      // the change is agreed to, not approved: the first version is in force
      expect(beside.plan?.version).toBe(1);
    });

    it('the books verify', async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
    });
  });
}
