// The quarter from its opening to the sheet: members on their phones, the leaders in charge, the scorekeeper.
import { expect, test } from 'vitest';
import { LED_SILENTLY, NAMES, ROUND, roundPath } from '../branchOfThirty.ts';
import { BUDGETS, within } from '../budgets.ts';
import { secondsOf } from '../hands.ts';
import { ABSENT, COMMENDED, LATE, ON_PAPER, PLAIN, SILENT, type Walk } from './walk.ts';

const DRIVEN = [PLAIN, COMMENDED, ABSENT, ON_PAPER, LATE, SILENT];

export function toTheSheet(walk: Walk): void {
  test('记分员开始这一轮，提出一笔拟扣分，送达本人', async () => {
    walk.branch.on('2026-06-01');
    const scorekeeper = await walk.hands('记分员', '徐晓燕');
    await scorekeeper.open(roundPath());
    await scorekeeper.press('开始这一轮');
    await scorekeeper.sees('30 人在这一步');

    walk.branch.on('2026-06-02');
    await scorekeeper.open(roundPath('sheet'));
    await scorekeeper.press('看全部党员');
    await scorekeeper.fill('按姓名或编号查找', ABSENT);
    await scorekeeper.click(scorekeeper.page.getByText('拟扣分和更正（0 笔）'));
    await scorekeeper.choose('条款', 'A2.5-1');
    await scorekeeper.fill(/发生日期/, '2026-05-12');
    await scorekeeper.fill('事由', '主题党日无故缺席');
    await scorekeeper.fillAt(scorekeeper.page.getByRole('textbox', { name: /^依据/ }), '签到表');
    await scorekeeper.choose('提供依据的单位', '本支部');
    await scorekeeper.press('提出拟扣分');
    await scorekeeper.sees('已送达本人，答复到 2026-06-05 为止。');
    await scorekeeper.leaves();
  }, 120_000);

  test('党员在手机上申请：没有要改的两下就交；有奖励的、被提出扣分的各办各的', async () => {
    walk.branch.on('2026-06-04');
    const plain = await walk.hands(`党员${PLAIN}`, PLAIN, 360);
    await plain.open('me');
    await plain.follow(/第二季度积分/);
    await plain.press('提交申请');
    await plain.sees('等分管领导赵敏签注意见');
    await plain.leaves();

    const commended = await walk.hands(`党员${COMMENDED}`, COMMENDED, 360);
    await commended.open('me');
    await commended.follow(/第二季度积分/);
    await commended.press('申报一项奖励分');
    await commended.choose('条款', '3.4.1-4');
    await commended.fill('文件上的日期', '2026-05-08');
    await commended.fill('事由', '先进工作者');
    await commended.fill('文号或书面依据', '财发〔2026〕8号');
    await commended.press('提交申请');
    await commended.sees('等分管领导赵敏签注意见');
    await commended.leaves();

    const absent = await walk.hands(`党员${ABSENT}`, ABSENT, 360);
    await absent.open('me');
    await absent.sees('有 1 笔拟扣分等您答复');
    await absent.follow(/第二季度积分/);
    await absent.fill('答复', '那天在下乡，忘了请假');
    await absent.press('提交答复');
    await absent.sees('本人的答复');
    await absent.press('提交申请');
    await absent.sees('等分管领导赵敏签注意见');
    await absent.leaves();

    const { memberSeconds, memberClicks } = BUDGETS;
    within('党员无需更正时的点击数', walk.efforts.of(`党员${PLAIN}`).click, memberClicks);
    for (const name of [PLAIN, COMMENDED, ABSENT])
      within(`党员${name}一个季度的秒数`, secondsOf(walk.efforts.of(`党员${name}`)), memberSeconds);

    for (const name of NAMES.filter((one) => !DRIVEN.includes(one))) await handsIn(walk, name);
  }, 240_000);

  test('纸质申请由记分员代为登记；一人晚交，一人不交', async () => {
    const scorekeeper = await walk.hands('记分员', '徐晓燕');
    await scorekeeper.open(roundPath(`member/${walk.branch.idOf(ON_PAPER)}`));
    await scorekeeper.fill('代书人姓名', '徐晓燕');
    await scorekeeper.fill('纸面日期', '2026-06-03');
    await scorekeeper.press('提交申请');
    await scorekeeper.sees('纸质申请，代书人 徐晓燕，纸面日期 2026-06-03。');
    await scorekeeper.leaves();

    walk.branch.on('2026-06-10');
    await handsIn(walk, LATE);
    const late = await walk.hands('党员晚交', LATE, 360);
    await late.open(roundPath(`member/${walk.branch.idOf(LATE)}`));
    await late.sees('晚于申请期限提交，照常办理，不因此扣分。');
    await late.leaves();
    expect(await walk.standing('待申请')).toEqual([SILENT]);
  }, 120_000);

  test('分管领导一屏签完；另一位没有签，由书记按“未签”登记', async () => {
    const led = NAMES.length - LED_SILENTLY.length;
    const leader = await walk.hands('分管领导', '赵敏', 768);
    await leader.open(roundPath('opinions'));
    await leader.sees('请在 2026-06-10 前签注');
    leader.reads(led);
    await leader.press(`签注 ${led} 人`);
    await leader.sees(`已签注 ${led} 人。`);
    await leader.leaves();
    within('分管领导每人秒数', secondsOf(walk.efforts.of('分管领导')) / led, BUDGETS.leaderSecondsAMember);

    walk.branch.on('2026-06-11');
    const secretary = await walk.hands('书记', '李梅');
    await secretary.open(roundPath('opinions'));
    await secretary.sees('代行：书记李梅（分管领导逾期未签，由其代行）');
    secretary.reads(LED_SILENTLY.length);
    await secretary.press(`按“未签”登记 ${LED_SILENTLY.length} 人`);
    await secretary.sees(`已按“未签”登记 ${LED_SILENTLY.length} 人。`);
    await secretary.leaves();
    expect(await walk.standing('待考核登记')).toHaveLength(NAMES.length);
  }, 240_000);

  test('记分员把一列分数粘贴进考核登记表，一次提交；本人的由核对人填', async () => {
    const others = NAMES.filter((name) => name !== '徐晓燕');
    const scorekeeper = await walk.hands('记分员', '徐晓燕');
    await scorekeeper.open(roundPath('sheet'));
    await scorekeeper.sees(`要填 ${others.length} 人，已填齐 0 人`);
    const [first = ''] = others;
    await scorekeeper.paste(`${first}“第二季度预算执行分析”的考核分`, others.flatMap(assessedAt));
    await scorekeeper.sees(`要填 ${others.length} 人，已填齐 ${others.length} 人`);
    scorekeeper.reads(others.length);
    await scorekeeper.fill(`${SILENT}的说明`, '没有交申请，按工作记录登记');
    await scorekeeper.sees('草稿已保存。');
    await scorekeeper.press(`提交填齐的 ${others.length} 人`);
    await scorekeeper.sees(`已提交 ${others.length} 人的考核登记。`);
    await scorekeeper.leaves();

    const checker = await walk.hands('核对人', '马文静');
    await checker.open(roundPath('sheet'));
    await checker.press('空着的按本人申报填（领导签注完成的）');
    await checker.press('提交填齐的 1 人');
    await checker.sees('已提交 1 人的考核登记。');
    await checker.leaves();
    expect(await walk.standing('待评议')).toHaveLength(NAMES.length);
  }, 240_000);
}

/** The same application the page sends. */
async function handsIn(walk: Walk, name: string): Promise<void> {
  const tasks = await walk.tasksOf(name);
  await walk.branch.as(name).done('POST', `${ROUND}/members/${walk.branch.idOf(name)}/application`, {
    tasks: tasks.map(({ taskId, planned }) => ({
      taskId,
      done: 'done',
      claimed: planned,
      words: '按时完成',
    })),
    bonuses: [],
    selfReported: null,
    onBehalf: null,
  });
}

/** Two tasks each; whoever handed nothing in is assessed all the same (G33), and a few fall short. */
function assessedAt(name: string, index: number): [string, string] {
  if (name === SILENT) return ['8', '4'];
  return index % 5 === 4 ? ['9.5', '4.5'] : ['10', '5'];
}
