// 依据材料 in the browser: picked on a telephone, one that is refused, opened as a download; a supplying body's finding.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAMERA, pdf, photograph } from '../intake/evidence/made.ts';
import { BRANCH } from '../store/branch.ts';
import { HERE, type Name } from '../store/rounds.ts';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

let browser: Browser;
let branch: RoundBranch;

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  await branch.by('李梅', { type: 'openRound', ...HERE });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

const matterOf = (name: Name) => roundPath(`member/${branch.id[name]}`);
const picked = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(bytes),
});
const LONG = `${'财政部表彰全国先进工作者的决定及附件名单'.repeat(3)}.jpg`;

test('党员在手机上给奖励分附证书：不合格的说明原因，其余照旧；提交后同办的人能下载', async () => {
  const page = await branch.at('王强', 360, matterOf('王强'));
  await page.getByRole('button', { name: '申报一项奖励分' }).click();
  await page.getByLabel('条款').selectOption('3.4.1-4');
  await page.getByLabel('事由').fill('先进工作者');
  const field = page.locator('#evidence-0');
  expect(await field.getAttribute('capture')).toBeNull();
  await field.setInputFiles([
    picked(LONG, await photograph('jpeg')),
    picked('坏的.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
  ]);
  await page.getByText(/“坏的.jpg”的内容不是能保存的种类，没有保存/).waitFor();
  await page.getByRole('link', { name: LONG }).waitFor();
  expect(await page.getByLabel('事由').inputValue()).toBe('先进工作者');
  await expectSoundEverywhere(page, '附材料');
  await page.getByLabel('文件上的日期').fill('2026-05-08');
  await page.getByLabel('文号或书面依据').fill('财发〔2026〕8号');
  await page.getByText('草稿已保存。').waitFor();
  await page.reload();
  await page.getByRole('link', { name: LONG }).waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '奖励分' }).waitFor();
  await page.getByText(/^图片，\d+ KB，王强上传，2026-06-01$/).waitFor();
  await expectSoundEverywhere(page, '已附材料');
  await page.close();

  const leader = await branch.at('赵敏', 1440, matterOf('王强'));
  const downloading = leader.waitForEvent('download');
  await leader.getByRole('link', { name: LONG }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(LONG);
  const bytes = await readFile(await download.path());
  expect(bytes.includes(CAMERA)).toBe(false);
  await leader.close();
}, 120_000);

test('下载只作附件：不在本站打开，不让浏览器猜，别人的和没有的一个样', async () => {
  const page = await branch.at('王强', 360, matterOf('王强'));
  const href = (await page.getByRole('link', { name: LONG }).getAttribute('href')) ?? '';
  const asked = async (from: Page, address: string) => {
    const answer = await from.request.get(new URL(address, from.url()).href);
    return { status: answer.status(), headers: answer.headers(), text: await answer.text() };
  };
  const own = await asked(page, href);
  expect(own.status).toBe(200);
  expect(own.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  expect(own.headers['content-disposition']).toMatch(
    /^attachment; filename="evidence.jpg"; filename\*=UTF-8''%E8%B4%A2/,
  );
  await page.close();
  const body = await branch.at('周涛', 360, `organisation/${BRANCH}/findings`);
  const foreign = await asked(body, href);
  const unknown = await asked(body, href.replace(/[0-9a-f]{64}$/, '0'.repeat(64)));
  expect([foreign.status, foreign.text]).toEqual([unknown.status, unknown.text]);
  expect(foreign.status).toBe(404);
  await body.close();
}, 120_000);

test('纪检提出认定：选人、条款、文号、附件，送达本人；只看得到自己提出的', async () => {
  const page = await branch.at('周涛', 360, `organisation/${BRANCH}/findings`);
  await page.getByText('以“纪检”的名义提出').waitFor();
  await page.getByText('还没有提出过。').waitFor();
  await page.getByRole('button', { name: '提出并送达本人' }).click();
  expect(await page.getByText('请填写').count()).toBeGreaterThan(3);
  await page.getByLabel('党员').selectOption({ label: '吴㙦（005）' });
  await page.getByLabel('条款').selectOption('A2.3-2');
  await page.getByText('请上传书面认定文件').waitFor();
  await expectSoundEverywhere(page, '认定有缺');
  await page.getByLabel('发生日期').fill('2026-05-12');
  await page.getByLabel('认定的事实').fill('经查属实');
  await page.getByLabel('认定文件的文号').fill('县纪〔2026〕3号');
  await page.locator('#finding-files').setInputFiles({
    name: '认定书.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf('8 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj')),
  });
  await page.getByText('请留意：内含脚本，打开时请不要允许运行').waitFor();
  await page.getByRole('button', { name: '提出并送达本人' }).click();
  await page.getByText('已提出并送达本人，本人可以在 2026-06-04 前答复。').waitFor();
  await page.getByText('已送达本人，本人可以在 2026-06-04 前答复。').last().waitFor();
  expect(await page.getByText('先进工作者').count()).toBe(0);
  await expectSoundEverywhere(page, '已提出');
  await page.close();

  const own = await branch.at('吴㙦', 360, matterOf('吴㙦'));
  await own.getByRole('link', { name: '认定书.pdf' }).waitFor();
  await expectSoundEverywhere(own, '拟扣分的材料');
  await own.close();
  const leader = await branch.at('赵敏', 1440, matterOf('吴㙦'));
  await leader.getByText('另有 1 份材料，只由少数需要的人查看。').waitFor();
  expect(await leader.getByRole('link', { name: '认定书.pdf' }).count()).toBe(0);
  await leader.close();
  expect(branch.complaints.filter((one) => !/404|422/.test(one))).toEqual([]);
}, 120_000);

test('记分员在考核登记表上附拟扣分的材料', async () => {
  const page = await branch.at('李梅', 1440, roundPath('sheet'));
  await page.getByLabel(/按姓名或编号查找/).fill('孙丽');
  await page.getByRole('button', { name: '看全部党员' }).click();
  const row = page.locator('.sheet-deductions').first();
  await row.locator('summary').first().click();
  await row.locator('input[type=file]').setInputFiles({
    name: '签到表.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf()),
  });
  await row.getByRole('link', { name: '签到表.pdf' }).waitFor();
  await expectSoundEverywhere(page, '登记表附材料');
  await row.getByRole('button', { name: '删去 签到表.pdf' }).click();
  await expect.poll(() => row.getByRole('link', { name: '签到表.pdf' }).count()).toBe(0);
  await page.close();
}, 120_000);
