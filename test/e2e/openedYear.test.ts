// From an empty data folder and a set-up token to the opened year of a branch of thirty, every act at the screen of the office
// that owns it, on both engines: organisations, offices, roster, rules, election, plans, an exemption approved above.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../src/service/verify/verify.ts';
import { ENGINES, type Fresh, freshDatabase } from '../server/database.ts';
import { type ServingWithin, serveWithin } from '../server/serving.ts';
import { launchChromium } from './chromium.ts';
import { act, Bureau } from './desk.ts';

const COMMITTEE = '清江县财政局党委';
const BRANCH = '清江县财政局机关支部';
const YEAR = new Date().getFullYear();
const NAMES = (
  '张建国 李梅 王强 郑𠮷 吴㙦 陈志远 刘洋 何䶮 马文静 韩立新 徐晓燕 冯雪梅 邓海波 曹雨晴 唐振华 ' +
  '谢婷 彭家豪 黄秀兰 罗永福 宋佳怡 姚志强 卢春生 程浩然 陆文博 买买提·吐尔逊江 龚丽娜 白一鸣 丁可欣 沈国栋 许明轩'
).split(' ');
const numberOf = (index: number) => String(index + 1).padStart(3, '0');
const HEAD = '编号,姓名,类型,加入日期,党小组,职务,分管领导\n';
const row = (name: string, index: number, type = '正式党员', joined = '2015-03-01') =>
  `${numberOf(index)},${name},${type},${joined},第${index % 2 === 0 ? '一' : '二'}党小组,科员,赵敏\n`;
const GOOD = HEAD + NAMES.map((name, index) => row(name, index)).join('');
const BAD =
  HEAD +
  NAMES.map((name, index) => {
    if (index === 6) return row(name, index, '群众');
    if (index === 11) return row('', index);
    return index === 17 ? row(name, index, '正式党员', '去年') : row(name, index);
  }).join('');
