// 推选记分员: the meeting's count, the designation that follows, a second ballot, and a change before the term ends (An1.2, G34).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { RecordElection } from '../../src/service/electionCommands.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { organisationOffices } from '../../src/service/views/offices.ts';
import {
  BRANCH,
  day,
  entry,
  imported,
  importing,
  member,
  personId,
  posting,
  ROSTER,
  YEAR,
} from './branch.ts';
import {
  COMMITTEE,
  entered,
  founding,
  given,
  linking,
  MACHINE,
  SOME_ID,
  setUp,
  signedIn,
  TODAY,
  tried,
} from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

/** 张建国, 李梅, 郑𠮷, 王强, 赵敏 may vote; 陈志远 is on probation, 刘洋 disqualified but may vote. */
const BRANCH_OF_SEVEN = [
  ...ROSTER,
  member('004', '王强'),
  member('005', '赵敏'),
  member('006', '陈志远', [], { member: { ...member('', '').member, type: 'probationary' } }),
  member('007', '刘洋', [], { grounds: [{ ...entry('3.4.3-2', '2026-02-01', 0), ground: '3.4.3-2' }] }),
];

for (const engine of engines) {
  describe(`the scorekeeper’s election on ${engine.name}`, () => {
    let books: Books;
    const people = new Map<string, string>();
    const id = (name: string) => people.get(name) ?? '';
    const by = async (user: string, command: Parameters<typeof tried>[2]) =>
      await tried(books.world, await signedIn(books.world, user), command);

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(MACHINE, { level: 'machine' }));
      await setUp(world, founding(COMMITTEE));
      await imported(world, importing(BRANCH_OF_SEVEN));
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      for (const { person } of BRANCH_OF_SEVEN) people.set(person.name, await personId(world, person.number));
      await given(world, BRANCH, 'secretary', id('李梅'));
      const 经办人 = await entered(world, COMMITTEE, 'w1', '周涛');
      await given(world, COMMITTEE, 'committeeOfficer', 经办人);
      await setUp(world, linking(COMMITTEE, 经办人, 'officer'));
      for (const [name, user] of [
        ['李梅', 'li'],
        ['王强', 'wang'],
        ['张建国', 'zhang'],
      ] as const)
        await setUp(world, linking(BRANCH, id(name), user));
    });
    afterAll(async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
      await books.close();
    });

    const voting = (votes: Record<string, number>, more: Partial<RecordElection> = {}): RecordElection => ({
      type: 'recordElection',
      organisationId: BRANCH,
      electionId: null,
      on: day('2026-03-02'),
      place: '局三楼会议室',
      minutes: '2026-03',
      secret: true,
      present: 5,
      ballots: Object.entries(votes).map(([name, some]) => ({ personId: id(name), votes: some })),
      abstained: 0,
      invalid: 0,
      from: day('2026-03-02'),
      until: day('2028-12-31'),
      checkerId: null,
      reason: '',
      ...more,
    });
    const scorekeepers = async () =>
      (await books.world.store.read((tx) => tx.offices(BRANCH)))
        .filter(({ office }) => office === 'scorekeeper')
        .map(({ personId: who, since, lastDay, endedOn }) => [who, since, lastDay, endedOn]);
    const factCount = async () =>
      (await books.world.store.read((tx) => tx.books(BRANCH))).find(({ book }) => book === 'register')?.seq;

    it.each([
      ['notAllowed', 'wang', () => voting({ 郑𠮷: 5 })],
      ['ownMatter', 'li', () => voting({ 郑𠮷: 4, 李梅: 1 })],
      ['ownMatter', 'li', () => voting({ 郑𠮷: 5 }, { checkerId: id('李梅') })],
      ['personUnknown', 'li', () => voting({ 郑𠮷: 4, 不在册: 1 })],
      ['notEligible', 'li', () => voting({ 陈志远: 5 })],
      ['notEligible', 'li', () => voting({ 刘洋: 5 })],
      ['noQuorum', 'li', () => voting({ 郑𠮷: 3 }, { present: 3 })],
      ['tooManyPresent', 'li', () => voting({ 郑𠮷: 7 }, { present: 7 })],
      ['votesDiffer', 'li', () => voting({ 郑𠮷: 4 })],
      ['badCandidates', 'li', () => voting({}, { abstained: 5 })],
      ['meetingAhead', 'li', () => voting({ 郑𠮷: 5 }, { on: day('2026-04-03'), from: day('2026-04-03') })],
      ['missing-meeting', 'li', () => voting({ 郑𠮷: 5 }, { minutes: ' ' })],
      ['badTerm', 'li', () => voting({ 郑𠮷: 5 }, { from: day('2026-03-01') })],
      ['badTerm', 'li', () => voting({ 郑𠮷: 5 }, { until: day('2026-03-01') })],
      ['nobodyEntitled', 'li', () => voting({ 郑𠮷: 5 }, { on: day('2019-01-01') })],
      ['electionUnknown', 'li', () => voting({ 郑𠮷: 5 }, { electionId: 'nowhere' })],
      ['checkerIsScorekeeper', 'li', () => voting({ 郑𠮷: 5 }, { checkerId: id('郑𠮷') })],
    ] as const)('%s, by %s (%#): and nothing is recorded', async (code, user, command) => {
      const before = await factCount();
      expect(await by(user, command())).toMatchObject({
        code: code === 'nobodyEntitled' ? 'notEligible' : code,
      });
      expect(await factCount()).toBe(before);
    });

    let second: string;
    it('a tie elects nobody: the ballot stays on record, the secretary goes on acting', async () => {
      const tie = await by('li', voting({ 郑𠮷: 2, 王强: 2 }, { abstained: 1 }));
      expect(tie).toMatchObject({ electionId: SOME_ID, officeId: null });
      second = String((tie as Record<string, unknown>)['electionId']);
      expect(await scorekeepers()).toEqual([]);
      expect(await books.world.store.read((tx) => organisationOffices(tx, BRANCH, TODAY))).toMatchObject({
        substitutions: ['记分员空缺，由书记李梅代行。', '核对人空缺，由书记李梅代行。'],
      });
    });

    it('the second ballot is among the same, and gives scorekeeper and checker in one act', async () => {
      const again = { electionId: second, on: day('2026-03-03'), from: day('2026-03-09') };
      expect(await by('li', voting({ 赵敏: 5 }, again))).toMatchObject({ code: 'newCandidates' });
      expect(await by('li', voting({ 郑𠮷: 5 }, { ...again, on: day('2026-03-01') }))).toMatchObject({
        code: 'electionOver',
      });
      const done = await by('li', voting({ 郑𠮷: 3, 王强: 2 }, { ...again, checkerId: id('张建国') }));
      expect(done).toMatchObject({ electionId: second, officeId: SOME_ID });
      expect(await scorekeepers()).toEqual([[id('郑𠮷'), '2026-03-09', '2028-12-31', null]]);
      const shown = await books.world.store.read((tx) => organisationOffices(tx, BRANCH, TODAY));
      expect(shown).toMatchObject({
        substitutions: [],
        offices: [
          { office: 'secretary' },
          {
            office: 'scorekeeper',
            name: '郑𠮷',
            basis: '2026-03-03 党员大会推选，支部指派（局三楼会议室，会议记录 2026-03）',
          },
          { office: 'checker', name: '张建国' },
        ],
      });
      expect(await by('li', voting({ 郑𠮷: 5 }, again))).toMatchObject({ code: 'electionOver' });
    });

    it('the elected posts, and not their own points', async () => {
      await setUp(books.world, linking(BRANCH, id('郑𠮷'), 'zheng'));
      const post = (who: string) =>
        ({
          type: 'postEntry',
          organisationId: BRANCH,
          year: YEAR,
          personId: id(who),
          posting: posting(),
        }) as const;
      expect(await by('zheng', post('王强'))).toMatchObject({ entryId: SOME_ID });
      expect(await by('zheng', post('郑𠮷'))).toMatchObject({ code: 'ownMatter' });
    });

    const change = { on: day('2026-04-01'), from: day('2026-04-02'), minutes: '2026-04' };
    it('a change before the term ends needs a reason and a meeting; the secretary gives it by no other way', async () => {
      expect(await by('li', voting({ 王强: 5 }, change))).toMatchObject({
        code: 'changeNeedsReason',
        clause: 'An1.2',
      });
      const direct = {
        office: 'scorekeeper',
        personId: id('王强'),
        scope: null,
        from: TODAY,
        until: null,
      } as const;
      expect(
        await by('li', {
          type: 'giveOffice',
          organisationId: BRANCH,
          ...direct,
          deputyOf: null,
          basis: '指定',
        }),
      ).toMatchObject({ code: 'electionNeeded' });
      const done = await by('li', voting({ 王强: 5 }, { ...change, reason: '郑𠮷调离本单位' }));
      expect(done).toMatchObject({ officeId: SOME_ID });
      expect(await scorekeepers()).toEqual([
        [id('郑𠮷'), '2026-03-09', '2028-12-31', '2026-04-02'],
        [id('王强'), '2026-04-02', '2028-12-31', null],
      ]);
      expect((await signedIn(books.world, 'zheng')).offices.map(({ office }) => office)).toEqual(['member']);
    });

    it('the checker elected scorekeeper needs another checker; a secretary who stood is recorded from above', async () => {
      const later = { ...change, on: TODAY, from: day('2026-05-01'), reason: '王强病休' };
      expect(await by('li', voting({ 张建国: 5 }, later))).toMatchObject({ code: 'checkerIsScorekeeper' });
      const stood = voting({ 张建国: 4, 李梅: 1 }, { ...later, checkerId: id('赵敏') });
      expect(await by('li', stood)).toMatchObject({ code: 'ownMatter' });
      expect(await by('officer', stood)).toMatchObject({ officeId: SOME_ID });
      const offices = await books.world.store.read((tx) => tx.offices(BRANCH));
      expect(offices.filter(({ office }) => office === 'checker')).toMatchObject([
        { personId: id('张建国'), endedOn: '2026-05-01' },
        { personId: id('赵敏'), endedOn: null },
      ]);
    });

    it('nobody’s name or words are in the facts', async () => {
      const facts = await books.world.store.read((tx) =>
        tx.factsOfTypes(BRANCH, 'register', [
          'scorekeeperElected',
          'scorekeeperBallotUndecided',
          'officeGiven',
        ]),
      );
      expect(facts.length).toBeGreaterThan(4);
      for (const { body } of facts) expect(body).not.toMatch(/会议室|郑|李梅|调离/);
    });
  });
}

