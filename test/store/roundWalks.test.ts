// Random rounds on PostgreSQL, each in a copy of the same branch: what promises Q and C say of them holds whatever people try.
// ROUNDS=200 for the full count; a failure prints its seed and path: ROUNDS_SEED=… ROUNDS_PATH=… plays it again.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFact } from '../../src/domain/fact.ts';
import type { Day } from '../../src/domain/period.ts';
import { points, type Points } from '../../src/domain/points.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { ACT_NAMES, type ActName } from '../../src/domain/round/acts.ts';
import { actRefusal, openObjections, standingProposals } from '../../src/domain/round/matter.ts';
import { bookedYear } from '../../src/service/bookedYear.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { foldYear, isStanding } from '../../src/service/fold.ts';
import type { Command } from '../../src/service/perform.ts';
import { correctableEntries } from '../../src/service/round/correctable.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { branchYear } from '../../src/service/views/branchYear.ts';
import { statementOf } from '../../src/service/views/statement.ts';
import { BRANCH, YEAR } from './branch.ts';
import { engines, newWorld } from './engines.ts';
import { acts, type Bureau, bureauIn, day, HERE, type Name, roundIn } from './rounds.ts';

const SERVER = process.env['TEST_DATABASE_URL'];
const ROUNDS = Number.parseInt(process.env['ROUNDS'] ?? '25', 10);
const SEED = process.env['ROUNDS_SEED'];
const PATH = process.env['ROUNDS_PATH'];

const WHO: readonly Name[] = ['吴㙦', '孙丽'];
const SEATS: readonly Name[] = ['张建国', '王强', '郑𠮷'];
const ACTOR: Readonly<Record<ActName, (who: Name) => string>> = {
  apply: (who) => who,
  giveOpinion: () => '赵敏',
  proposeDeduction: () => '周涛',
  proposeCorrection: () => '李梅',
  answerDeduction: (who) => who,
  withdrawDeduction: () => '李梅',
  assess: () => '李梅',
  appraise: () => '张建国',
  referTie: () => '张建国',
  decideTie: () => '刘洋',
  publish: () => '李梅',
  object: () => '王强',
  reject: () => '张建国',
  redetermine: () => '张建国',
  register: () => '李梅',
  submit: () => '李梅',
  sendBack: () => '刘洋',
  review: () => '刘洋',
  file: () => '刘洋',
};

/** `pick` chooses among what is allowed then; `wild` tries an act whether it is allowed or not; `share` decides how much. */
const tries = fc.array(
  fc.record({
    who: fc.constantFrom(...WHO),
    pick: fc.nat({ max: 999 }),
    wild: fc.oneof(
      { weight: 7, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...ACT_NAMES) },
    ),
    days: fc.constantFrom(0, 0, 1, 2, 9),
    share: fc.integer({ min: 0, max: 12 }),
  }),
  { minLength: 20, maxLength: 36, size: 'max' },
);
type Try = {
  readonly who: Name;
  readonly pick: number;
  readonly wild: ActName | null;
  readonly days: number;
  readonly share: number;
};

const part = (whole: Points, share: number): Points => points(Math.floor((whole * share) / 12));

