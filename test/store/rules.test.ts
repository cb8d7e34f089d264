// Rules are drafted, voted on and adopted; a year is opened under them and keeps them (An1.1, promise Q7).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { lookAt } from '../../src/domain/policy/draft/look.ts';
import { findingName } from '../../src/domain/policy/draft/place.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { perform } from '../../src/service/perform.ts';
import { adoptedRules } from '../../src/service/adoptedRules.ts';
import { measureDocuments, rulesVersion, versionOfYear } from '../../src/service/rulesVersion.ts';
import type { AdoptRules } from '../../src/service/rulesCommands.ts';
import { draftPaper, draftRefusal, type RulesDraft } from '../../src/service/rulesDraft.ts';
import { refusalSentence } from '../../src/service/views/refusalWords.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { readPaper, savePaper } from '../../src/service/workingPaper.ts';
import { BRANCH, day, done, imported, importing, personId, POLICY, refused, YEAR, yearOf } from './branch.ts';
import { linking, setUp, signedIn, tried, given as officeGiven } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const NEXT = YEAR + 1;
const BASE = measureDocuments(POLICY);
const DEARER: RulesDraft = {
  base: { from: 'measure', id: POLICY.id },
  changes: [
    { place: 'bonuses/items/3.4.1-4/amount', to: '1.5' },
    { place: 'readings/G7/chosen', to: 'period' },
  ],
};
const warningsOf = ({ changes }: RulesDraft) => lookAt(BASE, changes).findings.map(findingName);
const meeting = {
  on: day('2026-03-30'),
  kind: 'generalMeeting',
  present: 20,
  entitled: 30,
  votes: { for: 18, against: 1, abstained: 1 },
  document: '支部会议记录 2026-03',
} as const;

