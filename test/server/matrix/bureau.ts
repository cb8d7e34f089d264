// Two committees that know nothing of each other, a branch under each, and somebody in every office there is: the rows.
import { verifyOrder } from '../../../src/compose.ts';
import { LOCAL_OPERATOR } from '../../../src/domain/access/actor.ts';
import {
  isHeldAt,
  LEVELS,
  MACHINE,
  OFFICE_KINDS,
  type OfficeKind,
} from '../../../src/domain/office/office.ts';
import type { Day } from '../../../src/domain/period.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import type { Services } from '../../../src/server/services.ts';
import { type Command, perform } from '../../../src/service/perform.ts';
import { freshDatabase } from '../database.ts';
import { freshKey, PASSWORD, Person, redeemed, setUp } from '../person.ts';
import { type ServingWithin, serveWithin } from '../serving.ts';
import { addAccount, type Behind, openBehind } from './behind.ts';
import { type Rehearsing, rehearsed } from './rehearsed.ts';

/** Somebody at a browser; `home`: where they are known, as whom. */
export type Row = {
  readonly name: string;
  readonly person: Person;
  readonly userId: string;
  /** Of the session, which an act about oneself may begin anew. */
  token: string;
  readonly home: Home;
  /** Signs in again if an act of somebody else's has ended the session, as giving or ending an office does. */
  readonly ready: () => Promise<void>;
};
type Home = { readonly organisation: string; readonly member: string } | null;

/** A branch and the organisations above it. Nobody signs in as `subject`, who has an account all the same. */
export type Tree = {
  readonly name: string;
  readonly above: readonly string[];
  readonly branch: string;
  readonly member: string;
  readonly subject: string;
  readonly subjectUser: string;
};

export type Bureau = {
  readonly serving: ServingWithin;
  readonly behind: Behind;
  readonly rehearsing: Rehearsing;
  readonly own: Tree;
  readonly other: Tree;
  readonly rows: readonly Row[];
  readonly stop: () => Promise<void>;
};

const ROSTER = `编号,姓名,类型,加入日期
001,张建国,正式党员,2010-05-01
002,郑𠮷,正式党员,2012-05-01
003,吴㙦,正式党员,2013-05-01
`;
const RECORDS = '编号,日期,条款,分值\n001,2026-02-01,task,15\n';

/** Offices of an organisation above a branch that are asked about: whoever looks down, and two who must not. */
const ABOVE: readonly OfficeKind[] = ['committeeOfficer', 'secretary', 'deputySecretary', 'scorekeeper'];
const BRANCH = OFFICE_KINDS.filter((kind) => isHeldAt(kind, 'branch'));
/** On the second engine, one of each kind that differs in where its office comes from. */
const FEW: readonly OfficeKind[] = ['committeeOfficer', 'secretary', 'scorekeeper', 'groupLeader'];

export async function openBureau(engine: 'sqlite' | 'postgres', every: boolean): Promise<Bureau> {
  const database = await freshDatabase(engine);
  const rehearsing: Rehearsing = { on: false, written: [] };
  const serving = await serveWithin({
    databaseUrl: database.url,
    around: (services) =>
      rehearsed({ ...services, verify: verifyHere(database.url, () => serving.dataDir) }, rehearsing),
  });
  const imports = [await imported(serving, '城关镇财政所支部'), await imported(serving, '河东镇财政所支部')];
  const admins = await administrators(serving);
  const behind = await openBehind({ url: database.url, dataDir: serving.dataDir });
  const making: Making = { serving, behind, every, rows: admins, number: 0 };
  await enterOfficer(making, '安全审计员', MACHINE, 'auditAdministrator');
  const own = await tree(making, '本支部', imports[0]);
  const other = await tree(making, '外支部', imports[1]);
  await signedIn(making, '没有职务', null);
  return {
    serving,
    behind,
    rehearsing,
    own,
    other,
    rows: making.rows,
    stop: async () => {
      await behind.close();
      await serving.stop();
      await database.drop();
    },
  };
}

/** Verifies in this process: a worker for each of the cells would only take its second to start. */
const verifyHere =
  (url: string | undefined, dataDir: () => string): Services['verify'] =>
  ({ head, only }) =>
    verifyOrder({ place: { url, dataDir: dataDir() }, head, only });

type Imported = { readonly name: string; readonly id: string; readonly members: readonly string[] };
type Making = {
  readonly serving: ServingWithin;
  readonly behind: Behind;
  readonly every: boolean;
  readonly rows: Row[];
  number: number;
};

