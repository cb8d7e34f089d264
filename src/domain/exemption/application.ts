/** Who may ask for an exemption, and when (clause 2). */
import type { Member } from '../member/member.ts';
import type { Day } from '../period.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ExemptionMatter } from './matter.ts';
import { isOpen } from './procedure.ts';
import { badTerm, granted, isRunning } from './term.ts';

type Wish = {
  readonly from: Day | null;
  readonly until: Day | null;
  readonly renews: string | null;
};

/** `matters`: all of that member's. Refuses notExemptable, notInBranch, exemptionOpen, badRenewal, exemptionRuns, badExemptionTerm. */
export function applicationRefusal(
  member: Member,
  matters: readonly ExemptionMatter[],
  { from, until, renews }: Wish,
  today: Day,
): Refusal | undefined {
  if (member.leftOn !== null && member.leftOn <= today) return refuse('notInBranch', '2', { day: today });
  if (member.type !== 'full') return refuse('notExemptable', '2');
  if (matters.some(({ state }) => isOpen(state))) return refuse('exemptionOpen', '2');
  const former = matters.find(({ exemptionId }) => exemptionId === renews);
  if (renews !== null && (former === undefined || granted(former) === null)) return refuse('badRenewal', '2');
  if (renews === null && matters.some((matter) => isRunning(matter, today)))
    return refuse('exemptionRuns', '2');
  if (from !== null && until !== null && until < from) return badTerm(from, until);
  return undefined;
}