/** The commands of one act in that member's matter; several where an act takes more than one hand. */
async function play(bureau: Bureau, act: ActName, { who, share }: Try): Promise<void> {
  const make = acts(bureau);
  const [matter, personId] = [await bureau.matter(who), bureau.id[who]];
  const due = await bureau.due(who);
  const [proposal] = standingProposals(matter);
  const by = (command: Command) => bureau.by(ACTOR[act](who), command);
  const words = { reason: '核对后', evidence: '签到表' };
  const on = (type: 'returnRound' | 'reviewRound' | 'fileRound') =>
    make.onSubmission(type, matter.submissionId, [who], '核对台账');
  const some = due.map((task) => ({ ...task, points: part(task.points, share) }));
  switch (act) {
    case 'apply': {
      const bonus = { reason: '表扬', document: '财发8号', achievement: null, evidence: [] };
      const claimed = { ...bonus, item: '3.4.1-6', day: day('2026-05-08') };
      await by(await make.applying(who, share > 6 ? { bonuses: [claimed] } : {}));
      return;
    }
    case 'giveOpinion':
      await by(await make.opinions([who]));
      return;
    case 'proposeDeduction': {
      const proposed = { item: 'A2.5-1', day: day('2026-05-12'), amount: points(100), incident: null };
      const asked = { ...proposed, ...words, supplier: '本支部' };
      await by({ type: 'proposeDeduction', ...HERE, personId, files: [], proposed: asked });
      return;
    }
    case 'proposeCorrection': {
      const found = await bureau.world.store.read((tx) => correctableEntries(tx, HERE, personId));
      const entry = found[share % Math.max(1, found.length)];
      const amount = entry?.item === 'task' && share > 3 ? part(points(1500), share) : null;
      const about = { ...HERE, personId, entryId: entry?.entryId ?? '没有', amount, ...words, files: [] };
      await by({ type: 'proposeCorrection', ...about });
      return;
    }
    case 'answerDeduction':
    case 'withdrawDeduction': {
      const about = { ...HERE, personId, proposalId: proposal?.proposalId ?? '没有' };
      await by(
        act === 'answerDeduction'
          ? { type: act, ...about, words: '在下乡', spoken: false }
          : { type: act, ...about, reason: '核对后' },
      );
      return;
    }
    case 'assess':
      await by({ type: 'handInAssessments', ...HERE, lines: [{ personId, tasks: some, words: '' }] });
      return;
    case 'appraise': {
      const on = dayInShanghai(bureau.world.now());
      const held = await bureau.by('张建国', make.meeting(on, SEATS));
      if (isRefusal(held)) return;
      const deductions = standingProposals(matter).map(({ proposalId }, index) => ({
        proposalId,
        upheld: (share + index) % 2 === 0,
      }));
      await by(await make.appraising(held['meetingId'], [who], 3, { tasks: some, deductions }));
      return;
    }
    case 'referTie': {
      const held = await bureau.by('张建国', make.meeting(dayInShanghai(bureau.world.now()), SEATS));
      if (!isRefusal(held)) await by(make.tying(held['meetingId'], who));
      return;
    }
    case 'decideTie':
      await by(await make.decidingTie(who, { tasks: some }));
      return;
    case 'publish': {
      const drafted = await by(make.drafting([who], 3 + (share % 3)));
      if (isRefusal(drafted)) return;
      await bureau.by('王强', make.checking(drafted['noticeId'], share !== 5));
      await bureau.by('张建国', make.publishing(drafted['noticeId']));
      return;
    }
    case 'object':
      await by(make.objecting(who, randomUUID()));
      return;
    case 'reject':
    case 'redetermine':
      await by(make.answering(who, openObjections(matter)[0]?.objectionId ?? '没有', act === 'redetermine'));
      return;
    case 'register':
      await by(make.registering([who]));
      return;
    case 'submit':
      await by(make.submitting([who], '逾期说明'));
      return;
    case 'sendBack':
      await by(on('returnRound'));
      return;
    case 'review':
      await by(on('reviewRound'));
      return;
    case 'file':
      await by(on('fileRound'));
  }
}

