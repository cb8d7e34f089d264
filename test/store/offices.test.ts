import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { Day } from '../../src/domain/period.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { organisationOffices } from '../../src/service/views/offices.ts';
import { isLastAdministrator } from '../../src/service/views/officesOfUser.ts';
import { organisationTree } from '../../src/service/views/organisationTree.ts';
import { BRANCH, imported, importing, member, personId, ROSTER, YEAR, posting } from './branch.ts';
import {
  administrator,
  COMMITTEE,
  ending,
  entered,
  founding,
  given,
  giving,
  linking,
  MACHINE,
  SOME_ID,
  setUp,
  signedIn,
  TODAY,
  tried,
} from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

for (const engine of engines) {
  describe(`offices on ${engine.name}`, () => {
    let books: Books;
    let 李梅: string;
    let 张建国: string;
    let 郑𠮷: string;
    let 书记之职: string;
    let system: { personId: string; officeId: string };
    let security: { personId: string; officeId: string };
    const by = async (userId: string, command: Parameters<typeof tried>[2]) =>
      await tried(books.world, await signedIn(books.world, userId), command);

    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      await setUp(world, founding(MACHINE, { name: '本系统', level: 'machine' }));
      await imported(world, importing());
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      system = await administrator(world, 'systemAdministrator');
      security = await administrator(world, 'securityAdministrator');
      await administrator(world, 'auditAdministrator');
      张建国 = await personId(world, '001');
      李梅 = await personId(world, '002');
      郑𠮷 = await personId(world, '003');
      书记之职 = await given(world, BRANCH, 'secretary', 李梅);
      for (const [person, user] of [
        [张建国, 'zhang'],
        [李梅, 'li'],
        [郑𠮷, 'zheng'],
      ] as const)
        await setUp(world, linking(BRANCH, person, user));
    });
    afterAll(() => books.close());

    it('an account is known in all its organisations, with its offices and memberships', async () => {
      const 党委人员 = await entered(books.world, COMMITTEE, 'w1', '李梅');
      await given(books.world, COMMITTEE, 'leadingGroupMember', 党委人员);
      await setUp(books.world, linking(COMMITTEE, 党委人员, 'li'));
      const actor = await signedIn(books.world, 'li');
      expect(actor.offices.map(({ organisationId, office }) => [organisationId, office])).toEqual([
        [BRANCH, 'member'],
        [BRANCH, 'secretary'],
        [COMMITTEE, 'leadingGroupMember'],
      ]);
      expect(actor.selves).toEqual([
        { organisationId: BRANCH, personId: 李梅 },
        { organisationId: COMMITTEE, personId: 党委人员 },
      ]);
      expect((await signedIn(books.world, 'stranger')).offices).toEqual([]);
    });

    it('the secretary gives the branch’s offices, not to herself, and a member gives none', async () => {
      expect(await by('li', giving(BRANCH, 'scorekeeper', 郑𠮷))).toMatchObject({
        code: 'electionNeeded',
        clause: 'An1.2',
      });
      await given(books.world, BRANCH, 'scorekeeper', 郑𠮷);
      expect(await by('li', giving(BRANCH, 'leaderInCharge', 郑𠮷))).toMatchObject({ officeId: SOME_ID });
      expect(await by('li', giving(BRANCH, 'checker', 李梅))).toMatchObject({ code: 'ownMatter' });
      expect(await by('zhang', giving(BRANCH, 'checker', 张建国))).toMatchObject({ code: 'notAllowed' });
    });

    it('an office given counts on the next request, one ended no more', async () => {
      const post = (person: string) =>
        ({
          type: 'postEntry',
          organisationId: BRANCH,
          year: YEAR,
          personId: person,
          posting: posting(),
        }) as const;
      expect(await by('zheng', post(张建国))).toMatchObject({ entryId: SOME_ID });
      const own = await by('zheng', post(郑𠮷));
      expect(own).toMatchObject({ code: 'ownMatter', clause: 'An1.2' });
      const { offices } = await signedIn(books.world, 'zheng');
      const office = offices.find((one) => one.office === 'scorekeeper');
      await setUp(books.world, ending(BRANCH, office?.officeId ?? ''));
      expect(await by('zheng', post(李梅))).toMatchObject({ code: 'notAllowed' });
    });

    it('given and ended, an office stays on record with basis and reason; the vacancy names who acts and why', async () => {
      const view = await books.world.store.read((tx) => organisationOffices(tx, BRANCH, TODAY));
      expect(view).toMatchObject({
        name: '清江县财政局机关支部',
        parentId: COMMITTEE,
        offices: [
          { name: '李梅', office: 'secretary', officeName: '党支部（党委）书记', held: true, reason: null },
          {
            name: '郑𠮷',
            office: 'scorekeeper',
            basis: '2025年12月30日党员大会',
            reason: '工作调动',
            held: false,
          },
          { name: '郑𠮷', office: 'leaderInCharge', held: true },
        ],
        substitutions: ['记分员空缺，由书记李梅代行。', '核对人空缺，由书记李梅代行。'],
      });
    });

    it('an ended office cannot be ended again, nor before it began; an unknown one is nobody’s', async () => {
      const over = await given(books.world, BRANCH, 'committeeMember', 张建国);
      expect(await tried(books.world, LOCAL_OPERATOR, ending(BRANCH, over, '2025-12-31'))).toMatchObject({
        code: 'badTerm',
      });
      await setUp(books.world, ending(BRANCH, over));
      expect(await tried(books.world, LOCAL_OPERATOR, ending(BRANCH, over))).toMatchObject({
        code: 'officeOver',
      });
      expect(await tried(books.world, LOCAL_OPERATOR, ending(COMMITTEE, over))).toMatchObject({
        code: 'officeUnknown',
      });
    });

    it.each([
      ['officeNotHere', () => giving(BRANCH, 'systemAdministrator', 张建国)],
      ['officeNotHere', () => giving(BRANCH, 'member', 张建国)],
      ['officeNotHere', () => giving(MACHINE, 'scorekeeper', system.personId)],
      ['personUnknown', () => giving(COMMITTEE, 'committeeOfficer', 张建国)],
      ['badTerm', () => giving(BRANCH, 'checker', 张建国, { until: '2025-12-31' as Day })],
      ['missing-basis', () => giving(BRANCH, 'checker', 张建国, { basis: ' ' })],
      ['badScope', () => giving(BRANCH, 'groupLeader', 张建国)],
      ['badScope', () => giving(BRANCH, 'checker', 张建国, { scope: '第一党小组' })],
      ['officeHeld', () => giving(BRANCH, 'secretary', 李梅)],
      ['officeOccupied', () => giving(BRANCH, 'secretary', 张建国)],
      ['notDeputy', () => giving(BRANCH, 'secretary', 李梅, { deputyOf: 书记之职 })],
      ['notDeputy', () => giving(BRANCH, 'checker', 张建国, { deputyOf: 书记之职 })],
      ['administratorExclusive', () => giving(MACHINE, 'auditAdministrator', system.personId)],
      ['personLinked', () => linking(BRANCH, 张建国, 'other')],
      [
        'duplicateNumber',
        () =>
          ({ type: 'enterPerson', organisationId: BRANCH, number: '001', name: '王强', post: null }) as const,
      ],
      ['organisationFounded', () => founding(BRANCH)],
      ['machineOnly', () => founding('second', { level: 'machine' })],
      ['notAbove', () => founding('third', { parentId: BRANCH })],
      [
        'placedInCircle',
        () => ({ type: 'placeOrganisation', organisationId: COMMITTEE, parentId: COMMITTEE }) as const,
      ],
    ] as const)('%s', async (code, command) => {
      const before = (await verify(books.world)).books;
      expect(await tried(books.world, LOCAL_OPERATOR, command())).toMatchObject({ code });
      expect((await verify(books.world)).books).toEqual(before);
    });

    it('the scorekeeper is not the checker, the checker not the scorekeeper', async () => {
      const office = await given(books.world, BRANCH, 'checker', 张建国);
      expect(
        await tried(books.world, LOCAL_OPERATOR, giving(BRANCH, 'scorekeeper', 张建国, { from: TODAY })),
      ).toMatchObject({
        code: 'checkerIsScorekeeper',
      });
      await setUp(books.world, ending(BRANCH, office));
    });

    it('an administrator’s account cannot be another officer’s too, in whatever organisation', async () => {
      const 兼职者 = await entered(books.world, COMMITTEE, 'w2', '陈志远');
      await setUp(books.world, linking(COMMITTEE, 兼职者, 'systemAdministrator'));
      expect(
        await tried(books.world, LOCAL_OPERATOR, giving(COMMITTEE, 'committeeOfficer', 兼职者)),
      ).toMatchObject({
        code: 'administratorExclusive',
      });
      const 经办人 = await entered(books.world, COMMITTEE, 'w3', '刘洋');
      await given(books.world, COMMITTEE, 'committeeOfficer', 经办人);
      expect(
        await tried(books.world, LOCAL_OPERATOR, linking(COMMITTEE, 经办人, 'securityAdministrator')),
      ).toMatchObject({ code: 'administratorExclusive' });
      expect(await tried(books.world, LOCAL_OPERATOR, linking(COMMITTEE, 经办人, 'li'))).toMatchObject({
        code: 'accountTaken',
      });
    });

    it('the last administrator of a kind is neither ended nor unlinked, until a successor can sign in', async () => {
      const end = ending(MACHINE, system.officeId);
      const unlink = { type: 'unlinkAccount', organisationId: MACHINE, personId: system.personId } as const;
      expect(await by('securityAdministrator', end)).toMatchObject({ code: 'lastAdministrator' });
      expect(await by('securityAdministrator', unlink)).toMatchObject({ code: 'lastAdministrator' });
      const last = (user: string) => books.world.store.read((tx) => isLastAdministrator(tx, user, TODAY));
      expect(await last('systemAdministrator')).toBe(true);
      expect(await last('li')).toBe(false);
      const 继任者 = await entered(books.world, MACHINE, 'm9', '周涛');
      expect(await by('securityAdministrator', giving(MACHINE, 'systemAdministrator', 继任者))).toMatchObject(
        {
          officeId: SOME_ID,
        },
      );
      expect(await by('securityAdministrator', end)).toMatchObject({ code: 'lastAdministrator' });
      expect(await by('securityAdministrator', linking(MACHINE, 继任者, 'zhou'))).toMatchObject({
        userId: 'zhou',
      });
      expect(await last('systemAdministrator')).toBe(false);
      expect(await by('securityAdministrator', end)).toMatchObject({ officeId: system.officeId });
      expect((await signedIn(books.world, 'systemAdministrator')).offices).toEqual([]);
    });

    it('no administrator gives an office to themself, or links an account of their own', async () => {
      expect(await by('zhou', giving(MACHINE, 'securityAdministrator', security.personId))).toMatchObject({
        code: 'officeHeld',
      });
      expect(
        await by('securityAdministrator', giving(MACHINE, 'systemAdministrator', security.personId)),
      ).toMatchObject({ code: 'ownMatter' });
      const 无主 = await entered(books.world, BRANCH, 'x1', '吴㙦');
      expect(await by('securityAdministrator', linking(BRANCH, 无主, 'securityAdministrator'))).toMatchObject(
        {
          code: 'ownMatter',
        },
      );
    });

    it('a foreign person is exactly as unknown as none', async () => {
      const foreign = await by('li', giving(BRANCH, 'checker', system.personId));
      const unknown = await by('li', giving(BRANCH, 'checker', '00000000-0000-7000-8000-00000000ffff'));
      expect(foreign).toMatchObject({ code: 'personUnknown' });
      expect({ ...foreign, params: null }).toEqual({ ...unknown, params: null });
    });

    it('a roster with the number of somebody entered before makes them a member, under the same id', async () => {
      const 孙丽 = await entered(books.world, BRANCH, '004', '孙丽');
      expect(
        await imported(books.world, importing([...ROSTER, member('004', '孙丽')], '补录名册')),
      ).toMatchObject({
        registered: 1,
      });
      expect(await personId(books.world, '004')).toBe(孙丽);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('the tree shows branches below their committee, and not the machine', async () => {
      const tree = await books.world.store.read(organisationTree);
      expect(tree).toMatchObject([
        {
          organisationId: COMMITTEE,
          levelName: '党委',
          children: [{ organisationId: BRANCH, children: [] }],
        },
      ]);
    });

    it('views made anew from the facts are the same, and the books verify', async () => {
      const views = () =>
        books.world.store.read(async (tx) => [
          await tx.placings(),
          await tx.holdersIn([BRANCH, MACHINE]),
          await tx.personAccounts(BRANCH),
        ]);
      const before = await views();
      await books.world.store.write(async (tx) => {
        for (const organisation of [BRANCH, COMMITTEE, MACHINE]) await rebuildViews(tx, organisation);
      });
      expect(await views()).toEqual(before);
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it.each([
      [
        'an office lengthened',
        `update office set ended_on = null where organisation_id = '${MACHINE}'`,
        'office',
      ],
      [
        'an office made greater',
        `update office set office = 'secretary' where office = 'scorekeeper'`,
        'office',
      ],
      [
        'an office nobody gave',
        `insert into office select organisation_id, 'zz', 'scorekeeper', person_id, since, scope, last_day, ended_on, deputy_of, seq, ended_seq, given_by, away_from, away_until from office where office = 'secretary'`,
        'office',
      ],
      ['an office deleted', `delete from office where office = 'scorekeeper'`, 'office'],
      ['another’s account', `update person_account set user_id = 'x' where user_id = 'li'`, 'personAccount'],
      ['an account of nobody', `insert into person_account values ('nowhere', 'p', 'x')`, 'book'],
      ['a placing', `update organisation_place set parent_id = null`, 'placing'],
      ['the name of somebody entered', `update person set name = 'x' where number = 'w1'`, 'person'],
      ['somebody entered deleted', `delete from person where number = 'w1'`, 'person'],
      [
        'the basis of an office',
        `update text set content = '{"basis":"x"}' where content like '%党员大会%'`,
        'text',
      ],
      [
        'the term in the fact',
        `update fact set body = replace(body, '2026-01-01', '2025-01-01') where type = 'officeGiven'`,
        'fact',
      ],
    ])('tampering: %s is found', async (_what, statement, table) => {
      const own = await newBooks(engine);
      try {
        await setUp(own.world, founding(COMMITTEE));
        await setUp(own.world, founding(BRANCH, { level: 'branch', parentId: COMMITTEE }));
        await setUp(own.world, founding(MACHINE, { level: 'machine' }));
        const 刘洋 = await entered(own.world, BRANCH, 'w1', '刘洋');
        const 周涛 = await entered(own.world, MACHINE, 'm1', '周涛');
        await given(own.world, BRANCH, 'secretary', 刘洋);
        await given(own.world, BRANCH, 'scorekeeper', 刘洋);
        await setUp(own.world, linking(BRANCH, 刘洋, 'li'));
        await given(own.world, MACHINE, 'auditAdministrator', 周涛);
        await administrator(own.world, 'auditAdministrator');
        const first = (await own.world.store.read((tx) => tx.offices(MACHINE)))[0];
        await setUp(own.world, ending(MACHINE, first?.officeId ?? ''));
        expect((await verify(own.world)).wrong).toEqual([]);
        await own.sql(statement);
        const { wrong } = await verify(own.world);
        expect(wrong[0]).toMatchObject({ table });
      } finally {
        await own.close();
      }
    });
  });
}
