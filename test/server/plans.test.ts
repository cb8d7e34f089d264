// Plans over HTTP: a draft two people write, the sheet that goes out and comes in, the paper to sign, whom a leader sees.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { Day } from '../../src/domain/period.ts';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readPlans } from '../../src/domain/taskPlan/taskSheet.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { type Code, freshKey, type Person, redeemed, setUp } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];
const TASKS = QUARTERS.map((label, index) => ({
  taskId: null,
  kind: 'assigned',
  period: index + 1,
  points: '15.00',
  wording: `${label}预算执行分析`,
  standard: '=季末前报送',
}));

let serving: ServingWithin;
let organisation = '';
let members: readonly { readonly id: string; readonly number: string; readonly name: string }[] = [];
let 郑𠮷: Person;
let 赵敏: Person;
const place = () => `api/books/${organisation}/years/2026`;

async function did<Outcome>(command: Command): Promise<Outcome> {
  const answer = await perform(serving.services.world, LOCAL_OPERATOR, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code}`);
  return JSON.parse(answer.text) as Outcome;
}

async function officed(security: Person, office: OfficeKind, person: string, username: string) {
  const term = { scope: null, from: '2026-01-01' as Day, until: null, deputyOf: null, basis: '支部大会' };
  await did({ type: 'giveOffice', organisationId: organisation, office, personId: person, ...term });
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name: username });
  await did({ type: 'linkAccount', organisationId: organisation, personId: person, userId });
  return redeemed(serving.url, username, code);
}

beforeAll(async () => {
  serving = await serveWithin();
  const body = new FormData();
  body.set('organisation', '城关镇财政所支部');
  body.set('year', '2026');
  const rows = ['001,张建国', '002,李梅', '003,郑𠮷'].map((row) => `${row},正式党员,2015-07-01`);
  body.set('roster', new File([`编号,姓名,类型,加入日期\n${rows.join('\n')}\n`], '名册.csv'));
  body.set('records', new File(['编号,日期,条款,分值\n'], '记录.csv'));
  const headers = { 'idempotency-key': freshKey() };
  const answer = await fetch(`${serving.url}api/opening/files`, { method: 'POST', headers, body });
  organisation = ((await answer.json()) as { organisation: string }).organisation;
  const year = await fetch(`${serving.url}${place()}`);
  members = ((await year.json()) as { members: typeof members }).members;
  const { security } = await setUp(serving.url, serving.setUpToken);
  const { personId } = await did<{ personId: string }>({
    type: 'enterPerson',
    organisationId: organisation,
    number: 'L1',
    name: '赵敏',
    post: null,
  });
  郑𠮷 = await officed(security, 'scorekeeper', members[2]?.id ?? '', 'zhengji');
  赵敏 = await officed(security, 'leaderInCharge', personId, 'zhaomin');
  const assigned = { type: 'assignLeader', organisationId: organisation, leaderId: personId } as const;
  await did({ ...assigned, personId: members[0]?.id ?? '' });
}, 120_000);
afterAll(() => serving.stop());

test('两人写同一份草稿：后存的得知已有新的一版，看得见不同之处', async () => {
  const member = members[0]?.id ?? '';
  const save = (expected: number, wording: string) =>
    郑𠮷.ask('POST', `${place()}/plan-drafts`, {
      member,
      expected,
      tasks: TASKS.map((task, index) => (index === 0 ? { ...task, wording } : task)),
    });
  expect((await save(0, '第一种写法')).status).toBe(200);
  const second = await save(0, '第二种写法');
  // what the other one wrote comes with the refusal
  const { code, current } = JSON.parse(second.text) as {
    code: string;
    current: { version: number; content: { tasks: { wording: string }[] } };
  };
  expect([second.status, code, current.version]).toEqual([412, 'versionConflict', 1]);
  expect(current.content.tasks[0]?.wording).toBe('第一种写法');
  const { draft } = await 郑𠮷.done<{ draft: { version: number; tasks: { wording: string }[] } }>(
    'GET',
    `${place()}/plans/${member}`,
  );
  expect([draft.version, draft.tasks[0]?.wording]).toEqual([1, '第一种写法']);
  const read = await 郑𠮷.ask('GET', `${place()}/plans/${member}`);
  expect(read.headers.get('etag')).toBe('"1"');
  const matching = (seen: string) =>
    郑𠮷.ask('POST', `${place()}/plan-drafts`, { member, tasks: TASKS }, { 'if-match': seen });
  expect((await matching('"7"')).status).toBe(412);
  expect((await matching(read.headers.get('etag') ?? '')).status).toBe(200);
  expect((await 郑𠮷.ask('GET', `${place()}/plans/${member}`)).headers.get('etag')).toBe('"2"');
  expect(
    (await 赵敏.ask('POST', `${place()}/plan-drafts`, { member: members[1]?.id, expected: 0, tasks: [] }))
      .status,
  ).toBe(403);
});

test('提出后草稿收起；全部计划的表格下载后可以原样读入', async () => {
  const plans = members.slice(0, 2).map(({ id }) => ({ member: id, tasks: TASKS }));
  await 郑𠮷.done('POST', `${place()}/plan-proposals`, { plans, reason: null, expected: null });
  const page = await 郑𠮷.done<{ draft: unknown; member: { state: { id: string } } }>(
    'GET',
    `${place()}/plans/${members[0]?.id}`,
  );
  expect(page).toMatchObject({ draft: null, member: { state: { id: 'proposed' } } });
  const sheet = await bytes(郑𠮷, 'taskPlans');
  const body = new FormData();
  body.set('file', new File([sheet], '目标任务.xlsx'));
  const { rows } = await 郑𠮷.done<{ rows: { row: number; cells: string[] }[] }>(
    'POST',
    `${place()}/plan-rows`,
    body,
  );
  const read = readPlans(rows, QUARTERS, members);
  expect(read.plans.get(members[1]?.id ?? '')?.map(({ wording, standard }) => [wording, standard])).toEqual(
    TASKS.map(({ wording, standard }) => [wording, standard]),
  );
  // 郑𠮷 has none yet: one row to be written on, each empty cell named
  expect(read.problems.map(({ column }) => column)).toEqual(['季度', '类别', '计划分', '内容', '考评标准']);
});

test('分管领导只看见自己分管的；目标任务书给看得见的人', async () => {
  const { members: seen } = await 赵敏.done<{ members: { name: string }[] }>('GET', `${place()}/plans`);
  expect(seen.map(({ name }) => name)).toEqual(['张建国']);
  expect((await 赵敏.ask('GET', `${place()}/plans/${members[1]?.id}`)).status).toBe(403);
  expect((await 赵敏.ask('GET', `papers/${organisation}/2026/taskPlan-${members[1]?.id}`)).status).toBe(403);
  const paper = await bytes(赵敏, `taskPlan-${members[0]?.id}`);
  expect(paper.byteLength).toBeGreaterThan(2000);
  expect((await 郑𠮷.ask('GET', `papers/${organisation}/2026/taskPlan-${members[2]?.id}`)).status).toBe(404);
});

test('别人打开某名党员的目标任务页，记一次查看；被拒绝的不记', async () => {
  const { looks, world } = serving.services;
  const [张建国, 李梅] = members.map(({ id }) => id);
  const asked = await Promise.all([
    赵敏.ask('GET', `${place()}/plans/${张建国}`),
    赵敏.ask('GET', `${place()}/plans/${李梅}`),
    郑𠮷.ask('GET', `${place()}/plans/${members[2]?.id}`),
  ]);
  expect(asked.map(({ status }) => status)).toEqual([200, 403, 200]);
  await looks.flush();
  const of = async (personId: string | undefined) => {
    const before = '2099-01-01T00:00:00.000Z';
    const rows = await world.store.read((tx) =>
      tx.looks(organisation, [personId ?? ''], { before, limit: 100, without: '' }),
    );
    return rows.filter(({ what }) => what === 'plan');
  };
  expect((await of(张建国)).length).toBeGreaterThan(0);
  expect(await of(李梅)).toEqual([]);
  expect(await of(members[2]?.id)).toEqual([]);
});

async function bytes(person: Person, paper: string): Promise<Uint8Array<ArrayBuffer>> {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(new URL(`papers/${organisation}/2026/${paper}`, serving.url), {
    headers: { cookie },
  });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}
