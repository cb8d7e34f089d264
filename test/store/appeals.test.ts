// 申诉 to the organisation above, on both engines: lodged once, answered by somebody else, and then a reason to put points right.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../../src/domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { points } from '../../src/domain/points.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import type { Reading } from '../../src/service/ports.ts';
import { messagesOf } from '../../src/service/messages/messages.ts';
import { todosOf } from '../../src/service/todo/todos.ts';
import { memberAppeals } from '../../src/service/views/round/memberAppeals.ts';
import { sheetPage } from '../../src/service/views/round/sheetPage.ts';
import { waitingAppeals } from '../../src/service/views/round/waitingAppeals.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH } from './branch.ts';
import { COMMITTEE, entered, given, linking, setUp, signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, givenRound, HERE, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const WORDS = '走访两户是我和赵敏一起去的，有签到表';
const ANSWER = '经核对签到表，任务已按期完成，请支部更正';

for (const engine of engines) {
  describe(`appeals on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    let first: string;
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
      await onNotice(bureau, act);
      // 孙丽 of the branch is an officer of the committee too
      const { world } = bureau;
      const officer = await entered(world, COMMITTEE, '孙丽', '孙丽');
      await given(world, COMMITTEE, 'committeeOfficer', officer);
      await setUp(world, linking(COMMITTEE, officer, '孙丽'));
    });
    afterAll(() => bureau.close());

    const lodging = (name: Name, more: object = {}) =>
      ({
        type: 'lodgeAppeal',
        ...HERE,
        personId: bureau.id[name],
        answerTo: null,
        words: WORDS,
        ...more,
      }) as const;
    const answering = (name: Name, appealId: string, more: object = {}) =>
      ({
        type: 'answerAppeal',
        ...HERE,
        personId: bureau.id[name],
        appealId,
        upheld: true,
        answer: ANSWER,
        ...more,
      }) as const;
    const askedBy = async (user: string) => ({
      actor: await signedIn(bureau.world, user),
      today: dayInShanghai(bureau.world.now()),
      holidays: bureau.world.holidays,
    });
    const reading = async <Found>(
      user: string,
      read: (tx: Reading, asked: Awaited<ReturnType<typeof askedBy>>) => Promise<Found | Refusal>,
    ): Promise<Found> => {
      const asked = await askedBy(user);
      const found = await bureau.world.store.read((tx) => read(tx, asked));
      if (isRefusal(found)) throw new Error(found.code);
      return found;
    };
    const seenBy = (user: string, name: Name) =>
      reading(user, (tx, asked) => memberAppeals(tx, HERE, bureau.id[name], asked));
    const waitingFor = async (user: string) =>
      (await reading(user, (tx, asked) => waitingAppeals(tx, COMMITTEE, asked))).map(({ id }) => id);
    const duties = async (user: string) => {
      const asked = await askedBy(user);
      const { lines } = await bureau.world.store.read((tx) => todosOf(tx, asked.actor, new Map(), asked));
      return lines.filter(({ what }) => what === 'answerAppeal');
    };

    it('is for what is registered: before, the notice is where one speaks', async () => {
      bureau.on('2026-06-23');
      expect(await bureau.by('吴㙦', lodging('吴㙦'))).toMatchObject({
        code: 'appealNotNow',
        clause: 'An1.6',
      });
      bureau.on('2026-06-24');
      await bureau.done('李梅', act.registering(['吴㙦', '孙丽', '郑𠮷']));
    });

    it('is lodged by the member with words, once at a time, and moves nothing', async () => {
      const before = await bureau.matter('吴㙦');
      expect(await bureau.by('吴㙦', lodging('吴㙦', { words: ' ' }))).toMatchObject({
        code: 'missing-reason',
      });
      expect(await bureau.by('郑𠮷', lodging('吴㙦'))).toMatchObject({ code: 'notAllowed' });
      expect(await bureau.by('李梅', lodging('吴㙦'))).toMatchObject({ code: 'notAllowed' });
      expect(await bureau.by('吴㙦', lodging('吴㙦', { answerTo: 'another' }))).toMatchObject({
        code: 'appealNotNow',
      });
      const lodged = await bureau.done('吴㙦', lodging('吴㙦'));
      expect(lodged).toMatchObject({ answerUntil: '2026-07-08' });
      first = String(lodged['appealId']);
      expect(await bureau.by('吴㙦', lodging('吴㙦'))).toMatchObject({
        code: 'appealOpen',
        clause: 'An1.6',
      });
      const { state, entries, appeals } = await bureau.matter('吴㙦');
      expect({ state, entries }).toEqual({ state: before.state, entries: before.entries });
      expect(appeals).toMatchObject([{ onBehalf: false, upheld: null }]);
    });

    it('its words are read by the member and by whoever answers; the others see that there is one', async () => {
      expect((await seenBy('吴㙦', '吴㙦')).appeals).toMatchObject([{ words: WORDS, due: { workdays: 10 } }]);
      expect((await seenBy('刘洋', '吴㙦')).appeals).toMatchObject([{ words: WORDS }]);
      expect((await seenBy('刘洋', '吴㙦')).mayAnswer).toBe(true);
      const keeper = await seenBy('李梅', '吴㙦');
      expect(keeper).toMatchObject({ appeals: [{ about: 'points', answer: null }], mayAnswer: false });
      expect(JSON.stringify(keeper)).not.toContain(WORDS);
      const facts = await bureau.world.store.read((tx) =>
        tx.factsOfTypes(BRANCH, `year-${HERE.year}`, ['appealLodged']),
      );
      expect(JSON.stringify(facts)).not.toContain(WORDS);
    });

    it('waits for the organisation above, and for nobody whose own matter it is', async () => {
      const spoken = await bureau.done('张建国', lodging('孙丽'));
      const hers = String(spoken['appealId']);
      expect((await bureau.matter('孙丽')).appeals).toMatchObject([{ onBehalf: true }]);
      expect((await waitingFor('刘洋')).toSorted()).toEqual([first, hers].toSorted());
      expect(await waitingFor('孙丽')).toEqual([first]);
      expect(await waitingFor('张建国')).toEqual([]);
      expect(await duties('刘洋')).toMatchObject([{ count: 2, due: '2026-07-08' }]);
      expect(await duties('张建国')).toEqual([]);
      expect(await bureau.by('孙丽', answering('孙丽', hers))).toMatchObject({
        code: 'ownMatter',
        clause: 'An1.6',
      });
      await bureau.done('刘洋', answering('孙丽', hers, { upheld: false, answer: '原登记有据' }));
    });

    it('is answered once, in words, above', async () => {
      expect(await bureau.by('张建国', answering('吴㙦', first))).toMatchObject({ code: 'notAllowed' });
      expect(await bureau.by('刘洋', answering('吴㙦', first, { answer: '' }))).toMatchObject({
        code: 'missing-reason',
      });
      expect(await bureau.by('刘洋', answering('郑𠮷', first))).toMatchObject({ code: 'appealUnknown' });
      await bureau.done('刘洋', answering('吴㙦', first));
      expect(await bureau.by('刘洋', answering('吴㙦', first))).toMatchObject({
        code: 'appealUnknown',
        clause: 'An1.6',
      });
      expect((await bureau.matter('吴㙦')).state).toBe('registered');
      expect(await waitingFor('刘洋')).toEqual([]);
      expect(await duties('刘洋')).toEqual([]);
    });

    it('the member is told, and reads the answer', async () => {
      expect((await seenBy('吴㙦', '吴㙦')).appeals).toMatchObject([
        { upheld: true, answer: ANSWER, due: null },
      ]);
      const { actor, today } = await askedBy('吴㙦');
      const news = await bureau.world.store.read((tx) =>
        messagesOf(tx, actor as PersonActor, new Map(), today),
      );
      expect(news.map(({ says }) => says)).toContain(
        '上级党组织已答复您的2026年第二季度申诉：成立，由支部更正',
      );
    });

    it('an objection’s answer may be appealed against too, once it is given', async () => {
      await bureau.done('王强', act.objecting('李梅', '异议一'));
      const appeal = lodging('李梅', { answerTo: '异议一' });
      expect(await bureau.by('李梅', appeal)).toMatchObject({ code: 'appealNotNow' });
      await bureau.done('张建国', act.answering('李梅', '异议一', false));
      await bureau.done('李梅', appeal);
      expect((await seenBy('李梅', '李梅')).appeals).toMatchObject([{ about: 'kept' }]);
    });

    it('upheld, it is the reason to put the points right in the open round', async () => {
      bureau.on('2026-09-01');
      const next = { ...HERE, period: 3 };
      await bureau.done('李梅', { type: 'openRound', ...next });
      const named = async (here: typeof next) => {
        const { lines } = await reading('李梅', (tx, asked) => sheetPage(tx, here, asked));
        return lines.flatMap(({ member, upheldAppeals }) =>
          upheldAppeals.map((quarter) => `${member.name} ${quarter}`),
        );
      };
      expect(await named(HERE)).toEqual([]);
      expect(await named(next)).toEqual(['吴㙦 第二季度']);
      const [entryId] = (await bureau.matter('吴㙦')).entries;
      await bureau.done('李梅', {
        type: 'proposeCorrection',
        ...next,
        personId: bureau.id.吴㙦,
        entryId: entryId ?? '',
        amount: points(100),
        reason: '申诉成立',
        evidence: '上级党组织的答复',
        files: [],
      });
    });

    it('the books are whole', async () => {
      const { sound, wrong } = await verify(bureau.world);
      expect({ sound, wrong }).toEqual({ sound: true, wrong: [] });
    });
  });
}

/** Everybody's points hang from 15 to 23 June 2026. */
async function onNotice(bureau: Bureau, act: ReturnType<typeof acts>): Promise<void> {
  bureau.on('2026-06-01');
  await bureau.done('李梅', act.opening());
  for (const name of ALL) await bureau.done(name, await act.applying(name));
  await bureau.done('赵敏', await act.opinions(ALL));
  await bureau.done('李梅', await act.sheet(ALL.filter((name) => name !== '李梅')));
  await bureau.done('孙丽', await act.sheet(['李梅']));
  bureau.on('2026-06-15');
  const { meetingId } = await bureau.done('张建国', act.meeting('2026-06-15', ['张建国', '王强', '郑𠮷']));
  const others = ALL.filter((name) => name !== '张建国');
  await bureau.done('张建国', await act.appraising(meetingId, others, 3));
  await bureau.done('刘洋', await act.appraising(meetingId, ['张建国'], 3));
  const { noticeId } = await bureau.done('李梅', act.drafting(ALL));
  await bureau.done('王强', act.checking(noticeId));
  await bureau.done('张建国', act.publishing(noticeId));
}
