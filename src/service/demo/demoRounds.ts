/** Rounds of the demonstration: in one branch the year's earlier ones are filed and the present one stands in every state; another has just begun. */
import { addDays } from '../../domain/calendar/dayCount.ts';
import { type Calendar, type Day, firstDay, periods } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { World } from '../ports.ts';
import type { AtDays } from './atDays.ts';
import type { DemoBooks } from './demoBooks.ts';
import type { ActingAs } from './done.ts';
import { pastRound } from './pastRound.ts';
import { presentRound } from './presentRound.ts';
import { stageOf } from './stage.ts';
import { townPlans } from './townPlans.ts';

/** A round gets as far as filing in less than these days. */
const A_ROUND_TAKES = 35;

export async function demoRounds(
  world: World,
  at: AtDays,
  books: DemoBooks,
  policy: Policy,
  as: ActingAs,
): Promise<void> {
  const calendar = { year: books.year, count: policy.periods.count };
  const today = dayInShanghai(world.now());
  const present = presentPeriod(calendar, today);
  await townPlans(at, books, policy, as);
  for (const period of periods(present - 1))
    await pastRound(stageOf(at, books, as, { place: 'townBranch', period }), calendar);
  const stage = stageOf(at, books, as, { place: 'townBranch', period: present });
  const first = firstDay(calendar, present);
  await presentRound(stage, {
    holidays: world.holidays,
    first,
    today: later(today, addDays(first, A_ROUND_TAKES)),
  });
  const small = stageOf(at, books, as, { place: 'smallBranch', period: present });
  await small.by('马建军', { type: 'openRound', ...small.here });
}

/** The last one that began long enough ago to have somebody in every state. */
function presentPeriod(calendar: Calendar, today: Day): number {
  const begun = periods(calendar.count).filter(
    (period) => addDays(firstDay(calendar, period), A_ROUND_TAKES) <= today,
  );
  return Math.max(1, begun.length);
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
