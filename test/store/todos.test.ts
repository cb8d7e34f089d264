// 待办 at every step of a quarter, for every office of the branch and above, on both engines: who is told what, by when, and why they.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { points } from '../../src/domain/points.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import type { Reading } from '../../src/service/ports.ts';
import { todosOf } from '../../src/service/todo/todos.ts';
import { BRANCH } from './branch.ts';
import { COMMITTEE, founding, setUp, signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const SEATS: readonly Name[] = ['张建国', '王强', '郑𠮷'];
const EVERYBODY = [...ALL, '赵敏', '陈志远', '周涛', '刘洋'];

for (const engine of engines) {
  describe(`待办 on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
    });
    afterAll(() => bureau.close());

    const todosFor = async (user: string, reading: (tx: Reading) => Reading = (tx) => tx) => {
      const { world } = bureau;
      const actor = await signedIn(world, user);
      const asked = { today: dayInShanghai(world.now()), holidays: world.holidays };
      return world.store.read((tx) => todosOf(reading(tx), actor, new Map(), asked));
    };
    /** Everybody who is told anything, with what it is and of how many: `assess 5`. */
    const told = async () => {
      const all: Record<string, string[]> = {};
      for (const user of EVERYBODY) {
        const { lines } = await todosFor(user);
        if (lines.length > 0) all[user] = lines.map(({ what, count }) => `${what} ${count}`);
      }
      return all;
    };

    it('before the round nobody is told anything but what comes next and when; then whoever begins it', async () => {
      bureau.on('2026-04-02');
      expect(await told()).toEqual({});
      const { next } = await todosFor('吴㙦');
      expect(next).toMatchObject([
        { does: '党员申请', period: '2026年第二季度', organisation: { id: BRANCH } },
      ]);
      expect((await todosFor('刘洋')).next).toMatchObject([{ does: '上报', from: '2026-06-26' }]);
      bureau.on('2026-06-03');
      expect(await told()).toEqual({ 张建国: ['openRound 1'], 李梅: ['openRound 1'] });
      await bureau.done('李梅', act.opening());
    });

    it('each is told of their own application alone, and the leader of nobody who has not applied yet', async () => {
      expect(await told()).toEqual(Object.fromEntries(ALL.map((name) => [name, ['apply 1']])));
      const { lines } = await todosFor('吴㙦');
      expect(lines[0]).toMatchObject({
        does: '提交积分申请',
        due: '2026-06-05',
        clause: 'An1.3',
        address: `/branch/${BRANCH}/2026/rounds/2/member/${bureau.id.吴㙦}`,
      });
      for (const name of ALL.filter((one) => one !== '郑𠮷'))
        await bureau.done(name, await act.applying(name));
      expect(await told()).toEqual({ 郑𠮷: ['apply 1'], 赵敏: ['giveOpinion 5'] });
    });

    it('after the days for applying and signing the leader has everybody, and whoever acts for a silent one is told why', async () => {
      bureau.on('2026-06-12');
      expect(await told()).toEqual({
        郑𠮷: ['apply 1'],
        赵敏: ['giveOpinion 6'],
        张建国: ['giveOpinion 5'],
        刘洋: ['giveOpinion 1'],
      });
      const [line] = (await todosFor('张建国')).lines;
      expect(line?.instead).toBe('分管领导逾期未办，由您以书记身份代行（读法 G17）');
      expect(line).toMatchObject({
        says: '5 名党员待签注',
        address: `/branch/${BRANCH}/2026/rounds/2/opinions`,
      });
      await bureau.done('赵敏', await act.opinions(ALL));
    });

    it('a proposed deduction waits for the member and holds up the appraisal until its last day', async () => {
      const proposal = {
        type: 'proposeDeduction',
        ...HERE,
        personId: bureau.id.吴㙦,
        proposed: {
          item: 'A2.5-1',
          day: day('2026-05-12'),
          amount: points(100),
          reason: '主题党日无故缺席',
          evidence: '签到表',
          supplier: '纪检',
          incident: null,
        },
        files: [],
      } as const;
      await bureau.done('周涛', proposal);
      expect(await told()).toEqual({ 李梅: ['assess 5'], 孙丽: ['assess 1'], 吴㙦: ['answerDeduction 1'] });
      await bureau.done('李梅', await act.sheet(ALL.filter((name) => name !== '李梅')));
      await bureau.done('孙丽', await act.sheet(['李梅']));
      expect(await told()).toEqual({
        张建国: ['appraise 4'],
        刘洋: ['appraise 1'],
        吴㙦: ['answerDeduction 1'],
      });
      const [above] = (await todosFor('刘洋')).lines;
      expect(above?.instead).toMatch(/书记）?是其本人，由您以上级党组织身份代行/);
      bureau.on('2026-06-18');
      expect(await told()).toEqual({ 张建国: ['appraise 5'], 刘洋: ['appraise 1'] });
    });

    it('a notice goes from hand to hand, and whoever checked it does not approve it', async () => {
      const { meetingId } = await bureau.done('张建国', act.meeting('2026-06-18', SEATS));
      const others = ALL.filter((name) => name !== '张建国' && name !== '孙丽');
      await bureau.done('张建国', await act.appraising(meetingId, others, 3));
      await bureau.done('张建国', act.tying(meetingId, '孙丽'));
      // G36: nobody in the branch waits for it any more, and the organisation above is told
      expect(await told()).toEqual({ 李梅: ['draftNotice 4'], 刘洋: ['appraise 1', 'decideTie 1'] });
      expect((await todosFor('刘洋')).lines.find(({ what }) => what === 'decideTie')).toMatchObject({
        does: '决定票数相等的评议',
        due: '2026-06-15',
        clause: 'An1.5',
        address: `/branch/${BRANCH}/2026/rounds/2/meeting`,
      });
      await bureau.done('刘洋', await act.decidingTie('孙丽'));
      await bureau.done('刘洋', await act.appraising(meetingId, ['张建国'], 3));
      expect(await told()).toEqual({ 李梅: ['draftNotice 6'] });
      const { noticeId } = await bureau.done('李梅', act.drafting(ALL));
      expect(await told()).toEqual(
        Object.fromEntries(['张建国', '王强', '郑𠮷', '孙丽'].map((name) => [name, ['checkNotice 6']])),
      );
      await bureau.done('张建国', act.checking(noticeId));
      expect(await told()).toEqual({ 刘洋: ['publishNotice 6'] });
      await bureau.done('刘洋', act.publishing(noticeId));
      expect(await told()).toEqual({});
    });

    it('an objection waits by its fifth working day and is overdue after it, never forgotten', async () => {
      await bureau.done('王强', act.objecting('郑𠮷', '异议一'));
      expect(await told()).toEqual({ 张建国: ['redetermine 1'] });
      const due = (await todosFor('张建国')).lines[0]?.due;
      expect(due).toBe('2026-06-26');
      bureau.on('2026-06-29');
      const address = `/organisation/${BRANCH}/objections`;
      expect((await todosFor('张建国')).lines[0]).toMatchObject({ what: 'redetermine', due, address });
      await bureau.done('张建国', act.answering('郑𠮷', '异议一', false));
    });

    it('registration, submission, review, filing and the bulletin each wait for the one whose they are', async () => {
      expect(await told()).toEqual({ 李梅: ['register 5'], 孙丽: ['register 1'] });
      await bureau.done('李梅', act.registering(ALL.filter((name) => name !== '李梅')));
      await bureau.done('孙丽', act.registering(['李梅']));
      expect(await told()).toEqual({ 李梅: ['submit 6'] });
      const { submissionId } = await bureau.done('李梅', act.submitting(ALL, '公示到期晚于上报日'));
      expect(await told()).toEqual({ 刘洋: ['review 6'] });
      const [line] = (await todosFor('刘洋')).lines;
      expect(line?.address).toBe(`/organisation/${COMMITTEE}/rounds?branch=${BRANCH}&year=2026&period=2`);
      await bureau.done('刘洋', act.onSubmission('reviewRound', submissionId, ALL));
      expect(await told()).toEqual({ 刘洋: ['file 6'] });
      await bureau.done('刘洋', act.onSubmission('fileRound', submissionId, ALL));
      expect(await told()).toEqual({ 陈志远: ['issueBulletin 6'] });
      await bureau.done('陈志远', {
        type: 'issueBulletin',
        ...HERE,
        sections: [{ heading: '总体情况', text: '应参加 6 人，全部备案。' }],
      });
      expect(await told()).toEqual({});
    });

    it('asks the books as often with ten branches below as with one', async () => {
      const counted = async () => {
        let asked = 0;
        await todosFor(
          '刘洋',
          (tx) =>
            new Proxy(tx, {
              get: (target, name) => {
                asked += 1;
                return Reflect.get(target, name) as unknown;
              },
            }),
        );
        return asked;
      };
      const one = await counted();
      for (let nth = 1; nth < 10; nth += 1)
        await setUp(
          bureau.world,
          founding(`分支${nth}`, { name: `第${nth}党支部`, level: 'branch', parentId: COMMITTEE }),
        );
      expect(await counted()).toBe(one);
    });
  });
}
