// What was registered wrongly is put right in the open round (G31), on both engines: heard, decided, shown, and never an edit.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { points } from '../../src/domain/points.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { bookedYear } from '../../src/service/bookedYear.ts';
import { branchYear } from '../../src/service/views/branchYear.ts';
import { statementOf } from '../../src/service/views/statement.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { BRANCH, YEAR } from './branch.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';

const SEATS: readonly Name[] = ['张建国', '王强', '郑𠮷'];
const NO_WORDS = { supplier: null, incident: null, achievement: null } as const;

for (const engine of engines) {
  describe(`a correction on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    const entries: Record<'absence' | 'task' | 'other', string> = { absence: '', task: '', other: '' };
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
      bureau.on('2026-04-02');
      const posted = async (name: Name, posting: object) =>
        String(
          (
            await bureau.done('李梅', {
              type: 'postEntry',
              organisationId: BRANCH,
              year: YEAR,
              personId: bureau.id[name],
              posting: { ...NO_WORDS, period: 1, evidence: '登记表', ...posting } as never,
            })
          )['entryId'],
        );
      const lost = { item: 'A2.5-1', day: day('2026-03-03'), amount: points(100), reason: '主题党日缺席' };
      entries.absence = await posted('吴㙦', { ...lost, supplier: '本支部' });
      entries.task = await posted('吴㙦', {
        item: 'task',
        day: day('2026-03-20'),
        amount: points(1200),
        reason: '预算编制',
      });
      entries.other = await posted('孙丽', {
        item: 'task',
        day: day('2026-03-20'),
        amount: points(1500),
        reason: '预算编制',
      });
      bureau.on('2026-06-01');
      await bureau.done('李梅', act.opening());
    });
    afterAll(() => bureau.close());

    const proposing = (name: Name, entryId: string, amount: number | null, more: object = {}) =>
      ({
        type: 'proposeCorrection',
        ...HERE,
        personId: bureau.id[name],
        entryId,
        amount: amount === null ? null : points(amount),
        reason: '那天在下乡，有派遣单',
        evidence: '财派〔2026〕12号',
        files: [],
        ...more,
      }) as const;
    const year = async () => {
      const source = await bureau.world.store.read((tx) => bookedYear(tx, BRANCH, YEAR));
      if (isRefusal(source)) throw new Error(source.code);
      return branchYear(source);
    };
    const periods = async (name: Name) => {
      const member = (await year()).members.find(({ id }) => id === bureau.id[name]);
      return member?.result.score.periods.map(({ points: sum }) => sum).slice(0, 2);
    };
    const through = async (names: readonly Name[], on: string, after: string) => {
      bureau.on(on);
      const { meetingId } = await bureau.done('张建国', act.meeting(on, SEATS));
      await bureau.done('张建国', await act.appraising(meetingId, names, 3));
      return noticed(names, after);
    };
    const noticed = async (names: readonly Name[], after: string) => {
      const { noticeId } = await bureau.done('李梅', act.drafting(names));
      await bureau.done('王强', act.checking(noticeId));
      await bureau.done('张建国', act.publishing(noticeId));
      bureau.on(after);
      await bureau.done('李梅', act.registering(names));
      return String(noticeId);
    };
    let proposals: Record<'absence' | 'task' | 'other', string>;

    it('is proposed by the scorekeeper, in a matter that is not their own, with a reason, evidence and a right amount', async () => {
      expect(await bureau.by('王强', proposing('吴㙦', entries.absence, null))).toMatchObject({
        code: 'notAllowed',
        clause: 'An1.6',
      });
      expect(await bureau.by('李梅', proposing('李梅', entries.absence, null))).toMatchObject({
        code: 'ownMatter',
      });
      expect(await bureau.by('李梅', proposing('孙丽', entries.absence, null))).toMatchObject({
        code: 'notCorrectable',
      });
      expect(
        await bureau.by('李梅', proposing('吴㙦', entries.absence, null, { reason: ' ' })),
      ).toMatchObject({ code: 'missing-reason' });
      expect(
        await bureau.by('李梅', proposing('吴㙦', entries.absence, null, { evidence: '' })),
      ).toMatchObject({ code: 'missing-evidence' });
      expect(await bureau.by('李梅', proposing('吴㙦', entries.absence, 200))).toMatchObject({
        code: 'amountOutOfRange',
      });
      expect(await bureau.by('李梅', proposing('吴㙦', entries.task, 1200))).toMatchObject({
        code: 'correctionUnchanged',
      });
      const made = async (name: Name, entryId: string, amount: number | null) =>
        String((await bureau.done('李梅', proposing(name, entryId, amount)))['proposalId']);
      proposals = {
        absence: await made('吴㙦', entries.absence, null),
        task: await made('吴㙦', entries.task, 1500),
        other: await made('孙丽', entries.other, 1000),
      };
      expect(await bureau.by('李梅', proposing('吴㙦', entries.task, 1400))).toMatchObject({
        code: 'correctionOpen',
      });
    });

    it('is heard before it is decided where it takes points, like a deduction; nothing changes before it is registered', async () => {
      await bureau.done('赵敏', await act.opinions(['吴㙦', '孙丽']));
      await bureau.done('李梅', await act.sheet(['吴㙦', '孙丽']));
      bureau.on('2026-06-02');
      const { meetingId } = await bureau.done('张建国', act.meeting('2026-06-02', SEATS));
      expect(
        await bureau.by('张建国', await act.appraising(meetingId, ['吴㙦'], 3, { deductions: [] })),
      ).toMatchObject({ code: 'undecided' });
      expect(await bureau.by('张建国', await act.appraising(meetingId, ['孙丽'], 3))).toMatchObject({
        code: 'answerPending',
        clause: '3.4',
      });
      await bureau.done('孙丽', {
        type: 'answerDeduction',
        ...HERE,
        personId: bureau.id.孙丽,
        proposalId: proposals.other,
        words: '有验收单',
        spoken: false,
      });
      // 15 of the task is what it gives at most in a quarter; the base stands at its share
      expect(await periods('吴㙦')).toEqual([650 + 1200, 750]);
      expect(await periods('孙丽')).toEqual([750 + 1500, 750]);
    });

    it('what is put right counts in the open quarter, the registered one stays, and the notice says so', async () => {
      const noticeId = await through(['吴㙦', '孙丽'], '2026-06-15', '2026-06-24');
      expect(await periods('吴㙦')).toEqual([650 + 1200, 750 + 1500 + 100 + 300]);
      expect(await periods('孙丽')).toEqual([750 + 1500, 750 + 1500 - 500]);
      const draft = (await bureau.round()).notices.find((one) => one.noticeId === noticeId);
      const [text] = await bureau.world.store.read((tx) =>
        tx.textsOf(BRANCH, `year-${YEAR}`, [draft?.draftedSeq ?? 0]),
      );
      const { lines } = JSON.parse(text?.content ?? '{}') as { lines: { note: string; points: string }[] };
      expect(lines.map(({ note, points: sum }) => ({ note, sum }))).toEqual([
        { note: '含对以前登记的更正 2 笔', sum: '26.50' },
        { note: '含对以前登记的更正 1 笔', sum: '17.50' },
      ]);
    });

    it('the statement of the open quarter tells it, with what was registered, what is right, and why', async () => {
      const branch = await year();
      const member = branch.members.find(({ id }) => id === bureau.id.吴㙦);
      if (member === undefined) throw new Error('吴㙦');
      const { rows, total } = statementOf(branch, member, { of: 'kind', period: 2, kind: 'task' });
      expect(total).toBe('18.00');
      const told = rows.filter((row) => row.told === 'corrected');
      expect(told).toMatchObject([{ amount: '3.00' }]);
      expect(told[0]?.label).toContain('更正第一季度');
      expect(told[0]?.remark).toContain('原登记 12.00 分，应为 15.00 分：那天在下乡，有派遣单');
    });

    it('whoever tries to write into a registered quarter directly is sent to the open round', async () => {
      const entry = { item: 'A2.5-1', day: day('2026-05-03'), amount: points(100), reason: '缺席' };
      expect(
        await bureau.by('李梅', {
          type: 'postEntry',
          organisationId: BRANCH,
          year: YEAR,
          personId: bureau.id.吴㙦,
          posting: { ...NO_WORDS, ...entry, period: 2, evidence: '签到表', supplier: '本支部' },
        }),
      ).toMatchObject({ code: 'periodRegistered', clause: 'An1.6' });
      const [registered] = (await bureau.matter('孙丽')).entries;
      expect(
        await bureau.by('李梅', {
          type: 'reverseEntry',
          organisationId: BRANCH,
          year: YEAR,
          entryId: registered ?? '',
          reason: '记错了',
        }),
      ).toMatchObject({ code: 'periodRegistered', clause: 'An1.6' });
    });

    it('a matter the committee returns is decided anew, its corrections too; the books verify', async () => {
      const { submissionId } = await bureau.done('李梅', act.submitting(['吴㙦', '孙丽']));
      await bureau.done('刘洋', act.onSubmission('returnRound', submissionId, ['吴㙦'], '派遣单日期不符'));
      bureau.on('2026-06-25');
      const { meetingId } = await bureau.done('张建国', act.meeting('2026-06-25', SEATS));
      const deductions = [
        { proposalId: proposals.absence, upheld: false },
        { proposalId: proposals.task, upheld: true },
      ];
      await bureau.done('张建国', await act.appraising(meetingId, ['吴㙦'], 3, { deductions }));
      await noticed(['吴㙦'], '2026-07-06');
      expect(await periods('吴㙦')).toEqual([650 + 1200, 750 + 1500 + 300]);
      expect(await periods('孙丽')).toEqual([750 + 1500, 750 + 1500 - 500]);
      const { sound, wrong } = await verify(bureau.world);
      expect({ sound, wrong }).toEqual({ sound: true, wrong: [] });
    });
  });
}
