// The notice by three people, read by whoever has its address.
import { expect, test } from 'vitest';
import { hangingNotices } from '../../../src/service/views/round/hangingNotices.ts';
import { BRANCH } from '../../store/branch.ts';
import { day } from '../../store/rounds.ts';
import { NAMES, roundPath } from '../branchOfThirty.ts';
import type { Walk } from './walk.ts';

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

  const checking = await walk.hands('保密审查', '吴㙦');
  await checking.open(roundPath());
  await checking.click(checking.page.getByText(`保密审查（公示稿，${count} 人）`));
  checking.reads(count);
  await checking.press('保密审查通过');
  await checking.sees('等待书记批准');

  const secretary = await walk.hands('书记', '李梅');
  await secretary.open(roundPath());
  await secretary.press(`批准公示（${count} 人）`);
  await expect.poll(() => walk.standing('待公示'), { timeout: 20_000 }).toEqual([]);
}

/** Of the one that hangs longest. */
export async function noticePath({ branch }: Walk, today: string): Promise<string> {
  const hanging = await branch.world.store.read((tx) => hangingNotices(tx, BRANCH, day(today)));
  return `notice/${BRANCH}/${hanging[0]?.link}`;
}
