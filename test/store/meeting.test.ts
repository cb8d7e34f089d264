// 支部评议 on both engines: what the meeting reads, who sits, what a vote decides, and drafts that go with what hands them in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { points } from '../../src/domain/points.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type DecisionDraft, saveDecision, saveMeeting } from '../../src/service/round/meetingPaper.ts';
import { meetingPage } from '../../src/service/views/round/meetingPage.ts';
import { minutesSheet } from '../../src/service/views/round/minutesSheet.ts';
import { signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const SEATS: readonly Name[] = ['张建国', '王强', '郑𠮷'];
const DRAFT = { on: '2026-06-15', place: '二楼会议室', host: '张建国', reasons: [], minutes: '逐人评议' };
const DECISION: DecisionDraft = {
  tasks: [],
  bonuses: [],
  deductions: [],
  recused: [],
  votes: { for: '3', against: '', abstained: '' },
  words: '',
  taken: false,
};

for (const engine of engines) {
  describe(`a branch appraisal on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
      bureau.on('2026-06-01');
      await bureau.done('李梅', act.opening());
      const bonus = {
        item: '3.4.1-4',
        day: day('2026-05-08'),
        reason: '先进工作者',
        document: '财发〔2026〕8号',
        achievement: null,
        evidence: [],
      };
      for (const name of ALL.filter((one) => one !== '孙丽'))
        await bureau.done(name, await act.applying(name, name === '吴㙦' ? { bonuses: [bonus] } : {}));
      await bureau.done('赵敏', await act.opinions(ALL.filter((name) => name !== '孙丽')));
      bureau.on('2026-06-12');
      await bureau.done('赵敏', await act.opinions(['孙丽'], true));
      await bureau.done('李梅', await act.sheet(['张建国', '王强', '郑𠮷', '吴㙦']));
    });
    afterAll(() => bureau.close());

    const page = async (user: string, today: string) => {
      const actor = await signedIn(bureau.world, user);
      const found = await bureau.world.store.read((tx) =>
        meetingPage(tx, HERE, { actor, today: day(today) }),
      );
      if (isRefusal(found)) throw new Error(found.code);
      return found;
    };
    const deducting = (name: Name) =>
      ({
        type: 'proposeDeduction',
        ...HERE,
        personId: bureau.id[name],
        proposed: {
          item: 'A2.5-1',
          day: day('2026-05-12'),
          amount: points(100),
          reason: '主题党日无故缺席',
          evidence: '签到表',
          supplier: '本支部',
          incident: null,
        },
        files: [],
      }) as const;
    const lineOf = async (name: Name, user = '张建国') =>
      (await page(user, '2026-06-15')).members.find(({ member }) => member.name === name);

    it('reads everybody who is ready with the three inputs, and says who is not', async () => {
      const shown = await page('张建国', '2026-06-12');
      expect(shown.members.map(({ member }) => member.name)).toEqual(['张建国', '王强', '郑𠮷', '吴㙦']);
      expect(shown.others).toEqual([
        { member: { id: bureau.id.李梅, name: '李梅' }, state: '待考核登记', isBefore: true },
        { member: { id: bureau.id.孙丽, name: '孙丽' }, state: '待考核登记', isBefore: true },
      ]);
      expect(shown.members.at(-1)).toMatchObject({
        applied: true,
        opinion: { quality: 'good', unsigned: false, words: '完成较好' },
        tasks: [{ own: { done: 'done', claimed: '15.00' }, leader: 'done', sheet: '15.00' }],
        bonuses: [{ item: { id: '3.4.1-4' }, amount: '2.00', document: '财发〔2026〕8号' }],
        again: null,
        mayAppraise: true,
      });
      await bureau.done('孙丽', await act.sheet(['李梅']));
      await bureau.done('李梅', await act.sheet(['孙丽']));
      expect(await lineOf('孙丽')).toMatchObject({ applied: false, opinion: { unsigned: true } });
    });

    it('sits by G36, with more than half; whoever decides for the secretary is named, and why', async () => {
      const { sitting, last, mayHold } = await page('张建国', '2026-06-15');
      expect(sitting).toMatchObject({ body: 'committee', quorum: 2 });
      expect(sitting.entitled.map(({ name }) => name)).toEqual(['张建国', '王强', '郑𠮷']);
      expect({ last, mayHold }).toEqual({ last: '2026-06-30', mayHold: true });
      const own = await lineOf('张建国');
      expect(own).toMatchObject({ mayAppraise: false, mayPrepare: false });
      expect(own?.appraiser).toBe('书记是本人，应当回避，由上级党组织的刘洋代行（读法 G17）');
      expect(await lineOf('张建国', '刘洋')).toMatchObject({ mayAppraise: true });
      expect(await lineOf('吴㙦', '李梅')).toMatchObject({ mayAppraise: false, mayPrepare: true });
      expect(await bureau.by('张建国', act.meeting('2026-06-12', ['张建国'], ['王强', '郑𠮷']))).toEqual(
        expect.objectContaining({ code: 'meetingNoQuorum', clause: 'An1.5' }),
      );
    });

    it('keeps its drafts: a second writer is refused with the version that stands, and nothing is overwritten', async () => {
      const { world } = bureau;
      const by = 'somebody';
      const content = { ...DRAFT, present: [bureau.id.张建国] };
      expect(await saveMeeting(world, HERE, { content, by, expected: 0 })).toBe(1);
      expect(
        await saveMeeting(world, HERE, { content: { ...content, present: [] }, by, expected: 0 }),
      ).toMatchObject({
        code: 'versionConflict',
        params: { expected: 0, found: 1 },
      });
      const about = { personId: bureau.id.吴㙦, today: day('2026-06-15') };
      expect(await saveDecision(world, HERE, about, { content: DECISION, by, expected: 0 })).toBe(1);
      const stranger = { ...about, personId: 'nobody' };
      expect(await saveDecision(world, HERE, stranger, { content: DECISION, by, expected: 0 })).toMatchObject(
        { code: 'notOfRound' },
      );
      const shown = await page('王强', '2026-06-15');
      expect(shown.draft).toEqual({ version: 1, content });
      expect(await lineOf('吴㙦')).toMatchObject({ draft: { version: 1, content: DECISION } });
    });

    it('waits for the member’s answer as long as its days run; the answer is then read', async () => {
      bureau.on('2026-06-12');
      const { proposalId, answerUntil } = await bureau.done('李梅', deducting('王强'));
      expect(answerUntil).toBe('2026-06-17');
      bureau.on('2026-06-15');
      expect((await lineOf('王强'))?.deductions).toMatchObject([{ answerUntil, answer: null, upheld: null }]);
      const { meetingId } = await bureau.done(
        '张建国',
        act.meeting('2026-06-15', ['张建国', '郑𠮷'], ['王强']),
      );
      expect(
        await bureau.by('张建国', await act.appraising(meetingId, ['王强'], 3, { recused: [] })),
      ).toMatchObject({
        code: 'answerPending',
        params: { until: '2026-06-17' },
      });
      await bureau.done('王强', {
        type: 'answerDeduction',
        ...HERE,
        personId: bureau.id.王强,
        proposalId: String(proposalId),
        words: '那天值班',
        spoken: false,
      });
      expect((await lineOf('王强'))?.deductions).toMatchObject([
        { reason: '主题党日无故缺席', basis: '签到表', answer: { words: '那天值班', spoken: false } },
      ]);
    });

    it('hands the paper in: the meeting with who was absent and why, the recused counted as present, a tie left open', async () => {
      const [meeting] = (await bureau.round()).meetings;
      expect(meeting).toMatchObject({
        body: 'committee',
        present: [bureau.id.张建国, bureau.id.郑𠮷],
        absent: [bureau.id.王强],
      });
      expect((await page('张建国', '2026-06-15')).draft).toBeNull();
      const { meetingId } = meeting ?? {};
      const deciding = (name: Name, votes: readonly number[], more: object = {}) =>
        act.appraising(meetingId, [name], 2, {
          votes: { for: votes[0], against: votes[1], abstained: votes[2] },
          recused: [],
          ...more,
        });
      expect(await bureau.by('张建国', await deciding('吴㙦', [1, 1, 0]))).toMatchObject({
        code: 'votesTied',
      });
      expect(await bureau.by('张建国', await deciding('吴㙦', [0, 1, 1]))).toMatchObject({
        code: 'votedDown',
      });
      expect(await bureau.by('张建国', await deciding('郑𠮷', [2, 0, 0]))).toMatchObject({
        code: 'mustRecuse',
      });
      expect(await lineOf('吴㙦')).toMatchObject({ draft: { version: 1 } });
      const [task] = await bureau.due('吴㙦');
      const expected = { tasks: [{ taskId: task?.taskId, points: task?.points, expected: true }] };
      await bureau.done('张建国', await deciding('吴㙦', [2, 0, 0], expected));
      expect((await bureau.matter('吴㙦')).appraisal?.tasks).toEqual(expected.tasks);
      await bureau.done('张建国', await deciding('郑𠮷', [1, 0, 0], { recused: [bureau.id.郑𠮷] }));
      await bureau.done('刘洋', await deciding('张建国', [1, 0, 0], { recused: [bureau.id.张建国] }));
      const tying = (name: Name, votes: readonly number[]) => ({
        ...act.tying(meetingId, name),
        ties: [
          {
            personId: bureau.id[name],
            votes: { for: votes[0] ?? 0, against: votes[1] ?? 0, abstained: votes[2] ?? 0 },
            recused: [],
          },
        ],
      });
      expect(await bureau.by('张建国', tying('孙丽', [2, 0, 0]))).toMatchObject({ code: 'notTied' });
      expect(await bureau.by('张建国', tying('孙丽', [1, 0, 0]))).toMatchObject({ code: 'votesMiscounted' });
      expect(await bureau.by('刘洋', await act.decidingTie('孙丽'))).toMatchObject({
        code: 'actNotNow',
        clause: 'An1.5',
      });
      await bureau.done('张建国', tying('孙丽', [1, 1, 0]));
      // the branch's part is over: it is shown with its vote and whoever decides it now
      const waiting = await page('张建国', '2026-06-15');
      expect(waiting.members.map(({ member }) => member.name)).not.toContain('孙丽');
      expect(waiting.ties).toMatchObject([
        {
          member: { name: '孙丽' },
          tie: { on: '2026-06-15', votes: { for: 1, against: 1, abstained: 0 } },
          decider: expect.stringContaining('刘洋') as string,
          mayDecideTie: false,
        },
      ]);
      expect(await bureau.by('张建国', await deciding('孙丽', [2, 0, 0]))).toMatchObject({
        code: 'actNotNow',
      });
      expect(await bureau.by('张建国', await act.decidingTie('孙丽'))).toMatchObject({ code: 'notAllowed' });
      expect((await page('刘洋', '2026-06-15')).ties).toMatchObject([{ mayDecideTie: true }]);
      const minutes = async () => {
        const sheet = await bureau.world.store.read((tx) =>
          minutesSheet(tx, HERE, String(meetingId), (name) => name),
        );
        if (isRefusal(sheet)) throw new Error(sheet.code);
        return sheet.decisions.find(({ name }) => name === '孙丽');
      };
      expect(await minutes()).toMatchObject({ outcome: 'referred', points: null, votes: { for: 1 } });
      await bureau.done('刘洋', await act.decidingTie('孙丽'));
      expect((await bureau.matter('孙丽')).appraisal).toMatchObject({
        decidedAbove: true,
        votes: { for: 1, against: 1 },
      });
      expect(await minutes()).toMatchObject({ outcome: 'above', votes: { for: 1, against: 1 } });
      const rest = await page('张建国', '2026-06-15');
      expect(rest.members.map(({ member }) => member.name)).toEqual(['李梅', '王强']);
      const papers = await bureau.world.store.read((tx) =>
        tx.workingPapers(HERE.organisationId, `meeting-${HERE.year}-${HERE.period}`),
      );
      expect(papers).toEqual([]);
    });

    it('what is reopened is shown with what was decided and why, and needs a meeting of its own', async () => {
      const { noticeId } = await bureau.done('李梅', act.drafting(['吴㙦']));
      await bureau.done('王强', act.checking(noticeId));
      await bureau.done('张建国', act.publishing(noticeId));
      await bureau.done('王强', act.objecting('吴㙦', '异议一'));
      await bureau.done('张建国', act.meeting('2026-06-15', SEATS));
      await bureau.done('张建国', act.answering('吴㙦', '异议一', true));
      const again = await lineOf('吴㙦');
      expect(again).toMatchObject({
        tasks: [{ decided: '15.00', expected: true }],
        again: { on: '2026-06-15', votes: { for: 2 }, answers: ['核对后需重新评议'], returned: null },
        meetings: [],
      });
      const { meetings } = await bureau.round();
      expect(meetings).toHaveLength(2);
      for (const { meetingId, present } of meetings) {
        const decision = await act.appraising(meetingId, ['吴㙦'], present.length, { recused: [] });
        expect(await bureau.by('张建国', decision)).toMatchObject({ code: 'meetingOver', clause: 'An1.6' });
      }
      const second = await bureau.done('张建国', act.meeting('2026-06-15', SEATS));
      expect(await lineOf('吴㙦')).toMatchObject({ meetings: [second['meetingId']] });
      await bureau.done('张建国', await act.appraising(second['meetingId'], ['吴㙦'], 3));
      expect((await bureau.matter('吴㙦')).appraisals).toBe(2);
    });
  });
}
