// A small branch whose plans are in force, everybody signed in by the office they hold, and a clock that can be set.
import type { Browser, Page } from 'playwright-core';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { type Code, freshKey, type Person, redeemed, setUp } from '../server/person.ts';
import { type ServingWithin, serveWithin } from '../server/serving.ts';
import { openPage, openScreen } from './shown.ts';

const BRANCH = '城关镇财政所支部';
/** Account and office of each; the committee is 张建国, 王强 and 郑𠮷. */
const MEMBERS = [
  ['张建国', 'zhangjianguo', 'secretary'],
  ['李梅', 'limei', 'scorekeeper'],
  ['王强', 'wangqiang', 'committeeMember'],
  ['郑𠮷', 'zhengji', 'committeeMember'],
  ['吴㙦', 'wuyong', null],
  ['陈静', 'chenjing', 'checker'],
] as const;
const QUARTERS = [1, 2, 3, 4];

export type RoundBranch = {
  readonly organisation: string;
  readonly idOf: (name: string) => string;
  readonly as: (name: string) => Person;
  /** Nine in the morning of that day, in Shanghai. */
  readonly on: (day: string) => void;
  /** That person's browser at a page of the year. */
  readonly at: (browser: Browser, name: string, path: string, width?: number) => Promise<Page>;
  readonly complaints: readonly string[];
  readonly stop: () => Promise<void>;
};

export async function openRoundBranch(): Promise<RoundBranch> {
  let now = '2026-06-01T01:00:00.000Z';
  const serving = await serveWithin({
    around: (services) => ({ ...services, world: { ...services.world, now: () => now } }),
  });
  const { organisation, members } = await openedBooks(serving);
  const idOf = (name: string) => members.find((one) => one.name === name)?.id ?? '';
  const did = doing(serving);
  const leader = await entered(did, organisation, idOf);
  const people = await accounts(serving, did, organisation, [
    ...MEMBERS.map(([name, username]) => [name, username, idOf(name)] as const),
    ['赵敏', 'zhaomin', leader] as const,
  ]);
  const as = (name: string): Person => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`${name} has no account`);
    return found;
  };
  await plansInForce(organisation, as, idOf);
  const complaints: string[] = [];
  return {
    organisation,
    idOf,
    as,
    complaints,
    on: (day) => {
      now = `${day}T01:00:00.000Z`;
    },
    at: async (browser, name, path, width = 1440) => {
      const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
      const cookies = [...as(name).cookies];
      await context.addCookies(cookies.map(([key, value]) => ({ name: key, value, url: serving.url })));
      const { page, complaints: heard } = await openPage(context, serving.url);
      page.on('close', () => complaints.push(...heard));
      await page.goto(new URL(`branch/${organisation}/2026/${path}`, serving.url).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    stop: () => serving.stop(),
  };
}

type Did = <Outcome>(command: Command) => Promise<Outcome>;

const doing = (serving: ServingWithin): Did =>
  (async (command: Command) => {
    const answer = await perform(serving.services.world, LOCAL_OPERATOR, command, { key: freshKey() });
    if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code}`);
    return JSON.parse(answer.text) as never;
  }) as Did;

async function openedBooks({ url }: ServingWithin) {
  const body = new FormData();
  const rows = MEMBERS.map(
    ([name], at) => `00${at + 1},${name},正式党员,2015-07-01,第${at < 3 ? '一' : '二'}党小组`,
  );
  body.set('organisation', BRANCH);
  body.set('year', '2026');
  body.set('roster', new File([`编号,姓名,类型,加入日期,党小组\n${rows.join('\n')}\n`], '名册.csv'));
  body.set('records', new File(['编号,日期,条款,分值\n'], '记录.csv'));
  const headers = { 'idempotency-key': freshKey() };
  const answer = await fetch(`${url}api/opening/files`, { method: 'POST', headers, body });
  const { organisation } = (await answer.json()) as { organisation: string };
  const year = await fetch(`${url}api/books/${organisation}/years/2026`);
  const { members } = (await year.json()) as { members: { id: string; name: string }[] };
  return { organisation, members };
}

/** Gives every office and the leader in charge of all. */
async function entered(did: Did, organisationId: string, idOf: (name: string) => string): Promise<string> {
  const { personId: leader } = await did<{ personId: string }>({
    type: 'enterPerson',
    organisationId,
    number: 'L1',
    name: '赵敏',
    post: '副局长',
  });
  const given = { scope: null, from: '2026-01-01' as Day, until: null, deputyOf: null, basis: '支部大会' };
  const give = (office: OfficeKind, personId: string) =>
    did({ type: 'giveOffice', organisationId, office, personId, ...given });
  for (const [name, , office] of MEMBERS) if (office !== null) await give(office, idOf(name));
  await give('leaderInCharge', leader);
  for (const [name] of MEMBERS)
    await did({ type: 'assignLeader', organisationId, personId: idOf(name), leaderId: leader });
  return leader;
}

async function accounts(
  serving: ServingWithin,
  did: Did,
  organisationId: string,
  people: readonly (readonly [name: string, username: string, personId: string])[],
): Promise<Map<string, Person>> {
  const { security } = await setUp(serving.url, serving.setUpToken);
  const opened = new Map<string, Person>();
  for (const [name, username, personId] of people) {
    const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
    await did({ type: 'linkAccount', organisationId, personId, userId });
    opened.set(name, await redeemed(serving.url, username, code));
  }
  return opened;
}

/** Two tasks a quarter for everybody, agreed and approved; the secretary's own by whoever acts instead. */
async function plansInForce(
  organisation: string,
  as: RoundBranch['as'],
  idOf: RoundBranch['idOf'],
): Promise<void> {
  const year = `api/books/${organisation}/years/2026`;
  const task = (period: number, kind: string, wording: string, points: string) =>
    ({ taskId: null, kind, period, points, wording, standard: '季末前报送，数字准确' }) as const;
  const tasks = QUARTERS.flatMap((period) => [
    task(period, 'assigned', '完成预算执行分析', '10.00'),
    task(period, 'pledge', '走访服务对象两户', '5.00'),
  ]);
  const names = MEMBERS.map(([name]) => name);
  const plans = names.map((name) => ({ member: idOf(name), tasks }));
  await as('李梅').done('POST', `${year}/plan-proposals`, { plans, reason: null, expected: null });
  const seen = (of: readonly string[]) => of.map((name) => ({ member: idOf(name), version: 1 }));
  for (const name of names)
    await as(name).done('POST', `${year}/plan-agreements/member`, { plans: seen([name]), signedOn: null });
  await as('赵敏').done('POST', `${year}/plan-agreements/leader`, { plans: seen(names) });
  const said = { heldOn: '2026-01-12', record: '应到6人实到6人，一致通过' };
  const others = names.slice(1);
  await as('张建国').done('POST', `${year}/plan-approvals`, { plans: seen(others), ...said });
  await as('王强').done('POST', `${year}/plan-approvals`, { plans: seen(names.slice(0, 1)), ...said });
}