const ON = (text: string) => text as Day;
for (const engine of engines) {
  describe(`absence on ${engine.name}`, () => {
    let books: Books;
    let [office, 李梅, 郑𠮷]: string[] = [];
    const by = async (user: string, command: Parameters<typeof tried>[2]) =>
      await tried(books.world, await signedIn(books.world, user), command);
    const leave = (from: string, until: string | null, officeId = office ?? '') =>
      ({
        type: 'recordAbsence',
        organisationId: BRANCH,
        officeId,
        from: ON(from),
        until: until === null ? null : ON(until),
        reason: '住院',
      }) as const;
    const back = (on: string) =>
      ({ type: 'endAbsence', organisationId: BRANCH, officeId: office ?? '', on: ON(on) }) as const;
    const said = async () => {
      const shown = await books.world.store.read((tx) => organisationOffices(tx, BRANCH, TODAY));
      return isRefusal(shown) ? shown.code : shown.substitutions;
    };

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      await imported(world, importing());
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      [李梅, 郑𠮷] = [await personId(world, '002'), await personId(world, '003')];
      await given(world, BRANCH, 'secretary', 李梅);
      office = await given(world, BRANCH, 'scorekeeper', 郑𠮷);
      await given(world, BRANCH, 'checker', await personId(world, '001'));
      await setUp(world, linking(BRANCH, 李梅, 'li'));
      await setUp(world, linking(BRANCH, 郑𠮷, 'zheng'));
    });
    afterAll(async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
      await books.close();
    });

    it('on leave: the secretary posts in their stead, and the page says why', async () => {
      const post = {
        type: 'postEntry',
        organisationId: BRANCH,
        year: YEAR,
        personId: await personId(books.world, '001'),
        posting: posting(),
      } as const;
      expect(await by('li', post)).toMatchObject({ code: 'notAllowed' });
      expect(await by('zheng', leave('2026-04-01', '2026-04-08'))).toMatchObject({ code: 'notAllowed' });
      expect(await by('li', leave('2026-04-01', '2026-04-08'))).toMatchObject({ officeId: office });
      expect(await said()).toEqual(['记分员郑𠮷请假（4月1日至4月8日），由书记李梅代行。']);
      expect(await by('li', post)).toMatchObject({ entryId: SOME_ID });
    });

    it('back earlier: the office is its holder’s again', async () => {
      expect(await by('li', back('2026-04-02'))).toMatchObject({ officeId: office });
      expect(await said()).toEqual([]);
      expect(await by('li', back('2026-04-02'))).toMatchObject({ code: 'notAbsent' });
    });

    it('a leave to come counts from its first day; one taken back before it began never was', async () => {
      expect(await by('li', leave('2026-05-01', null))).toMatchObject({ officeId: office });
      expect(await said()).toEqual([]);
      expect(await by('li', leave('2026-06-01', '2026-06-02'))).toMatchObject({ code: 'absentAlready' });
      expect(await by('li', back('2026-04-20'))).toMatchObject({ officeId: office });
      const row = (await books.world.store.read((tx) => tx.offices(BRANCH))).find(
        ({ officeId }) => officeId === office,
      );
      expect(row).toMatchObject({ awayFrom: null, awayUntil: null });
    });

    it.each([
      ['badAbsence', () => leave('2026-04-08', '2026-04-01')],
      ['missing-reason', () => ({ ...leave('2026-04-08', null), reason: ' ' })],
      ['officeUnknown', () => leave('2026-04-08', null, 'nowhere')],
    ] as const)('%s', async (code, command) => {
      expect(await by('li', command())).toMatchObject({ code });
    });

    it('nobody grants their own leave: the secretary’s is recorded by whoever acts for her', async () => {
      const [own] = await books.world.store.read((tx) => tx.offices(BRANCH));
      expect(await by('li', leave('2026-04-01', null, own?.officeId))).toMatchObject({ code: 'ownMatter' });
    });
  });
}
