import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { REGISTER } from '../../src/domain/fact.ts';
import { readTranscript, type TranscriptFile } from '../../src/domain/year/transcript.ts';
import { points } from '../../src/domain/points.ts';
import { bookedYear } from '../../src/service/bookedYear.ts';
import type { IssueTranscript } from '../../src/service/issueTranscript.ts';
import type { World } from '../../src/service/ports.ts';
import { rebuildViews } from '../../src/service/project.ts';
import type { ReceiveTranscript } from '../../src/service/receiving.ts';
import { transcriptFile } from '../../src/service/views/transcriptFile.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { periodSummary } from '../../src/forms/periodSummary.ts';
import { pointsRecord } from '../../src/forms/pointsRecord.ts';
import { type BranchYear, branchYear } from '../../src/service/views/branchYear.ts';
import { memberYear } from '../../src/service/views/memberYear.ts';
import { statementOf } from '../../src/service/views/statement.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import {
  BRANCH,
  day,
  entry,
  imported,
  importing,
  member,
  personId,
  POLICY,
  posting,
  ROSTER,
  YEAR,
  yearOf,
} from './branch.ts';
import { entered, given, linking, setUp, signedIn, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const NEXT = 'hedong-01';
const WHOLE = 'whole-01';

/** Everything 周涛 did in the year: until 9 March in the first branch, from then on in the next. */
const BEFORE = [
  entry('task', '2026-02-20', 1450),
  entry('3.4.1-1', '2026-02-25', 500, { reason: '先进个人', achievement: '先进' }),
  entry('A2.5-1', '2026-02-10', 100, { reason: '支部大会缺席', incident: '二月大会' }),
];
const AFTER = [
  entry('3.4.1-1', '2026-03-20', 500, { reason: '县级表彰' }),
  entry('3.4.1-2', '2026-03-25', 400, { reason: '专业能手' }),
  entry('A2.5-1', '2026-03-12', 100, { reason: '支部大会迟到', incident: '三月大会' }),
];

const inBranch = (organisationId: string, records: readonly ReturnType<typeof member>[], name: string) => ({
  ...importing(records),
  organisationId,
  founding: { name, level: 'branch', example: false } as const,
});

for (const engine of engines) {
  describe(`transfer on ${engine.name}`, () => {
    let books: Books;
    let world: World;
    let 周涛: string;
    const issuing = (more: Partial<IssueTranscript> = {}): IssueTranscript => ({
      type: 'issueTranscript',
      organisationId: BRANCH,
      personId: 周涛,
      on: day('2026-03-10'),
      to: '河东镇财政所支部',
      basis: '组织关系介绍信 2026-7 号',
      ...more,
    });
    const receiving = (file: TranscriptFile, more: Partial<ReceiveTranscript> = {}): ReceiveTranscript => ({
      type: 'receiveTranscript',
      organisationId: NEXT,
      file,
      number: '011',
      group: '第一党小组',
      joinedOn: day('2026-03-10'),
      basis: '组织关系介绍信 2026-7 号',
      ...more,
    });
    const issued = async (more: Partial<IssueTranscript> = {}): Promise<TranscriptFile> => {
      const { transcriptId } = await setUp(world, issuing(more));
      const file = await world.store.read((tx) => transcriptFile(tx, BRANCH, 周涛, String(transcriptId)));
      if (isRefusal(file)) throw new Error(file.code);
      const read = readTranscript(JSON.stringify(file));
      if (read === undefined) throw new Error('not a transcript');
      return read;
    };
    const arrived = async (file: TranscriptFile, more: Partial<ReceiveTranscript> = {}) =>
      String((await setUp(world, receiving(file, more)))['personId']);
    const wholeYear = async (organisationId: string): Promise<BranchYear> => {
      const source = await world.store.read((tx) => bookedYear(tx, organisationId, YEAR));
      if (isRefusal(source)) throw new Error(source.code);
      return branchYear(source);
    };
    const memberOf = ({ members }: BranchYear, whom: string) => {
      const found = members.find(({ id }) => id === whom);
      if (found === undefined) throw new Error('not in the year');
      return found;
    };
    const inYear = async (organisationId: string, whom: string) =>
      memberOf(await wholeYear(organisationId), whom);
    const post = async (organisationId: string, whom: string, one: (typeof AFTER)[number]) => {
      const { item, day: on, period, amount, reason, evidence, supplier, incident, achievement } = one;
      const more = { incident: incident ?? null, achievement: achievement ?? null };
      await setUp(world, {
        type: 'postEntry',
        organisationId,
        year: YEAR,
        personId: whom,
        posting: posting({ item, day: on, period, amount, reason, evidence, supplier, ...more }),
      });
    };

    beforeEach(async () => {
      books = await newBooks(engine);
      ({ world } = books);
      await imported(world, importing([...ROSTER, member('004', '周涛', BEFORE)]));
      await imported(world, inBranch(NEXT, [member('001', '赵敏')], '河东镇财政所支部'));
      周涛 = await personId(world, '004');
    });
    afterEach(() => books.close());

    it('the year in the next branch is that of a single branch with the same entries: caps and floors over the year', async () => {
      const 转来 = await arrived(await issued());
      for (const one of AFTER) await post(NEXT, 转来, one);
      await imported(world, inBranch(WHOLE, [member('011', '周涛', [...BEFORE, ...AFTER])], '只有一个支部'));
      const [row] = await world.store.read((tx) => tx.persons(WHOLE, {}));
      const single = await inYear(WHOLE, row?.personId ?? '');
      const both = await inYear(NEXT, 转来);
      expect(both.result.score.counted).toEqual([1, 2, 3, 4]);
      expect(both.result.score.periods).toEqual(single.result.score.periods);
      expect(both.result.score.year).toBe(single.result.score.year);
      expect(both.result).toMatchObject({ standing: 'graded', graded: single.result.graded });
      // the bonus of both branches together ends at its cap
      expect(both.result.score.periods.reduce((sum, { kinds }) => sum + (kinds['bonus'] ?? 0), 0)).toBe(
        POLICY.kinds.find(({ id }) => id === 'bonus')?.year,
      );
      expect((await inYear(BRANCH, 周涛)).result.standing).toBe('left');
      const view = (await world.store.read((tx) => tx.memberYears(NEXT, `year-${YEAR}`, {}))).find(
        (one) => one.personId === 转来,
      );
      expect(JSON.parse(view?.score ?? '{}')).toMatchObject({ year: single.result.score.year });
    });

    it('what came is named by its branch, and only that branch corrects it', async () => {
      const 转来 = await arrived(await issued());
      const { entries, received } = await inYear(NEXT, 转来);
      expect(entries.map(({ transferredFrom, reason }) => [transferredFrom, reason])).toContainEqual([
        '清江县财政局机关支部',
        '先进个人',
      ]);
      const year = await wholeYear(NEXT);
      const figure = { of: 'year' } as const;
      const statement = statementOf(year, memberOf(year, 转来), figure);
      expect(statement.notes).toEqual([
        '第一季度由“清江县财政局机关支部”登记的积分，凭转移证明转入，与本支部的合并计算；更正由原支部办理。',
      ]);
      expect(statement.readings.map(({ id }) => id)).toContain('G22');
      const record = JSON.stringify(pointsRecord(year, memberOf(year, 转来)));
      expect(record.match(/由清江县财政局机关支部转入/g)).toHaveLength(BEFORE.length + 1);
      // of the first quarter's people, 周涛 is the other branch's
      expect(JSON.stringify(periodSummary(year, 1).figures[0]?.[0])).toContain('"value":1');
      expect(JSON.stringify(periodSummary(year, 2).figures[0]?.[0])).toContain('"value":2');
      expect(received).toEqual([{ from: '清江县财政局机关支部', periods: [1] }]);
      const rows = await world.store.read((tx) => tx.entries(NEXT, `year-${YEAR}`, {}));
      const answer = await tried(world, LOCAL_OPERATOR, {
        type: 'reverseEntry',
        organisationId: NEXT,
        year: YEAR,
        entryId: rows[0]?.entryId ?? '',
        reason: '记错',
      });
      expect(answer).toMatchObject({ code: 'entryReceived' });
      // a file of the next branch knows nothing of them, and misses none
      expect(
        await imported(
          world,
          inBranch(
            NEXT,
            [
              member('001', '赵敏'),
              member('011', '周涛', [], { member: { ...ROSTER[0]!.member, joinedOn: day('2026-03-10') } }),
            ],
            '河东镇财政所支部',
          ),
        ),
      ).toMatchObject({ reversed: 0, missing: [] });
    });

    it('corrected there and issued again, it takes the place of the first; an older or the same one is refused', async () => {
      const first = await issued();
      const 转来 = await arrived(first);
      const entries = await world.store.read((tx) => tx.entries(BRANCH, `year-${YEAR}`, {}));
      const bonus = entries.find((one) => one.personId === 周涛 && one.item === '3.4.1-1');
      const reverse = {
        type: 'reverseEntry',
        organisationId: BRANCH,
        year: YEAR,
        reason: '证书不实',
      } as const;
      await setUp(world, { ...reverse, entryId: bonus?.entryId ?? '' });
      const before = (await inYear(NEXT, 转来)).result.score.year;
      const second = await issued({ basis: '更正' });
      expect(await arrived(second, { number: '' })).toBe(转来);
      const after = await inYear(NEXT, 转来);
      expect(before - after.result.score.year).toBe(500);
      expect(after.entries).toHaveLength(BEFORE.length - 1);
      for (const file of [first, second])
        expect(await tried(world, LOCAL_OPERATOR, receiving(file))).toMatchObject({
          code: 'transcriptKnown',
        });
      expect((await verify(world)).wrong).toEqual([]);
    });

    it('both registers hold it under one id; the books verify, and their views made anew are the same', async () => {
      const file = await issued();
      await arrived(file);
      for (const [organisation, type] of [
        [BRANCH, 'transcriptIssued'],
        [NEXT, 'transcriptReceived'],
      ] as const) {
        const facts = await world.store.read((tx) => tx.factsOfTypes(organisation, REGISTER, [type]));
        expect(facts.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
          { transcriptId: file.content.transcriptId },
        ]);
      }
      expect((await verify(world)).wrong).toEqual([]);
      await world.store.write((tx) => rebuildViews(tx, NEXT));
      expect((await verify(world)).wrong).toEqual([]);
      await books.sql(`update fact set body = replace(body, '1450', '1500') where type = 'entryReceived'`);
      expect((await verify(world)).sound).toBe(false);
    });

    it('an altered transcript is refused, also with its hash made right; one of other books is marked as not checked', async () => {
      const file = await issued();
      const better = structuredClone(file) as { content: { year: { entries: { amount: number }[] } } };
      if (better.content.year.entries[0] !== undefined) better.content.year.entries[0].amount = 1500;
      const altered = better as unknown as TranscriptFile;
      expect(await tried(world, LOCAL_OPERATOR, receiving(altered))).toMatchObject({
        code: 'transcriptChanged',
      });
      const { sealedText } = await import('../../src/domain/ledger/envelope.ts');
      const { canonical } = await import('../../src/domain/ledger/canonical.ts');
      const sealed = (content: TranscriptFile['content']): TranscriptFile => ({
        ...file,
        content,
        hash: world.digests[file.algorithm](sealedText(file.salt, canonical(content))),
      });
      expect(await tried(world, LOCAL_OPERATOR, receiving(sealed(altered.content)))).toMatchObject({
        code: 'transcriptNotIssued',
      });
      const elsewhere = { ...file.content, from: { ...file.content.from, organisationId: 'elsewhere' } };
      const example = { ...elsewhere, from: { ...elsewhere.from, example: true } };
      expect(await tried(world, LOCAL_OPERATOR, receiving(sealed(example)))).toMatchObject({
        code: 'transcriptExample',
      });
      expect(await setUp(world, receiving(sealed(elsewhere)))).toMatchObject({ checked: false });
      expect(readTranscript('{"form":"jifen-transcript"}')).toBeUndefined();
      expect(readTranscript('不是')).toBeUndefined();
    });

    it('other rules do not add up, an own transcript is no other’s, nobody joins before leaving, and the number is free', async () => {
      const file = await issued();
      const bodies: [string, ReceiveTranscript][] = [
        ['ownTranscript', receiving(file, { organisationId: BRANCH })],
        ['joinedTooEarly', receiving(file, { joinedOn: day('2026-03-09') })],
        ['dayAhead', receiving(file, { joinedOn: day('2026-04-03') })],
        ['numberTaken', receiving(file, { number: '001' })],
        ['missing-number', receiving(file, { number: '' })],
        ['missing-standingBasis', receiving(file, { basis: ' ' })],
      ];
      for (const [code, command] of bodies)
        expect(await tried(world, LOCAL_OPERATOR, command), code).toMatchObject({ code });
      const policy = { ...POLICY, version: '2026-2', incident: 'all' as const };
      await setUp(world, { ...inBranch('third', [member('001', '刘洋')], '第三支部'), policy });
      expect(await tried(world, LOCAL_OPERATOR, receiving(file, { organisationId: 'third' }))).toMatchObject({
        code: 'transcriptRules',
      });
      // another name and version of the same sums is no obstacle
      await setUp(world, {
        ...inBranch('fourth', [member('001', '刘洋')], '第四支部'),
        policy: { ...POLICY, version: '2026-3', title: '本支部细则' },
      });
      expect(await setUp(world, receiving(file, { organisationId: 'fourth' }))).toMatchObject({
        checked: true,
      });
    });

    it('own quarters only, chosen by data: what came stays on record and is in no figure', async () => {
      const file = await issued();
      const policy = { ...POLICY, version: '2026-2', transfer: 'own' as const };
      await setUp(world, { ...inBranch('own', [member('001', '刘洋')], '只算本支部'), policy });
      const 转来 = await arrived(file, { organisationId: 'own' });
      const { result, entries } = await inYear('own', 转来);
      expect(result.score).toMatchObject({ counted: [2, 3, 4], lines: expect.any(Array) as object });
      expect(result.score.lines.filter(({ entry: one }) => one !== null)).toEqual([]);
      expect(entries).toHaveLength(BEFORE.length);
      const year = await wholeYear('own');
      const page = memberYear(year, 'own', memberOf(year, 转来));
      expect(new Set(page.entries.map(({ told }) => told))).toEqual(
        new Set(['按本支部的读法（G22）不计入，只作记录']),
      );
      expect(page.periods[0]).toMatchObject({ counted: false, why: '2026年3月10日加入本支部，晚于本季首日' });
    });

    it('nobody issues or takes in their own; who has left stays left, and is not issued another day', async () => {
      const 李梅 = await personId(world, '002');
      await given(world, BRANCH, 'secretary', 李梅);
      await setUp(world, linking(BRANCH, 李梅, 'li'));
      const li = async () => await signedIn(world, 'li');
      expect(await tried(world, await li(), issuing({ personId: 李梅 }))).toMatchObject({
        code: 'ownMatter',
      });
      const file = await issued();
      expect(await tried(world, await li(), issuing({ on: day('2026-03-11') }))).toMatchObject({
        code: 'leftOtherwise',
      });
      expect(await tried(world, await li(), issuing({ to: ' ' }))).toMatchObject({
        code: 'missing-nextBranch',
      });
      expect(await tried(world, await li(), receiving(file))).toMatchObject({ code: 'notAllowed' });
      // 周涛, secretary of the next branch as well, takes in their own papers
      const 书记 = await entered(world, NEXT, 'S1', '周涛');
      await given(world, NEXT, 'secretary', 书记);
      await setUp(world, linking(NEXT, 书记, 'zhou'));
      await setUp(world, linking(BRANCH, 周涛, 'zhou'));
      expect(await tried(world, await signedIn(world, 'zhou'), receiving(file))).toMatchObject({
        code: 'ownMatter',
      });
    });

    it('nothing is lost on the way: the transcript holds the figures the first branch had', async () => {
      const total = await yearOf(world, '004');
      const { content } = await issued();
      const first = content.year?.figures.find(({ period }) => period === 1);
      expect(content.year?.periods).toEqual([1]);
      expect(first?.points).toBe(points(750 + 1450 + 500 - 100));
      expect(total).toBeGreaterThan(first?.points ?? 0);
      expect(content).toMatchObject({ leftOn: '2026-03-10', person: { name: '周涛' }, issue: 1 });
    });
  });
}
