// Promise I4: more than three hundred hostile texts stored in the fields of the contract and put into every answer, all pages
// opened as several readers: no dialog, no violation of the CSP, nobody else asked, no element made from data.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN } from '../../src/server/pages.ts';
import { noticesHanging } from '../../src/service/views/round/publicNotice.ts';
import type { Day } from '../../src/domain/period.ts';
import { planWords } from '../../src/web/words/plan.ts';
import { BRANCH } from '../store/branch.ts';
import { COMMITTEE } from '../store/bureau.ts';
import type { Command } from '../../src/service/perform.ts';
import { HERE, type Name } from '../store/rounds.ts';
import { toFiling } from '../store/wholeRound.ts';
import { pdf } from '../intake/evidence/made.ts';
import { type Behind, openBehind } from '../server/matrix/behind.ts';
import { isReading, ROUTES } from '../server/matrix/routes.ts';
import type { Person } from '../server/person.ts';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch } from './roundBranch.ts';
import { NOT_STORED, UNREAD } from './notStored.ts';
import { storedObjection } from './storedObjection.ts';
import { storeEverywhere } from './storedTexts.ts';
import { watched } from './watched.ts';
import { FILE_NAMES, hostile, openBundles, PAYLOADS } from './xssCorpus.ts';

const ON = '2026-06-26' as Day;
/** Taken with every text made up from the schema; the rest of a round is stored by its own acts above. */
const MUST = ['saveMeeting', 'issueBulletin', 'saveApplicationDraft', 'registerMember', 'savePlanDraft'];
const MOST = 600;
/** Fields that the acts of the round stored payloads in, as `act.field`. */
const acted = new Set<string>();
/** Fields whose text names something there is, or is a figure: nothing else is taken there. */
const NAMING =
  /\.(\w+Id|proposal|meeting|notice|objection|submission|appeal|people|present|recused|entry|item|achievement|amount|points|for|against|abstained|parent|leader|to|version|renews)$/;

let browser: Browser;
let branch: RoundBranch;
let stored: Awaited<ReturnType<typeof storeEverywhere>>;
let objection: Awaited<ReturnType<typeof storedObjection>>;
let behind: Behind;
let publicPaths: readonly string[];

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  const { acts, id, on, world, people } = branch;
  const bundles = openBundles();
  const by = (name: string, command: Command) => {
    const told = (field: string) => acted.add(`${command.type}.${field}`);
    return branch.by(name, hostile(filled(command), () => bundles.next(MOST), told) as Command);
  };
  for (const name of ['王强', '郑𠮷'] as const) {
    await branch.by('李梅', renaming(id[name], bundles.next(180)));
    for (const field of ['number', 'name', 'group', 'post']) acted.add(`amendMember.${field}`);
  }
  await by('李梅', acts.opening());
  const claim = await brought('吴㙦', 'claim', FILE_NAMES.slice(0, 12));
  const deduction = await brought('李梅', 'deduction', FILE_NAMES.slice(-8));
  await toFiling({ ...branch, by }, { reason: '先进工作者', words: '按时完成', files: { claim, deduction } });
  on(ON);
  const { meetingId } = await by('张建国', acts.meeting(ON, ['张建国', '王强'], ['郑𠮷']));
  const alone = { recused: [], votes: { for: 2, against: 0, abstained: 0 }, words: '同意' };
  await by('张建国', await acts.appraising(meetingId, ['郑𠮷'], 2, alone));
  const { noticeId } = await by('李梅', acts.drafting(['郑𠮷'], 3));
  await by('王强', acts.checking(noticeId));
  await by('张建国', acts.publishing(noticeId));
  objection = await storedObjection(browser, { ...branch, by }, bundles, { on: ON, about: '郑𠮷' });
  const place = {
    world,
    organisation: BRANCH,
    name: '清江县财政局机关支部',
    year: HERE.year,
    period: HERE.period,
  };
  stored = await storeEverywhere(place, [...people.values()], [id.孙丽]);
  const hanging = await world.store.read((tx) => noticesHanging(tx, BRANCH, ON));
  publicPaths = hanging.flatMap((one) => [
    `notice/${BRANCH}/${one.link}`,
    `posters/${BRANCH}/${one.noticeId}`,
  ]);
  behind = await openBehind({ url: undefined, dataDir: branch.dataDir });
}, 240_000);
afterAll(async () => {
  await behind?.close();
  await browser.close();
  await branch.stop();
});

/** With words where an act may go without any. */
const filled = (command: Command): unknown =>
  JSON.parse(
    JSON.stringify(command, (key, value: unknown) => (value === '' && key === 'words' ? '说明' : value)),
  );

/** Files under those names to 吴㙦's matter; their ids. */
async function brought(name: Name, purpose: 'claim' | 'deduction', names: readonly string[]) {
  const { people, id } = branch;
  const at = `api/books/${BRANCH}/years/${HERE.year}/rounds/${HERE.period}/members/${id.吴㙦}/${purpose}-evidence`;
  return Promise.all(
    names.map(async (file, index) => {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(pdf(`8 0 obj <<${index}>> endobj`))], file));
      return (await (people.get(name) as Person).done<{ id: string }>('POST', at, form)).id;
    }),
  );
}

const renaming = (personId: string, name: string) => {
  const more = { gender: null, bornOn: null, admittedOn: null, group: name, post: name, leader: null };
  return {
    type: 'amendMember',
    organisationId: BRANCH,
    personId,
    person: { number: name.slice(0, 20), name, ...more },
  } as const;
};

