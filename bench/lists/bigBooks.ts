// Books with many rows in every list: one branch of that many members, as many accounts, sign-ins on record, organisations.
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { MACHINE } from '../../src/domain/office/office.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { addAccount, type Behind, openBehind } from '../../test/server/matrix/behind.ts';
import { freshKey, PASSWORD, Person, setUp } from '../../test/server/person.ts';
import { type ServingWithin, serveWithin } from '../../test/server/serving.ts';

export type ListPage = {
  readonly name: string;
  readonly path: string;
  /** What stands there once the list is drawn. */
  readonly list: string;
  readonly person: Person;
};

export type BigBooks = {
  readonly url: string;
  readonly pages: readonly ListPage[];
  readonly stop: () => Promise<void>;
};

const LIST = 'main table.listing tbody tr, main ul.cards > li';
/** Organisations and offices are founded and given one command each: fewer, for the time that takes. */
const COMMANDED = 400;

export async function bigBooks(rows: number): Promise<BigBooks> {
  const serving = await serveWithin({ databaseUrl: undefined });
  const branch = await imported(serving, rows);
  await founded(serving, Math.min(rows, COMMANDED));
  const { security } = await setUp(serving.url, serving.setUpToken);
  const behind = await openBehind({ url: undefined, dataDir: serving.dataDir });
  await accounts(behind, rows);
  const [secretary, auditor] = [
    await holder(serving, behind, branch, 'secretary'),
    await holder(serving, behind, MACHINE, 'auditAdministrator'),
  ];
  const year = `branch/${branch}/2026`;
  return {
    url: serving.url,
    pages: [
      { name: '年度积分总表', path: year, list: LIST, person: secretary },
      { name: '年终评定', path: `${year}/grading`, list: LIST, person: secretary },
      { name: '名册', path: `organisation/${branch}/register`, list: LIST, person: secretary },
      { name: '目标任务', path: `${year}/plans`, list: LIST, person: secretary },
      { name: '职务', path: `offices?organisation=${branch}`, list: LIST, person: secretary },
      { name: '组织', path: 'offices', list: 'main ul.tree > li', person: security },
      { name: '账号', path: 'accounts', list: LIST, person: security },
      { name: '审计记录', path: 'accounts', list: LIST, person: auditor },
    ],
    stop: async () => {
      await behind.close();
      await serving.stop();
    },
  };
}

async function imported(serving: ServingWithin, rows: number): Promise<string> {
  const number = (index: number) => String(index + 1).padStart(5, '0');
  const lines = Array.from({ length: rows }, (_none, index) => index);
  const roster = lines.map(
    (index) => `${number(index)},陈志远${index},正式党员,2010-05-01,第${(index % 40) + 1}党小组`,
  );
  const records = lines.map((index) => `${number(index)},2026-02-01,task,15`);
  const body = new FormData();
  body.set('organisation', '清江县财政局机关支部');
  body.set('year', '2026');
  body.set('roster', new File([`编号,姓名,类型,加入日期,党小组\n${roster.join('\n')}\n`], '名册.csv'));
  body.set('records', new File([`编号,日期,条款,分值\n${records.join('\n')}\n`], '记录.csv'));
  return (await new Person(serving.url).done<{ organisation: string }>('POST', 'api/opening/files', body))
    .organisation;
}

async function founded(serving: ServingWithin, count: number): Promise<void> {
  const committee = serving.services.world.newId();
  const found = (
    organisationId: string,
    name: string,
    level: 'committee' | 'branch',
    parentId: string | null,
  ) => done(serving, { type: 'foundOrganisation', organisationId, name, level, example: false, parentId });
  await found(committee, '清江县直属机关党委', 'committee', null);
  for (let index = 0; index < count; index += 1)
    await found(serving.services.world.newId(), `第${index + 1}支部`, 'branch', committee);
}

async function accounts(behind: Behind, count: number): Promise<void> {
  await behind.signIn('begin');
  for (let index = 0; index < count; index += 1) {
    const userId = await addAccount(behind, `account${index}`, `刘洋${index}`);
    const at = new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString();
    await behind.signIn(
      'insert into sign_in_audit (id, at, act, result, who, account, address, user_agent, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        `audit-${String(index).padStart(6, '0')}`,
        at,
        'signIn',
        'done',
        userId,
        userId,
        '10.8.0.21',
        'Chrome',
        '',
      ],
    );
  }
  await behind.signIn('commit');
}

async function holder(
  serving: ServingWithin,
  behind: Behind,
  organisationId: string,
  office: 'secretary' | 'auditAdministrator',
): Promise<Person> {
  const username = office.toLowerCase();
  const userId = await addAccount(behind, username, office);
  const entered = { type: 'enterPerson', organisationId, number: office, name: '李梅', post: null } as const;
  const { personId } = await done<{ personId: string }>(serving, entered);
  const term = { from: '2026-01-01' as Day, until: null, deputyOf: null, scope: null, basis: '支部大会' };
  await done(serving, { type: 'giveOffice', organisationId, office, personId, ...term });
  await done(serving, { type: 'linkAccount', organisationId, personId, userId });
  const person = new Person(serving.url);
  await person.done('POST', 'api/session', { username, password: PASSWORD });
  return person;
}

async function done<Outcome>({ services }: ServingWithin, command: Command): Promise<Outcome> {
  const answer = await perform(services.world, LOCAL_OPERATOR, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code} ${JSON.stringify(answer.params)}`);
  return JSON.parse(answer.text) as Outcome;
}
