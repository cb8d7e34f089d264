// 申诉 in Chromium: a member appeals about a registered quarter; above it is found, answered beside everything, and told.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BRANCH } from '../store/branch.ts';
import { COMMITTEE } from '../store/bureau.ts';
import { HERE, type Name } from '../store/rounds.ts';
import { launchChromium } from './chromium.ts';
import { type RoundBranch, roundBranch, roundPath } from './roundBranch.ts';
import { expectSoundEverywhere } from './shown.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const WORDS = '走访两户是我和赵敏一起去的，签到表在办公室';
let browser: Browser;
let branch: RoundBranch;

beforeAll(async () => {
  browser = await launchChromium();
  branch = await roundBranch(browser);
  await registered();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await branch.stop();
});

async function registered() {
  const { by, acts, on } = branch;
  await by('李梅', acts.opening());
  for (const name of ALL) await by(name, await acts.applying(name));
  await by('赵敏', await acts.opinions(ALL));
  await by('李梅', await acts.sheet(ALL.filter((name) => name !== '李梅')));
  await by('孙丽', await acts.sheet(['李梅']));
  on('2026-06-15');
  const { meetingId } = await by('张建国', acts.meeting('2026-06-15', ['张建国', '王强', '郑𠮷']));
  const others = ALL.filter((name) => name !== '张建国');
  await by('张建国', await acts.appraising(meetingId, others, 3));
  const { noticeId } = await by('李梅', acts.drafting(others));
  await by('王强', acts.checking(noticeId));
  await by('张建国', acts.publishing(noticeId));
  on('2026-06-24');
  await by('李梅', acts.registering(['吴㙦']));
}

test('本人在本季事项里申诉；记分员只知道有一件申诉', async () => {
  const own = await branch.at('吴㙦', 360, roundPath(`member/${branch.id.吴㙦}`));
  await own.getByText('向上级党组织申诉', { exact: true }).click();
  await own.getByRole('button', { name: '提交申诉' }).click();
  await own.getByLabel('申诉的内容和理由').fill(WORDS);
  await expectSoundEverywhere(own, '提出申诉');
  await own.getByRole('button', { name: '提交申诉' }).click();
  await own.getByText('等上级党组织答复，2026-07-08，还有 10 个工作日').waitFor();
  await own.getByText(WORDS).waitFor();
  expect(await own.getByRole('button', { name: '提交申诉' }).count()).toBe(0);
  await own.close();

  const keeper = await branch.at('李梅', 1440, roundPath(`member/${branch.id.吴㙦}`));
  await keeper.getByText('申诉的内容只由本人和答复的上级党组织查看。').waitFor();
  expect(await keeper.content()).not.toContain(WORDS);
  expect(await keeper.getByRole('button', { name: '作出答复' }).count()).toBe(0);
  await keeper.close();
}, 120_000);

test('上级在待办和季度积分审核里看到，写明结论答复', async () => {
  const home = await branch.at('刘洋', 1440, '');
  await home.getByText('1 名党员的申诉待答复').waitFor();
  await home.close();
  const above = await branch.at('刘洋', 1440, `organisation/${COMMITTEE}/rounds`);
  await above.getByRole('heading', { name: '等待答复的申诉' }).waitFor();
  await expectSoundEverywhere(above, '等待答复的申诉');
  await above.getByRole('link', { name: '吴㙦' }).click();
  await above.getByText(WORDS).waitFor();
  await above.getByRole('button', { name: '作出答复' }).click();
  await above.getByLabel('结论').selectOption('upheld');
  await above.getByLabel(/^书面答复/).fill('经核对签到表，任务已按期完成，请支部更正。');
  await expectSoundEverywhere(above, '答复申诉');
  await above.getByRole('button', { name: '作出答复' }).click();
  await above.getByText('申诉成立', { exact: true }).waitFor();
  await above.close();
  expect((await branch.matter('吴㙦')).state).toBe('registered');
}, 120_000);

test('本人看到答复；下一轮的考核登记表写明要更正', async () => {
  const own = await branch.at('吴㙦', 360, roundPath(`member/${branch.id.吴㙦}`));
  await own.getByText('请支部更正。').waitFor();
  await expectSoundEverywhere(own, '申诉已答复');
  await own.close();
  branch.on('2026-09-01');
  await branch.by('李梅', { type: 'openRound', ...HERE, period: 3 });
  const sheet = await branch.at('李梅', 1440, `branch/${BRANCH}/${HERE.year}/rounds/3/sheet`);
  await sheet.getByText('吴㙦：第二季度').waitFor();
  await expectSoundEverywhere(sheet, '登记表上的申诉');
  await sheet.close();
  expect(branch.complaints).toEqual([]);
}, 120_000);