/** Every page the program knows, of the branch and one member of it. */
const pathsOf = (organisation: string, member: string): string[] =>
  KNOWN.map((path) =>
    path
      .replace('$id', organisation)
      .replaceAll('$id', member)
      .replace('$year', String(HERE.year))
      .replace('$period', String(HERE.period))
      .replace('$figure', 'year'),
  );

/** What is kept, but for what the page of messages says has been read, and who looked at whom. */
const rows = async () =>
  (await behind.everything()).split('\n').filter((row) => !row.startsWith('message_mark'));

/** Contracts' routes that answered a page. */
const read = new Set<string>();
const READING = ROUTES.filter(isReading).map(({ name, path }) => ({
  name,
  at: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));
const routeAt = (path: string) => READING.find(({ at }) => at.test(path))?.name ?? '';

async function asReader(name: string, inject: boolean, paths: readonly string[]) {
  const { page, visit, wrong, written } = await watched(browser, branch.url, branch.people.get(name));
  const bundles = openBundles();
  if (inject)
    await page.route('**/api/**', async (route) => {
      const response = await route.fetch();
      const answer: unknown = response.ok() ? await response.json().catch(() => null) : null;
      if (answer === null) return route.fulfill({ response });
      const json = hostile(answer, () => bundles.next(200));
      return route.fulfill({ response, json });
    });
  page.on('response', (response) => {
    if (response.ok()) read.add(routeAt(new URL(response.url()).pathname));
  });
  for (const path of paths) await visit(path);
  await page.context().close();
  return { wrong: wrong(), written: written(), payloads: bundles.taken() };
}

test('三百多条都不一样，存进了合同里能写文字的地方', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(300);
  expect(stored.payloads).toBeGreaterThanOrEqual(PAYLOADS.length);
  expect([...stored.taken]).toEqual(expect.arrayContaining(MUST));
  const left = [...stored.left].filter(
    (field) => !NAMING.test(field) && !acted.has(`${field.split('.')[0]}.${field.split('.').at(-1)}`),
  );
  expect(left.toSorted()).toEqual(NOT_STORED);
});

test('外面的人提异议：表、回执，受理人和审定的人看到的，没有一条运行', () => {
  expect(objection.wrong).toEqual([]);
  expect(objection.written).toBeGreaterThanOrEqual(6);
});

test('各页由几种人打开：存下来的，和换进每个接口答复每段文字的，没有一条运行', async () => {
  const own = [...pathsOf(BRANCH, branch.id.吴㙦), `organisation/${BRANCH}/register/import`, objection.path];
  const ofMember = own.filter((path) => path.includes(branch.id.吴㙦) || /bulletin|notices|^me$/.test(path));
  const above = pathsOf(COMMITTEE, branch.id.吴㙦).filter((path) => path.startsWith('organisation'));
  const before = await rows();
  const passerBy = await watched(browser, branch.url, branch.people.get('李梅'));
  for (const path of publicPaths) {
    await passerBy.page.goto(new URL(path, branch.url).href);
    await passerBy.look(path);
  }
  expect(passerBy.wrong()).toEqual([]);
  expect(passerBy.written()).toBeGreaterThan(0);
  await passerBy.page.context().close();
  const [keeper, member, officer, anybody, ...others] = await Promise.all([
    asReader('李梅', false, own),
    asReader('吴㙦', false, ofMember),
    asReader('刘洋', true, above),
    asReader('张建国', true, own),
    asReader('周涛', true, [`organisation/${BRANCH}/findings`]),
    asReader('安全管理员', true, ['accounts', 'offices']),
  ]);
  for (const { wrong } of [keeper, member, officer, anybody, ...others]) expect(wrong).toEqual([]);
  // they were there to be run: written on the pages, as text
  expect(keeper.written).toBeGreaterThanOrEqual(10);
  expect(member.written).toBeGreaterThanOrEqual(2);
  for (const one of others) expect(one.written).toBeGreaterThan(0);
  expect(anybody.written).toBeGreaterThanOrEqual(25);
  expect(anybody.payloads).toBeGreaterThanOrEqual(PAYLOADS.length);
  const unread = READING.map(({ name }) => name).filter((name) => !read.has(name));
  expect(unread.toSorted()).toEqual(UNREAD);
  // reading changes nothing (promise S5)
  expect(await rows()).toEqual(before);
}, 240_000);

test('从表格粘贴的行：说明错处时只是文字', async () => {
  const bundles = openBundles();
  const { page, visit, look, wrong, written } = await watched(browser, branch.url, branch.people.get('李梅'));
  await visit(`branch/${BRANCH}/${HERE.year}/plans`);
  const before = written();
  for (const part of await page.locator('details:has(textarea[id^=paste])').all()) {
    await part.locator('> summary').click();
    const row = () => Array.from({ length: 5 }, () => bundles.next(120).replaceAll('\t', ' ')).join('\t');
    await part
      .locator('textarea[id^=paste]')
      .first()
      .fill(Array.from({ length: 6 }, row).join('\n'));
    await part.getByRole('button', { name: planWords.read, exact: true }).first().click();
    await part.getByRole('alert').first().waitFor();
    await look('pasted');
  }
  await page.context().close();
  expect(wrong()).toEqual([]);
  expect(written() - before).toBeGreaterThanOrEqual(1);
}, 60_000);

test('这些检查会失败：运行了的、做出了元素的，都看得见', async () => {
  const page = await browser.newPage();
  await page.setContent('<b data-made=1>粗</b>');
  expect(await page.locator('[data-made]').count()).toBe(1);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.setContent(PAYLOADS.slice(0, 20).join(' '));
  await expect.poll(() => dialogs).toBeGreaterThan(0);
  await page.close();
}, 30_000);
