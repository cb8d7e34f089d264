// Above the branch names are masked wherever they stand, in answers and in papers; inside it they are whole.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { type Code, freshKey, type Person, redeemed, setUp } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

let serving: ServingWithin;
let branch: string;
let member: string;
let secretary: Person;
let officer: Person;

async function done<Outcome>(command: Command): Promise<Outcome> {
  const answer = await perform(serving.services.world, LOCAL_OPERATOR, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code}`);
  return JSON.parse(answer.text) as Outcome;
}

async function holder(security: Person, organisationId: string, office: OfficeKind, name: string) {
  const person = { organisationId, number: office, name, post: null };
  const { personId } = await done<{ personId: string }>({ type: 'enterPerson', ...person });
  const term = { from: '2026-01-01' as Day, until: null, deputyOf: null, scope: null };
  await done({ type: 'giveOffice', organisationId, office, personId, ...term, basis: '支部大会' });
  const username = office.toLowerCase();
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
  await done({ type: 'linkAccount', organisationId, personId, userId });
  return redeemed(serving.url, username, code);
}

beforeAll(async () => {
  serving = await serveWithin();
  const body = new FormData();
  body.set('organisation', '城关镇财政所支部');
  body.set('year', '2026');
  body.set('roster', new File(['编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n'], '名册.csv'));
  body.set('records', new File(['编号,日期,条款,分值\n001,2026-02-01,task,15\n'], '记录.csv'));
  const headers = { 'idempotency-key': freshKey() };
  const response = await fetch(`${serving.url}api/opening/files`, { method: 'POST', headers, body });
  ({ organisation: branch } = (await response.json()) as { organisation: string });
  const { security } = await setUp(serving.url, serving.setUpToken);
  const committee = serving.services.world.newId();
  const founding = { name: '县局党委', level: 'committee', example: false, parentId: null } as const;
  await done({ type: 'foundOrganisation', organisationId: committee, ...founding });
  await done({ type: 'placeOrganisation', organisationId: branch, parentId: committee });
  officer = await holder(security, committee, 'committeeOfficer', '周涛');
  secretary = await holder(security, branch, 'secretary', '李梅');
  const list = await secretary.done<{ members: { id: string }[] }>('GET', at('register'));
  member = list.members[0]?.id ?? '';
}, 120_000);
afterAll(() => serving.stop());

const at = (path: string) => `api/organisations/${branch}/${path}`;
const places = () => [
  at('register'),
  at(`register/${member}`),
  `api/books/${branch}/years/2026`,
  `api/books/${branch}/years/2026/members/${member}/statements/year`,
];
const answers = async (person: Person) =>
  Promise.all(places().map(async (path) => (await person.ask('GET', path)).text));

/** Every text of the workbook, and its file name. */
async function paper(person: Person): Promise<string> {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const path = `papers/${branch}/2026/yearGrading`;
  const response = await fetch(new URL(path, serving.url), { headers: { cookie } });
  expect(response.status).toBe(200);
  const parts = Object.values(unzipSync(new Uint8Array(await response.arrayBuffer())));
  return parts.map((part) => new TextDecoder().decode(part)).join('\n');
}

test('书记设定遮盖：上级看到张*国，本支部看到张建国，页面和表都一样', async () => {
  for (const text of [...(await answers(officer)), await paper(officer)]) expect(text).toContain('张建国');
  expect((await officer.ask('POST', at('names'), { masked: true })).status).toBe(403);
  await secretary.done('POST', at('names'), { masked: true });
  for (const text of [...(await answers(officer)), await paper(officer)]) {
    expect(text).toContain('张*国');
    expect(text).not.toContain('张建国');
  }
  for (const text of [...(await answers(secretary)), await paper(secretary)])
    expect(text).toContain('张建国');
});
