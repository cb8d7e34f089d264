/** Everybody's plan in force at the beginning of the year, in the branch whose rounds are shown. */
import { type Day, dayOf } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { AtDays } from './atDays.ts';
import type { DemoBooks } from './demoBooks.ts';
import { demoTasks } from './demoPlans.ts';
import type { ActingAs } from './done.ts';
import { stageOf } from './stage.ts';
import { OFFICE, TOWN_MEMBERS } from './townCast.ts';

export async function townPlans(at: AtDays, books: DemoBooks, policy: Policy, as: ActingAs): Promise<void> {
  const { here, by, idOf } = stageOf(at, books, as, { place: 'townBranch', period: 1 });
  const { organisationId, year } = here;
  const place = { organisationId, year } as const;
  const january = (day: number) => dayOf(year, 1, day) as Day;
  const others = TOWN_MEMBERS.filter((name) => name !== OFFICE.secretary);
  const seen = (names: readonly string[]) => names.map((name) => ({ personId: idOf(name), version: 1 }));
  at.on(january(8));
  await by(OFFICE.scorekeeper, {
    type: 'proposePlans',
    ...place,
    plans: TOWN_MEMBERS.map((name) => ({ personId: idOf(name), tasks: demoTasks(policy) })),
    reason: null,
  });
  at.on(january(9));
  const agreed = { type: 'agreePlansAsMember', ...place } as const;
  await by(OFFICE.secretary, { ...agreed, plans: seen(others), signedOn: january(9) });
  await by(OFFICE.secretary, { ...agreed, plans: seen([OFFICE.secretary]), signedOn: null });
  await by(OFFICE.leader, {
    ...place,
    type: 'agreePlansAsLeader',
    plans: seen(TOWN_MEMBERS),
    signedOn: null,
  });
  at.on(january(12));
  const approved = {
    type: 'approvePlans',
    ...place,
    heldOn: january(12),
    record: `示例：${year}年1月12日支部委员会研究同意`,
  } as const;
  await by(OFFICE.secretary, { ...approved, plans: seen(others) });
  await by(OFFICE.deputy, { ...approved, plans: seen([OFFICE.secretary]) });
}
