// Every state × act × person through the one write path, in books whose states were reached by real acts (promises X7).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOBODY } from '../../src/domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { ACT_NAMES, type ActName, STATE_NAMES, type State } from '../../src/domain/round/acts.ts';
import { openObjections, stateOn } from '../../src/domain/round/matter.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { BRANCH } from './branch.ts';
import {
  administrator,
  COMMITTEE,
  entered,
  founding,
  given,
  linking,
  MACHINE,
  setUp,
  signedIn,
} from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';
import { points } from '../../src/domain/points.ts';

const TWIN = 'twin-branch';
const SEATS: readonly Name[] = ['张建国', '王强', '郑𠮷'];
/** Everybody there is: the branch, the committee, the other branch, the machine, and whoever is not signed in. */
const EVERYBODY = [
  ...(['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽', '赵敏', '陈志远', '周涛', '刘洋'] as const),
  ...(['二支部书记', '二支部记分员', '二支部委员'] as const),
  ...(['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'nobody'] as const),
] as const;
type Whoever = (typeof EVERYBODY)[number];

/** In 吴㙦's matter, whoever may by their office or by being 吴㙦. The states are declared in test/domain/round/triples.test.ts. */
const MAY: Readonly<Record<ActName, readonly Whoever[]>> = {
  apply: ['吴㙦', '张建国', '李梅'],
  giveOpinion: ['赵敏'],
  proposeDeduction: ['李梅', '周涛'],
  proposeCorrection: ['李梅'],
  answerDeduction: ['吴㙦', '张建国'],
  withdrawDeduction: ['李梅', '周涛'],
  assess: ['李梅'],
  appraise: ['张建国'],
  referTie: ['张建国'],
  decideTie: ['刘洋'],
  publish: ['李梅'],
  object: ['张建国', '王强', '郑𠮷'],
  reject: ['张建国'],
  redetermine: ['张建国'],
  register: ['李梅'],
  submit: ['李梅'],
  sendBack: ['刘洋'],
  review: ['刘洋'],
  file: ['刘洋'],
};
const NOT_THESE = ['notAllowed', 'ownMatter', 'actNotNow'];
const FROM: Readonly<Partial<Record<ActName, readonly State[]>>> = {
  apply: ['open'],
  giveOpinion: ['open', 'applied'],
  assess: ['opined'],
  appraise: ['assessed', 'reopened'],
  referTie: ['assessed', 'reopened'],
  decideTie: ['tied'],
  publish: ['appraised'],
  object: ['onNotice', 'objected', 'cleared'],
  reject: ['objected'],
  redetermine: ['objected'],
  register: ['cleared'],
  submit: ['registered'],
  sendBack: ['submitted'],
  review: ['submitted'],
  file: ['reviewed'],
};
const EARLY: readonly State[] = ['open', 'applied', 'opined', 'assessed'];

const sqlite = engines.filter(({ name }) => name === 'sqlite');
for (const engine of sqlite) {
  describe('states × acts × people in real books', () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    let keys = 0;
    let [refused, allowed] = [0, 0];
    const met = new Set<State>();
    beforeAll(async () => {
      bureau = await givenRound(engine);
      act = acts(bureau);
      const { world } = bureau;
      await setUp(world, founding(TWIN, { level: 'branch', name: '二支部', parentId: COMMITTEE }));
      for (const [name, office] of [
        ['二支部书记', 'secretary'],
        ['二支部记分员', 'scorekeeper'],
        ['二支部委员', 'committeeMember'],
      ] as const) {
        const person = await entered(world, TWIN, name, name);
        await given(world, TWIN, office, person);
        await setUp(world, linking(TWIN, person, name));
      }
      await setUp(world, founding(MACHINE, { level: 'machine', name: '本系统' }));
      for (const office of ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const)
        await administrator(world, office);
      bureau.on('2026-06-01');
      await bureau.done('李梅', act.opening());
    }, 60_000);
    afterAll(() => bureau.close());

    const tried = async (who: Whoever, command: Command, preview: boolean) => {
      const actor = who === 'nobody' ? NOBODY : await signedIn(bureau.world, who);
      return perform(bureau.world, actor, command, { key: `triples-${(keys += 1)}`, preview });
    };
    const heads = async () =>
      JSON.stringify([
        await bureau.world.store.read((tx) => tx.books(BRANCH)),
        await bureau.world.store.read((tx) => tx.books(COMMITTEE)),
        await bureau.world.store.read((tx) => tx.books(TWIN)),
      ]);

    /** One command of each act, about 吴㙦 as the matter stands. */
    const commands = async (): Promise<Record<ActName, Command>> => {
      const [matter, round] = [await bureau.matter('吴㙦'), await bureau.round()];
      const personId = bureau.id.吴㙦;
      const proposalId = matter.proposals.at(-1)?.proposalId ?? 'none';
      const objectionId = openObjections(matter)[0]?.objectionId ?? 'none';
      const meetingId = round.meetings.at(-1)?.meetingId ?? 'none';
      const on = (type: 'returnRound' | 'reviewRound' | 'fileRound') =>
        act.onSubmission(type, matter.submissionId ?? 'none', ['吴㙦']);
      return {
        apply: await act.applying('吴㙦'),
        giveOpinion: await act.opinions(['吴㙦']),
        proposeDeduction: {
          type: 'proposeDeduction',
          ...HERE,
          personId,
          proposed: {
            item: 'A2.5-1',
            day: day('2026-05-12'),
            amount: points(100),
            reason: '主题党日缺席',
            evidence: '签到表',
            supplier: '本支部',
            incident: null,
          },
          files: [],
        },
        proposeCorrection: {
          type: 'proposeCorrection',
          ...HERE,
          personId,
          entryId: 'none',
          amount: null,
          reason: '记错',
          evidence: '签到表',
          files: [],
        },
        answerDeduction: {
          type: 'answerDeduction',
          ...HERE,
          personId,
          proposalId,
          words: '在下乡',
          spoken: false,
        },
        withdrawDeduction: {
          type: 'withdrawDeduction',
          ...HERE,
          personId,
          proposalId,
          reason: '核对后并未缺席',
        },
        assess: await act.sheet(['吴㙦']),
        appraise: await act.appraising(meetingId, ['吴㙦'], 3),
        referTie: act.tying(meetingId, '吴㙦'),
        decideTie: await act.decidingTie('吴㙦'),
        publish: act.drafting(['吴㙦']),
        object: act.objecting('吴㙦', 'none'),
        reject: act.answering('吴㙦', objectionId, false),
        redetermine: act.answering('吴㙦', objectionId, true),
        register: act.registering(['吴㙦']),
        submit: act.submitting(['吴㙦']),
        sendBack: on('returnRound'),
        review: on('reviewRound'),
        file: on('fileRound'),
      };
    };

    /** Everybody tries everything where the matter stands now; whatever is not theirs or not its time leaves no trace. */
    const everybodyTries = async (state: State) => {
      expect(stateOn(await bureau.matter('吴㙦'), dayInShanghai(bureau.world.now()))).toBe(state);
      met.add(state);
      const wrong: string[] = [];
      const all = await commands();
      const written = await act.applying('吴㙦', { onBehalf: { helper: '李梅', on: day('2026-06-01') } });
      const before = await heads();
      for (const name of ACT_NAMES)
        for (const who of EVERYBODY) {
          const may = MAY[name].includes(who) && (FROM[name] ?? EARLY).includes(state);
          const command = name === 'apply' && who !== '吴㙦' ? written : all[name];
          const answer = await tried(who, command, may);
          const isWrong = isRefusal(answer) && NOT_THESE.includes(answer.code);
          if (may === isWrong || (!may && !isRefusal(answer)))
            wrong.push(`${state} ${name} ${who}: ${said(answer)}`);
          if (isWrong && answer.clause === null) wrong.push(`${state} ${name} ${who} cites nothing`);
          if (may) allowed += 1;
          else refused += 1;
        }
      expect(wrong).toEqual([]);
      expect(await heads()).toBe(before);
    };

    it('every state is reached by its acts, and in each everybody is refused what is not theirs or not yet', async () => {
      await everybodyTries('open');
      await bureau.done('吴㙦', await act.applying('吴㙦'));
      await everybodyTries('applied');
      await bureau.done('赵敏', await act.opinions(['吴㙦']));
      await everybodyTries('opined');
      await bureau.done('李梅', await act.sheet(['吴㙦']));
      await everybodyTries('assessed');
      const decided = async (on: string) => {
        bureau.on(on);
        const { meetingId } = await bureau.done('张建国', act.meeting(on, SEATS));
        await bureau.done('张建国', await act.appraising(meetingId, ['吴㙦'], 3));
      };
      const published = async () => {
        const { noticeId } = await bureau.done('李梅', act.drafting(['吴㙦']));
        await bureau.done('王强', act.checking(noticeId));
        await bureau.done('张建国', act.publishing(noticeId));
      };
      bureau.on('2026-06-02');
      const { meetingId } = await bureau.done('张建国', act.meeting('2026-06-02', SEATS));
      await bureau.done('张建国', act.tying(meetingId, '吴㙦'));
      await everybodyTries('tied');
      await bureau.done('刘洋', await act.decidingTie('吴㙦'));
      await everybodyTries('appraised');
      await published();
      await everybodyTries('onNotice');
      await bureau.done('王强', act.objecting('吴㙦', '异议一'));
      await everybodyTries('objected');
      await bureau.done('张建国', act.answering('吴㙦', '异议一', true));
      await everybodyTries('reopened');
      await decided('2026-06-03');
      await published();
      bureau.on('2026-06-11');
      await everybodyTries('cleared');
      await bureau.done('李梅', act.registering(['吴㙦']));
      await everybodyTries('registered');
      const { submissionId } = await bureau.done('李梅', act.submitting(['吴㙦']));
      await everybodyTries('submitted');
      await bureau.done('刘洋', act.onSubmission('reviewRound', submissionId, ['吴㙦']));
      await everybodyTries('reviewed');
      await bureau.done('刘洋', act.onSubmission('fileRound', submissionId, ['吴㙦']));
      await everybodyTries('filed');
      expect(STATE_NAMES.filter((state) => !met.has(state))).toEqual([]);
      expect(refused + allowed).toBe(STATE_NAMES.length * ACT_NAMES.length * EVERYBODY.length);
      console.log(`${refused} cells refused, ${allowed} allowed`);
      const { sound } = await verify(bureau.world);
      expect(sound).toBe(true);
    }, 240_000);
  });
}

const said = (answer: { readonly text: string } | Refusal) =>
  isRefusal(answer) ? `${answer.code} ${answer.clause}` : 'done';
