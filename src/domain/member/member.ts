import { addDays } from '../calendar/dayCount.ts';
import { type Day, yearEnd, yearOf } from '../period.ts';

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
  /** The one granted last. */
  readonly exemption: Exemption | null;
  /** Those granted before it; absent when there are none. A year keeps the exemption it had. */
  readonly earlierExemptions?: readonly Exemption[] | undefined;
  /** The day the Constitution exam was passed (党章考试合格); null when it was not. */
  readonly examPassedOn: Day | null;
};

/** Last day of an exemption, included. */
export function exemptionEnd(exemption: Exemption): Day {
  return exemption.until ?? yearEnd(yearOf(exemption.from));
}

/** The latest granted exemption in which any day from `first` to `last` lies. */
export function exemptionWithin(
  { exemption, earlierExemptions = [] }: Member,
  first: Day,
  last: Day,
): Exemption | null {
  const latestFirst = [exemption, ...earlierExemptions.toReversed()];
  return latestFirst.find((one) => one !== null && one.from <= last && exemptionEnd(one) >= first) ?? null;
}

export const exemptWithin = (member: Member, first: Day, last: Day): boolean =>
  exemptionWithin(member, first, last) !== null;

/** With one more exemption; the former ones stay where they were. */
export function exempted(member: Member, granted: Exemption): Member {
  return withExemptions(member, [...exemptionsOf(member), granted]);
}

/** With that exemption kept only before `on`; the member as they are when it is not theirs. */
export function exemptionCut(member: Member, granted: Exemption, on: Day): Member {
  const isIt = (one: Exemption) => one.from === granted.from && one.until === granted.until;
  if (!exemptionsOf(member).some(isIt)) return member;
  const kept = exemptionsOf(member).flatMap((one) => {
    if (!isIt(one)) return [one];
    return one.from < on ? [{ from: one.from, until: addDays(on, -1) }] : [];
  });
  return withExemptions(member, kept);
}

/** Every exemption granted, the latest last. */
export const exemptionsOf = ({ exemption, earlierExemptions = [] }: Member): Exemption[] =>
  exemption === null ? [...earlierExemptions] : [...earlierExemptions, exemption];

/** `all`: the latest last. */
export function withExemptions(
  { earlierExemptions: _earlier, ...member }: Member,
  all: readonly Exemption[],
): Member {
  const earlier = all.slice(0, -1);
  return {
    ...member,
    exemption: all.at(-1) ?? null,
    ...(earlier.length === 0 ? {} : { earlierExemptions: earlier }),
  };
}
