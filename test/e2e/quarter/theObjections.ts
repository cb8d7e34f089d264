// Two objections on the public form: received, decided anew and answered at their desks; one without ground, one with.
import { expect, test } from 'vitest';
import { BRANCH } from '../../store/branch.ts';
import { NAMES } from '../branchOfThirty.ts';
import { BUDGETS, within } from '../budgets.ts';
import { secondsOf } from '../hands.ts';
import { reappraised } from './theAppraisal.ts';
import { hangs, noticePath } from './theNotice.ts';
import { ACCUSED, CORRECTED, type Walk } from './walk.ts';

const OBJECTIONS = [
  [ACCUSED, '听说她请假多'],
  [CORRECTED, '四月的分析晚报了三天，我在窗口等过'],
] as const;

export function theObjections(walk: Walk): void {
  /** By whose points it is about. */
  const receipts = new Map<string, string>();

  test('两件异议：群众在公示页提出，得回执号', async () => {
    for (const [name, words] of OBJECTIONS) receipts.set(name, await objectedTo(walk, name, words));
    const each = secondsOf(walk.efforts.of('提出异议的群众')) / OBJECTIONS.length;
    within('提出一件异议的秒数', each, BUDGETS.objectionSeconds);
  }, 120_000);

  test('受理人从待办进去受理', async () => {
    const receiver = await walk.hands('异议受理人', '郑𠮷');
    await receiver.open('');
    await receiver.follow('受理异议');
    for (const [name, words] of OBJECTIONS) {
      await receiver.follow(`${name}的异议`);
      await receiver.sees(words);
      await receiver.press(/^受理$/);
      await receiver.sees('已受理，2026-06-24 以前答复。');
      await receiver.follow('回到异议列表');
    }
    expect((await walk.standing('有异议，待重新审定')).toSorted()).toEqual([ACCUSED, CORRECTED].toSorted());
  }, 120_000);

  test('书记重新审定，书面答复：一件维持原评议，一件重新评议；异议人凭回执号看到', async () => {
    await answered(walk, ACCUSED, 'kept', '经核对请假均有批准，维持原评议');
    await answered(walk, CORRECTED, 'changed', '经核对确有晚报，重新评议');
    expect(await walk.standing('待重新评议')).toEqual([CORRECTED]);
    await readsAnswer(walk, receipts.get(ACCUSED), '已答复：维持原评议');
    await readsAnswer(walk, receipts.get(CORRECTED), '已答复：将重新评议，结果另行公示');
  }, 120_000);

  test('成立的一件在会议方式里另行评议、另行公示', async () => {
    walk.branch.on('2026-06-17');
    await reappraised(walk, CORRECTED, /异议重新审定的答复：经核对确有晚报/, '9');
    await hangs(walk, 1, '3');
    walk.branch.on('2026-06-24');
    expect(await walk.standing('公示中')).toEqual([]);
    expect(await walk.standing('公示期满，待登记')).toHaveLength(NAMES.length);
  }, 240_000);
}

/** On the plain form of the notice, by somebody without an account. */
async function objectedTo(walk: Walk, name: string, words: string): Promise<string> {
  const { branch } = walk;
  const stranger = walk.efforts.hands('提出异议的群众', await branch.stranger(360), branch.url);
  await stranger.open(await noticePath(walk, '2026-06-16'));
  const line = NAMES.indexOf(name) + 1;
  await stranger.followAt(stranger.page.getByRole('row').nth(line).getByRole('link'));
  expect(await stranger.page.getByLabel('对哪一行有异议').inputValue()).toBe(String(line));
  await stranger.fill(/^异议内容/, words);
  await stranger.click(stranger.page.getByLabel('服务对象'));
  await stranger.fill('姓名', '周涛');
  await stranger.fill(/^联系方式/, '13900000000');
  await stranger.press('提交异议');
  const receipt = await stranger.page.getByLabel('回执号').innerText();
  expect(receipt).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await stranger.page.context().close();
  return receipt;
}

async function readsAnswer({ branch, efforts }: Walk, receipt: string | undefined, says: string) {
  const stranger = efforts.hands('异议人看答复', await branch.stranger(360), branch.url);
  await stranger.open(`objection/${BRANCH}`);
  await stranger.fill(/^回执号/, receipt ?? '');
  await stranger.press('查看');
  await stranger.sees(says);
  await stranger.page.context().close();
}

async function answered(walk: Walk, name: string, verdict: string, answer: string): Promise<void> {
  const secretary = await walk.hands('重新审定（书记）', '李梅');
  await secretary.open('');
  await secretary.follow('重新审定');
  await secretary.follow(`${name}的异议`);
  await secretary.choose('结论', verdict);
  await secretary.fill(/^书面答复/, answer);
  await secretary.press('作出答复');
  await secretary.sees('已答复');
}