for (const engine of engines) {
  describe(`rules on ${engine.name}`, () => {
    let books: Books;
    beforeEach(async () => {
      books = await newBooks(engine);
      await imported(books.world, importing());
    });
    afterEach(() => books.close());

    const draft = async (content: RulesDraft = DEARER) => {
      const saved = await savePaper(books.world, draftPaper(BRANCH), { content, by: 'limei' });
      return isRefusal(saved) ? 0 : saved;
    };
    const adopting = (paper: number, more: Partial<AdoptRules> = {}): AdoptRules => ({
      type: 'adoptRules',
      organisationId: BRANCH,
      draft: paper,
      version: '2027-1',
      year: NEXT,
      meeting,
      acknowledged: warningsOf(DEARER),
      measure: POLICY,
      ...more,
    });
    const adopted = async (more: Partial<AdoptRules> = {}, content = DEARER) =>
      done(books.world, adopting(await draft(content), { acknowledged: warningsOf(content), ...more }));

    it('given a vote, the draft becomes a version: dated, labelled, deciding its readings; the paper is gone', async () => {
      const { rulesId } = await adopted();
      const { store } = books.world;
      const version = await store.read((tx) => rulesVersion(tx, BRANCH, String(rulesId)));
      if (isRefusal(version)) throw new Error(version.code);
      expect(version.policy).toMatchObject({ version: '2027-1', effective: { from: '2027-01-01' } });
      expect(version.policy.items.find(({ id }) => id === '3.4.1-4')?.amount).toBe(150);
      expect(version.policy.readings.find(({ id }) => id === 'G7')).toMatchObject({
        chosen: 'period',
        decidedBy: '支部党员大会决定（支部会议记录 2026-03）',
        decidedOn: '2026-03-30',
      });
      expect(await store.read((tx) => adoptedRules(tx, BRANCH))).toMatchObject([
        { rulesId, version: '2027-1', year: NEXT, basedOn: { from: 'measure' }, contentHash: version.sha256 },
      ]);
      expect(await readPaper(books.world, draftPaper(BRANCH))).toBeUndefined();
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('the same adoption sent again is answered again and adopts once', async () => {
      const command = adopting(await draft());
      expect(await done(books.world, command, 'adopt-once')).toEqual(
        await done(books.world, command, 'adopt-once'),
      );
      expect(await books.world.store.read((tx) => adoptedRules(tx, BRANCH))).toHaveLength(1);
    });

    it('a year opens under the version in force; a later one starts from it, and the opened year keeps its own (Q7)', async () => {
      const { rulesId } = await adopted();
      await done(books.world, { type: 'openAdoptedYear', organisationId: BRANCH, year: NEXT });
      const opened = await books.world.store.read((tx) => versionOfYear(tx, BRANCH, NEXT));
      const before = await books.world.store.read((tx) => tx.policies(BRANCH));
      const points = await yearOf(books.world, '002');

      const later: RulesDraft = {
        base: { from: 'rules', id: String(rulesId) },
        changes: [{ place: 'bonuses/items/3.4.1-4/amount', to: '1' }],
      };
      const refusal = await refused(books.world, adopting(await draft(later), { version: '2027-2' }));
      expect(refusal.code).toBe('rulesYearOpen');
      expect(refusalSentence(refusal)).toContain('请登记为 2028 年的新版本');
      expect(await books.world.store.read((tx) => tx.policies(BRANCH))).toEqual(before);
      expect(await books.world.store.read((tx) => versionOfYear(tx, BRANCH, NEXT))).toEqual(opened);
      expect(await yearOf(books.world, '002')).toBe(points);
      expect(opened?.policy.version).toBe('2027-1');
      expect((await verify(books.world)).wrong).toEqual([]);
    });

    it('of two versions adopted for one year before it opens, the later is in force', async () => {
      await adopted();
      await adopted({ version: '2027-2' }, { ...DEARER, changes: DEARER.changes.slice(0, 1) });
      await done(books.world, { type: 'openAdoptedYear', organisationId: BRANCH, year: NEXT });
      const row = await books.world.store.read((tx) => tx.policy(BRANCH, `year-${NEXT}`));
      expect(row?.version).toBe('2027-2');
    });

    it('a year without an adopted version is refused, saying what to do', async () => {
      const opening = { type: 'openAdoptedYear', organisationId: BRANCH, year: NEXT } as const;
      const refusal = await refused(books.world, opening);
      expect(refusal.code).toBe('rulesNotAdopted');
      expect(refusalSentence(refusal)).toContain('开会通过后由书记登记，再开立');
      expect(await refused(books.world, { ...opening, year: YEAR })).toMatchObject({ code: 'yearOpen' });
      expect(await refused(books.world, { ...opening, year: YEAR + 2 })).toMatchObject({
        code: 'yearTooFar',
      });
    });

    it('an import opens a year under the adopted version, and under no other', async () => {
      await adopted();
      const other = await refused(books.world, { ...importing([]), year: NEXT });
      expect(other).toMatchObject({ code: 'policyDiffers', params: { opened: '2027-1' } });
      const version = await books.world.store.read((tx) => versionOfYear(tx, BRANCH, NEXT));
      await imported(books.world, { ...importing([]), year: NEXT, ...version });
      expect((await books.world.store.read((tx) => tx.policy(BRANCH, `year-${NEXT}`)))?.sha256).toBe(
        version?.sha256,
      );
    });

    const POOR: [string, Partial<AdoptRules>, string][] = [
      ['a meeting still to come', { meeting: { ...meeting, on: day('2026-04-03') } }, 'meetingInFuture'],
      ['fewer than half present', { meeting: { ...meeting, present: 14, votes: null } }, 'meetingTooFew'],
      ['more present than entitled', { meeting: { ...meeting, present: 31 } }, 'meetingTooFew'],
      ['more votes than people', { meeting: { ...meeting, present: 19 } }, 'meetingVotes'],
      [
        'no majority of those entitled',
        { meeting: { ...meeting, votes: { for: 15, against: 5, abstained: 0 } } },
        'meetingVotes',
      ],
      ['no document', { meeting: { ...meeting, document: ' ' } }, 'missing-document'],
      ['no label', { version: ' ' }, 'missing-version'],
      ['a year that is open', { year: YEAR }, 'rulesYearOpen'],
      ['a year too far', { year: YEAR + 2 }, 'yearTooFar'],
      ['a warning nobody acknowledged', { acknowledged: [] }, 'warningsUnseen'],
      ['a draft changed since the vote', { draft: 7 }, 'versionConflict'],
    ];
    it.each(POOR)('%s: refused in a sentence, nothing written', async (_what, more, code) => {
      const paper = await draft();
      const before = (await verify(books.world)).books;
      const refusal = await refused(books.world, adopting(paper, more));
      expect(refusal.code).toBe(code);
      expect(refusalSentence(refusal)).not.toContain('不符合办法或账册的规定');
      expect((await verify(books.world)).books).toEqual(before);
      expect(await readPaper(books.world, draftPaper(BRANCH))).toBeDefined();
    });

    it('an error of the lints, a used label, a draft that is gone: refused', async () => {
      const wrong = { ...DEARER, changes: [{ place: 'policy/kinds/base/year', to: '40' }] };
      expect(await refused(books.world, adopting(await draft(wrong)))).toMatchObject({
        code: 'rulesHaveErrors',
      });
      await adopted();
      expect(await refused(books.world, adopting(await draft()))).toMatchObject({
        code: 'rulesVersionTaken',
      });
      expect(draftRefusal({ ...DEARER, changes: [{ place: 'clauses/2/text', to: 'x' }] })).toMatchObject({
        code: 'notChangeable',
      });
    });

    it('the secretary adopts, 郑𠮷 who holds no office does not', async () => {
      const { world } = books;
      for (const [number, user] of [
        ['002', 'limei'],
        ['003', 'zheng'],
      ] as const)
        await setUp(world, linking(BRANCH, await personId(world, number), user));
      await officeGiven(world, BRANCH, 'secretary', await personId(world, '002'));
      const command = adopting(await draft());
      expect(await tried(world, await signedIn(world, 'zheng'), command)).toMatchObject({
        code: 'notAllowed',
      });
      expect(await tried(world, await signedIn(world, 'limei'), command)).toMatchObject({
        version: '2027-1',
      });
    });

    const TAMPERED: [string, string, object][] = [
      [
        'an amount of the adopted version',
        `update text set content = replace(content, '2027-1', '2027-9') where book = 'register' and content like '%2027-1%'`,
        { table: 'text', reason: 'changed' },
      ],
      [
        'the votes',
        `update text set content = replace(content, '"for":18', '"for":28') where book = 'register'`,
        { table: 'text', reason: 'changed' },
      ],
      [
        'the version deleted',
        `delete from text where book = 'register' and content like '%2027-1%'`,
        { table: 'text', reason: 'missing' },
      ],
      [
        'the year it is for',
        `update fact set body = replace(body, '"year":2027', '"year":2028') where type = 'rulesAdopted'`,
        { reason: 'hash' },
      ],
    ];
    it.each(TAMPERED)('verify finds %s changed behind its back', async (_what, sql, wrong) => {
      await adopted();
      await books.sql(sql);
      const found = await verify(books.world);
      expect(found.sound).toBe(false);
      expect(found.wrong[0]).toMatchObject({ book: 'register', ...wrong });
    });

    it('two secretaries at one draft: whoever adopts second is told it is gone', async () => {
      const command = adopting(await draft());
      const answers = await Promise.all(
        ['one', 'two'].map((key) => perform(books.world, LOCAL_OPERATOR, command, { key: `adopt-${key}` })),
      );
      expect(answers.filter((answer) => isRefusal(answer)).map((one) => isRefusal(one) && one.code)).toEqual([
        'draftMissing',
      ]);
    });
  });
}
