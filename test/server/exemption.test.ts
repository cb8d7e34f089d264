// Why somebody is exempt is read by three alone. Words planted as reason, whereabouts, opinion and decision are looked for in
// every answer, page and paper that anybody with any office can ask for.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import { isHeldAt, MACHINE, OFFICE_KINDS } from '../../src/domain/office/office.ts';
import { BRANCH, importing, YEAR, 张建国 as 张, 李梅 as 李, 郑𠮷 as 郑 } from '../store/branch.ts';
import { COMMITTEE, founding } from '../store/bureau.ts';
import { done, given, signedInAs } from './branch.ts';
import { type Person, redeemed, setUp } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

const PLANTED = {
  reason: '膝关节置换术后金丝雀甲',
  contact: '金丝雀乙一三八',
  opinion: '金丝雀丙情况属实',
  decision: '金丝雀丁照准',
  imported: '金丝雀戊慢性病',
};
const BIRD = '金丝雀';

let serving: ServingWithin;
const people = new Map<string, Person>();
const ids: Record<string, string> = {};
let exemption = '';

async function officer(row: string, organisationId: string, name: string, security: Person) {
  const { personId } = await done<{ personId: string }>(serving.services, {
    type: 'enterPerson',
    organisationId,
    number: `X${people.size}`,
    name,
    post: null,
  });
  const username = `person${people.size}`;
  const { person } = await signedInAs(serving, security, { username, name, organisationId, personId });
  people.set(row, person);
  return personId;
}

async function linked(row: string, number: string, security: Person) {
  const found = await serving.services.world.store.read((tx) => tx.personByNumber(BRANCH, number));
  const personId = found?.personId ?? '';
  const username = `member${number}`;
  const { person } = await signedInAs(serving, security, {
    username,
    name: row,
    organisationId: BRANCH,
    personId,
  });
  people.set(row, person);
  ids[row] = personId;
}

