// A branch of thirty with every office held, its year open, its plans in force and everybody signed in, at a day that can be set.
import type { Browser, Page } from 'playwright-core';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import { points } from '../../src/domain/points.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Command } from '../../src/service/perform.ts';
import type { DraftTask } from '../../src/service/taskPlan/commands.ts';
import { done, given } from '../server/branch.ts';
import { type Code, type Person, redeemed, setUp } from '../server/person.ts';
import { type ServingWithin, serveWithin } from '../server/serving.ts';
import { BRANCH, importing, member, POLICY, YEAR } from '../store/branch.ts';
import { COMMITTEE, founding, signedIn, tried } from '../store/bureau.ts';
import { agreeing, approving, proposing } from '../store/planning.ts';
import { openPage, openScreen } from './shown.ts';

const PERIOD = 2;
export const ROUND = `api/books/${BRANCH}/years/${YEAR}/rounds/${PERIOD}`;
export const roundPath = (rest = '') => `branch/${BRANCH}/${YEAR}/rounds/${PERIOD}/${rest}`;

export const NAMES = (
  '张建国 李梅 王强 郑𠮷 吴㙦 彭家豪 程浩然 何䶮 马文静 韩立新 徐晓燕 冯雪梅 邓海波 曹雨晴 唐振华 ' +
  '谢婷 许明轩 黄秀兰 罗永福 宋佳怡 姚志强 卢春生 白一鸣 陆文博 买买提·吐尔逊江 龚丽娜 丁可欣 沈国栋 江子涵 尹俊杰'
).split(' ');
/** 编号 on the roster. */
export const numberOf = (name: string) => String(NAMES.indexOf(name) + 1).padStart(3, '0');

const OFFICES: Readonly<Record<string, OfficeKind>> = {
  李梅: 'secretary',
  王强: 'deputySecretary',
  郑𠮷: 'committeeMember',
  吴㙦: 'committeeMember',
  马文静: 'checker',
  徐晓燕: 'scorekeeper',
};
/** Leaders in charge need not be members; 陈志远 is the one who keeps silent. */
const OUTSIDERS = [
  ['赵敏', BRANCH, 'leaderInCharge'],
  ['陈志远', BRANCH, 'leaderInCharge'],
  ['刘洋', BRANCH, 'leadingGroupMember'],
  ['钱卫民', COMMITTEE, 'committeeOfficer'],
] as const;
/** Those whom 陈志远 leads. */
export const LED_SILENTLY = ['龚丽娜', '丁可欣', '沈国栋', '江子涵', '尹俊杰'];

export type BranchOfThirty = Awaited<ReturnType<typeof branchOfThirty>>;

export async function branchOfThirty(browser: Browser, databaseUrl?: string) {
  let now = '2026-01-12T01:00:00.000Z';
  const serving = await serveWithin({
    databaseUrl,
    around: (services) => ({ ...services, world: { ...services.world, now: () => now } }),
  });
  const { services, url } = serving;
  const { world } = services;
  const { id, people, users } = await founded(serving);
  const by = async (name: string, command: Command) => {
    const answer = await tried(world, await signedIn(world, users.get(name) ?? ''), command);
    if (isRefusal(answer)) throw new Error(`${name} ${command.type}: ${JSON.stringify(answer)}`);
    return answer;
  };
  await plansInForce(by, (name) => id.get(name) ?? '');
  const as = (name: string): Person => {
    const person = people.get(name);
    if (person === undefined) throw new Error(`${name} has no account`);
    return person;
  };
  const complaints: string[] = [];
  return {
    url,
    world,
    as,
    complaints,
    idOf: (name: string) => id.get(name) ?? '',
    /** Nine in the morning of that day, in Shanghai. */
    on: (day: string) => {
      now = `${day}T01:00:00.000Z`;
    },
    /** That person's screen, signed in, with nothing opened yet. */
    screen: async (name: string, width: number): Promise<Page> => {
      const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
      const cookies = [...as(name).cookies];
      await context.addCookies(cookies.map(([key, value]) => ({ name: key, value, url })));
      return heard(await openPage(context, url), complaints);
    },
    /** The same device in the next person's hands: their session instead of the last one's. */
    handed: async (page: Page, name: string): Promise<void> => {
      const cookies = [...as(name).cookies];
      await page.context().clearCookies();
      await page.context().addCookies(cookies.map(([key, value]) => ({ name: key, value, url })));
    },
    /** Somebody's screen who is not signed in. */
    stranger: async (width: number): Promise<Page> => {
      const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
      return heard(await openPage(context, url), complaints);
    },
    stop: () => serving.stop(),
  };
}

