/** A member's leader in charge as assigned, and who could be it: whoever holds that office today, but for the member. */
import type { Day } from '../../domain/period.ts';
import { leadersOn } from '../assignLeader.ts';
import type { Reading } from '../ports.ts';
import { leadersAmong } from './leaders.ts';

export type LeaderNamed = { readonly id: string; readonly name: string; readonly number: string };
export type LeaderChoice = {
  readonly assigned: LeaderNamed | null;
  readonly holders: readonly LeaderNamed[];
};

export async function leaderChoice(
  tx: Reading,
  organisationId: string,
  personId: string,
  today: Day,
): Promise<LeaderChoice> {
  const named = async (id: string): Promise<LeaderNamed[]> => {
    const row = await tx.person(organisationId, id);
    return row === undefined ? [] : [{ id, name: row.name, number: row.number }];
  };
  const assigned = (await leadersAmong(tx, organisationId, [personId])).get(personId) ?? null;
  const holders: LeaderNamed[] = [];
  for (const id of leadersOn(await tx.offices(organisationId), today))
    if (id !== personId) holders.push(...(await named(id)));
  return { assigned: assigned === null ? null : ((await named(assigned))[0] ?? null), holders };
}
