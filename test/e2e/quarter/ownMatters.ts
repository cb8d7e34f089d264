// Nobody acts in a matter of their own: the page says why not and who does it instead; a request made by hand is refused.
import { expect, test } from 'vitest';
import { ROUND, roundPath } from '../branchOfThirty.ts';
import type { Walk } from './walk.ts';

export function ownAssessment(walk: Walk): void {
  test('记分员本人的考核分：登记表上写明由核对人填，没有可填的格；请求被拒，写明条款', async () => {
    const scorekeeper = await walk.hands('记分员', '徐晓燕');
    await scorekeeper.open(roundPath('sheet'));
    await scorekeeper.sees(
      '徐晓燕：记分员是本人，应当回避，由核对人马文静代行（读法 G34）。本人的考核分不能由本人填（附件一第 4 步）。',
    );
    expect(await scorekeeper.page.getByLabel(/^徐晓燕“.*”的考核分$/).count()).toBe(0);
    await refused(walk, '徐晓燕', 'assessments', 'An1.4', {
      lines: [{ member: walk.branch.idOf('徐晓燕'), tasks: [], words: '' }],
    });
  }, 60_000);
}

export function ownAppraisal(walk: Walk): void {
  test('书记本人的积分：会议方式里写明由副书记登记，不能定分；请求被拒，写明条款', async () => {
    walk.branch.on('2026-06-15');
    const secretary = await walk.hands('评议（书记）', '李梅');
    await secretary.open(roundPath(`meeting?mode=true&member=${walk.branch.idOf('李梅')}`));
    await secretary.page.locator('.meet-stage h2').filter({ hasText: '李梅' }).waitFor();
    await secretary.sees(
      '书记是本人，应当回避，由副书记王强代行（读法 G17）。本人的积分不能由本人定（附件一第 5 步）。',
    );
    expect(await secretary.page.getByRole('button', { name: '定分，到下一人' }).count()).toBe(0);
    await refused(walk, '李梅', 'meetings/the-next/decisions', 'An1.5', {
      decisions: [
        {
          member: walk.branch.idOf('李梅'),
          tasks: [],
          bonuses: [],
          deductions: [],
          votes: { for: 2, against: 0, abstained: 0 },
          recused: [walk.branch.idOf('李梅')],
          words: '',
        },
      ],
    });
  }, 60_000);
}

/** As the page would send it, had it a button. */
async function refused({ branch }: Walk, name: string, path: string, clause: string, body: object) {
  const { status, text } = await branch.as(name).ask('POST', `${ROUND}/${path}`, body);
  expect(status).toBe(403);
  expect(text).toContain('ownMatter');
  expect(text).toContain(clause);
}
