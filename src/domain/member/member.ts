import type { Day } from '../period.ts';
import { yearEnd, yearOf } from '../period.ts';

/** 正式党员, 预备党员, 入党积极分子: as of the year's end, or of leaving. */
export type MemberType = 'full' | 'probationary' | 'applicant';

/** An approved exemption (免予), both days included; `until` null runs to the end of `from`'s year (reading G25). */
export type Exemption = { readonly from: Day; readonly until: Day | null };

/** What the year needs to know of a person; names and contacts live elsewhere. */
export type Member = {
  readonly type: MemberType;
  readonly joinedOn: Day;
  /** First day outside the branch. */
  readonly leftOn: Day | null;
  /** The day a probationary member turned full (转正), when that is known. */
  readonly fullOn: Day | null;
  readonly exemption: Exemption | null;
  /** The day the Constitution exam was passed (党章考试合格); null when it was not. */
  readonly examPassedOn: Day | null;
};

/** Last day of an exemption, included. */
export function exemptionEnd(exemption: Exemption): Day {
  return exemption.until ?? yearEnd(yearOf(exemption.from));
}

/** Whether any day from `first` to `last` lies in the exemption. */
export function exemptWithin(member: Member, first: Day, last: Day): boolean {
  const { exemption } = member;
  return exemption !== null && exemption.from <= last && exemptionEnd(exemption) >= first;
}
