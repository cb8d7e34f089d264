// Task plans in a year's beginning: pasted for one, the same for many, agreed by the member on a phone and by the leader in one
// act, approved by the branch; the unit's results beside them. Each by the office that owns the act, at three widths.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import type { Day } from '../../src/domain/period.ts';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { type Code, freshKey, type Person, redeemed, setUp } from '../server/person.ts';
import { type ServingWithin, serveWithin } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

const BRANCH = '城关镇财政所支部';
const NAMES = ['张建国', '李梅', '王强', '刘洋', '吴㙦', '郑𠮷'];
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];
const PASTED = QUARTERS.flatMap((quarter) => [
  `${quarter}\t单位分配任务\t完成预算执行分析\t10\t季末前报送，数字准确`,
  `${quarter}\t承诺事项\t走访服务对象两户\t5\t有走访记录`,
]).join('\n');

let browser: Browser;
let serving: ServingWithin;
let organisation = '';
let members: readonly { readonly id: string; readonly name: string }[] = [];
const people = new Map<string, Person>();
const complaints: string[] = [];

async function did<Outcome>(command: Command): Promise<Outcome> {
  const answer = await perform(serving.services.world, LOCAL_OPERATOR, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.code}`);
  return JSON.parse(answer.text) as Outcome;
}

const idOf = (name: string) => members.find((one) => one.name === name)?.id ?? '';

async function opened() {
  const body = new FormData();
  const rows = NAMES.map((name, at) => `00${at + 1},${name},正式党员,2015-07-01,第一党小组`);
  body.set('organisation', BRANCH);
  body.set('year', '2026');
  body.set('roster', new File([`编号,姓名,类型,加入日期,党小组\n${rows.join('\n')}\n`], '名册.csv'));
  body.set('records', new File(['编号,日期,条款,分值\n'], '记录.csv'));
  const headers = { 'idempotency-key': freshKey() };
  const answer = await fetch(`${serving.url}api/opening/files`, { method: 'POST', headers, body });
  organisation = ((await answer.json()) as { organisation: string }).organisation;
  const year = await fetch(`${serving.url}api/books/${organisation}/years/2026`);
  members = ((await year.json()) as { members: { id: string; name: string }[] }).members;
}

async function officed(person: string, office: OfficeKind) {
  const given = { scope: null, from: '2026-01-01' as Day, until: null, deputyOf: null, basis: '支部大会' };
  await did({ type: 'giveOffice', organisationId: organisation, office, personId: person, ...given });
}

async function account(security: Person, username: string, name: string, person: string) {
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
  await did({ type: 'linkAccount', organisationId: organisation, personId: person, userId });
  people.set(name, await redeemed(serving.url, username, code));
}

beforeAll(async () => {
  browser = await launchChromium();
  serving = await serveWithin();
  await opened();
  const { personId: 赵敏 } = await did<{ personId: string }>({
    type: 'enterPerson',
    organisationId: organisation,
    number: 'L1',
    name: '赵敏',
    post: '副局长',
  });
  await officed(idOf('李梅'), 'secretary');
  await officed(idOf('郑𠮷'), 'scorekeeper');
  await officed(赵敏, 'leaderInCharge');
  for (const { id, name } of members)
    if (name !== '吴㙦')
      await did({ type: 'assignLeader', organisationId: organisation, personId: id, leaderId: 赵敏 });
  const { security } = await setUp(serving.url, serving.setUpToken);
  await account(security, 'limei', '李梅', idOf('李梅'));
  await account(security, 'zhengji', '郑𠮷', idOf('郑𠮷'));
  await account(security, 'wangqiang', '王强', idOf('王强'));
  await account(security, 'zhaomin', '赵敏', 赵敏);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

/** That person's browser, signed in, at the plans. */
async function at(name: string, width: number, path = ''): Promise<Page> {
  const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
  const cookies = [...(people.get(name)?.cookies ?? [])];
  await context.addCookies(cookies.map(([key, value]) => ({ name: key, value, url: serving.url })));
  const { page, complaints: heard } = await openPage(context, serving.url);
  page.on('close', () => complaints.push(...heard));
  await page.goto(new URL(`branch/${organisation}/2026/plans${path}`, serving.url).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const stateOf = async (name: string) => {
  const answer = await people.get('郑𠮷')?.ask('GET', `api/books/${organisation}/years/2026/plans`);
  const { members: rows } = JSON.parse(answer?.text ?? '{}') as {
    members: { name: string; state: { name: string } }[];
  };
  return rows.find((row) => row.name === name)?.state.name;
};

test('记分员为一人粘贴，草稿自己保存；再把同一份给多人，有错逐处说明', async () => {
  const page = await at('郑𠮷', 1440, `/${idOf('王强')}`);
  await page.getByText('从 Excel 粘贴').click();
  await page.getByLabel(/在这里粘贴/).fill(PASTED.replace('\t10\t', '\t拾\t'));
  await page.getByRole('button', { name: '读取并预览' }).click();
  await page.getByText('第 1 行“计划分”写的是“拾”').waitFor();
  await page.getByLabel(/在这里粘贴/).fill(PASTED);
  await page.getByRole('button', { name: '读取并预览' }).click();
  await page.getByText('内容已齐，可以提出。').waitFor();
  await page.getByText('草稿已保存。').waitFor();
  await page.getByLabel('第 1 项计划分').fill('9');
  await page.getByText('第一季度计划分合计 14.00，应为 15.00').waitFor();
  await expectSoundEverywhere(page, '编写目标任务');
  await page.getByRole('button', { name: '撤消上一步' }).click();
  await page.getByText('内容已齐，可以提出。').waitFor();
  await page.getByRole('button', { name: '提出，请本人和分管领导认可' }).click();
  await page.getByText('等本人和分管领导赵敏认可').waitFor();
  await page.close();

  const list = await at('郑𠮷', 1440);
  await expectSoundEverywhere(list, '目标任务名单');
  for (const name of NAMES.filter((one) => one !== '王强')) await list.getByLabel(`选中${name}`).check();
  await list.getByText('多人一起拟定').click();
  await list.locator('#paste-same').fill(PASTED);
  await list.getByRole('button', { name: '读取并预览' }).first().click();
  await list.getByText('将为 5 人提出：').waitFor();
  await expectSoundEverywhere(list, '多人一起拟定');
  await list.getByRole('button', { name: '为 5 人提出' }).click();
  await expect.poll(() => stateOf('吴㙦')).toBe('待认可');
  await list.close();
}, 120_000);

test('党员在手机上认可自己的；分管领导只看见自己分管的，一次认可', async () => {
  const phone = await at('王强', 360, `/${idOf('王强')}`);
  await expectSoundEverywhere(phone, '手机上的目标任务');
  await phone.getByRole('button', { name: '认可我的目标任务' }).click();
  await expect.poll(() => stateOf('王强')).toBe('待分管领导认可');
  await phone.close();

  const leader = await at('赵敏', 768);
  await leader.getByText(`${BRANCH} 2026 年度`).waitFor();
  await leader.getByText('5 人', { exact: true }).waitFor();
  expect(await leader.getByText('吴㙦').count()).toBe(0);
  await leader.getByRole('button', { name: '选中符合条件的全部 5 人' }).click();
  await leader.getByRole('button', { name: '以分管领导名义认可（5 份）' }).click();
  await expect.poll(() => stateOf('王强')).toBe('待支部批准');
  await expectSoundEverywhere(leader, '分管领导的名单');
  await leader.close();
}, 120_000);

test('没有分管领导的由书记代行；书面认可代为登记；支部批准不含书记本人', async () => {
  const secretary = await at('李梅', 1440);
  await secretary.getByLabel('选中吴㙦').check();
  await secretary.getByRole('button', { name: '以分管领导名义认可' }).click();
  await expect.poll(() => stateOf('吴㙦')).toBe('待本人认可');
  await secretary.getByLabel('选中吴㙦').check();
  await secretary.getByText('代本人登记书面认可').first().click();
  await secretary.getByLabel(/纸面签字日期/).fill('2026-01-10');
  await secretary.getByRole('button', { name: '代本人登记书面认可' }).click();
  await expect.poll(() => stateOf('吴㙦')).toBe('待支部批准');
  await secretary.getByRole('button', { name: /选中符合条件的全部/ }).click();
  await secretary.getByText('登记支部批准（2 份）').first().click();
  await secretary.getByLabel(/会议日期/).fill('2026-01-12');
  await secretary.getByLabel(/会议记录/).fill('2026年1月12日党员大会，应到6人实到6人，一致通过');
  await secretary.getByRole('button', { name: '登记支部批准（2 份）' }).click();
  await expect.poll(() => stateOf('吴㙦')).toBe('已批准');
  await secretary.close();

  const page = await at('李梅', 1440, `/${idOf('吴㙦')}`);
  await page.getByText('书记李梅认可（没有分管领导，代行）').waitFor();
  await page.getByText('本人书面认可，签字日期 2026-01-10，李梅代为登记').waitFor();
  await expectSoundEverywhere(page, '已批准的目标任务');
  await page.close();
}, 120_000);

test('绩效考核结果显示在旁边；浏览器没有怨言', async () => {
  const page = await at('郑𠮷', 1440);
  await page.getByText('导入单位绩效考核结果').click();
  await page.locator('#paste-marks').fill('003\t王强\t第一季度\t92.50\n005\t吴㙦\t全年\t优秀');
  await page.getByRole('button', { name: '读取并预览' }).last().click();
  await page.getByRole('button', { name: '导入 2 条' }).click();
  await page.getByText('新记 2 条').waitFor();
  await page.getByText('绩效考核：第一季度 92.50').waitFor();
  await expectSoundEverywhere(page, '绩效考核结果在旁边');
  await page.close();
  expect(complaints).toEqual([]);
}, 60_000);
