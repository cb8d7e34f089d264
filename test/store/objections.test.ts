// 异议 from its handing in to its answer, on both engines: what waits, who may read it, and what is said of it in the books.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yearBook } from '../../src/domain/fact.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { handIn, type HandedIn, type HandIn } from '../../src/service/objection/handIn.ts';
import { objectorIn, wordsIn } from '../../src/service/objection/sealed.ts';
import { roundDesk } from '../../src/service/views/round/roundDesk.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH } from './branch.ts';
import { given, signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const CANARY = { name: '何苦香', reach: '13900112233', capacity: 'served' } as const;
const WORDS = '那天她在窗口值班，我亲眼看见';

/** Everybody's points hang from 15 to 23 June 2026. */
async function onNotice(bureau: Bureau, act: ReturnType<typeof acts>): Promise<string> {
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
  return String(noticeId);
}

for (const engine of engines) {
  describe(`objections on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    let noticeId: string;
    let first: HandedIn;
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
      noticeId = await onNotice(bureau, act);
    });
    afterAll(() => bureau.close());
    const handing = (name: Name, more: Partial<HandIn> = {}) =>
      handIn(bureau.world, {
        ...HERE,
        personId: bureau.id[name],
        noticeId,
        how: 'page',
        on: day('2026-06-23'),
        objector: CANARY,
        words: WORDS,
        files: [],
        formKey: `form-${name}`,
        ...more,
      });
    const declining = (name: Name, objectionId: string, reason: string) =>
      ({ type: 'declineObjection', ...HERE, personId: bureau.id[name], objectionId, reason }) as const;
    const revealing = (name: Name, objectionId: string, reason: string) =>
      ({ type: 'revealObjector', ...HERE, personId: bureau.id[name], objectionId, reason }) as const;

    it('is handed in with a name and words, in the days of the notice, and each form once', async () => {
      bureau.on('2026-06-23');
      expect(await handing('吴㙦', { objector: { ...CANARY, name: ' ' } })).toMatchObject({
        code: 'objectorMissing',
      });
      expect(await handing('吴㙦', { words: '长'.repeat(2_001) })).toMatchObject({
        code: 'objectionWords',
        params: { length: 2_001, most: 2_000 },
      });
      expect(await handing('吴㙦', { on: day('2026-06-24') })).toMatchObject({ code: 'objectionLate' });
      expect(await handing('吴㙦', { noticeId: 'another' })).toMatchObject({ code: 'objectionLate' });
      const answer = await handing('吴㙦');
      if (isRefusal(answer)) throw new Error(answer.code);
      first = answer;
      expect(first.code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
      expect(await handing('吴㙦')).toEqual(first);
    });

    it('stands in the database under seal alone', async () => {
      const row = await bureau.world.store.read((tx) => tx.objection(BRANCH, first.objectionId));
      if (row === undefined) throw new Error('it is not there');
      expect(JSON.stringify(row)).not.toMatch(/何苦香|13900112233|窗口值班/);
      expect(JSON.stringify(row)).not.toContain(first.code);
      expect(objectorIn(bureau.world, row)).toEqual(CANARY);
      expect(wordsIn(bureau.world, row)).toBe(WORDS);
      expect(() => wordsIn(bureau.world, { ...row, objectionId: 'moved' })).toThrow();
      expect(() => wordsIn(bureau.world, { ...row, words: row.objector })).toThrow();
    });

    it('keeps that member from being registered until the receiver has opened it; the others go on', async () => {
      bureau.on('2026-06-24');
      expect(await bureau.by('李梅', act.registering(['吴㙦']))).toMatchObject({
        code: 'objectionWaiting',
        clause: 'An1.6',
        params: { person: bureau.id.吴㙦, count: 1 },
      });
      // the button says so first, and to nobody but whoever registers
      const waitingFor = async (user: string) => {
        const asked = { today: day('2026-06-24'), holidays: bureau.world.holidays };
        const actor = await signedIn(bureau.world, user);
        const desk = await bureau.world.store.read((tx) => roundDesk(tx, HERE, { ...asked, actor }));
        return isRefusal(desk) ? desk.code : desk.waiting;
      };
      expect(await waitingFor('李梅')).toEqual([{ member: bureau.id.吴㙦, count: 1 }]);
      // 孙丽 registers 李梅's alone
      for (const other of ['孙丽', '吴㙦', '王强']) expect(await waitingFor(other)).toEqual([]);
      await bureau.done('李梅', act.registering(['孙丽']));
    });

    it('is taken in by the receiver, after the notice too, and its days run from the day it was handed in', async () => {
      const taking = act.objecting('吴㙦', first.objectionId);
      expect(await bureau.by('李梅', taking)).toMatchObject({ code: 'notAllowed' });
      expect(await bureau.by('吴㙦', taking)).toMatchObject({ code: 'notAllowed' });
      expect(await bureau.done('王强', taking)).toMatchObject({ answerUntil: '2026-06-30' });
      expect(await bureau.by('王强', declining('吴㙦', first.objectionId, '重复'))).toMatchObject({
        code: 'objectionUnknown',
      });
      expect((await bureau.matter('吴㙦')).state).toBe('objected');
    });

    it('who objected is looked at with a reason, by the receiver alone, and the look stands in the books', async () => {
      expect(await bureau.by('王强', revealing('吴㙦', first.objectionId, ' '))).toMatchObject({
        code: 'missing-reason',
      });
      expect(await bureau.by('李梅', revealing('吴㙦', first.objectionId, '想知道'))).toMatchObject({
        code: 'notAllowed',
      });
      const answer = await bureau.done('王强', revealing('吴㙦', first.objectionId, '电话核实经过'));
      expect(JSON.stringify(answer)).not.toContain(CANARY.name);
    });

    it('is answered in writing by somebody who had no hand in the points', async () => {
      expect(await bureau.by('赵敏', act.answering('吴㙦', first.objectionId, false))).toMatchObject({
        code: 'notAllowed',
      });
      await bureau.done('张建国', act.answering('吴㙦', first.objectionId, false));
      await bureau.done('李梅', act.registering(['吴㙦']));
      expect((await bureau.matter('吴㙦')).state).toBe('registered');
    });

    it('may be declined, with a reason', async () => {
      bureau.on('2026-06-23');
      const second = await handing('郑𠮷');
      if (isRefusal(second)) throw new Error(second.code);
      bureau.on('2026-06-24');
      expect(await bureau.by('王强', declining('郑𠮷', second.objectionId, ''))).toMatchObject({
        code: 'missing-reason',
      });
      await bureau.done('王强', declining('郑𠮷', second.objectionId, '所反映的是上年的事'));
      await bureau.done('李梅', act.registering(['郑𠮷']));
    });

    it('nobody who keeps the points takes it in, whatever else they are', async () => {
      bureau.on('2026-06-23');
      const third = await handing('张建国');
      if (isRefusal(third)) throw new Error(third.code);
      await given(bureau.world, BRANCH, 'committeeMember', bureau.id.李梅);
      const taking = act.objecting('张建国', third.objectionId);
      expect(await bureau.by('李梅', taking)).toMatchObject({ code: 'notAllowed' });
      expect(await bureau.by('张建国', taking)).toMatchObject({ code: 'ownMatter' });
      await bureau.done('王强', taking);
    });

    it('a notice takes fifty a day on its page; the receiver can always write down one more', async () => {
      const page = async (at: number) => handing('王强', { formKey: `flood-${at}` });
      for (let at = 0; at < 47; at += 1) expect(isRefusal(await page(at))).toBe(false);
      expect(await page(99)).toMatchObject({ code: 'objectionsFull' });
      expect(await page(3)).toMatchObject({ objectionId: expect.any(String) as string });
      expect(isRefusal(await handing('王强', { how: 'spoken', formKey: 'told' }))).toBe(false);
    });

    it('the books say nothing of who objects, and verify', async () => {
      const { sound, wrong } = await verify(bureau.world);
      expect({ sound, wrong }).toEqual({ sound: true, wrong: [] });
      const books = await bureau.world.store.read(async (tx) => [
        ...(await tx.facts(BRANCH, yearBook(HERE.year), 0, 5_000)),
        ...(await tx.texts(BRANCH, yearBook(HERE.year), 0)),
      ]);
      expect(JSON.stringify(books)).not.toMatch(/何苦香|13900112233|窗口值班/);
      expect(JSON.stringify(books)).toContain('电话核实经过');
    });
  });
}
