// A quarter's round from its opening to the committee's filing, on both engines, by the offices that own each act.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { points } from '../../src/domain/points.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { bookedYear } from '../../src/service/bookedYear.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { bulletinPaper } from '../../src/service/round/bulletinPaper.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { bulletinPage } from '../../src/service/views/round/bulletinPage.ts';
import { savePaper } from '../../src/service/workingPaper.ts';
import { yearOf } from './branch.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const COMMITTEE_SEATS: readonly Name[] = ['张建国', '王强', '郑𠮷'];

for (const engine of engines) {
  describe(`a round on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    let meetingId: unknown;
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
    });
    afterAll(() => bureau.close());
    const states = async () => {
      const { matters } = await bureau.round();
      return Object.fromEntries(ALL.map((name) => [name, matters.get(bureau.id[name])?.state]));
    };

    it('begins when its period has begun, by the scorekeeper, once, with the days the year was planned with', async () => {
      bureau.on('2026-03-31');
      expect(await bureau.by('李梅', act.opening())).toMatchObject({ code: 'periodNotBegun' });
      bureau.on('2026-06-01');
      expect(await bureau.by('吴㙦', act.opening())).toMatchObject({ code: 'notAllowed', clause: 'An1.3' });
      expect(await bureau.done('李梅', act.opening())).toMatchObject({
        people: 6,
        appraisalOn: '2026-06-15',
        filingOn: '2026-06-26',
      });
      expect(await bureau.by('李梅', act.opening())).toMatchObject({ code: 'roundOpen' });
    });

    it('each applies for themselves, or somebody writes it down for them; late is said, not punished', async () => {
      expect(await bureau.by('吴㙦', await act.applying('王强'))).toMatchObject({ code: 'notAllowed' });
      const [first] = await bureau.due('吴㙦');
      const beyond = { tasks: [{ taskId: first?.taskId, done: 'done', claimed: points(1501), words: '' }] };
      expect(await bureau.by('吴㙦', await act.applying('吴㙦', beyond))).toMatchObject({
        code: 'beyondPlan',
      });
      const praise = {
        item: '3.4.1-4',
        day: day('2026-05-08'),
        reason: '先进工作者',
        document: '财发〔2026〕8号',
        achievement: null,
        evidence: [],
      };
      const notABonus = { bonuses: [{ ...praise, item: 'A2.1-1' }] };
      expect(await bureau.by('吴㙦', await act.applying('吴㙦', notABonus))).toMatchObject({
        code: 'notABonus',
      });
      expect(await bureau.done('吴㙦', await act.applying('吴㙦', { bonuses: [praise] }))).toMatchObject({
        late: false,
      });
      for (const name of ['张建国', '李梅', '王强'] as const)
        await bureau.done(name, await act.applying(name));
      expect(await bureau.by('王强', await act.applying('王强'))).toMatchObject({ code: 'actNotNow' });
      bureau.on('2026-06-10');
      const helped = { onBehalf: { helper: '李梅', on: day('2026-06-02') } };
      expect(await bureau.done('李梅', await act.applying('郑𠮷', helped))).toMatchObject({ late: true });
    });

    it('the leader in charge signs for many at once; 未签 only after the leader’s days, by whoever acts for them', async () => {
      expect(await bureau.by('张建国', await act.opinions(['吴㙦']))).toMatchObject({ code: 'notAllowed' });
      await bureau.done('赵敏', await act.opinions(['张建国', '李梅', '王强', '郑𠮷', '吴㙦']));
      expect(await bureau.by('赵敏', await act.opinions(['孙丽'], true))).toMatchObject({
        code: 'opinionPending',
      });
      bureau.on('2026-06-12');
      await bureau.done('赵敏', await act.opinions(['孙丽'], true));
      expect((await bureau.matter('孙丽')).opinion).toMatchObject({
        unsigned: true,
        quality: null,
        as: 'holder',
      });
    });

    it('a deduction is proposed to the member’s face: served, answered, withdrawn or waiting for the answer', async () => {
      const absent = {
        item: 'A2.5-1',
        day: day('2026-05-12'),
        amount: points(100),
        reason: '主题党日无故缺席',
        evidence: '签到表',
        supplier: '本支部',
        incident: null,
      };
      const proposing = (name: Name, proposed: object = {}) =>
        ({
          type: 'proposeDeduction',
          ...HERE,
          personId: bureau.id[name],
          proposed: { ...absent, ...proposed },
          files: [],
        }) as const;
      expect(await bureau.by('李梅', proposing('李梅'))).toMatchObject({ code: 'ownMatter' });
      expect(await bureau.by('周涛', proposing('吴㙦'))).toMatchObject({ code: 'notYourBody' });
      expect(
        await bureau.by('周涛', proposing('吴㙦', { amount: points(200), supplier: '纪检' })),
      ).toMatchObject({
        code: 'amountOutOfRange',
      });
      expect(await bureau.by('周涛', proposing('吴㙦', { item: '3.4.1-4', supplier: '纪检' }))).toMatchObject(
        {
          code: 'notADeduction',
        },
      );
      const { proposalId, answerUntil } = await bureau.done('周涛', proposing('吴㙦', { supplier: '纪检' }));
      expect(answerUntil).toBe('2026-06-17');
      const answer = {
        type: 'answerDeduction',
        ...HERE,
        personId: bureau.id.吴㙦,
        proposalId: String(proposalId),
        words: '那天在下乡，有派遣单',
        spoken: false,
      } as const;
      expect(await bureau.by('王强', answer)).toMatchObject({ code: 'notAllowed' });
      await bureau.done('吴㙦', answer);
      expect(await bureau.by('吴㙦', answer)).toMatchObject({ code: 'answered' });
      const mistaken = await bureau.done('李梅', proposing('王强'));
      const withdrawal = {
        type: 'withdrawDeduction',
        ...HERE,
        personId: bureau.id.王强,
        proposalId: String(mistaken['proposalId']),
        reason: '核对后并未缺席',
      } as const;
      await bureau.done('李梅', withdrawal);
    });

    it('the scorekeeper’s sheet is handed in for all but the scorekeeper, whose is the checker’s', async () => {
      expect(await bureau.by('李梅', await act.sheet(ALL))).toMatchObject({ code: 'ownMatter' });
      await bureau.done('李梅', await act.sheet(ALL.filter((name) => name !== '李梅')));
      await bureau.done('孙丽', await act.sheet(['李梅']));
      expect(new Set(Object.values(await states()))).toEqual(new Set(['assessed']));
    });

    it('the committee sits with more than half; nobody decides their own, no planned task stays undecided', async () => {
      bureau.on('2026-06-15');
      expect(
        await bureau.by('张建国', act.meeting('2026-06-15', ['张建国'], ['王强', '郑𠮷'])),
      ).toMatchObject({ code: 'meetingNoQuorum' });
      expect(await bureau.by('张建国', act.meeting('2026-06-15', ['张建国', '王强']))).toMatchObject({
        code: 'absentUnexplained',
      });
      expect(await bureau.by('张建国', act.meeting('2026-06-16', COMMITTEE_SEATS))).toMatchObject({
        code: 'meetingAhead',
      });
      ({ meetingId } = await bureau.done('张建国', act.meeting('2026-06-15', COMMITTEE_SEATS)));
      const undecided = await act.appraising(meetingId, ['吴㙦'], 3, { tasks: [] });
      expect(await bureau.by('张建国', undecided)).toMatchObject({ code: 'taskUndecided' });
      const ownVote = await act.appraising(meetingId, ['王强'], 3, { recused: [] });
      expect(await bureau.by('张建国', ownVote)).toMatchObject({ code: 'mustRecuse' });
      const whole = await act.appraising(meetingId, ALL, 3);
      expect(await bureau.by('张建国', whole)).toMatchObject({ code: 'ownMatter', clause: 'An1.5' });
      await bureau.done(
        '张建国',
        await act.appraising(
          meetingId,
          ALL.filter((name) => name !== '张建国'),
          3,
        ),
      );
      await bureau.done('刘洋', await act.appraising(meetingId, ['张建国'], 3));
    });

    it('a notice is drafted, checked and approved by three; nothing is registered before it has ended', async () => {
      expect(await bureau.by('李梅', act.drafting(ALL, 2))).toMatchObject({ code: 'noticeTooShort' });
      const { noticeId } = await bureau.done('李梅', act.drafting(ALL));
      expect(await bureau.by('张建国', act.publishing(noticeId))).toMatchObject({ code: 'noticeUnchecked' });
      expect(await bureau.by('李梅', act.checking(noticeId))).toMatchObject({ code: 'notAllowed' });
      await bureau.done('王强', act.checking(noticeId));
      expect(await bureau.done('张建国', act.publishing(noticeId))).toMatchObject({
        from: '2026-06-15',
        until: '2026-06-23',
      });
      bureau.on('2026-06-23');
      expect(await bureau.by('李梅', act.registering(['吴㙦']))).toMatchObject({
        code: 'actNotNow',
        clause: 'An1.6',
      });
    });

    it('two object: one is answered and stays, one is decided anew and shown again, and the others do not wait', async () => {
      await bureau.done('王强', act.objecting('孙丽', '异议一'));
      await bureau.done('王强', act.objecting('郑𠮷', '异议二'));
      expect(await bureau.by('王强', act.objecting('王强', '异议三'))).toMatchObject({ code: 'ownMatter' });
      await bureau.done('张建国', act.answering('孙丽', '异议一', false));
      await bureau.done('张建国', act.answering('郑𠮷', '异议二', true));
      bureau.on('2026-06-24');
      await bureau.done('李梅', act.registering(['张建国', '王强', '吴㙦', '孙丽']));
      expect(await bureau.by('李梅', act.registering(['李梅']))).toMatchObject({ code: 'ownMatter' });
      await bureau.done('孙丽', act.registering(['李梅']));
      expect(await states()).toMatchObject({ 郑𠮷: 'reopened', 李梅: 'registered', 孙丽: 'registered' });
    });

    it('what the round has not registered and what no round has begun is awaited, and nothing else', async () => {
      const year = await bureau.world.store.read((tx) => bookedYear(tx, HERE.organisationId, HERE.year));
      if (isRefusal(year)) throw new Error(year.code);
      const awaited = Object.fromEntries(year.records.map(({ id, awaited: periods }) => [id, periods]));
      expect(awaited[bureau.id['李梅']]).toEqual([1, 3, 4]);
      expect(awaited[bureau.id['郑𠮷']]).toEqual([1, 2, 3, 4]);
    });

    it('the committee returns one; the others are reviewed and filed; the two follow in a supplementary filing', async () => {
      const five = ALL.filter((name) => name !== '郑𠮷');
      const { submissionId, late } = await bureau.done('李梅', act.submitting(five));
      expect(late).toBe(false);
      const onFive = (
        type: 'returnRound' | 'reviewRound' | 'fileRound',
        names: readonly Name[],
        words?: string,
      ) => act.onSubmission(type, submissionId, names, words);
      expect(await bureau.by('张建国', onFive('reviewRound', five))).toMatchObject({ code: 'notAllowed' });
      expect(await bureau.by('刘洋', onFive('returnRound', ['王强'], ''))).toMatchObject({
        code: 'missing-reason',
      });
      await bureau.done('刘洋', onFive('returnRound', ['王强'], '任务完成情况与督查通报不符'));
      const four = five.filter((name) => name !== '王强');
      await bureau.done('刘洋', onFive('reviewRound', four));
      await bureau.done('刘洋', onFive('fileRound', four));
      const before = await yearOf(bureau.world, '003');
      bureau.on('2026-06-25');
      const again = await bureau.done('张建国', act.meeting('2026-06-25', COMMITTEE_SEATS));
      const [task] = await bureau.due('王强');
      const less = { tasks: [{ taskId: task?.taskId, points: points(1200) }] };
      await bureau.done('张建国', await act.appraising(again['meetingId'], ['郑𠮷'], 3));
      await bureau.done('张建国', await act.appraising(again['meetingId'], ['王强'], 3, less));
      const { noticeId } = await bureau.done('李梅', act.drafting(['郑𠮷', '王强'], 3));
      await bureau.done('孙丽', act.checking(noticeId));
      await bureau.done('张建国', act.publishing(noticeId));
      bureau.on('2026-07-02');
      await bureau.done('李梅', act.registering(['郑𠮷', '王强']));
      expect(await yearOf(bureau.world, '003')).toBe(before - 300);
      expect(await bureau.by('李梅', act.submitting(['郑𠮷', '王强']))).toMatchObject({
        code: 'missing-reason',
        clause: '3.3.2',
      });
      const rest = await bureau.done(
        '李梅',
        act.submitting(['郑𠮷', '王强'], '一人异议、一人退回后重新公示'),
      );
      expect(rest['late']).toBe(true);
      await bureau.done('刘洋', act.onSubmission('reviewRound', rest['submissionId'], ['郑𠮷', '王强']));
      await bureau.done(
        '刘洋',
        act.onSubmission('fileRound', rest['submissionId'], ['郑𠮷', '王强'], '县财党备〔2026〕2号'),
      );
      expect(new Set(Object.values(await states()))).toEqual(new Set(['filed']));
    });

    it('what stands in the ledger is what was decided, and the books verify', async () => {
      // 30 of the base a year goes on; 吴㙦 lost 1 for an absence and was commended by the unit.
      const [plain, 吴㙦] = [await yearOf(bureau.world, '006'), await yearOf(bureau.world, '005')];
      expect(吴㙦 - plain).toBe(200 - 100);
      const { sound, wrong } = await verify(bureau.world);
      expect({ sound, wrong }).toEqual({ sound: true, wrong: [] });
    });

    it('the leading group writes the bulletin, its draft keeps itself, and its figures stay as they were that day', async () => {
      const sections = [
        { heading: '好的做法', text: '任务按时完成。' },
        { heading: '抄报抄送', text: ' ' },
      ];
      const issuing = (said: typeof sections) =>
        ({ type: 'issueBulletin', ...HERE, sections: said }) as const;
      expect(await bureau.by('李梅', issuing(sections))).toMatchObject({ code: 'notAllowed', clause: '4.2' });
      expect(await bureau.by('陈志远', issuing(sections.slice(1)))).toMatchObject({ code: 'missing-reason' });
      const draft = { content: { sections }, by: '陈志远', expected: 0 };
      expect(await savePaper(bureau.world, bulletinPaper(HERE), draft)).toBe(1);
      const other = { ...draft, content: { sections: [] } };
      expect(await savePaper(bureau.world, bulletinPaper(HERE), other)).toMatchObject({
        code: 'versionConflict',
      });
      const page = async (writes: boolean) => {
        const found = await bureau.world.store.read((tx) => bulletinPage(tx, HERE, writes));
        if (isRefusal(found)) throw new Error(found.code);
        return found;
      };
      expect((await page(true)).writing).toMatchObject({ mayIssue: true, draft: { version: 1, sections } });
      await bureau.done('陈志远', issuing(sections));
      const today = dayInShanghai(bureau.world.now());
      const { issued, writing } = await page(true);
      expect(writing?.draft).toBeNull();
      expect((await page(false)).writing).toBeNull();
      // 22.50 each but for 吴㙦, who lost 1 and was commended with 2, and 王强, from whom the second meeting took 3: 133.00 for six;
      // 王强 alone stands below the line of 20 and is told together with the others
      expect(issued).toMatchObject([
        {
          on: today,
          sections: sections.slice(0, 1),
          figures: {
            people: 6,
            registered: 6,
            pending: 0,
            full: 6,
            mean: 2217,
            median: 2250,
            bands: [
              { from: null, to: 1500, count: 0 },
              { from: 1500, to: null, count: 6 },
            ],
            objections: { open: 0 },
            late: { unsigned: 1, submissions: 1 },
          },
        },
      ]);
    });
  });
}
