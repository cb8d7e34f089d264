// A branch of three with its offices, each signed in: 李梅 keeps the score, 张建国 checks hers, 赵敏 is a member, 王强 audits.
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { MACHINE, type OfficeKind } from '../../src/domain/office/office.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Opened } from '../../src/contract/opening.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import type { Services } from '../../src/server/services.ts';
import { type Code, freshKey, type Person, redeemed, setUp } from './person.ts';
import type { ServingWithin } from './serving.ts';

const csv = (name: string, text: string) => new File([text], name);
const ROSTER = csv(
  '名册.csv',
  '编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n002,李梅,正式党员,2012-05-01\n003,赵敏,正式党员,2015-07-01\n',
);
export const RECORDS =
  '编号,日期,条款,分值\n001,2026-02-01,task,15\n002,2026-02-01,task,14\n003,2026-02-01,task,13\n';

export async function done<Outcome>({ world }: Services, command: Command): Promise<Outcome> {
  const answer = await perform(world, LOCAL_OPERATOR, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code} ${JSON.stringify(answer.params)}`);
  return JSON.parse(answer.text) as Outcome;
}

export async function openFiles(
  url: string,
  organisation: string,
  records: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new FormData();
  body.set('organisation', organisation);
  body.set('year', '2026');
  body.set('roster', ROSTER);
  body.set('records', csv('记录.csv', records));
  return fetch(`${url}api/opening/files`, {
    method: 'POST',
    headers: { 'idempotency-key': freshKey(), ...headers },
    body,
  });
}

async function importedBranch({ url, services }: ServingWithin, name: string) {
  const response = await openFiles(url, name, RECORDS);
  if (!response.ok) throw new Error(await response.text());
  const { organisation: id } = (await response.json()) as Opened;
  const rows = await services.world.store.read((tx) => tx.persons(id, {}));
  const byNumber = new Map(rows.map(({ number, personId }) => [number, personId]));
  return { id, personId: (number: string) => byNumber.get(number) ?? '' };
}

export async function given(
  services: Services,
  organisationId: string,
  office: OfficeKind,
  personId: string,
  scope: string | null = null,
): Promise<string> {
  const term = { from: '2026-01-01' as Day, until: null, deputyOf: null, scope };
  const command = {
    type: 'giveOffice',
    organisationId,
    office,
    personId,
    ...term,
    basis: '支部大会',
  } as const;
  return (await done<{ officeId: string }>(services, command)).officeId;
}

/** An account at the desk, opened with its code and linked to that person of the register. */
export async function signedInAs(
  { url, services }: ServingWithin,
  security: Person,
  {
    username,
    name,
    organisationId,
    personId,
  }: Record<'username' | 'name' | 'organisationId' | 'personId', string>,
): Promise<{ person: Person; userId: string }> {
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
  await done(services, { type: 'linkAccount', organisationId, personId, userId });
  return { person: await redeemed(url, username, code), userId };
}

export type Staffed = Awaited<ReturnType<typeof staffedBranch>>;

export async function staffedBranch(serving: ServingWithin) {
  const { url, services } = serving;
  const branch = await importedBranch(serving, '城关镇财政所支部');
  const other = await importedBranch(serving, '河东镇财政所支部');
  const { security, systemCode } = await setUp(url, serving.setUpToken);
  const system = await redeemed(url, 'zhoutao', systemCode);
  const member = async (username: string, name: string, number: string) => {
    const account = { username, name, organisationId: branch.id, personId: branch.personId(number) };
    return signedInAs(serving, security, account);
  };
  await given(services, branch.id, 'checker', branch.personId('001'));
  await given(services, branch.id, 'scorekeeper', branch.personId('002'));
  const 王强 = await done<{ personId: string }>(services, {
    type: 'enterPerson',
    organisationId: MACHINE,
    number: 'A1',
    name: '王强',
    post: null,
  });
  await given(services, MACHINE, 'auditAdministrator', 王强.personId);
  return {
    branch,
    other,
    security,
    system,
    checker: await member('zhangjianguo', '张建国', '001'),
    scorekeeper: await member('limei', '李梅', '002'),
    member: await member('zhaomin', '赵敏', '003'),
    auditor: await signedInAs(serving, security, {
      username: 'wangqiang',
      name: '王强',
      organisationId: MACHINE,
      personId: 王强.personId,
    }),
  };
}

/** The headers of a change from that person's own page. */
export async function formHeaders(person: Person): Promise<Record<string, string>> {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { cookie, origin: new URL(person.url).origin, 'x-jifen-token': await person.token() };
}
