// The quarter's opening, and from the applications to the sheet: the leaders in charge, the scorekeeper.
import { expect, test } from 'vitest';
import { LED_SILENTLY, NAMES, roundPath } from '../branchOfThirty.ts';
import { BUDGETS, within } from '../budgets.ts';
import { secondsOf } from '../hands.ts';
import { ABSENT, SILENT, type Walk } from './walk.ts';

export function theOpening(walk: Walk): void {
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
  }, 120_000);
}

export function theOpinions(walk: Walk): void {
  test('分管领导一屏签完；另一位没有签，由书记按“未签”登记', async () => {
    const led = NAMES.length - LED_SILENTLY.length;
    const leader = await walk.hands('分管领导', '赵敏', 768);
    await leader.open(roundPath('opinions'));
    await leader.sees('请在 2026-06-10 前签注');
    leader.reads(led);
    await leader.press(`签注 ${led} 人`);
    await leader.sees(`已签注 ${led} 人。`);
    within('分管领导每人秒数', secondsOf(walk.efforts.of('分管领导')) / led, BUDGETS.leaderSecondsAMember);

    walk.branch.on('2026-06-11');
    const secretary = await walk.hands('书记', '李梅');
    await secretary.open(roundPath('opinions'));
    await secretary.sees('代行：书记李梅（分管领导逾期未签，由其代行）');
    secretary.reads(LED_SILENTLY.length);
    await secretary.press(`按“未签”登记 ${LED_SILENTLY.length} 人`);
    await secretary.sees(`已按“未签”登记 ${LED_SILENTLY.length} 人。`);
    expect(await walk.standing('待考核登记')).toHaveLength(NAMES.length);
  }, 240_000);
}

export function toTheSheet(walk: Walk): void {
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

    const checker = await walk.hands('核对人', '马文静');
    await checker.open(roundPath('sheet'));
    await checker.press('空着的按本人申报填（领导签注完成的）');
    await checker.press('提交填齐的 1 人');
    await checker.sees('已提交 1 人的考核登记。');
    expect(await walk.standing('待评议')).toHaveLength(NAMES.length);
  }, 240_000);
}

/** Two tasks each; whoever handed nothing in is assessed all the same (G33), and a few fall short. */
function assessedAt(name: string, index: number): [string, string] {
  if (name === SILENT) return ['8', '4'];
  return index % 5 === 4 ? ['9.5', '4.5'] : ['10', '5'];
}
