/**
 * Which periods of a year in the books still wait to be registered. Until then nothing is lost in them, and a grade is
 * nothing but a sum on the way (An1.6, An1.8).
 */
import type { BranchYear } from './branchYear.ts';
import type { YearMember } from './entryWords.ts';
import { periodName } from './naming.ts';

/** Of the periods that count for the member, ascending. */
export const awaitedOf = ({ awaited = [], result }: YearMember): readonly number[] =>
  awaited.filter((period) => result.score.counted.includes(period));

export function awaitedNames({ version: { policy } }: BranchYear, member: YearMember): string | null {
  const names = awaitedOf(member).map((period) => periodName(policy, period));
  return names.length === 0 ? null : names.join('、');
}

/** For lists and papers of the whole branch; null once everybody's year is registered. */
export function awaitedSentence({ members, version: { policy } }: BranchYear): string | null {
  const people = new Map<number, number>();
  for (const member of members)
    for (const period of awaitedOf(member)) people.set(period, (people.get(period) ?? 0) + 1);
  if (people.size === 0) return null;
  const waiting = [...people]
    .toSorted(([a], [b]) => a - b)
    .map(([period, count]) => `${periodName(policy, period)}还有 ${count} 人`);
  return `${waiting.join('、')}没有登记。年度积分是现有积分；等次、名次、可参评层级按现有积分推算，不是评定结果。`;
}
