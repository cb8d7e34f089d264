// 消息 on both engines: what happened to whom, without a name of anybody else, read once and not told again; one's own acts are no news.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { points } from '../../src/domain/points.ts';
import { yearBook } from '../../src/domain/fact.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { messagesOf } from '../../src/service/messages/messages.ts';
import { removeOldPapers } from '../../src/service/oldPapers.ts';
import { MAPPING_PAPER, ROSTER_PAPER } from '../../src/service/rosterPaper.ts';
import { BRANCH } from './branch.ts';
import { signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];

for (const engine of engines) {
  describe(`消息 on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
      bureau.on('2026-06-03');
    });
    afterAll(() => bureau.close());
    const messagesFor = async (user: string) => {
      const actor = await signedIn(bureau.world, user);
      const today = dayInShanghai(bureau.world.now());
      return bureau.world.store.read((tx) => messagesOf(tx, actor, new Map(), today));
    };
    const unread = async (user: string) =>
      (await messagesFor(user)).filter((one) => one.unread).map(({ says }) => says);
    const reads = async (user: string) => {
      const [latest] = (await messagesFor(user)).toSorted((a, b) => b.seq - a.seq);
      const row = { organisationId: BRANCH, book: yearBook(2026), userId: user, seq: latest?.seq ?? 0 };
      await bureau.world.store.write((tx) => tx.putMessageMark(row));
    };

    it('the round begins: everybody in it is told by when to apply, whoever looks after it how many they are', async () => {
      expect(await messagesFor('吴㙦')).toEqual([]);
      await bureau.done('李梅', act.opening());
      expect(await unread('吴㙦')).toEqual(['2026年第二季度积分工作已开始，请在6月5日前提交申请']);
      expect(await unread('陈志远')).toEqual(['2026年第二季度积分工作已开始，6 名党员参加']);
      expect(await unread('李梅'), 'who began it').toEqual([]);
      expect(await unread('周涛'), 'no part in it').toEqual([]);
    });

    it('what was read is told no more, in whichever order two windows say so', async () => {
      await reads('吴㙦');
      expect(await unread('吴㙦')).toEqual([]);
      const earlier = { organisationId: BRANCH, book: yearBook(2026), userId: '吴㙦', seq: 1 };
      await bureau.world.store.write((tx) => tx.putMessageMark(earlier));
      expect(await unread('吴㙦')).toEqual([]);
      expect(await unread('郑𠮷'), 'another’s mark is another’s').toHaveLength(1);
    });

    it('opinion, deduction, decision, notice and registration reach the member, and nobody else hears of the deduction', async () => {
      for (const name of ALL) await bureau.done(name, await act.applying(name));
      await bureau.done('赵敏', await act.opinions(ALL));
      await bureau.done('周涛', {
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
      });
      expect(await unread('吴㙦')).toEqual([
        '2026年第二季度有一笔对您的拟扣分，您可以在6月8日前答复',
        '分管领导已对您的2026年第二季度工作签注意见',
      ]);
      for (const user of ALL.filter((name) => name !== '吴㙦'))
        expect((await messagesFor(user)).map(({ says }) => says).join(), user).not.toContain('拟扣分');
      for (const user of ALL)
        for (const { says } of await messagesFor(user))
          for (const name of ALL) expect(says).not.toContain(name);
    });

    it('an uploaded roster goes after a month, a draft after a year and more, a remembered mapping never; twice changes nothing', async () => {
      const { store } = bureau.world;
      const put = (kind: string, paperId: string, savedAt: string) =>
        store.write((tx) =>
          tx.putWorkingPaper({
            organisationId: BRANCH,
            kind,
            paperId,
            version: 1,
            content: '{}',
            savedAt,
            savedBy: '李梅',
          }),
        );
      await put(ROSTER_PAPER.kind, 'current', '2026-04-01T00:00:00.000Z');
      await put(MAPPING_PAPER.kind, 'current', '2024-01-01T00:00:00.000Z');
      await put('planDraft', 'old', '2025-01-01T00:00:00.000Z');
      await put('planDraft', 'young', '2026-01-01T00:00:00.000Z');
      for (let time = 0; time < 2; time += 1) await removeOldPapers(bureau.world);
      const left = async (kind: string) =>
        (await store.read((tx) => tx.workingPapers(BRANCH, kind))).map(({ paperId }) => paperId);
      expect(await left(ROSTER_PAPER.kind)).toEqual([]);
      expect(await left(MAPPING_PAPER.kind)).toEqual(['current']);
      expect(await left('planDraft')).toEqual(['young']);
    });
  });
}
