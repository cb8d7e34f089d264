/** 由某支部转入: what a figure owes to another branch's transcript (G22). */
import { addsUp } from '../../domain/policy/transfer.ts';
import type { BranchYear } from './branchYear.ts';
import type { YearMember } from './entryWords.ts';
import type { Figure } from './figure.ts';
import { periodName } from './naming.ts';

/** One sentence for each branch the member came from, where the figure holds what was recorded there. */
export function transferNotes(
  { version: { policy } }: BranchYear,
  { received = [], entries }: YearMember,
  figure: Figure,
): string[] {
  return received.flatMap(({ from, periods }) => {
    const brought = [
      ...new Set([
        ...periods,
        ...entries.filter(({ transferredFrom }) => transferredFrom === from).map(({ period }) => period),
      ]),
    ].toSorted((a, b) => a - b);
    const touched = brought.filter((period) => holds(figure, period));
    if (touched.length === 0) return [];
    const names = touched.map((period) => periodName(policy, period)).join('、');
    return addsUp(policy)
      ? [`${names}由“${from}”登记的积分，凭转移证明转入，与本支部的合并计算；更正由原支部办理。`]
      : [`${names}由“${from}”登记的积分，凭转移证明转入，只作记录；本支部只算在本支部的各段。`];
  });
}

function holds(figure: Figure, period: number): boolean {
  if (!('period' in figure)) return true;
  return figure.of === 'cumulative' ? period <= figure.period : period === figure.period;
}
