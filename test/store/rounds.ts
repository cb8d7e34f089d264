// A branch whose year is open, with plans in force and every office held, and a clock that can be set: what a round needs.
import type { Day } from '../../src/domain/period.ts';
import type { Points } from '../../src/domain/points.ts';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { Matter } from '../../src/domain/round/matter.ts';
import type { Round } from '../../src/domain/round/round.ts';
import type { Command } from '../../src/service/perform.ts';
import type { World } from '../../src/service/ports.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { sealObjection } from '../../src/service/objection/sealed.ts';
import type { ReceiveObjection } from '../../src/service/round/receiveObjection.ts';
import { tasksDue } from '../../src/service/round/dueTasks.ts';
import { loadRound } from '../../src/service/round/roundState.ts';
import { agreeing, approving, proposing } from './planning.ts';
import { BRANCH, imported, importing, member, personId, YEAR } from './branch.ts';
import { COMMITTEE, type Did, entered, founding, given, linking, setUp, signedIn, tried } from './bureau.ts';
import { type Books, type Engine, newBooks } from './engines.ts';

const PERIOD = 2;
export const HERE = { organisationId: BRANCH, year: YEAR, period: PERIOD } as const;

/** Accounts are named by what they are in the branch. */
const MEMBERS = [
  ['001', '张建国', 'secretary'],
  ['002', '李梅', 'scorekeeper'],
  ['003', '王强', 'committeeMember'],
  ['004', '郑𠮷', 'committeeMember'],
  ['005', '吴㙦', null],
  ['006', '孙丽', 'checker'],
] as const;
export type Name = (typeof MEMBERS)[number][1];

export type Bureau = {
  readonly world: World;
  readonly id: Readonly<Record<Name, string>>;
  /** Sets the day, at nine in the morning in Shanghai. */
  readonly on: (day: string) => void;
  readonly by: (user: string, command: Command) => Promise<Did | Refusal>;
  /** The same; a refusal fails the test. */
  readonly done: (user: string, command: Command) => Promise<Did>;
  readonly matter: (name: Name) => Promise<Matter>;
  readonly round: () => Promise<Round>;
  /** Task points decided at what was planned for them. */
  readonly due: (name: Name) => Promise<{ taskId: string; points: Points }[]>;
  readonly close: () => Promise<void>;
};

export async function givenRound(engine: Engine): Promise<Bureau> {
  const books: Books = await newBooks(engine);
  return roundIn(books.world, () => books.close());
}

/** The same in empty books that are open already. */
export async function roundIn(opened: World, close: () => Promise<void>): Promise<Bureau> {
  const world: World = { ...opened, now: () => BEGUN };
  await setUp(world, founding(COMMITTEE));
  await imported(world, importing(MEMBERS.map(([number, name]) => member(number, name))));
  await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
  const id = await idsIn(world);
  for (const [, name, office] of MEMBERS) {
    await setUp(world, linking(BRANCH, id[name], name));
    if (office !== null) await given(world, BRANCH, office, id[name]);
  }
  await outsider(world, '赵敏', BRANCH, 'leaderInCharge');
  await outsider(world, '陈志远', BRANCH, 'leadingGroupMember');
  await outsider(world, '周涛', BRANCH, 'evidenceBody', '纪检');
  await outsider(world, '刘洋', COMMITTEE, 'committeeOfficer');
  const leader = String((await world.store.read((tx) => tx.personByNumber(BRANCH, '赵敏')))?.personId);
  for (const name of Object.keys(id) as Name[])
    await setUp(world, {
      type: 'assignLeader',
      organisationId: BRANCH,
      personId: id[name],
      leaderId: leader,
    });
  const bureau = await bureauIn(opened, close);
  await plansInForce(bureau.done, id);
  return bureau;
}

const BEGUN = '2026-04-02T01:00:00.000Z';

async function idsIn(world: World): Promise<Record<Name, string>> {
  const id = {} as Record<Name, string>;
  for (const [number, name] of MEMBERS) id[name] = await personId(world, number);
  return id;
}

