/** Who may vote, and whom, on a day: from the register of members, and from what the books of the year say of disqualification. */
import { memberStream, yearBook } from '../domain/fact.ts';
import type { Member, MemberType } from '../domain/member/member.ts';
import { isEntitled } from '../domain/office/election.ts';
import { type Day, yearOf } from '../domain/period.ts';
import { foldYear, isStanding } from './fold.ts';
import type { MemberRow, Reading } from './ports.ts';
import { policyOf } from './viewRows.ts';

/** Person ids of those who may vote on that day. */
export async function entitledOn(tx: Reading, organisationId: string, day: Day): Promise<Set<string>> {
  const rows = await tx.members(organisationId, {});
  return new Set(rows.filter((row) => isEntitled(memberOf(row), day)).map(({ personId }) => personId));
}

/** Those of them with a standing ground of disqualification (§3.4.3) in the year of the day or the one before. */
export async function disqualifiedBy(
  tx: Reading,
  organisationId: string,
  day: Day,
  people: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const year of [yearOf(day) - 1, yearOf(day)]) {
    const policy = await tx.policy(organisationId, yearBook(year));
    if (policy === undefined) continue;
    const grounds = new Set(policyOf(policy.content).grounds.map(({ id }) => id));
    const facts = await tx.factsOf(organisationId, yearBook(year), people.map(memberStream));
    for (const entry of foldYear(facts).entries.values())
      if (isStanding(entry) && grounds.has(entry.item)) found.add(entry.personId);
  }
  return found;
}

export function memberOf(row: MemberRow): Member {
  const { type, joinedOn, leftOn, fullOn, exemptFrom, exemptUntil, examPassedOn } = row;
  return {
    type: type as MemberType,
    joinedOn: joinedOn as Day,
    leftOn: leftOn as Day | null,
    fullOn: fullOn as Day | null,
    exemption: exemptFrom === null ? null : { from: exemptFrom as Day, until: exemptUntil as Day | null },
    examPassedOn: examPassedOn as Day | null,
  };
}