async function played(bureau: Bureau, all: readonly Try[]): Promise<void> {
  let today = Date.UTC(2026, 5, 1);
  bureau.on('2026-06-01');
  await bureau.done('李梅', acts(bureau).opening());
  for (const one of all) {
    const { state } = await bureau.matter(one.who);
    // most notices are let hang to their end
    today += (state === 'onNotice' && one.pick % 4 > 0 ? 10 : one.days) * 86_400_000;
    const now = new Date(today).toISOString().slice(0, 10) as Day;
    bureau.on(now);
    const matter = await bureau.matter(one.who);
    const may = ACT_NAMES.filter((act) => actRefusal(matter, act, now) === undefined);
    // proposals are always possible early on: what leads further is chosen more often
    const onward = may.filter((act) => !/Deduction|Correction|object|sendBack/.test(act));
    const from = onward.length > 0 && one.pick % 5 > 1 ? onward : may;
    const act = one.wild ?? from[one.pick % Math.max(1, from.length)];
    if (act !== undefined) await play(bureau, act, one);
  }
}

/** Promises Q9 and readings.md: every figure is the sum of what explains it, and quarters add up to the year. */
async function sumsHold(bureau: Bureau): Promise<void> {
  const source = await bureau.world.store.read((tx) => bookedYear(tx, BRANCH, YEAR));
  if (isRefusal(source)) throw new Error(source.code);
  const branch = branchYear(source);
  for (const member of branch.members) {
    const { periods, year } = member.result.score;
    expect(periods.reduce((total, one) => total + one.points, 0)).toBe(year);
    for (const { period, kinds } of periods)
      for (const kind of Object.keys(kinds)) {
        const { rows, total } = statementOf(branch, member, { of: 'kind', period, kind });
        const explained = rows.reduce((sum, { amount }) => sum + Math.round(Number(amount ?? 0) * 100), 0);
        expect(explained).toBe(Math.round(Number(total) * 100));
      }
  }
}

type Met = { registered: number; corrected: number; reopened: number };

/** Promise X7 and An1.6 in the chain itself: appraised, then shown to the end, then registered, each time anew. */
async function orderHolds(bureau: Bureau, met: Met): Promise<void> {
  const rows = await bureau.world.store.read((tx) => tx.facts(BRANCH, `year-${YEAR}`, 0, 10_000));
  const people = new Map<string, { appraised: boolean; until: string | null }>();
  const notices = new Map<string, readonly string[]>();
  const of = (person: string) => people.get(person) ?? { appraised: false, until: null };
  const posted = new Set<string>();
  for (const row of rows) {
    const fact = readFact(row);
    if (fact.type === 'appraised') people.set(fact.personId, { appraised: true, until: null });
    if (fact.type === 'noticeDrafted') notices.set(fact.noticeId, fact.people);
    if (fact.type === 'noticePublished')
      for (const person of notices.get(fact.noticeId) ?? []) {
        expect(of(person).appraised).toBe(true);
        people.set(person, { appraised: true, until: fact.until });
      }
    if (fact.type === 'objectionAnswered' && fact.changed) {
      people.set(fact.personId, { appraised: false, until: null });
      met.reopened += 1;
    }
    if (fact.type === 'entryCorrected') met.corrected += 1;
    if (fact.type === 'entryPosted' || fact.type === 'entryCorrected') {
      expect(posted.has(fact.entryId)).toBe(false);
      posted.add(fact.entryId);
    }
    if (fact.type !== 'pointsRegistered') continue;
    met.registered += 1;
    const { appraised, until } = of(fact.personId);
    expect(appraised).toBe(true);
    expect(until !== null && until < dayInShanghai(row.at)).toBe(true);
    for (const entry of fact.entries) expect(posted.has(entry)).toBe(true);
    people.set(fact.personId, { appraised: false, until: null });
  }
}