const csv = (text: string) => ({ name: '党员花名册.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const PLAN = ['第一季度', '第二季度', '第三季度', '第四季度']
  .flatMap((label) => [
    `${label}\t单位分配任务\t${label}预算执行\t10\t季末前报送`,
    `${label}\t承诺事项\t${label}社区服务\t5\t有服务记录`,
  ])
  .join('\n');

/** Where the screens are kept when a step fails. */
const PICTURES = process.env['PICTURES'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

for (const engine of ENGINES)
  describe(`开立一年，在 ${engine} 上`, () => {
    let fresh: Fresh;
    let serving: ServingWithin;
    let bureau: Bureau;
    let branch = '';
    beforeAll(async () => {
      fresh = await freshDatabase(engine);
      serving = await serveWithin({ databaseUrl: fresh.url });
      bureau = new Bureau(browser, serving);
    });
    afterAll(async () => {
      await serving.stop();
      await fresh.drop();
    });
    afterEach(async ({ task }) => {
      if (PICTURES === undefined || task.result?.state !== 'fail') return;
      for (const [name, { page }] of bureau.desks)
        await page.screenshot({
          path: `${PICTURES}/${engine}-${task.name.slice(0, 12)}-${name}.png`,
          fullPage: true,
        });
    });
    const of = (path: string) => bureau.at(`organisation/${branch}/${path}`);

    test('设置口令之后，系统管理员建立组织，登记书记和党委经办人', async () => {
      await bureau.setUp();
      const system = bureau.page('周涛');
      await system.goto(bureau.at('offices'));
      await act(system, '建立组织', { 组织名称: COMMITTEE, 组织层级: '党委' }, '建立');
      await act(system, '建立组织', { 组织名称: BRANCH, 组织层级: '党支部', 上级: COMMITTEE }, '建立');
      await bureau.offices('周涛', COMMITTEE);
      await act(system, '登记任职人员', { 编号: 'W1', 姓名: '钱卫民' }, '登记');
      await act(
        system,
        '授予职务',
        { 职务: '党委经办人', 授予谁: '钱卫民', 依据: '县局党委〔2026〕1号' },
        '授予',
      );
      await bureau.offices('周涛', BRANCH);
      await act(system, '登记任职人员', { 编号: '002', 姓名: '李梅' }, '登记');
      await act(system, '授予职务', { 职务: '书记', 授予谁: '李梅', 依据: '县局党委〔2026〕2号' }, '授予');
      await bureau.joins('钱卫民', 'qianweimin', COMMITTEE, 1440);
      await bureau.joins('李梅', 'limei', BRANCH, 1440);
      const organisations = await serving.services.world.store.read((tx) => tx.organisations());
      branch = organisations.find(({ name }) => name === BRANCH)?.organisationId ?? '';
    }, 240_000);

    test('书记登记分管领导，导入名册：三行有错逐一指出，改好后登记；书记本人的由支委登记', async () => {
      const secretary = await bureau.offices('李梅', BRANCH);
      await act(secretary, '登记任职人员', { 编号: 'L1', 姓名: '赵敏' }, '登记');
      await act(secretary, '授予职务', { 职务: '分管领导', 授予谁: '赵敏', 依据: '局党组分工' }, '授予');
      await secretary.goto(of('register/import'));
      await read(secretary, BAD);
      await secretary.getByRole('heading', { name: '有 3 行要改正，共 3 处' }).waitFor();
      for (const told of ['群众', '“姓名”必须填写', '去年'])
        await secretary.getByText(told).first().waitFor();
      await secretary.getByText('换一份文件').click();
      await read(secretary, GOOD);
      await secretary.getByRole('button', { name: '确认登记' }).click();
      await secretary.getByText(/^新登记 29 人，变更/).waitFor();

      await bureau.offices('李梅', BRANCH);
      for (const name of ['王强', '郑𠮷'])
        await act(secretary, '授予职务', { 职务: '支部委员', 授予谁: name, 依据: '支部大会选举' }, '授予');
      await act(secretary, '授予职务', { 职务: '核对人', 授予谁: '马文静', 依据: '支部研究' }, '授予');
      const other = await bureau.joins('王强', 'wangqiang', BRANCH, 1440);
      await other.goto(of('register/import'));
      await read(other, GOOD);
      await other.getByRole('button', { name: '确认登记' }).click();
      await other.getByText(/^新登记 1 人，变更/).waitFor();
    }, 300_000);

    test('细则按会议记录通过，开立年度，期初计入', async () => {
      const secretary = bureau.page('李梅');
      await secretary.goto(of('rules'));
      await secretary.getByRole('link', { name: '拟订细则' }).click();
      await secretary.getByRole('button', { name: '开始拟订' }).click();
      await secretary.getByRole('heading', { name: '登记通过' }).waitFor();
      await secretary.getByLabel('从哪一年起用').selectOption(String(YEAR));
      await secretary.getByLabel('哪种会议').selectOption('generalMeeting');
      for (const [label, value] of Object.entries({
        '版本名称（如 2027-1）': `${YEAR}-1`,
        会议日期: `${YEAR}-01-05`,
        应到人数: '30',
        实到人数: '28',
        赞成票: '27',
        反对票: '0',
        弃权票: '1',
        会议记录或文件编号: `支部会议记录 ${YEAR}-01`,
      }))
        await secretary.getByLabel(label).fill(value);
      for (const seen of await secretary.getByRole('checkbox', { name: /看过/ }).all()) await seen.check();
      await secretary.getByRole('button', { name: '登记通过' }).click();
      await secretary.getByRole('button', { name: new RegExp(`开立 ${YEAR} 年`) }).click();
      await secretary.getByText(`${YEAR} 年已开立`).waitFor();
      await secretary.goto(bureau.at(`branch/${branch}/${YEAR}`));
      await secretary.getByRole('link', { name: /何䶮/ }).first().click();
      await secretary.getByText('基础分 30.00').first().waitFor();
    }, 240_000);

    test('党员大会推选记分员，书记登记', async () => {
      const secretary = bureau.page('李梅');
      await secretary.goto(of('election'));
      for (const [label, value] of Object.entries({
        会议地点: '三楼会议室',
        会议记录编号: `${YEAR}-02`,
        到会的有表决权的党员人数: '28',
        '得票人 1 的票数': '26',
        '得票人 2 的票数': '2',
        '任期至（年-月-日）': `${YEAR + 2}-12-31`,
      })) {
        if (label.startsWith('得票人 2')) {
          await secretary.getByRole('button', { name: '再加一名得票人' }).click();
          await secretary.getByLabel('得票人 2', { exact: true }).selectOption({ label: '谢婷（016）' });
        }
        await secretary.getByLabel(label, { exact: true }).fill(value);
      }
      await secretary.getByLabel('得票人 1', { exact: true }).selectOption({ label: '徐晓燕（011）' });
      await secretary.getByText('按此计票，徐晓燕（011）当选').waitFor();
      await secretary.getByRole('button', { name: '登记推选结果' }).click();
      await secretary.getByText('徐晓燕当选').waitFor();
      await bureau.joins('徐晓燕', 'xuxiaoyan', BRANCH, 1440);
      await bureau.joins('赵敏', 'zhaomin', BRANCH, 768);
      await bureau.joins('张建国', 'zhangjianguo', BRANCH, 360);
    }, 300_000);

    test('三十人的目标任务：记分员拟定，本人和分管领导认可，支部批准；书记的由上级批准', async () => {
      const plans = `branch/${branch}/${YEAR}/plans`;
      const scorekeeper = bureau.page('徐晓燕');
      await scorekeeper.goto(bureau.at(plans));
      await scorekeeper.getByRole('button', { name: '选中符合条件的全部 30 人' }).click();
      await scorekeeper.getByText('多人一起拟定').click();
      await scorekeeper.locator('#paste-same').fill(PLAN);
      await scorekeeper.getByRole('button', { name: '读取并预览' }).first().click();
      await scorekeeper.getByRole('button', { name: '为 30 人提出' }).click();
      await inState(30, '待认可');

      const phone = bureau.page('张建国');
      await phone.goto(bureau.at(`${plans}/${await personId('001')}`));
      await phone.getByRole('button', { name: '认可我的目标任务' }).click();
      await inState(1, '待分管领导认可');

      const secretary = bureau.page('李梅');
      await secretary.goto(bureau.at(plans));
      await secretary.getByRole('button', { name: /选中符合条件的全部/ }).click();
      await secretary
        .getByText(/代本人登记书面认可/)
        .first()
        .click();
      await secretary.getByLabel(/纸面签字日期/).fill(`${YEAR}-01-10`);
      await secretary.getByRole('button', { name: /代本人登记书面认可/ }).click();
      await inState(29, '待分管领导认可');
      await secretary.goto(bureau.at(`${plans}/${await personId('002')}`));
      await secretary.getByRole('button', { name: '认可我的目标任务' }).click();
      await inState(30, '待分管领导认可');

      const leader = bureau.page('赵敏');
      await leader.goto(bureau.at(plans));
      await leader.getByRole('button', { name: '选中符合条件的全部 30 人' }).click();
      await leader.getByRole('button', { name: '以分管领导名义认可（30 份）' }).click();
      await inState(30, '待支部批准');

      await approve(secretary, plans, 29);
      await inState(29, '已批准');
      await approve(bureau.page('钱卫民'), plans, 1);
      await inState(30, '已批准');
    }, 300_000);

    test('一名党员申请不参加积分制管理：书记填注意见，上级审批', async () => {
      const phone = bureau.page('张建国');
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
      await phone.goto(bureau.at('me'));
      await phone.getByRole('link', { name: /申请，或看办到哪一步/ }).click();
      await act(
        phone,
        '提出申请',
        { 类别: '流动外出', 申请理由: '派驻外省', 流动去向: '乌鲁木齐市', 联系人: '吴㙦 0991-5555' },
        '提交申请',
      );
      await phone.getByText('等书记李梅填注支部意见').waitFor();
      const secretary = bureau.page('李梅');
      await secretary.goto(of('exemptions'));
      await secretary.getByRole('link', { name: '张建国（001）' }).click();
      const opinion = { 支部意见: '同意', 会议日期: today, '意见（写明研究情况）': '情况属实，同意上报' };
      await act(secretary, '填注支部意见', opinion, '签署并上报');
      const officer = bureau.page('钱卫民');
      const committee = (await serving.services.world.store.read((tx) => tx.organisations())).find(
        ({ name }) => name === COMMITTEE,
      );
      await officer.goto(bureau.at(`organisation/${committee?.organisationId}/exemptions`));
      await officer.getByRole('link', { name: '张建国（001）' }).click();
      await act(
        officer,
        '审批',
        { 审批结果: '批准', 批准到何日止: `${YEAR}-12-31`, 审批意见: '同意' },
        '审批',
      );
      await officer.getByText(/^期限：/).waitFor();
    }, 240_000);

    test('账册核对无误，浏览器没有怨言', async () => {
      const { world } = serving.services;
      const { sound, wrong } = await verify({ store: world.store, digests: world.digests });
      expect({ sound, wrong }).toEqual({ sound: true, wrong: [] });
      expect(bureau.complaints()).toEqual([]);
    }, 60_000);

    async function personId(number: string): Promise<string> {
      const row = await serving.services.world.store.read((tx) => tx.personByNumber(branch, number));
      return row?.personId ?? '';
    }

    async function read(page: Page, text: string) {
      await page.locator('#rosterFile').setInputFiles(csv(text));
      await page.getByRole('button', { name: '读入文件' }).click();
      await page.getByRole('heading', { name: '核对各列' }).waitFor();
      await page.getByRole('button', { name: '按此读取' }).click();
    }

    async function approve(page: Page, plans: string, count: number) {
      await page.goto(bureau.at(plans));
      await page.getByRole('button', { name: /选中符合条件的全部/ }).click();
      await page.getByText(`登记支部批准（${count} 份）`).first().click();
      await page.getByLabel(/会议日期/).fill(`${YEAR}-01-12`);
      await page.getByLabel(/会议记录/).fill(`${YEAR}年1月12日支部大会，应到30人，实到28人，一致通过`);
      await page.getByRole('button', { name: `登记支部批准（${count} 份）` }).click();
    }

    /** How many plans stand there, once the page's act has been done. */
    async function inState(count: number, state: string) {
      const counted = async () => {
        const cookies = await bureau.page('李梅').context().cookies();
        const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
        const answer = await fetch(bureau.at(`api/books/${branch}/years/${YEAR}/plans`), { headers });
        const { members } = (await answer.json()) as { members: { state: { name: string } }[] };
        return members.filter((one) => one.state.name === state).length;
      };
      await expect.poll(counted, { timeout: 20_000 }).toBe(count);
    }
  });
