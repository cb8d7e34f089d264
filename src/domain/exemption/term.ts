/** From when to when an exemption runs, and what may be asked for (clause 2, reading G25). */
import { addDays } from '../calendar/dayCount.ts';
import { type Exemption, exemptionEnd } from '../member/member.ts';
import { type Day, firstDay, periodOf, yearOf } from '../period.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ExemptionMatter } from './matter.ts';

/**
 * The first day an approval of that day can reach: that of its period, so that no earlier period is changed.
 * `periodCount`: how many periods the branch's measure has a year; null when it has none yet.
 */
export const earliestFrom = (today: Day, periodCount: number | null): Day =>
  periodCount === null
    ? today
    : firstDay(
        { year: yearOf(today), count: periodCount },
        periodOf({ year: yearOf(today), count: periodCount }, today),
      );

/** What was granted, as the member's record has it; null when nothing was. */
export function granted({ decision }: ExemptionMatter): Exemption | null {
  if (decision === null || decision.from === null) return null;
  return { from: decision.from, until: decision.until };
}

/** The days it really covers, both included; null when none. */
export function covered(matter: ExemptionMatter): { readonly from: Day; readonly until: Day } | null {
  const term = granted(matter);
  if (term === null) return null;
  const end = exemptionEnd(term);
  if (matter.ending === null) return { from: term.from, until: end };
  const { on } = matter.ending;
  return on <= term.from ? null : { from: term.from, until: on <= end ? addDays(on, -1) : end };
}

/** Whether it runs on that day or will later. */
export function isRunning(matter: ExemptionMatter, today: Day): boolean {
  if (matter.state !== 'approved') return false;
  const days = covered(matter);
  return days !== null && today <= days.until;
}

/** Refuses badExemptionTerm and exemptionTooEarly. */
export function termRefusal({ from, until }: Exemption, earliest: Day): Refusal | undefined {
  if (from < earliest) return refuse('exemptionTooEarly', '2', { from, earliest });
  if (until !== null && until < from) return badTerm(from, until);
  return undefined;
}

/** A day gone by stays as it was counted. Refuses exemptionOver and badExemptionEnd. */
export function endRefusal(matter: ExemptionMatter, on: Day, today: Day): Refusal | undefined {
  if (!isRunning(matter, today)) return refuse('exemptionOver', '2');
  const days = covered(matter);
  if (on < today || days === null || on > days.until)
    return refuse('badExemptionEnd', '2', { on, today, last: days?.until ?? '' });
  return undefined;
}

export const badTerm = (from: Day, until: Day) => refuse('badExemptionTerm', '2', { from, until });
