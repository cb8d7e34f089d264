// What interface.md allows each office, held against what its hands were counted at.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Counted, Hands, nothing, SECONDS, secondsOf } from './hands.ts';

/** Budgets of interface.md: minutes and clicks, each of a member or a branch. */
export const BUDGETS = {
  memberSeconds: 10 * 60,
  memberClicks: 6,
  leaderSecondsAMember: 20,
  scorekeeperSeconds: 60 * 60,
  scorekeeperMembers: 40,
  reviewSecondsAMember: 60,
  objectionSeconds: 2 * 60,
  officerSecondsABranch: 2 * 60,
} as const;

export class Efforts {
  private readonly byOffice = new Map<string, Counted>();

  hands(office: string, page: Page, base: string): Hands {
    return new Hands(page, base, this.of(office));
  }

  of(office: string): Counted {
    const counted = this.byOffice.get(office) ?? nothing();
    this.byOffice.set(office, counted);
    return counted;
  }

  /** One line an office, with the seconds its counts come to. */
  table(): string {
    const head = ['办理', '页', '点', '填', '键', '行', '秒'].join('\t');
    const lines = [...this.byOffice].map(([office, counted]) =>
      [office, counted.page, counted.click, counted.field, counted.key, counted.row, secondsOf(counted)].join(
        '\t',
      ),
    );
    const each = Object.entries(SECONDS).map(([kind, seconds]) => `${kind} ${seconds}`);
    return [`每次秒数：${each.join('，')}`, head, ...lines].join('\n');
  }
}

/** Says the figure beside its budget, and fails when it is more. */
export function within(what: string, figure: number, budget: number): void {
  console.info(`${what}：${figure.toFixed(1)}（预算 ${budget}）`);
  expect(figure, what).toBeLessThanOrEqual(budget);
}
