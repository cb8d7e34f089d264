// A member applies on the phone, the secretary writes the branch's opinion, the organisation above approves: three people, three screens.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BRANCH, importing } from '../store/branch.ts';
import { COMMITTEE, founding } from '../store/bureau.ts';
import { done, given } from '../server/branch.ts';
import { type Code, PASSWORD, type Person, setUp } from '../server/person.ts';
import { type ServingWithin, serveWithin } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { expectSoundEverywhere, openPage, openScreen } from './shown.ts';

let browser: Browser;
let serving: ServingWithin;
let security: Person;
const pages = new Map<string, { page: Page; complaints: string[] }>();

async function linked(username: string, name: string, organisationId: string, personId: string) {
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
  await done(serving.services, { type: 'linkAccount', organisationId, personId, userId });
  return code;
}

async function signedIn(row: string, username: string, code: string, width: number) {
  const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
  const opened = await openPage(context, serving.url);
  const { page } = opened;
  await page.goto(new URL('sign-in', serving.url).href);
  await page.getByRole('button', { name: '第一次登录' }).click();
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('一次性开通码').fill(code);
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '设定密码并登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
  pages.set(row, opened);
}

beforeAll(async () => {
  browser = await launchChromium();
  serving = await serveWithin();
  const { services } = serving;
  await done(services, founding(COMMITTEE));
  await done(services, importing());
  await done(services, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
  ({ security } = await setUp(serving.url, serving.setUpToken));
  const idOf = async (number: string) =>
    (await services.world.store.read((tx) => tx.personByNumber(BRANCH, number)))?.personId ?? '';
  const [张建国, 李梅] = [await idOf('001'), await idOf('002')];
  const { personId: 周涛 } = await done<{ personId: string }>(services, {
    type: 'enterPerson',
    organisationId: COMMITTEE,
    number: 'C1',
    name: '周涛',
    post: null,
  });
  await given(services, BRANCH, 'secretary', 李梅);
  await given(services, COMMITTEE, 'committeeOfficer', 周涛);
  await signedIn('张建国', 'zhangjianguo', await linked('zhangjianguo', '张建国', BRANCH, 张建国), 360);
  await signedIn('李梅', 'limei', await linked('limei', '李梅', BRANCH, 李梅), 1440);
  await signedIn('周涛', 'officer', await linked('officer', '周涛', COMMITTEE, 周涛), 768);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await serving.stop();
});

function by(row: string): Page {
  const opened = pages.get(row);
  if (opened === undefined) throw new Error(`nobody is ${row}`);
  return opened.page;
}

/** Fills the form under that heading, opening it first where it is shut. */
async function act(page: Page, heading: string, filled: Record<string, string>, button: string) {
  const form = page.locator('details').filter({ has: page.locator('summary', { hasText: heading }) });
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
  for (const [label, value] of Object.entries(filled)) {
    const field = form.getByLabel(label);
    if ((await form.locator('select').and(field).count()) > 0) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await form.getByRole('button', { name: button, exact: true }).click();
}

const listOf = (organisation: string) => new URL(`organisation/${organisation}/exemptions`, serving.url).href;
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

test('本人在手机上申请：错了当场说明，填的都还在；交了以后看到等谁办', async () => {
  const page = by('张建国');
  await page.goto(new URL('me', serving.url).href);
  await page.getByRole('link', { name: /申请，或看办到哪一步/ }).click();
  await page.getByText('没有提过申请。').waitFor();
  await expectSoundEverywhere(page, '申请');
  await act(page, '提出申请', { 类别: '流动外出', 申请理由: '随子女在上海居住' }, '提交申请');
  await page.getByText('请写明流动去向和联系人及联系方式').waitFor();
  expect(await page.getByLabel('申请理由').inputValue()).toBe('随子女在上海居住');
  await expectSoundEverywhere(page, '申请被退回');
  await act(page, '提出申请', { 流动去向: '上海市浦东新区', 联系人: '吴㙦 021-5555' }, '提交申请');
  await page.getByText('等书记李梅填注支部意见').waitFor();
  expect(await page.getByText('已有一份申请正在办理').isVisible()).toBe(true);
  await expectSoundEverywhere(page, '本人看办理经过');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载这份申请的审批表' }).click();
  expect((await downloading).suggestedFilename()).toBe('党员不参加积分制管理党员审批表-001-张建国.xlsx');
}, 120_000);

test('书记从清单进去，填注支部意见', async () => {
  const page = by('李梅');
  await page.goto(listOf(BRANCH));
  await page.getByText('等书记李梅填注支部意见').waitFor();
  expect(await page.getByText('随子女在上海居住').count()).toBe(0);
  await expectSoundEverywhere(page, '书记的清单');
  await page.getByRole('link', { name: '张建国（001）' }).click();
  await page.getByText('随子女在上海居住').waitFor();
  await expectSoundEverywhere(page, '书记填注意见');
  const opinion = { 支部意见: '同意', 会议日期: today(), '意见（写明研究情况）': '情况属实，同意上报' };
  await act(page, '填注支部意见', opinion, '签署并上报');
  await page.getByText('等清江县财政局党委审批（周涛）').waitFor();
}, 120_000);

test('上级从自己的清单看到下级支部等批的，写明期限批准；本人看到免予，别处只有期限', async () => {
  const page = by('周涛');
  await page.goto(listOf(COMMITTEE));
  await page.getByText('等清江县财政局党委审批（周涛）').waitFor();
  await expectSoundEverywhere(page, '上级的清单');
  await page.getByRole('link', { name: '张建国（001）' }).click();
  const until = `${today().slice(0, 4)}-12-31`;
  const refused = { 审批结果: '批准', 批准到何日止: '2020-01-01', 审批意见: '同意' };
  await act(page, '审批', refused, '审批');
  await page.getByText('早于起始日期').waitFor();
  await expectSoundEverywhere(page, '上级审批');
  await act(page, '审批', { 批准到何日止: until }, '审批');
  await page.getByText(/^期限：/).waitFor();
  await page.goto(listOf(COMMITTEE));
  await page.getByText('没有正在办理的申请').waitFor();
  await expectSoundEverywhere(page, '上级的清单，已批');
  const member = by('张建国');
  await member.reload();
  await member.getByText(/^期限：/).waitFor();
  await member.getByText('申请续期', { exact: true }).waitFor();
  await expectSoundEverywhere(member, '本人看到批准');
}, 120_000);

test('本人提前恢复参加，写明原因', async () => {
  const page = by('张建国');
  await act(page, '提前恢复参加', { 原因: '已回本地' }, '确定');
  await page.getByText(/起恢复参加积分管理$/).waitFor();
  expect(await page.getByText('提出申请', { exact: true }).count()).toBeGreaterThan(0);
  for (const [row, { complaints }] of pages)
    expect(
      complaints.filter((one) => !one.includes('422')),
      row,
    ).toEqual([]);
});