/** Over books that such a branch is in already. */
export async function bureauIn(opened: World, close: () => Promise<void>): Promise<Bureau> {
  let now = BEGUN;
  const world: World = { ...opened, now: () => now };
  const id = await idsIn(world);
  const by: Bureau['by'] = async (user, command) => {
    const actor = await signedIn(world, user);
    const answer = await tried(world, actor, command);
    const isUnknown = isRefusal(answer) && answer.code === 'objectionUnknown';
    if (!isUnknown || command.type !== 'receiveObjection') return answer;
    await handedInHere(world, command);
    return tried(world, actor, command);
  };
  const done: Bureau['done'] = async (user, command) => {
    const answer = await by(user, command);
    if (isRefusal(answer)) throw new Error(`${user} ${command.type}: ${JSON.stringify(answer)}`);
    return answer as Did;
  };
  const round = async () => {
    const state = await world.store.read((tx) => loadRound(tx, HERE));
    if (isRefusal(state)) throw new Error(state.code);
    return state.round;
  };
  return {
    world,
    id,
    on: (day) => {
      now = `${day}T01:00:00.000Z`;
    },
    by,
    done,
    round,
    matter: async (name) => {
      const found = (await round()).matters.get(id[name]);
      if (found === undefined) throw new Error(`${name} is not of the round`);
      return found;
    },
    due: (name) => dueIn(world, id[name]),
    close,
  };
}

/** An objection under that id, as if it had come today on paper: what a receiver takes in was handed in before. */
export async function handedInHere(world: World, { personId, objectionId }: ReceiveObjection) {
  const which = { organisationId: BRANCH, objectionId };
  const objector = { name: '钱大爷', reach: '城关路 1 号', capacity: 'served' } as const;
  const content = sealObjection(world, which, { objector, words: '与实际不符' });
  const state = await world.store.read((tx) => loadRound(tx, HERE));
  const notice = isRefusal(state) ? null : state.round.matters.get(personId)?.notice;
  await world.store.write((tx) =>
    tx.addObjection(
      {
        ...which,
        ...content,
        year: YEAR,
        period: PERIOD,
        personId,
        noticeId: notice?.noticeId ?? '',
        handedInOn: dayInShanghai(world.now()),
        how: 'paper',
        receiptHash: objectionId,
        formHash: objectionId,
      },
      [],
    ),
  );
}

/** That member's tasks of the quarter, decided at what was planned for them. */
export async function dueIn(world: World, personId: string) {
  const due = await world.store.read((tx) => tasksDue(tx, HERE, [personId]));
  return (due.get(personId) ?? []).map((task) => ({ taskId: task.taskId, points: task.points }));
}

async function outsider(
  world: World,
  name: string,
  organisation: string,
  office: OfficeKind,
  scope?: string,
) {
  const person = await entered(world, organisation, name, name);
  await given(world, organisation, office, person, { scope: scope ?? null });
  await setUp(world, linking(organisation, person, name));
}

async function plansInForce(done: Bureau['done'], id: Bureau['id']) {
  const everybody = Object.values(id);
  await done('李梅', proposing(everybody));
  for (const name of Object.keys(id) as Name[]) await done(name, agreeing('Member', [id[name]]));
  await done('赵敏', agreeing('Leader', everybody));
  await done('张建国', approving(everybody.filter((one) => one !== id.张建国)));
  await done('刘洋', approving([id.张建国]));
}

export const day = (text: string) => text as Day;

/** All planned points, bonuses accepted, whatever was proposed upheld. */
async function everything({ id, due, matter }: Pick<Bureau, 'id' | 'due' | 'matter'>, name: Name) {
  const { application, proposals } = await matter(name);
  return {
    personId: id[name],
    tasks: await due(name),
    bonuses: (application?.bonuses ?? []).map(({ bonusId }) => ({ bonusId, accepted: true })),
    deductions: proposals
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ proposalId }) => ({ proposalId, upheld: true })),
    words: '',
  };
}