beforeAll(async () => {
  serving = await serveWithin();
  const { services } = serving;
  await done(services, founding(COMMITTEE));
  await done(services, importing([张, 李, { ...郑, exemptionReason: PLANTED.imported }]));
  await done(services, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
  const { security, systemCode } = await setUp(serving.url, serving.setUpToken);
  people.set('securityAdministrator', security);
  people.set('systemAdministrator', await redeemed(serving.url, 'zhoutao', systemCode));
  const auditor = await officer('auditAdministrator', MACHINE, '审计员', security);
  await given(services, MACHINE, 'auditAdministrator', auditor);
  for (const office of ['committeeOfficer', 'secretary'] as const)
    await given(
      services,
      COMMITTEE,
      office,
      await officer(`党委 ${office}`, COMMITTEE, `党委${office}`, security),
    );
  await linked('张建国', '001', security);
  await linked('李梅', '002', security);
  await linked('郑𠮷', '003', security);
  await given(services, BRANCH, 'secretary', ids['李梅'] ?? '');
  for (const office of OFFICE_KINDS.filter((kind) => isHeldAt(kind, 'branch') && kind !== 'secretary')) {
    const personId = await officer(office, BRANCH, office, security);
    const scope = office === 'groupLeader' || office === 'evidenceBody' ? '第一党小组' : null;
    await done(services, {
      type: 'giveOffice',
      organisationId: BRANCH,
      office,
      personId,
      scope,
      from: '2026-01-01' as never,
      until: null,
      deputyOf: null,
      basis: '支部大会',
    });
  }
}, 120_000);
afterAll(() => serving.stop());

const by = (row: string): Person => {
  const person = people.get(row);
  if (person === undefined) throw new Error(`nobody is ${row}`);
  return person;
};
const at = (member: string) => `api/organisations/${BRANCH}/members/${member}/exemption`;
const APPLICATION = {
  category: 'immobile',
  reason: PLANTED.reason,
  from: null,
  until: null,
  renews: null,
  whereabouts: null,
  contact: PLANTED.contact,
  attachments: null,
  helper: null,
};
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

test('记分员代为登记，写明代书人；登记以后自己也看不到理由', async () => {
  const member = ids['张建国'] ?? '';
  const nameless = await by('scorekeeper').ask('POST', at(member), APPLICATION);
  expect([nameless.status, nameless.text]).toEqual([422, expect.stringContaining('代书人')]);
  const helped = { ...APPLICATION, helper: '刘洋' };
  ({ exemption } = await by('scorekeeper').done<{ exemption: string }>('POST', at(member), helped));
  expect((await by('scorekeeper').ask('GET', at(member))).status).toBe(403);
  const list = await by('scorekeeper').done<{ rows: unknown[]; members: unknown[] }>(
    'GET',
    `api/organisations/${BRANCH}/exemptions`,
  );
  expect([list.rows.length, list.members.length]).toEqual([0, 3]);
});

type Page = {
  exemptions: { course: { id: string; progress: string; says: string }[]; acts: { id: string }[] }[];
};

test('本人看到办到哪一步、等谁办；书记填注意见，上级审批', async () => {
  const member = ids['张建国'] ?? '';
  const shown = async (row: string) => (await by(row).done<Page>('GET', at(member))).exemptions[0];
  expect((await shown('张建国'))?.course).toEqual([
    expect.objectContaining({ id: 'application', progress: 'done' }),
    { id: 'opinion', name: '支部意见', progress: 'now', says: '等书记李梅填注支部意见' },
    expect.objectContaining({ id: 'decision', progress: 'later' }),
  ]);
  expect((await shown('张建国'))?.acts.map(({ id }) => id)).toEqual(['withdraw']);
  expect((await shown('李梅'))?.acts.map(({ id }) => id)).toEqual(['giveOpinion', 'withdraw']);
  expect((await shown('党委 committeeOfficer'))?.acts).toEqual([]);
  const opinion = { agrees: true, meetingOn: today(), words: PLANTED.opinion };
  await by('李梅').done('POST', `${at(member)}/${exemption}/opinion`, opinion);
  expect((await shown('党委 committeeOfficer'))?.acts.map(({ id }) => id)).toEqual(['approve', 'refuse']);
  expect((await shown('张建国'))?.course.at(-1)?.says).toMatch(/^等清江县财政局党委审批（/);
  const typed = { approved: true, from: '三月', until: null, words: PLANTED.decision };
  const bad = await by('党委 committeeOfficer').ask('POST', `${at(member)}/${exemption}/decision`, typed);
  expect([bad.status, bad.text]).toEqual([422, expect.stringContaining('三月')]);
  await by('党委 committeeOfficer').done('POST', `${at(member)}/${exemption}/decision`, {
    ...typed,
    from: null,
  });
  expect((await shown('张建国'))?.acts.map(({ id }) => id)).toEqual(['giveUp']);
});

test('书记本人申请：副书记代行，页面说明为什么', async () => {
  const member = ids['李梅'] ?? '';
  await by('李梅').done('POST', at(member), { ...APPLICATION, reason: '照护老人', contact: null });
  const { exemptions } = await by('李梅').done<Page>('GET', at(member));
  expect(exemptions[0]?.course[1]?.says).toBe(
    '等副书记deputySecretary填注支部意见：书记是申请人本人，由其代行（读法 G17）',
  );
  expect(exemptions[0]?.acts.map(({ id }) => id)).toEqual(['withdraw']);
  expect((await by('deputySecretary').ask('GET', at(member))).status).toBe(200);
  expect((await by('deputySecretary').ask('GET', at(ids['张建国'] ?? ''))).status).toBe(403);
});

test('外支部的、没有的，答复一样', async () => {
  const unknown = '00000000-0000-7000-8000-000000000000';
  const secretary = by('李梅');
  const foreign = await secretary.ask('GET', `api/organisations/${COMMITTEE}/members/${unknown}/exemption`);
  const none = await secretary.ask('GET', `api/organisations/${unknown}/members/${unknown}/exemption`);
  expect([foreign.status, foreign.text]).toEqual([none.status, none.text]);
  const paper = async (place: string, member: string) => {
    const { status, text } = await secretary.ask('GET', `exemption-papers/${place}/${member}/${exemption}`);
    return [status, text];
  };
  expect(await paper(COMMITTEE, unknown)).toEqual(await paper(unknown, unknown));
  expect((await paper(BRANCH, ids['郑𠮷'] ?? ''))[0]).toBe(404);
});

/** All text in what was answered: a paper is a zip of texts, the year's papers a zip of zips. */
function textIn(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes);
  return Object.values(unzipSync(bytes)).map(textIn).join('\n');
}