/** What stands of the round in the ledger is what was decided last, each thing once; whoever is not through has nothing there. */
async function ledgerHolds(bureau: Bureau): Promise<void> {
  for (const who of WHO) {
    const matter = await bureau.matter(who);
    const rows = await bureau.world.store.read((tx) =>
      tx.factsOf(BRANCH, `year-${YEAR}`, [`member:${bureau.id[who]}`]),
    );
    const entries = [...foldYear(rows).entries.values()];
    const ofRound = entries.filter(({ period, corrects }) => period === HERE.period && corrects === null);
    const standing = ofRound.filter(isStanding);
    expect(standing.map(({ entryId }) => entryId).filter((one) => !matter.entries.includes(one))).toEqual([]);
    if (!['registered', 'submitted', 'reviewed', 'filed'].includes(matter.state)) continue;
    const decided = matter.appraisal?.tasks.map((task) => task.points).toSorted((a, b) => a - b);
    const tasks = standing.filter(({ item }) => item === 'task').map(({ amount }) => amount);
    expect(tasks.toSorted((a, b) => a - b)).toEqual(decided);
    const upheld =
      matter.appraisal?.deductions.filter((one) => one.upheld).map((one) => one.proposalId) ?? [];
    const lost = matter.proposals.filter((one) => upheld.includes(one.proposalId) && one.corrects === null);
    expect(standing.filter(({ item }) => item === 'A2.5-1').length).toBe(lost.length);
  }
}

describe.skipIf(SERVER === undefined)('random rounds on PostgreSQL', () => {
  const server = new pg.Client({ connectionString: SERVER });
  let model: { name: string; remove: () => Promise<void> };
  beforeAll(async () => {
    await server.connect();
    const engine = engines.find(({ name }) => name === 'postgres');
    if (engine === undefined) throw new Error('no PostgreSQL');
    const { place, remove } = await engine.newPlace();
    const world = await newWorld(place);
    const bureau = await roundIn(world, () => world.store.close());
    const NONE = { supplier: null, incident: null, achievement: null };
    for (const name of WHO)
      for (const posting of [
        { item: 'task', amount: points(1100), reason: '预算编制', evidence: null, ...NONE },
        {
          item: 'A2.5-2',
          amount: points(100),
          reason: '缺席',
          evidence: '签到表',
          ...NONE,
          supplier: '本支部',
        },
      ])
        await bureau.done('李梅', {
          type: 'postEntry',
          organisationId: BRANCH,
          year: YEAR,
          personId: bureau.id[name],
          posting: { ...posting, day: day('2026-03-10'), period: 1 },
        });
    await bureau.close();
    model = { name: new URL(place.url ?? '').pathname.slice(1), remove };
  }, 120_000);
  afterAll(async () => {
    await model.remove();
    await server.end();
  });

  async function inCopy(work: (bureau: Bureau) => Promise<void>): Promise<void> {
    const name = `jifen_walk_${randomUUID().replaceAll('-', '')}`;
    await server.query(`create database ${name} template ${model.name}`);
    try {
      const url = new URL(SERVER ?? '');
      url.pathname = `/${name}`;
      const world = await newWorld({ url: url.href, dataDir: '' }, 'sha256', 1_000_000);
      try {
        await work(await bureauIn(world, async () => undefined));
      } finally {
        await world.store.close();
      }
    } finally {
      await server.query(`drop database ${name} with (force)`);
    }
  }

  it(
    `${ROUNDS} rounds: sums are explained, quarters add up, nothing skips the notice, nothing is posted twice, the books verify`,
    async () => {
      const met: Met = { registered: 0, corrected: 0, reopened: 0 };
      await fc.assert(
        fc.asyncProperty(tries, (all) =>
          inCopy(async (bureau) => {
            await played(bureau, all);
            await sumsHold(bureau);
            await orderHolds(bureau, met);
            await ledgerHolds(bureau);
            const { sound, wrong } = await verify(bureau.world);
            expect({ sound, wrong }).toEqual({ sound: true, wrong: [] });
          }),
        ),
        {
          numRuns: ROUNDS,
          endOnFailure: true,
          ...(SEED === undefined ? {} : { seed: Number(SEED) }),
          ...(PATH === undefined ? {} : { path: PATH }),
        },
      );
      console.log(`${ROUNDS} rounds:`, met);
      expect(met.registered).toBeGreaterThan(0);
    },
    300_000 + ROUNDS * 30_000,
  );
});
