/**
 * The day's digest to an organisation's group robot: once a working day, when something waits. A row in the database is taken
 * before it is sent, so that of two processes one sends; what surely failed is tried again later, what may have arrived is not.
 */
import { isWorkday } from '../../domain/calendar/workdays.ts';
import { addDays } from '../../domain/calendar/dayCount.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { World } from '../ports.ts';
import { timeInShanghai } from '../timeInShanghai.ts';
import { digestCounts, digestText } from './counts.ts';

/** By the name of the organisation. Resolves when the robot has taken it; rejects when it has not, or nobody can tell. */
export type Robots = ReadonlyMap<string, (text: string) => Promise<void>>;

/** Nobody can tell whether it arrived: it is not sent again, for fear of saying it twice. */
export class Unclear extends Error {}

/** Office hours: a group is not woken at midnight. */
const FROM = '09:00';
const DATE_LENGTH = '2026-04-02 '.length;
const MOST_ATTEMPTS = 3;
const RETRY_AFTER = 30 * 60 * 1_000;
const KEPT_DAYS = 30;

/** `failed` is told of each that could not be sent; the others are sent all the same. */
export async function sendDigests(
  { store, now, holidays }: Pick<World, 'store' | 'now' | 'holidays'>,
  robots: Robots,
  failed: (organisationId: string, error: unknown) => void,
): Promise<void> {
  if (robots.size === 0) return;
  const at = now();
  const today = dayInShanghai(at);
  if (!isWorkday(holidays, today) || timeInShanghai(at).slice(DATE_LENGTH) < FROM) return;
  const retryBefore = new Date(Date.parse(at) - RETRY_AFTER).toISOString();
  const organisations = await store.read((tx) => tx.organisations());
  for (const organisation of organisations) {
    const { organisationId, name } = organisation;
    const send = robots.get(name);
    if (send === undefined) continue;
    const text = digestText(await store.read((tx) => digestCounts(tx, organisation, { today, holidays })));
    if (text === null) continue;
    const claim = { at, retryBefore, most: MOST_ATTEMPTS };
    if (!(await store.write((tx) => tx.claimDigest(organisationId, today, claim)))) continue;
    try {
      await send(text);
      await store.write((tx) => tx.endDigest(organisationId, today, 'sent'));
    } catch (error) {
      failed(organisationId, error);
      if (!(error instanceof Unclear))
        await store.write((tx) => tx.endDigest(organisationId, today, 'failed'));
    }
  }
  await store.write((tx) => tx.removeDigests(addDays(today, -KEPT_DAYS)));
}
