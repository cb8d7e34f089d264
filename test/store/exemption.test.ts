// An exemption through the one write path on both engines: who applies, who writes the opinion, who decides above, what the books then say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplyExemption } from '../../src/service/exemptionCommands.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { refusalSentence } from '../../src/service/views/refusalWords.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH, day, imported, importing, personId, YEAR } from './branch.ts';
import { COMMITTEE, entered, founding, given, linking, setUp, signedIn, TODAY, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const REASON = '膝关节置换术后行动困难';

for (const engine of engines) {
  describe(`exemptions on ${engine.name}`, () => {
    let books: Books;
    let 张建国: string;
    let 李梅: string;
    let 郑𠮷: string;
    const by = async (userId: string, command: Parameters<typeof tried>[2]) =>
      await tried(books.world, await signedIn(books.world, userId), command);
    const applying = (
      person: string,
      more: Partial<ApplyExemption> = {},
      words: object = {},
    ): ApplyExemption => ({
      type: 'applyExemption',
      organisationId: BRANCH,
      personId: person,
      from: null,
      until: null,
      renews: null,
      words: {
        category: 'immobile',
        reason: REASON,
        whereabouts: null,
        contact: null,
        attachments: null,
        helper: null,
        ...words,
      },
      ...more,
    });
    const opinion = (person: string, exemptionId: string, more: object = {}) =>
      ({
        type: 'giveExemptionOpinion',
        organisationId: BRANCH,
        personId: person,
        exemptionId,
        agrees: true,
        meetingOn: day('2026-04-01'),
        words: '情况属实，同意上报',
        ...more,
      }) as const;
    const decision = (person: string, exemptionId: string, more: object = {}) =>
      ({
        type: 'decideExemption',
        organisationId: BRANCH,
        personId: person,
        exemptionId,
        approved: true,
        from: null,
        until: null,
        words: '同意',
        ...more,
      }) as const;
    const withdrawal = (person: string, exemptionId: string, more: object = {}) =>
      ({
        type: 'withdrawExemption',
        organisationId: BRANCH,
        personId: person,
        exemptionId,
        on: null,
        reason: '身体已恢复',
        helper: null,
        ...more,
      }) as const;
    const exemptionOf = async (person: string) => {
      const rows = await books.world.store.read((tx) => tx.members(BRANCH, {}));
      const row = rows.find(({ personId: id }) => id === person);
      return row === undefined ? undefined : [row.exemptFrom, row.exemptUntil];
    };
    const counted = async (person: string) => {
      const rows = await books.world.store.read((tx) => tx.memberYears(BRANCH, `year-${YEAR}`, {}));
      const row = rows.find((one) => one.personId === person);
      return (JSON.parse(row?.score ?? '{}') as { counted: number[] }).counted;
    };
    const applied = async (user: string, command: ApplyExemption) => {
      const answer = await by(user, command);
      if (isRefusal(answer)) throw new Error(refusalSentence(answer));
      return String(answer['exemptionId']);
    };

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      await imported(world, importing());
      张建国 = await personId(world, '001');
      李梅 = await personId(world, '002');
      郑𠮷 = await personId(world, '003');
      await given(world, BRANCH, 'secretary', 李梅);
      await given(world, BRANCH, 'scorekeeper', 郑𠮷);
      for (const [person, user] of [
        [张建国, 'zhang'],
        [李梅, 'li'],
        [郑𠮷, 'zheng'],
      ] as const)
        await setUp(world, linking(BRANCH, person, user));
    });
    afterAll(() => books.close());

    it('a branch without anybody above is told what to do first', async () => {
      const answer = await by('zhang', applying(张建国));
      expect(answer).toMatchObject({ code: 'noBodyAbove', clause: '2' });
      if (isRefusal(answer)) expect(refusalSentence(answer)).toMatch(/系统管理员.*隶属关系.*纸质审批表/);
      await setUp(books.world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      expect(await by('zhang', applying(张建国))).toMatchObject({ code: 'noBodyAbove' });
      const 周涛 = await entered(books.world, COMMITTEE, 'c1', '周涛');
      await given(books.world, COMMITTEE, 'committeeOfficer', 周涛);
      await setUp(books.world, linking(COMMITTEE, 周涛, 'zhou'));
    });

    it('the member applies, the secretary writes the opinion, the organisation above approves: the register has the term', async () => {
      expect(await counted(张建国)).toEqual([1, 2, 3, 4]);
      const exemptionId = await applied('zhang', applying(张建国));
      expect(await by('zhang', applying(张建国))).toMatchObject({ code: 'exemptionOpen', clause: '2' });
      expect(await by('zhou', decision(张建国, exemptionId))).toMatchObject({
        code: 'exemptionStep',
        clause: '2',
      });
      expect(await by('zhang', opinion(张建国, exemptionId))).toMatchObject({ code: 'notAllowed' });
      expect(await by('li', opinion(张建国, exemptionId))).not.toHaveProperty('refused');
      expect(await by('li', decision(张建国, exemptionId))).toMatchObject({
        code: 'notAllowed',
        clause: '2',
      });
      expect(await by('zhou', decision(张建国, exemptionId, { from: day('2026-03-31') }))).toMatchObject({
        code: 'exemptionTooEarly',
        params: { earliest: '2026-04-01' },
      });
      expect(await by('zhou', decision(张建国, exemptionId))).toMatchObject({ from: TODAY, until: null });
      expect(await exemptionOf(张建国)).toEqual([TODAY, null]);
      expect(await counted(张建国)).toEqual([1]);
    });

    it('the decision is a fact of both registers under one id, and no book holds a word of the reason', async () => {
      const facts = await books.world.store.read(async (tx) => [
        ...(await tx.factsOfTypes(BRANCH, 'register', ['exemptionDecided'])),
        ...(await tx.factsOfTypes(COMMITTEE, 'register', ['branchExemptionDecided'])),
      ]);
      const [own, above] = facts.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
      expect(own).toMatchObject({ bodyId: COMMITTEE, approved: true, from: TODAY });
      expect(above).toEqual({
        exemptionId: own?.['exemptionId'],
        branchId: BRANCH,
        approved: true,
        from: TODAY,
        until: null,
      });
      const bodies = await books.sql('select body from fact');
      expect(JSON.stringify(bodies)).not.toMatch(/膝关节|immobile|情况属实/);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('the secretary applies for herself: she cannot write the opinion; without a deputy the organisation above does', async () => {
      const exemptionId = await applied(
        'li',
        applying(李梅, {}, { category: 'away', whereabouts: '上海', contact: '021-1' }),
      );
      expect(await by('li', opinion(李梅, exemptionId))).toMatchObject({ code: 'ownMatter', clause: '2' });
      expect(await by('zheng', opinion(李梅, exemptionId))).toMatchObject({ code: 'notAllowed' });
      const 王强 = await entered(books.world, BRANCH, '008', '王强');
      await setUp(books.world, linking(BRANCH, 王强, 'wang'));
      await given(books.world, BRANCH, 'deputySecretary', 王强);
      expect(await by('zhou', opinion(李梅, exemptionId))).toMatchObject({ code: 'notAllowed' });
      expect(await by('wang', opinion(李梅, exemptionId, { agrees: false }))).not.toHaveProperty('refused');
      expect(
        await by('zhou', decision(李梅, exemptionId, { approved: false, words: '请继续参加' })),
      ).toMatchObject({
        from: null,
      });
      expect(await exemptionOf(李梅)).toEqual([null, null]);
    });

    it('nobody approves their own, also when they decide for everybody else', async () => {
      const exemptionId = await applied('zheng', applying(李梅, {}, { helper: '郑𠮷' }));
      await by('wang', opinion(李梅, exemptionId));
      const 党委的李梅 = await entered(books.world, COMMITTEE, 'c2', '李梅');
      await given(books.world, COMMITTEE, 'committeeOfficer', 党委的李梅);
      await setUp(books.world, linking(COMMITTEE, 党委的李梅, 'li'));
      expect(await by('li', decision(李梅, exemptionId))).toMatchObject({ code: 'ownMatter' });
      const 党委的王强 = await entered(books.world, COMMITTEE, 'c3', '王强');
      await given(books.world, COMMITTEE, 'committeeOfficer', 党委的王强);
      await setUp(books.world, linking(COMMITTEE, 党委的王强, 'wang'));
      expect(await by('wang', decision(李梅, exemptionId))).toMatchObject({ code: 'sameHand', clause: '2' });
      expect(await by('li', withdrawal(李梅, exemptionId, { helper: '王强' }))).toMatchObject({
        code: 'needlessHelper',
      });
      expect(await by('li', withdrawal(李梅, exemptionId))).not.toHaveProperty('refused');
      expect(await by('zhou', decision(李梅, exemptionId))).toMatchObject({ code: 'exemptionStep' });
    });

    it('renewed while it runs: only as a renewal, and the year that was exempt stays as it was', async () => {
      expect(await by('zhang', applying(张建国))).toMatchObject({ code: 'exemptionRuns' });
      const [first] = await ids(张建国);
      const renewal = await applied('zhang', applying(张建国, { renews: first ?? '' }));
      await by('li', opinion(张建国, renewal));
      const term = { from: day('2027-01-01'), until: day('2027-12-31') };
      expect(await by('zhou', decision(张建国, renewal, term))).toMatchObject(term);
      expect(await exemptionOf(张建国)).toEqual([term.from, term.until]);
      expect(await counted(张建国)).toEqual([1]);
    });

    it('ended early by the member; a day gone by is refused; the former exemption is untouched', async () => {
      const [, renewal = ''] = await ids(张建国);
      const late = withdrawal(张建国, renewal, { on: day('2026-04-01') });
      expect(await by('zhang', late)).toMatchObject({ code: 'badExemptionEnd' });
      expect(await by('zhang', withdrawal(张建国, renewal, { on: day('2027-07-01') }))).toMatchObject({
        on: '2027-07-01',
      });
      expect(await exemptionOf(张建国)).toEqual(['2027-01-01', '2027-06-30']);
      expect(await by('zhang', withdrawal(张建国, renewal))).toMatchObject({ code: 'exemptionStep' });
      expect(await counted(张建国)).toEqual([1]);
    });

    it('ended by the organisation above, with its reason; by nobody else', async () => {
      const [first = ''] = await ids(张建国);
      const ending = {
        type: 'endExemption',
        organisationId: BRANCH,
        personId: 张建国,
        exemptionId: first,
        on: day('2026-07-01'),
        reason: '已返回本地',
      } as const;
      expect(await by('zhou', { ...ending, reason: '' })).toMatchObject({ code: 'missing-endReason' });
      expect(await by('zheng', ending)).toMatchObject({ code: 'notAllowed' });
      expect(await by('zhou', ending)).toMatchObject({ on: '2026-07-01' });
      expect(await counted(张建国)).toEqual([1, 3, 4]);
    });

    it('words that are missing, days that cannot be, members who are none: each refused with what to do', async () => {
      expect(await by('zheng', applying(郑𠮷, {}, { reason: ' ' }))).toMatchObject({
        code: 'missing-exemptionReason',
      });
      expect(await by('zheng', applying(郑𠮷, {}, { category: 'away' }))).toMatchObject({
        code: 'missing-whereabouts',
      });
      expect(await by('li', applying(郑𠮷, {}, { helper: '' }))).toMatchObject({ code: 'missing-helper' });
      expect(await by('li', applying(await personOf('008')))).toMatchObject({ code: 'personUnknown' });
      const atOnce = await Promise.all([1, 2, 3].map(() => by('zheng', applying(郑𠮷))));
      expect(atOnce.filter((one) => isRefusal(one) && one.code === 'exemptionOpen')).toHaveLength(2);
      const [exemptionId = ''] = await ids(郑𠮷);
      expect(await by('li', opinion(郑𠮷, exemptionId, { words: '' }))).toMatchObject({
        code: 'missing-opinion',
      });
      expect(await by('li', opinion(郑𠮷, exemptionId, { meetingOn: day('2026-04-03') }))).toMatchObject({
        code: 'badMeetingDay',
      });
      expect(await by('li', opinion(张建国, exemptionId))).toMatchObject({ code: 'exemptionUnknown' });
      await by('li', opinion(郑𠮷, exemptionId));
      expect(await by('zhou', decision(郑𠮷, exemptionId, { words: '' }))).toMatchObject({
        code: 'missing-decision',
      });
      expect(await by('zheng', withdrawal(郑𠮷, exemptionId, { reason: '' }))).toMatchObject({
        code: 'missing-endReason',
      });
    });

    it('verify is clean, and the views made anew are the same', async () => {
      const views = () =>
        books.world.store.read(async (tx) => [
          await tx.members(BRANCH, {}),
          await tx.memberYears(BRANCH, `year-${YEAR}`, {}),
        ]);
      const before = await views();
      await books.world.store.write((tx) => rebuildViews(tx, BRANCH));
      expect(await views()).toEqual(before);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    const personOf = (number: string) => personId(books.world, number);
    async function ids(person: string): Promise<string[]> {
      const facts = await books.world.store.read((tx) =>
        tx.factsOfTypes(BRANCH, 'register', ['exemptionApplied']),
      );
      return facts
        .map(({ body }) => JSON.parse(body) as { exemptionId: string; personId: string })
        .filter((one) => one.personId === person)
        .map(({ exemptionId }) => exemptionId);
    }
  });
}
