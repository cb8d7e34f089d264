// Thirty applications: each by its member on a phone, one of them late, one on paper, one never.
import { expect, test } from 'vitest';
import { NAMES, roundPath } from '../branchOfThirty.ts';
import { BUDGETS, within } from '../budgets.ts';
import { type Hands, secondsOf } from '../hands.ts';
import { ABSENT, COMMENDED, CORRECTS, LATE, ON_PAPER, PLAIN, SILENT, type Walk } from './walk.ts';

const OF_THEIR_OWN = [PLAIN, COMMENDED, CORRECTS, ABSENT, ON_PAPER, LATE, SILENT];
const OTHERS = NAMES.filter((name) => !OF_THEIR_OWN.includes(name));

export function theApplications(walk: Walk): void {
  test('党员在手机上申请：没有要改的两下就交；有奖励的、有出入的、被提出扣分的各办各的', async () => {
    walk.branch.on('2026-06-04');
    await applies(walk, PLAIN);
    await applies(walk, COMMENDED, async (hands) => {
      await hands.press('申报一项奖励分');
      await hands.choose('条款', '3.4.1-4');
      await hands.fill('文件上的日期', '2026-05-08');
      await hands.fill('事由', '先进工作者');
      await hands.fill('文号或书面依据', '财发〔2026〕8号');
    });
    await applies(walk, CORRECTS, async (hands) => {
      const task = hands.page.getByRole('group', { name: '第二季度预算执行分析' });
      await hands.chooseAt(task.getByLabel('完成情况'), 'partly');
      await hands.fillAt(task.getByLabel(/^申报分/), '8.00');
      await hands.fillAt(task.getByLabel(/^情况说明/), '五月的分析晚了两天');
    });
    await applies(walk, ABSENT, async (hands) => {
      await hands.fill('答复', '那天在下乡，忘了请假');
      await hands.press('提交答复');
      await hands.sees('本人的答复');
    });
    const { memberSeconds, memberClicks } = BUDGETS;
    within('党员无需更正时的点击数', walk.efforts.of(`党员${PLAIN}`).click, memberClicks);
    for (const name of [PLAIN, COMMENDED, CORRECTS, ABSENT])
      within(`党员${name}一个季度的秒数`, secondsOf(walk.efforts.of(`党员${name}`)), memberSeconds);
  }, 240_000);

  test(`其余 ${OTHERS.length} 人也各自在手机上申请`, async () => {
    for (const name of OTHERS) await handsIn(await walk.hands('其余党员', name, 360));
    expect((await walk.standing('待申请')).toSorted()).toEqual([LATE, ON_PAPER, SILENT].toSorted());
  }, 240_000);

  test('纸质申请由记分员代为登记；一人晚交，一人不交', async () => {
    const scorekeeper = await walk.hands('记分员', '徐晓燕');
    await scorekeeper.open(roundPath(`member/${walk.branch.idOf(ON_PAPER)}`));
    await scorekeeper.fill('代书人姓名', '徐晓燕');
    await scorekeeper.fill('纸面日期', '2026-06-03');
    await scorekeeper.press('提交申请');
    await scorekeeper.sees('纸质申请，代书人 徐晓燕，纸面日期 2026-06-03。');

    walk.branch.on('2026-06-10');
    const late = await walk.hands(`党员${LATE}`, LATE, 360);
    await handsIn(late, async () => late.sees('已过：仍可提交，注明“晚交”，不因此扣分'));
    await late.sees('晚于申请期限提交，照常办理，不因此扣分。');
    expect(await walk.standing('待申请')).toEqual([SILENT]);
  }, 120_000);
}

type Corrects = (hands: Hands) => Promise<void>;

async function applies(walk: Walk, name: string, corrects?: Corrects): Promise<void> {
  await handsIn(await walk.hands(`党员${name}`, name, 360), corrects);
}

/** From the door on one's own page. */
async function handsIn(hands: Hands, corrects: Corrects = async () => {}): Promise<void> {
  await hands.open('me');
  await hands.follow(/第二季度积分/);
  await corrects(hands);
  await hands.press('提交申请');
  await hands.sees(/等分管领导(赵敏|陈志远)签注意见/);
}