/** The acts of one round in their smallest whole shape. */
export const acts = ({ id, due, matter }: Pick<Bureau, 'id' | 'due' | 'matter'>) => ({
  opening: () => ({ type: 'openRound', ...HERE }) as const,
  applying: async (name: Name, more: object = {}) =>
    ({
      type: 'handInApplication',
      ...HERE,
      personId: id[name],
      tasks: (await due(name)).map(({ taskId, points: claimed }) => ({
        taskId,
        done: 'done' as const,
        claimed,
        words: '按时完成',
      })),
      bonuses: [],
      selfReported: null,
      onBehalf: null,
      ...more,
    }) as const,
  opinions: async (names: readonly Name[], unsigned = false) =>
    ({
      type: 'giveOpinions',
      ...HERE,
      unsigned,
      opinions: await Promise.all(
        names.map(async (name) => ({
          personId: id[name],
          tasks: unsigned ? [] : (await due(name)).map(({ taskId }) => ({ taskId, done: 'done' as const })),
          quality: unsigned ? null : ('good' as const),
          words: unsigned ? '分管领导未签' : '完成较好',
        })),
      ),
    }) as const,
  sheet: async (names: readonly Name[]) =>
    ({
      type: 'handInAssessments',
      ...HERE,
      lines: await Promise.all(
        names.map(async (name) => ({ personId: id[name], tasks: await due(name), words: '' })),
      ),
    }) as const,
  meeting: (on: string, present: readonly Name[], absent: readonly Name[] = []) =>
    ({
      type: 'holdMeeting',
      ...HERE,
      on: day(on),
      place: '二楼会议室',
      host: '张建国',
      present: present.map((name) => id[name]),
      absent: absent.map((name) => ({ personId: id[name], reason: '出差' })),
      minutes: '逐人评议',
    }) as const,
  appraising: async (meetingId: unknown, names: readonly Name[], voters: number, more: object = {}) =>
    ({
      type: 'appraise',
      ...HERE,
      meetingId: String(meetingId),
      decisions: await Promise.all(
        names.map(async (name) => {
          const isSitting = (['张建国', '王强', '郑𠮷'] as readonly Name[]).includes(name);
          return {
            ...(await everything({ id, due, matter }, name)),
            votes: { for: voters - (isSitting ? 1 : 0), against: 0, abstained: 0 },
            recused: isSitting ? [id[name]] : [],
            ...more,
          };
        }),
      ),
    }) as const,
  /** One for, one against, one abstained. */
  tying: (meetingId: unknown, name: Name) =>
    ({
      type: 'referTies',
      ...HERE,
      meetingId: String(meetingId),
      ties: [{ personId: id[name], votes: { for: 1, against: 1, abstained: 1 }, recused: [] }],
    }) as const,
  /** By the organisation above. */
  decidingTie: async (name: Name, more: object = {}) =>
    ({
      type: 'decideTies',
      ...HERE,
      decisions: [{ ...(await everything({ id, due, matter }, name)), ...more }],
    }) as const,
  drafting: (names: readonly Name[], workdays = 5) =>
    ({
      type: 'draftNotice',
      ...HERE,
      people: names.map((name) => id[name]),
      workdays,
      scope: '局机关',
      receiver: '王强，电话 8021，二楼 203 室',
    }) as const,
  checking: (noticeId: unknown, sound = true) =>
    ({
      type: 'checkNotice',
      ...HERE,
      noticeId: String(noticeId),
      sound,
      words: sound ? '' : '备注写了病情',
    }) as const,
  publishing: (noticeId: unknown) =>
    ({ type: 'publishNotice', ...HERE, noticeId: String(noticeId) }) as const,
  objecting: (name: Name, objectionId: string) =>
    ({ type: 'receiveObjection', ...HERE, personId: id[name], objectionId }) as const,
  answering: (name: Name, objectionId: string, changed: boolean) =>
    ({
      type: 'answerObjection',
      ...HERE,
      personId: id[name],
      objectionId,
      changed,
      answer: changed ? '核对后需重新评议' : '经核对，原评议有据',
    }) as const,
  registering: (names: readonly Name[]) =>
    ({ type: 'registerPoints', ...HERE, people: names.map((name) => id[name]) }) as const,
  submitting: (names: readonly Name[], lateReason = '') =>
    ({ type: 'submitRound', ...HERE, people: names.map((name) => id[name]), lateReason }) as const,
  onSubmission: (
    type: 'returnRound' | 'reviewRound' | 'fileRound',
    submissionId: unknown,
    names: readonly Name[],
    words = '同意',
  ) =>
    ({
      type,
      ...HERE,
      submissionId: String(submissionId),
      people: names.map((name) => id[name]),
      words,
    }) as const,
});
