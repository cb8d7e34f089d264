// One walk through a quarter: the branch, whoever plays a part of their own, and what every office's hands did.
import type { Browser, Page } from 'playwright-core';
import { type BranchOfThirty, branchOfThirty, ROUND } from '../branchOfThirty.ts';
import { Efforts } from '../budgets.ts';
import type { Hands } from '../hands.ts';

/** Does everything by the book and corrects nothing, on a phone. */
export const PLAIN = '张建国';
/** Claims a bonus, on a phone. */
export const COMMENDED = '何䶮';
/** Is to lose a point and answers. */
export const ABSENT = '曹雨晴';
/** Did one task in part and claims less, on a phone. */
export const CORRECTS = '谢婷';
export const ON_PAPER = '黄秀兰';
export const LATE = '卢春生';
/** Hands nothing in (reading G33). */
export const SILENT = '罗永福';
/** Objected to without ground. */
export const ACCUSED = '马文静';
/** Objected to with ground: decided anew. */
export const CORRECTED = '邓海波';
/** Sent back by the committee. */
export const RETURNED = '唐振华';

export class Walk {
  readonly efforts = new Efforts();
  private opened: BranchOfThirty | undefined;
  /** A desk, a tablet and a phone, by their width: whoever sits down has a session of their own on it. */
  private readonly devices = new Map<number, Page>();

  async begins(browser: Browser, databaseUrl: string | undefined): Promise<void> {
    this.opened = await branchOfThirty(browser, databaseUrl);
  }

  get branch(): BranchOfThirty {
    if (this.opened === undefined) throw new Error('the walk has not begun');
    return this.opened;
  }

  async hands(office: string, name: string, width = 1440): Promise<Hands> {
    const device = this.devices.get(width) ?? (await this.branch.screen(name, width));
    this.devices.set(width, device);
    await this.branch.handed(device, name);
    return this.efforts.hands(office, device, this.branch.url);
  }

  /** Names of those whose matter stands there, as 徐晓燕 reads it. */
  async standing(state: string): Promise<string[]> {
    const { lines } = await this.branch
      .as('徐晓燕')
      .done<{ lines: { member: { name: string }; state: { name: string } }[] }>('GET', ROUND);
    return lines.filter((line) => line.state.name === state).map(({ member }) => member.name);
  }

  /** What the browsers had to say of every page. */
  async complaints(): Promise<readonly string[]> {
    for (const device of this.devices.values()) await device.context().close();
    return this.branch.complaints;
  }

  async ends(): Promise<void> {
    await this.opened?.stop();
  }
}
