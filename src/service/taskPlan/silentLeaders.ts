/** Whose leader in charge has let the working days pass without a word on the plan (G17). */
import { yearBook } from '../../domain/fact.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { latest } from '../../domain/taskPlan/plan.ts';
import { isLeaderSilent } from '../../domain/taskPlan/silence.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { Reading } from '../ports.ts';
import { roundDays } from '../round/roundDays.ts';
import type { Making } from '../step.ts';
import { policyOf } from '../viewRows.ts';
import { type Plans, plansOf } from './planRegister.ts';

export type Today = Pick<Making, 'today' | 'holidays'>;

/** By person id, of those plans. */
export function unansweredIn(plans: Plans, policy: Policy, { today, holidays }: Today): Set<string> {
  const days = roundDays(policy).opinion;
  const silent = [...plans].filter(([, plan]) => {
    const version = latest(plan);
    if (version === undefined) return false;
    const waiting = { phase: plan.phase, proposedOn: dayInShanghai(version.proposed.at), days };
    return isLeaderSilent(waiting, today, holidays);
  });
  return new Set(silent.map(([personId]) => personId));
}

/** The same of these people alone, from their own streams; nobody where the year has no books. */
export async function unansweredAmong(
  tx: Reading,
  { organisation, year }: { readonly organisation: string; readonly year: number },
  people: readonly string[],
  today: Today,
): Promise<Set<string>> {
  const stored = await tx.policy(organisation, yearBook(year));
  if (stored === undefined) return new Set();
  return unansweredIn(await plansOf(tx, organisation, year, people), policyOf(stored.content), today);
}
