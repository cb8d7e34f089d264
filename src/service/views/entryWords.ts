/** An entry as a member reads it: what it cites, why, on what evidence, when, and in which period it counts. */
import type { EntryWords } from '../../contract/statement.ts';
import { formatPoints } from '../../domain/points.ts';
import { periodOf } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { BranchYear, MemberRecord, RecordedEntry } from './branchYear.ts';
import { itemOf, kindOf, periodName } from './naming.ts';

export type YearMember = BranchYear['members'][number];

/** Whether an item gives or takes: only a pool is taken from. */
export const takes = (policy: Policy, item: string) =>
  kindOf(policy, itemOf(policy, item).kind).mechanism === 'pool';

export function entryWords(policy: Policy, year: number, entry: RecordedEntry): EntryWords {
  const item = itemOf(policy, entry.item);
  const kind = kindOf(policy, item.kind);
  return {
    id: entry.id,
    item: { id: item.id, name: item.name, text: item.text, clause: item.clause },
    amount: formatPoints(entry.amount),
    kind: { id: kind.id, name: kind.name },
    planned: kind.mechanism === 'plan',
    effect: takes(policy, entry.item) ? 'deduction' : 'credit',
    day: entry.day,
    period: periodName(policy, entry.period),
    later: periodOf({ year, count: policy.periods.count }, entry.day) !== entry.period,
    reason: entry.reason,
    evidence: entry.evidence,
    supplier: entry.supplier,
    incident: entry.incident ?? null,
    achievement: entry.achievement ?? null,
    postedOn: entry.postedOn,
    transferredFrom: entry.transferredFrom ?? null,
  };
}

/** The recorded entry of that id; a score names no entry that was not recorded. */
export function recorded(member: Pick<MemberRecord, 'entries'>, id: string): RecordedEntry {
  const entry = member.entries.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`no recorded entry ${id}`);
  return entry;
}
