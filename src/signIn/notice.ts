/** Who has read the privacy notice and is in no organisation's register: the record of sign-ins says it. */
import { refuse } from '../domain/refusal.ts';
import type { Answer, Caller } from './ports.ts';
import { fromOf, type Room } from './room.ts';
import { glimpse } from './sessions.ts';

const ACT = 'acknowledgeNotice';

export async function acknowledge(room: Room, caller: Caller, version: string): Promise<Answer> {
  const seen = await glimpse(room, caller);
  if (seen === null || seen.pending.length > 0) return refuse('notSignedIn', null);
  const { userId } = seen;
  if (!(await acknowledged(room, userId, version)))
    await room.audit.record({
      act: ACT,
      result: 'done',
      who: userId,
      account: userId,
      from: fromOf(room, caller),
      detail: version,
    });
  return { cookies: [] };
}

export async function acknowledged({ db }: Room, userId: string, version: string): Promise<boolean> {
  const found = await db
    .selectFrom('signInAudit')
    .select('id')
    .where('account', '=', userId)
    .where('act', '=', ACT)
    .where('detail', '=', version)
    .executeTakeFirst();
  return found !== undefined;
}
