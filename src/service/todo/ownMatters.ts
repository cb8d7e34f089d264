/** What waits in one's own matters (本人): a few streams of each register entry one is, never the branch's. */
import type { PersonActor, Self } from '../../domain/access/actor.ts';
import { readFact, yearBook } from '../../domain/fact.ts';
import { type Day, periods, yearOf } from '../../domain/period.ts';
import { matterStream, type RoundFact, roundStream } from '../../domain/round/facts.ts';
import { foldRound } from '../../domain/round/round.ts';
import { DUTIES } from '../../domain/todo/duties.ts';
import { type Wait, waitsIn } from '../../domain/todo/waits.ts';
import type { Reading } from '../ports.ts';
import type { KnownPolicies } from './policies.ts';

export type OwnWait = Self & { readonly year: number; readonly period: number; readonly wait: Wait };

/** One query for each register entry and year with a book. */
export async function ownWaits(
  tx: Reading,
  { selves, offices }: PersonActor,
  policies: KnownPolicies,
  today: Day,
): Promise<OwnWait[]> {
  const found: OwnWait[] = [];
  for (const self of selves) {
    const isMember = offices.some(
      (one) => one.organisationId === self.organisationId && one.office === 'member',
    );
    for (const year of isMember ? [yearOf(today), yearOf(today) - 1] : [])
      found.push(...(await waitsOf(tx, self, year, policies, today)));
  }
  return found;
}

async function waitsOf(
  tx: Reading,
  self: Self,
  year: number,
  policies: KnownPolicies,
  today: Day,
): Promise<OwnWait[]> {
  const policy = policies(self.organisationId, year);
  if (policy === undefined) return [];
  const numbers = periods(policy.periods.count);
  const streams = numbers.flatMap((period) => [roundStream(period), matterStream(period, self.personId)]);
  const rows = await tx.factsOf(self.organisationId, yearBook(year), streams);
  return numbers.flatMap((period) => {
    const mine = [roundStream(period), matterStream(period, self.personId)];
    const round = foldRound(
      rows
        .filter(({ stream }) => mine.includes(stream))
        .map((row) => ({ fact: readFact(row) as RoundFact, seq: row.seq })),
    );
    return waitsIn(round, today)
      .filter(({ duty, people }) => DUTIES[duty].whose === 'own' && people.includes(self.personId))
      .map((wait) => ({ ...self, year, period, wait }));
  });
}
