// Every office, its twin in another branch, the public and a suspended person × every route × own, other and unknown objects.
// What must come out is asked of the access table itself; a foreign object answers exactly like one that does not exist.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import type { RouteMeta } from '../../src/contract/wire.ts';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { type Ability, can } from '../../src/domain/access.ts';
import { isHeldAt, MACHINE, OFFICE_KINDS, type OfficeKind } from '../../src/domain/office/office.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { accessObject } from '../../src/service/accessObject.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { type Code, freshKey, Person, redeemed, setUp } from './person.ts';
import { type Books, type ServingWithin, serveWithin } from './serving.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';
const OWN = '城关镇财政所支部';
const OTHER = '河东镇财政所支部';
const OFFICES = OFFICE_KINDS.filter((kind) => isHeldAt(kind, 'branch'));

type Branch = { readonly id: string; readonly members: readonly string[] };
let serving: ServingWithin;
let branches: { readonly own: Branch; readonly other: Branch; readonly committee: string };
/** By the name of the row: what the person holds, and where. */
const people = new Map<string, { readonly person: Person; readonly userId: string }>();

const csv = (name: string, text: string) => new File([text], name);

async function imported(organisation: string): Promise<Branch> {
  const body = new FormData();
  body.set('organisation', organisation);
  body.set('year', '2026');
  body.set(
    'roster',
    csv(
      '名册.csv',
      '编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n002,郑𠮷,正式党员,2012-05-01\n',
    ),
  );
  body.set('records', csv('记录.csv', '编号,日期,条款,分值\n001,2026-02-01,task,15\n'));
  const headers = { 'idempotency-key': freshKey() };
  const response = await fetch(`${serving.url}api/opening/files`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  const { organisation: id } = (await response.json()) as { organisation: string };
  const table = await fetch(`${serving.url}api/books/${id}/years/2026`);
  const { members } = (await table.json()) as { members: { id: string }[] };
  return { id, members: members.map((one) => one.id) };
}

async function done<Outcome>(command: Command): Promise<Outcome> {
  const answer = await perform(serving.services.world, LOCAL_OPERATOR, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code} ${JSON.stringify(answer.params)}`);
  return JSON.parse(answer.text) as Outcome;
}

let numbers = 0;
async function officer(row: string, organisationId: string, office: OfficeKind, security: Person) {
  numbers += 1;
  const number = `M${numbers}`;
  const { personId } = await done<{ personId: string }>({
    type: 'enterPerson',
    organisationId,
    number,
    name: `陈志远${numbers}`,
    post: null,
  });
  const scope = office === 'groupLeader' || office === 'evidenceBody' ? '第一党小组' : null;
  const term = { from: '2026-01-01' as Day, until: null, deputyOf: null };
  await done({ type: 'giveOffice', organisationId, office, personId, scope, ...term, basis: '支部大会' });
  await linked(row, organisationId, personId, security);
}

async function linked(row: string, organisationId: string, personId: string, security: Person) {
  numbers += 1;
  const username = `person${numbers}`;
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name: row });
  await done({ type: 'linkAccount', organisationId, personId, userId });
  people.set(row, { person: await redeemed(serving.url, username, code), userId });
}

beforeAll(async () => {
  serving = await serveWithin();
  const [own, other] = [await imported(OWN), await imported(OTHER)];
  const { security, systemCode } = await setUp(serving.url, serving.setUpToken);
  const { accounts } = await security.done<{ accounts: { userId: string; username: string }[] }>(
    'GET',
    'api/accounts',
  );
  const idOf = (name: string) => accounts.find(({ username }) => username === name)?.userId ?? '';
  people.set('securityAdministrator', { person: security, userId: idOf('sunli') });
  people.set('systemAdministrator', {
    person: await redeemed(serving.url, 'zhoutao', systemCode),
    userId: idOf('zhoutao'),
  });
  const committee = serving.services.world.newId();
  await done({
    type: 'foundOrganisation',
    organisationId: committee,
    name: '县局党委',
    level: 'committee',
    example: false,
    parentId: null,
  });
  await done({ type: 'placeOrganisation', organisationId: own.id, parentId: committee });
  branches = { own, other, committee };
  await officer('auditAdministrator', MACHINE, 'auditAdministrator', security);
  await officer('committeeOfficer', committee, 'committeeOfficer', security);
  for (const office of OFFICES) {
    await officer(office, own.id, office, security);
    await officer(`${office}，在另一支部`, other.id, office, security);
  }
  await linked('member', own.id, own.members[0] ?? '', security);
  await linked('member，在另一支部', other.id, other.members[0] ?? '', security);
}, 120_000);
afterAll(() => serving.stop());

type Target = { readonly organisation: string; readonly member: string };
const targets = (): Record<'own' | 'foreign' | 'colleague' | 'unknown', Target> => ({
  own: { organisation: branches.own.id, member: branches.own.members[0] ?? '' },
  colleague: { organisation: branches.own.id, member: branches.own.members[1] ?? '' },
  foreign: { organisation: branches.other.id, member: branches.other.members[1] ?? '' },
  unknown: { organisation: UNKNOWN, member: UNKNOWN },
});

type Route = {
  readonly name: string;
  readonly meta: RouteMeta;
  readonly method: string;
  readonly path: string;
};
const ROUTES: readonly Route[] = Object.entries(contract).map(([name, route]) => {
  const { meta, route: to } = route['~orpc'];
  return { name, meta, method: to.method ?? 'GET', path: to.path ?? '' };
});
const filled = ({ path }: Route, { organisation, member }: Target) =>
  `api${path}`
    .replace('{organisation}', organisation)
    .replace('{year}', '2026')
    .replace('{member}', member)
    .replace('{figure}', 'year')
    .replace(/\{\w+\}/g, UNKNOWN);

const READS = ROUTES.filter(
  ({ method, meta }) => method === 'GET' && meta.ability !== 'anyone' && meta.ability !== 'signedIn',
);

async function allowed(userId: string, meta: RouteMeta, { organisation, member }: Target, route: Route) {
  const { world, actorOf } = serving.services;
  const actor = await actorOf({ userId, name: '' });
  const place = route.path.includes('{organisation}') ? organisation : MACHINE;
  const about = route.path.includes('{member}') ? [member] : [];
  const object = await world.store.read((tx) =>
    accessObject(tx, place, dayInShanghai(world.now()), { about }),
  );
  return [meta.ability as Ability, meta.or].some(
    (ability) => ability !== undefined && can(actor, ability, object) === true,
  );
}

test('每个职务、在另一支部的同一职务 × 每个查看的地址 × 本支部、外支部、没有的', async () => {
  expect(people.size).toBe(2 * OFFICES.length + 6);
  expect(READS.length).toBeGreaterThan(6);
  let [yes, no] = [0, 0];
  for (const [row, { person, userId }] of people)
    for (const route of READS) {
      const unknown = await person.ask('GET', filled(route, targets().unknown));
      for (const [which, target] of Object.entries(targets())) {
        const answer = await person.ask('GET', filled(route, target));
        const said = `${row} ${route.name} ${which}: ${answer.text.slice(0, 200)}`;
        if (await allowed(userId, route.meta, target, route)) {
          expect([200, 404], said).toContain(answer.status);
          yes += 1;
        } else {
          expect(answer.status, said).toBe(403);
          // the answer to a foreign id is that to an unknown one, byte for byte
          if (which === 'foreign' && unknown.status === 403) expect(answer.text, said).toBe(unknown.text);
          no += 1;
        }
      }
    }
  expect(yes).toBeGreaterThan(100);
  expect(no).toBeGreaterThan(300);
}, 180_000);

const PARTICULARS = {
  number: 'X2',
  name: '刘洋',
  gender: null,
  bornOn: null,
  admittedOn: null,
  group: null,
  post: null,
  workField: null,
  leader: null,
};

/** Bodies that would be right, had the actor the ability. */
const BODIES: Readonly<Record<string, (target: Target) => object | FormData>> = {
  createAccount: () => ({ username: 'wuyun', name: '吴㙦' }),
  resetAtDesk: () => ({ clearSecondFactor: false }),
  foundOrganisation: () => ({ name: '新建支部', level: 'branch', parent: null }),
  enterPerson: () => ({ number: 'X1', name: '刘洋', post: null }),
  linkAccount: () => ({ account: UNKNOWN }),
  giveOffice: ({ member }) => ({
    office: 'scorekeeper',
    person: member,
    scope: null,
    from: '2026-01-01',
    until: null,
    deputyOf: null,
    basis: '支部大会',
  }),
  endOffice: () => ({ on: '2026-12-01', reason: '支部大会' }),
  decideStanding: () => ({ version: 1, decision: { kind: 'left', on: '2026-03-01' }, basis: '支部大会' }),
  amendMember: () => ({ version: 1, particulars: PARTICULARS }),
  registerMember: () => ({ type: 'full', joinedOn: '2026-01-01', particulars: PARTICULARS }),
  openExample: () => ({}),
};
const WRITES = ROUTES.filter(
  ({ method, meta, name }) =>
    method === 'POST' &&
    meta.ability !== 'anyone' &&
    meta.ability !== 'signedIn' &&
    // its two files are asked of in their own test
    name !== 'openFiles',
);

test('没有任何改动权限的人，每个改动都被拒绝；外支部的和没有的，答复一样', async () => {
  const without = ['member', 'leadingGroupMember', 'evidenceBody', 'auditAdministrator'];
  const heads = await serving.services.world.store.read((tx) => tx.books(branches.own.id));
  for (const row of without) {
    const { person } = people.get(row) ?? { person: new Person(serving.url) };
    for (const route of WRITES) {
      const answers = [];
      for (const target of [targets().own, targets().foreign, targets().unknown])
        answers.push(await person.ask('POST', filled(route, target), BODIES[route.name]?.(target)));
      const [own, foreign, unknown] = answers;
      const said = `${row} ${route.name} ${own?.text}`;
      expect(own?.status, said).toBe(403);
      expect([foreign?.status, foreign?.text], said).toEqual([unknown?.status, unknown?.text]);
    }
  }
  expect(await serving.services.world.store.read((tx) => tx.books(branches.own.id))).toEqual(heads);
}, 120_000);

describe('没有登录的人', () => {
  test('每个要登录的地址都是 401', async () => {
    const nobody = new Person(serving.url);
    for (const route of ROUTES.filter(({ meta }) => meta.ability !== 'anyone')) {
      const body = route.method === 'GET' ? undefined : (BODIES[route.name]?.(targets().own) ?? {});
      const { status, text } = await nobody.ask(route.method, filled(route, targets().own), body);
      expect(status, `${route.name} ${text}`).toBe(401);
    }
  });

  test('停用的人和没有登录的人一样', async () => {
    const security = people.get('securityAdministrator')?.person ?? new Person(serving.url);
    const { person, userId } = people.get('secretary，在另一支部') ?? { person: security, userId: '' };
    await security.done('POST', `api/accounts/${userId}/suspension`);
    for (const route of ROUTES.filter(({ meta, method }) => meta.ability !== 'anyone' && method === 'GET'))
      expect((await person.ask('GET', filled(route, targets().foreign))).status, route.name).toBe(401);
  });
});

test('账册名单只有自己可以查看的；下载也一样', async () => {
  const named = async (row: string) => {
    const person = people.get(row)?.person ?? new Person(serving.url);
    return (await person.done<Books>('GET', 'api/books')).organisations.map(({ name }) => name);
  };
  expect(await named('scorekeeper')).toEqual([OWN]);
  expect(await named('committeeOfficer')).toEqual([OWN]);
  expect(await named('scorekeeper，在另一支部')).toEqual([OTHER]);
  expect(await named('member')).toEqual([]);
  const { own, other } = branches;
  const member = people.get('member')?.person ?? new Person(serving.url);
  const paper = async (path: string) => (await member.ask('GET', `papers/${path}`)).status;
  expect(await paper(`${own.id}/2026/pointsRecord-${own.members[0]}`)).toBe(200);
  expect(await paper(`${own.id}/2026/pointsRecord-${own.members[1]}`)).toBe(403);
  expect(await paper(`${own.id}/2026/yearGrading`)).toBe(403);
  expect(await paper(`${other.id}/2026/all`)).toBe(403);
});
