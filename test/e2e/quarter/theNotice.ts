// The notice by three people, read by whoever has its address, objected to twice: once without ground, once with.
import { expect, test } from 'vitest';
import { BRANCH } from '../../store/branch.ts';
import { hangingNotices } from '../../../src/service/views/round/hangingNotices.ts';
import { day } from '../../store/rounds.ts';
import { NAMES, ROUND, roundPath } from '../branchOfThirty.ts';
import { reappraised } from './theAppraisal.ts';
import { ACCUSED, CORRECTED, type Walk } from './walk.ts';

export function theNotice(walk: Walk): void {
  test('记分员拟制，支委作保密审查，书记批准', async () => {
    await hangs(walk, NAMES.length, '5');
    expect(await walk.standing('公示中')).toHaveLength(NAMES.length);
  }, 240_000);

  test('不登录也能看公示：三十行，只有序号、姓名、积分和备注', async () => {
    walk.branch.on('2026-06-16');
    const page = await walk.branch.stranger(360);
    await page.goto(new URL(await noticePath(walk, '2026-06-16'), walk.branch.url).href);
    expect(await page.getByRole('row').count()).toBe(NAMES.length + 1);
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['序号', '姓名', '积分', '备注']);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('两件异议：一件维持原评议，一件重新评议后另行公示', async () => {
    const [without, grounded] = [
      await objectedTo(walk, ACCUSED, '听说她请假多'),
      await objectedTo(walk, CORRECTED, '四月的分析晚报了三天，我在窗口等过'),
    ];
    await answered(walk, ACCUSED, without, false, '经核对请假均有批准，维持原评议');
    await answered(walk, CORRECTED, grounded, true, '经核对确有晚报，重新评议');
    expect(await walk.standing('待重新评议')).toEqual([CORRECTED]);
    walk.branch.on('2026-06-17');
    await reappraised(walk, CORRECTED, '2026-06-17', 1);
    await hangs(walk, 1, '3');
    walk.branch.on('2026-06-24');
    expect(await walk.standing('公示中')).toEqual([]);
    expect(await walk.standing('公示期满，待登记')).toHaveLength(NAMES.length);
  }, 240_000);
}

/** Drafted, checked and approved at three screens. */
export async function hangs(walk: Walk, count: number, workdays: string): Promise<void> {
  const scorekeeper = await walk.hands('记分员', '徐晓燕');
  await scorekeeper.open(roundPath());
  await scorekeeper.click(scorekeeper.page.getByText(`拟制公示（${count} 人）`).first());
  await scorekeeper.fill(/公示几个工作日/, workdays);
  await scorekeeper.fill(/公示范围/, '局机关');
  await scorekeeper.fill(/异议受理人/, '郑𠮷，电话 8021，二楼 203 室');
  await scorekeeper.press(`拟制公示（${count} 人）`);
  await scorekeeper.sees('等待保密审查');
  await scorekeeper.leaves();

  const checking = await walk.hands('保密审查', '吴㙦');
  await checking.open(roundPath());
  await checking.click(checking.page.getByText(`保密审查（公示稿，${count} 人）`));
  checking.reads(count);
  await checking.press('保密审查通过');
  await checking.sees('等待书记批准');
  await checking.leaves();

  const secretary = await walk.hands('书记', '李梅');
  await secretary.open(roundPath());
  await secretary.press(`批准公示（${count} 人）`);
  await expect.poll(() => walk.standing('待公示'), { timeout: 20_000 }).toEqual([]);
  await secretary.leaves();
}

async function noticePath({ branch }: Walk, today: string): Promise<string> {
  const hanging = await branch.world.store.read((tx) => hangingNotices(tx, BRANCH, day(today)));
  return `notice/${BRANCH}/${hanging[0]?.link}`;
}

/** On the plain form of the notice, by somebody without an account; the receiver takes it in. */
async function objectedTo(walk: Walk, name: string, words: string): Promise<string> {
  const { branch } = walk;
  const stranger = walk.efforts.hands('提出异议的群众', await branch.stranger(360), branch.url);
  await stranger.open(await noticePath(walk, '2026-06-16'));
  await stranger.follow(/异议/);
  await stranger.choose('对哪一行有异议', String(NAMES.indexOf(name) + 1));
  await stranger.fill(/^异议内容/, words);
  await stranger.click(stranger.page.getByLabel('服务对象'));
  await stranger.fill('姓名', '周涛');
  await stranger.fill(/^联系方式/, '13900000000');
  await stranger.press('提交异议');
  await stranger.sees(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
  await stranger.leaves();
  const desk = `api/organisations/${BRANCH}/objections`;
  const { objections } = await branch.as('郑𠮷').done<Desk>('GET', desk);
  const objection = objections.find(({ member }) => member.id === branch.idOf(name))?.id ?? '';
  await branch.as('郑𠮷').done('POST', `${matter(walk, name)}/objections/${objection}/acceptance`, {});
  return objection;
}

type Desk = {
  readonly objections: readonly { readonly id: string; readonly member: { readonly id: string } }[];
};

const matter = ({ branch }: Walk, name: string) => `${ROUND}/members/${branch.idOf(name)}`;

async function answered(walk: Walk, name: string, objection: string, changed: boolean, answer: string) {
  await walk.branch
    .as('李梅')
    .done('POST', `${matter(walk, name)}/objections/${objection}/answer`, { changed, answer });
}