async function imported(serving: ServingWithin, name: string): Promise<Imported> {
  const body = new FormData();
  body.set('organisation', name);
  body.set('year', '2026');
  body.set('roster', new File([ROSTER], '名册.csv'));
  body.set('records', new File([RECORDS], '记录.csv'));
  const atMachine = new Person(serving.url);
  const { organisation: id } = await atMachine.done<{ organisation: string }>(
    'POST',
    'api/opening/files',
    body,
  );
  const table = await atMachine.done<{ members: { id: string }[] }>('GET', `api/books/${id}/years/2026`);
  return { name, id, members: table.members.map((one) => one.id) };
}

async function administrators(serving: ServingWithin): Promise<Row[]> {
  const { security, systemCode } = await setUp(serving.url, serving.setUpToken);
  const system = await redeemed(serving.url, 'zhoutao', systemCode);
  const { accounts } = await security.done<{ accounts: { userId: string; username: string }[] }>(
    'GET',
    'api/accounts',
  );
  const row = async (name: string, username: string, person: Person): Promise<Row> => ({
    name,
    person,
    userId: accounts.find((one) => one.username === username)?.userId ?? '',
    token: await person.token(),
    home: null,
    // nobody ends the session of a first administrator here
    ready: async () => undefined,
  });
  return [await row('安全保密管理员', 'sunli', security), await row('系统管理员', 'zhoutao', system)];
}

async function tree(making: Making, label: string, branch: Imported | undefined): Promise<Tree> {
  const { serving, behind, every } = making;
  const [member = '', subject = ''] = branch?.members ?? [];
  const above: string[] = [];
  for (const level of ['committee', ...between()] as const) {
    const organisationId = serving.services.world.newId();
    const parentId = above[0] ?? null;
    await done(serving, {
      type: 'foundOrganisation',
      organisationId,
      name: `${label}的${LEVELS[level]}`,
      level,
      example: false,
      parentId,
    });
    above.unshift(organisationId);
    for (const office of ABOVE.filter((kind) => isHeldAt(kind, level) && (every || FEW.includes(kind))))
      await enterOfficer(making, `${label}：${LEVELS[level]}的${office}`, organisationId, office);
  }
  const id = branch?.id ?? '';
  await done(serving, { type: 'placeOrganisation', organisationId: id, parentId: above[0] ?? null });
  for (const office of BRANCH.filter((kind) => every || FEW.includes(kind)))
    await enterOfficer(making, `${label}：${office}`, id, office);
  await signedIn(making, `${label}：member`, { organisation: id, member });
  const subjectUser = await addAccount(behind, `subject${(making.number += 1)}`, '郑𠮷');
  await done(serving, { type: 'linkAccount', organisationId: id, personId: subject, userId: subjectUser });
  return { name: branch?.name ?? '', above, branch: id, member, subject, subjectUser };
}

/** Levels below the committee and above the branch, as soon as there are any. */
const between = () =>
  (Object.keys(LEVELS) as (keyof typeof LEVELS)[]).filter(
    (level) => !['committee', 'branch', 'machine'].includes(level),
  );

async function enterOfficer(making: Making, name: string, organisationId: string, office: OfficeKind) {
  const { serving } = making;
  const number = `Z${(making.number += 1)}`;
  const { personId } = await done<{ personId: string }>(serving, {
    type: 'enterPerson',
    organisationId,
    number,
    name: `陈志远${making.number}`,
    post: null,
  });
  const scope = office === 'groupLeader' || office === 'evidenceBody' ? '第一党小组' : null;
  const term = { from: '2026-01-01' as Day, until: null, deputyOf: null, scope, basis: '支部大会' };
  await done(serving, { type: 'giveOffice', organisationId, office, personId, ...term });
  await signedIn(making, name, { organisation: organisationId, member: personId });
}

async function signedIn(making: Making, name: string, home: Home): Promise<void> {
  const { serving, behind, rows } = making;
  const username = `person${(making.number += 1)}`;
  const userId = await addAccount(behind, username, name);
  if (home !== null)
    await done(serving, {
      type: 'linkAccount',
      organisationId: home.organisation,
      personId: home.member,
      userId,
    });
  const person = new Person(serving.url);
  await person.done('POST', 'api/session', { username, password: PASSWORD });
  const row: Row = {
    name,
    person,
    userId,
    token: await person.token(),
    home,
    ready: async () => {
      if ((await person.ask('GET', 'api/me/sessions')).status === 200) return;
      await person.done('POST', 'api/session', { username, password: PASSWORD });
      row.token = await person.token();
    },
  };
  rows.push(row);
}

async function done<Outcome>({ services }: ServingWithin, command: Command): Promise<Outcome> {
  const answer = await perform(services.world, LOCAL_OPERATOR, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code} ${JSON.stringify(answer.params)}`);
  return JSON.parse(answer.text) as Outcome;
}
