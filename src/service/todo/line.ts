/** One line of 待办: what waits, where, by when, why it is the reader's, and the page to do it on. */
import type { Holidays } from '../../domain/calendar/holidays.ts';
import type { Day } from '../../domain/period.ts';

export type Today = { readonly today: Day; readonly holidays: Holidays };

export type Line = {
  /** What it is: a duty of the round, or another thing that waits. */
  readonly what: string;
  /** 「签注意见」 */
  readonly does: string;
  readonly organisation: { readonly id: string; readonly name: string };
  /** 「2026年第二季度」; empty: of no period. */
  readonly period: string;
  /** 「12 名党员待签注」; empty where `does` says it all. */
  readonly says: string;
  readonly count: number;
  readonly due: Day | null;
  readonly clause: string | null;
  /** Why it is not whoever holds the office (G17); empty: it is. */
  readonly instead: string;
  /** Path of the page. */
  readonly address: string;
};