async function fetched(person: Person, path: string): Promise<string> {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(new URL(path, serving.url), { headers: { cookie }, redirect: 'manual' });
  return textIn(new Uint8Array(await response.arrayBuffer()));
}

const GETS = Object.entries(contract).flatMap(([name, route]) => {
  const { route: to } = route['~orpc'];
  return (to.method ?? 'GET') === 'GET' ? [{ name, path: `api${to.path ?? ''}` }] : [];
});

/** Every address with every value the books have for what it names. */
function addresses(figures: readonly string[]): { name: string; path: string }[] {
  const members = [ids['张建国'], ids['郑𠮷']].map((id) => id ?? '');
  const routes = GETS.flatMap(({ name, path }) =>
    [BRANCH, COMMITTEE, MACHINE].flatMap((organisation) =>
      members.flatMap((member) =>
        (path.includes('{figure}') && organisation === BRANCH ? figures : ['year']).map((figure) => ({
          name,
          path: path
            .replace('{organisation}', organisation)
            .replace('{year}', String(YEAR))
            .replace('{member}', member)
            .replace('{figure}', figure)
            .replace(/\{\w+\}/g, exemption),
        })),
      ),
    ),
  );
  const papers = ['all', 'yearGrading', ...[1, 2, 3, 4].map((period) => `periodSummary-${period}`)];
  const downloads = [...papers, ...members.map((id) => `pointsRecord-${id}`)].map((paper) => ({
    name: 'papers',
    path: `papers/${BRANCH}/${YEAR}/${paper}`,
  }));
  const approvals = members.map((id) => ({
    name: 'exemption-papers',
    path: `exemption-papers/${BRANCH}/${id}/${exemption}`,
  }));
  const all = [...routes, ...downloads, ...approvals];
  return [...new Map(all.map((one) => [one.path, one])).values()];
}

test('理由、联系方式、意见：只有本人、书记和审批的上级，只在这一处读到；名册里带来的原因也一样', async () => {
  const year = await by('李梅').ask('GET', `api/books/${BRANCH}/years/${YEAR}/members/${ids['郑𠮷']}`);
  const figures = [
    ...new Set([...year.text.matchAll(/"figure":"([^"]+)"/g)].map(([, figure]) => figure ?? '')),
  ];
  expect(figures.length).toBeGreaterThan(5);
  const crawled = addresses(figures);
  expect(crawled.length).toBeGreaterThan(40);
  const seen = new Set<string>();
  for (const [row, person] of people)
    for (const { name, path } of crawled) {
      const text = await fetched(person, path);
      const about = path.includes(ids['郑𠮷'] ?? '') ? '郑𠮷' : '张建国';
      // about oneself one may read everything, wherever it is told
      if (text.includes(BIRD) && row !== about) seen.add(`${row} ${name} ${about}`);
    }
  const readers = ['李梅', '党委 committeeOfficer', '党委 secretary'];
  expect([...seen].toSorted()).toEqual(
    readers
      .flatMap((row) => [
        `${row} exemption 张建国`,
        `${row} exemption 郑𠮷`,
        `${row} exemption-papers 张建国`,
      ])
      .toSorted(),
  );
  const own = await fetched(by('张建国'), at(ids['张建国'] ?? ''));
  for (const words of [PLANTED.reason, PLANTED.contact, PLANTED.opinion, PLANTED.decision, '刘洋'])
    expect(own).toContain(words);
  expect(await fetched(by('郑𠮷'), at(ids['郑𠮷'] ?? ''))).toContain(PLANTED.imported);
}, 120_000);

test('别处只说免予和期限', async () => {
  const { text } = await by('scorekeeper').ask(
    'GET',
    `api/books/${BRANCH}/years/${YEAR}/members/${ids['郑𠮷']}/statements/p4.points`,
  );
  expect(text).toContain('免予参加积分管理（2026年10月8日至2026年12月31日）');
  expect((await fetched(by('scorekeeper'), 'templates/exemption.xlsx')).includes('审批表')).toBe(true);
});
