/** What routes that write have in common: the command through `perform` under the request's key, and days as they are typed. */
import { parseDay, type Day } from '../domain/period.ts';
import { parsePoints, type Points } from '../domain/points.ts';
import { refuse } from '../domain/refusal.ts';
import { type Command, perform } from '../service/perform.ts';
import type { Asking } from './asking.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

/** `expected`: the version the page showed; absent: any. */
export async function doing<Outcome>(
  { world }: Services,
  asking: Asking,
  command: Command,
  expected?: number,
): Promise<Outcome> {
  const key = asking.caller.headers.get('idempotency-key') ?? '';
  const { text } = granted(await perform(world, asking.actor, command, { key, expected }));
  return JSON.parse(text) as Outcome;
}

/** Refuses a day the calendar does not have (badDay). */
export function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw thrown(refuse('badDay', null, { day: text }));
  return day;
}

/** Refuses text that is no amount of points, a sign among them (badPoints). */
export function pointsIn(text: string): Points {
  const points = parsePoints(text);
  if (points === undefined) throw thrown(refuse('badPoints', null, { points: text }));
  return points;
}

/** What the person may do has changed: every session of theirs begins anew (promises S4), but not that of whoever did it. */
export async function beginAnew({ signIn, seen, caller }: Asking, userId: string | null): Promise<void> {
  if (userId === null || seen === null || userId === seen.userId) return;
  await signIn.endSessions({ userId: seen.userId, caller }, userId);
}

export async function accountOf(
  { world }: Services,
  organisation: string,
  person: string,
): Promise<string | null> {
  const row = await world.store.read((tx) => tx.personAccount(organisation, person));
  return row?.userId ?? null;
}