function heard({ page, complaints: said }: Awaited<ReturnType<typeof openPage>>, complaints: string[]): Page {
  page.on('close', () => complaints.push(...said));
  return page;
}

async function founded(serving: ServingWithin) {
  const { services, url } = serving;
  const { world } = services;
  await done(services, founding(COMMITTEE));
  await done(services, importing(NAMES.map((name) => member(numberOf(name), name))));
  await done(services, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
  const { security } = await setUp(url, serving.setUpToken);
  const id = new Map<string, string>();
  const users = new Map<string, string>();
  const people = new Map<string, Person>();
  const account = async (name: string, organisationId: string, personId: string) => {
    const username = `person${users.size + 1}`;
    const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
    users.set(name, userId);
    await done(services, { type: 'linkAccount', organisationId, personId, userId });
    people.set(name, await redeemed(url, username, code));
  };
  for (const name of NAMES) {
    const row = await world.store.read((tx) => tx.personByNumber(BRANCH, numberOf(name)));
    const personId = row?.personId ?? '';
    id.set(name, personId);
    const office = OFFICES[name];
    if (office !== undefined) await given(services, BRANCH, office, personId);
    await account(name, BRANCH, personId);
  }
  for (const [name, organisationId, office] of OUTSIDERS) {
    const entering = { type: 'enterPerson', organisationId, number: name, name, post: null } as const;
    const { personId } = await done<{ personId: string }>(services, entering);
    id.set(name, personId);
    await given(services, organisationId, office, personId);
    await account(name, organisationId, personId);
  }
  for (const name of NAMES) {
    const leaderId = id.get(LED_SILENTLY.includes(name) ? '陈志远' : '赵敏') ?? '';
    const personId = id.get(name) ?? '';
    await done(services, { type: 'assignLeader', organisationId: BRANCH, personId, leaderId });
  }
  return { id, users, people };
}

const TASKS = POLICY.periods.labels.flatMap((label, index): DraftTask[] => [
  {
    taskId: null,
    kind: 'assigned',
    period: index + 1,
    points: points(1000),
    wording: `${label}预算执行分析`,
    standard: '季末前报送，数字准确',
  },
  {
    taskId: null,
    kind: 'pledge',
    period: index + 1,
    points: points(500),
    wording: `${label}走访服务对象两户`,
    standard: '有走访记录',
  },
]);

type By = (name: string, command: Command) => Promise<unknown>;

/** Two tasks a quarter for everybody; the secretary's own approved by the deputy. */
async function plansInForce(by: By, idOf: (name: string) => string) {
  const ids = NAMES.map(idOf);
  await by('徐晓燕', proposing(ids, { tasks: TASKS }));
  for (const name of NAMES) await by(name, agreeing('Member', [idOf(name)]));
  await by('赵敏', agreeing('Leader', NAMES.filter((name) => !LED_SILENTLY.includes(name)).map(idOf)));
  await by('陈志远', agreeing('Leader', LED_SILENTLY.map(idOf)));
  await by('李梅', approving(ids.filter((one) => one !== idOf('李梅'))));
  await by('王强', approving([idOf('李梅')]));
}
