// A branch of three where one person is scorekeeper and secretary: every act has somebody who may do it, nobody does it to themself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ABILITY_NAMES, type Ability, can } from '../../src/domain/access.ts';
import { receiversOf, withoutReceiver } from '../../src/domain/access/receivers.ts';
import { OFFICE_KINDS } from '../../src/domain/office/office.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { accessObject, type Matter } from '../../src/service/accessObject.ts';
import { BRANCH, day, imported, importing, personId, posting, YEAR } from './branch.ts';
import {
  administrator,
  COMMITTEE,
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

const EVERYBODY = [
  'li',
  'zhang',
  'zheng',
  'officer',
  'systemAdministrator',
  'securityAdministrator',
  'securityAdministrator2',
  'auditAdministrator',
];
/** What is done to somebody: never by themself. */
const ANOTHERS: readonly Ability[] = [
  'agreePlanAsLeader',
  'approveExemption',
  'approvePlan',
  'assignLeader',
  'createAccount',
  'decideStanding',
  'endOffice',
  'endSessions',
  'giveExemptionOpinion',
  'giveOffice',
  'linkAccount',
  'postEntry',
  'recordAbsence',
  'recordElection',
  'resetAtDesk',
  'reverseEntry',
  'suspend',
];
/** Of the points leading group (§4.2) and of supplying bodies (3.4.2): a branch of three may have neither. */
const NO_MEMBERS: readonly Ability[] = ['enterFindings', 'issueBulletin'];
/** §2, An1.5 to An1.7: by the organisation above and by no other. */
const ONLY_ABOVE: readonly Ability[] = [
  'answerAppeal',
  'approveExemption',
  'decideTie',
  'fileRound',
  'reviewRound',
];
/** An1.6 (G30): never by whoever keeps the points, which is all that is left of a branch of three with nothing above. */
const NEVER_KEEPERS: readonly Ability[] = [
  'readObjection',
  'receiveObjection',
  'redetermine',
  'revealObjector',
];

for (const engine of engines) {
  describe(`a branch of three on ${engine.name}`, () => {
    let books: Books;
    const people = new Map<string, string>();
    beforeAll(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      await setUp(world, founding(MACHINE, { level: 'machine' }));
      await imported(world, importing());
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      await administrator(world, 'systemAdministrator');
      await administrator(world, 'securityAdministrator');
      await administrator(world, 'auditAdministrator');
      const second = await entered(world, MACHINE, 'm2', '陈志远');
      await given(world, MACHINE, 'securityAdministrator', second);
      await setUp(world, linking(MACHINE, second, 'securityAdministrator2'));
      const 经办人 = await entered(world, COMMITTEE, 'w1', '刘洋');
      await given(world, COMMITTEE, 'committeeOfficer', 经办人);
      await setUp(world, linking(COMMITTEE, 经办人, 'officer'));
      for (const [number, user] of [
        ['001', 'zhang'],
        ['002', 'li'],
        ['003', 'zheng'],
      ] as const) {
        const person = await personId(world, number);
        people.set(user, person);
        await setUp(world, linking(BRANCH, person, user));
      }
      await given(world, BRANCH, 'secretary', id('li'));
      await given(world, BRANCH, 'scorekeeper', id('li'));
      await given(world, BRANCH, 'checker', id('zhang'));
    });
    afterAll(() => books.close());

    const id = (user: string) => people.get(user) ?? '';
    async function whoMay(ability: Ability, matter: Matter): Promise<string[]> {
      const object = await books.world.store.read((tx) => accessObject(tx, BRANCH, TODAY, matter));
      const may: string[] = [];
      for (const user of EVERYBODY) {
        if (can(await signedIn(books.world, user), ability, object) === true) may.push(user);
      }
      return may;
    }

    it.each(['li', 'zhang', 'zheng'])(
      'in the matter of %s every act is somebody’s, and never their own',
      async (user) => {
        const acts = ABILITY_NAMES.filter(
          (one) => one !== 'giveOffice' && one !== 'endOffice' && !NO_MEMBERS.includes(one),
        );
        for (const ability of acts) {
          const may = await whoMay(ability, { about: [id(user)] });
          expect([ability, may.length > 0]).toEqual([ability, true]);
          if (ANOTHERS.includes(ability)) expect([ability, ...may]).not.toContain(user);
        }
        const offices = OFFICE_KINDS.filter((office) => office !== 'member');
        for (const ability of ['giveOffice', 'endOffice'] as const) {
          for (const office of offices) {
            const may = await whoMay(ability, { about: [id(user)], office });
            expect([ability, office, may.length > 0]).toEqual([ability, office, true]);
            expect(may).not.toContain(user);
          }
        }
      },
    );

    it('names exactly these: the scorekeeper’s points are the checker’s, the secretary’s offices the committee’s', async () => {
      expect(await whoMay('postEntry', { about: [id('zheng')] })).toEqual(['li']);
      expect(await whoMay('postEntry', { about: [id('li')] })).toEqual(['zhang']);
      expect(await whoMay('giveOffice', { about: [id('zheng')], office: 'groupLeader' })).toEqual(['li']);
      expect(await whoMay('giveOffice', { about: [id('li')], office: 'groupLeader' })).toEqual(['officer']);
    });

    const post = (user: string) =>
      ({
        type: 'postEntry',
        organisationId: BRANCH,
        year: YEAR,
        personId: id(user),
        posting: posting({ day: day('2026-03-09') }),
      }) as const;
    const by = async (user: string, command: Parameters<typeof tried>[2]) =>
      await tried(books.world, await signedIn(books.world, user), command);

    it('and so it is done: the fact says whose account posted it', async () => {
      expect(await by('li', post('li'))).toMatchObject({ code: 'ownMatter' });
      expect(await by('zheng', post('li'))).toMatchObject({ code: 'notAllowed' });
      const done = await by('zhang', post('li'));
      expect(isRefusal(done)).toBe(false);
      const [fact] = (await books.world.store.read((tx) => tx.facts(BRANCH, `year-${YEAR}`, 0, 100))).slice(
        -1,
      );
      expect(fact).toMatchObject({ type: 'entryPosted', actor: 'person:zhang' });
      const entryId = isRefusal(done) ? '' : String(done['entryId']);
      const reversal = {
        type: 'reverseEntry',
        organisationId: BRANCH,
        year: YEAR,
        entryId,
        reason: '有误',
      } as const;
      expect(await by('li', reversal)).toMatchObject({ code: 'ownMatter' });
      expect(await by('zhang', reversal)).toMatchObject({ entryId });
    });

    it('the officer above gives the secretary an office she may not give herself', async () => {
      const command = giving(BRANCH, 'groupLeader', id('li'), { scope: '第一党小组' });
      expect(await by('li', command)).toMatchObject({ code: 'ownMatter' });
      expect(await by('officer', command)).toMatchObject({ officeId: SOME_ID });
    });

    it('with no organisation above and no deputy: the checker acts for the secretary, she for the others', async () => {
      await setUp(books.world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: null });
      const acts = ABILITY_NAMES.filter((one) => ![...ONLY_ABOVE, ...NO_MEMBERS].includes(one));
      for (const user of ['li', 'zhang', 'zheng'])
        for (const ability of acts) {
          const may = await whoMay(ability, { about: [id(user)], office: 'groupLeader' });
          if (NEVER_KEEPERS.includes(ability)) continue;
          expect([ability, user, may.length > 0]).toEqual([ability, user, true]);
          if (ANOTHERS.includes(ability)) expect([ability, ...may]).not.toContain(user);
        }
      expect(await whoMay('giveOffice', { about: [id('li')], office: 'groupLeader' })).toEqual(['zhang']);
      expect(await whoMay('giveOffice', { about: [id('zhang')], office: 'groupLeader' })).toEqual(['li']);
      expect(await whoMay('approveExemption', { about: [id('zheng')] })).toEqual([]);
    });

    it('an objection to the points of who keeps them waits for a third who holds an office', async () => {
      const whoMayAll = () =>
        Promise.all(NEVER_KEEPERS.map((ability) => whoMay(ability, { about: [id('li')] })));
      expect(await whoMayAll()).toEqual(NEVER_KEEPERS.map(() => []));
      // the page on which a notice is prepared says so, before one hangs
      const receiving = async () => {
        const object = await books.world.store.read((tx) => accessObject(tx, BRANCH, TODAY));
        const names = receiversOf(object).map(({ personId: one }) => one);
        return { names, without: [...withoutReceiver(object)].toSorted() };
      };
      expect(await receiving()).toEqual({ names: [], without: [id('li'), id('zhang')].toSorted() });
      await given(books.world, BRANCH, 'committeeMember', id('zheng'));
      expect(await whoMayAll()).toEqual(NEVER_KEEPERS.map(() => ['zheng']));
      // of himself nobody could: one more has to be named for that
      expect(await receiving()).toEqual({ names: [id('zheng')], without: [id('zheng')] });
    });
  });
}
